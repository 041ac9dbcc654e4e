"""The types that the scripts have of the API are those of its OpenAPI document."""

from tests.js.api_types import PATH, types


def test_the_types_are_those_of_the_api() -> None:
    assert PATH.read_text() == types(), "make them again: python -m tests.js.api_types"
