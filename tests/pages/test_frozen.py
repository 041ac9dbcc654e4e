"""A page with slots: whole and compressed it says the same, whatever is filled in."""

import gzip

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.datastructures import Headers

from app.pages.frozen import SLOT, Frozen

PAGE = Frozen(f"<title>{SLOT}</title>{'long ' * 4000}<p>{SLOT}</p>")
ZIPPED, PLAIN = Headers({"accept-encoding": "br, gzip"}), Headers({})


@given(st.lists(st.text(max_size=400), min_size=2, max_size=2))
@settings(max_examples=60)
def test_it_is_the_same_compressed(slots: list[str]) -> None:
    slots = [slot.encode("utf-8", "replace").decode() for slot in slots]
    plain, zipped = PAGE.response(slots, PLAIN), PAGE.response(slots, ZIPPED)
    assert zipped.headers["content-encoding"] == "gzip"
    assert gzip.decompress(bytes(zipped.body)) == bytes(plain.body)
    assert bytes(plain.body).decode() == f"<title>{slots[0]}</title>{'long ' * 4000}<p>{slots[1]}</p>"


def test_it_is_small() -> None:
    assert len(PAGE.response(["a", "b"], ZIPPED).body) < 400


def test_headers_are_added() -> None:
    assert PAGE.response(["a", "b"], PLAIN, {"Cache-Control": "no-cache"}).headers["cache-control"] == "no-cache"


def test_without_slots_it_is_sent_as_tightly_as_a_file() -> None:
    page = Frozen("<p>long</p>" * 400)
    tight, zipped, plain = (page.response([], asked) for asked in (ZIPPED, Headers({"accept-encoding": "gzip"}), PLAIN))
    assert [answer.headers.get("content-encoding") for answer in (tight, zipped, plain)] == ["br", "gzip", None]
    assert brotli.decompress(bytes(tight.body)) == gzip.decompress(bytes(zipped.body)) == bytes(plain.body)
    assert len(tight.body) <= len(zipped.body)


@pytest.mark.parametrize("slots", [[], ["a"], ["a", "b", "c"]])
def test_a_slot_too_few_or_too_many_is_a_mistake_of_the_program(slots: list[str]) -> None:
    with pytest.raises(ValueError, match="one text a slot"):
        PAGE.response(slots, PLAIN)
