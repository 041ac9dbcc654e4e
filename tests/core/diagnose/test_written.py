"""What is written of the diagnosis is what it knows."""

from app.core.diagnose import MISTAKES
from tests.core.diagnose.written import PATH, written


def test_the_list_of_the_docs_is_that_of_the_program() -> None:
    assert PATH.read_text() == written(), "write it again: python -m tests.core.diagnose.written"


def test_every_mistake_has_a_name_of_its_own() -> None:
    kinds = [mistake.kind for mistake in MISTAKES]
    assert len(set(kinds)) == len(kinds)
    assert len({mistake.title for mistake in MISTAKES}) == len(kinds)
