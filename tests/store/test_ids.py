"""Ids, titles and keys by themselves: the same on every host, hard to mistype, and strict about what they are given."""

import hashlib
from itertools import pairwise

import pytest

from app.store import ids, keys, titles


def by_hand(content: bytes, title: str) -> str:
    """The letters as a plain division writes them: 52 digits to base 32 of the hash, four zero bits at its end."""
    hashed = hashlib.sha256(len(content).to_bytes(8, "big") + content + title.encode()).digest()
    number, found = int.from_bytes(hashed, "big") * 16, ""
    for _ in range(52):
        number, digit = divmod(number, 32)
        found = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[digit] + found
    return found


@pytest.mark.parametrize(("content", "title"), [(b"{}", ""), (b'{"a":1}', "Ein Titel"), (b"\0" * 9, "λ"), (b"", "")])
def test_an_id_is_the_hash_in_crockfords_letters(content: bytes, title: str) -> None:
    assert ids.letters(content, title or None) == by_hand(content, title)


def test_what_an_id_was_once_it_is_for_ever() -> None:
    assert ids.letters(b'{"a":1}', None)[:10] == "6YSYC1KCK2"
    assert ids.letters(b'{"a":1}', "hi")[:10] == "4BVBQHW4Y1"


def test_content_and_title_cannot_be_exchanged() -> None:
    split = [(b"ab", "c"), (b"a", "bc"), (b"abc", ""), (b"", "abc")]
    assert len({ids.letters(content, title) for content, title in split}) == len(split)


def test_every_candidate_is_one_letter_longer() -> None:
    found = list(ids.candidates(b"{}", None))
    assert [len(id) for id in found] == list(range(10, 53))
    assert all(longer.startswith(shorter) for shorter, longer in pairwise(found))


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("0123456789", "0123456789"), ("ABCDEFGHJK", "ABCDEFGHJK"), ("abcdefghjk", "ABCDEFGHJK"),
        ("oOiIlL-0000", "0011110000"), ("-AB-CDE-FGHJK--", "ABCDEFGHJK"), ("ABCDE FGHJK ", "ABCDEFGHJK"),
        ("Z" * 52, "Z" * 52), ("z" * 11, "Z" * 11),
    ],
)  # fmt: skip
def test_an_id_is_read_as_people_type_it(typed: str, id: str) -> None:
    assert ids.read(typed) == id


@pytest.mark.parametrize(
    "typed",
    [
        "", "-", "A" * 9, "A" * 53, "AAAAAAAAAU", "AAAAAAAAAu", "AAAA\tAAAAAA", "AAAAAAAAAA\n", "AAAAAAAAAÄ", "ı" * 10,
        "ſ" * 10, "A" * 10 + "\0", "٠" * 10, "A" * 10**6, "-" * 10**6, "../../etc/passwd", "' OR 1=1 --", "%s%s%s%s%s",
        "\ud800" * 10, "Å" * 10, "🄰" * 10,
    ],
    ids=ascii,
)  # fmt: skip
def test_what_is_no_id_is_none(typed: str) -> None:
    assert ids.read(typed) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("", None), (" \t\n ", None), ("  two  words ", "two  words"), ("e\u0301", "é"), ("x" * 80, "x" * 80),
        (" " * 90 + "x", "x"), ("é" * 80, "é" * 80), ("e\u0301" * 80, "é" * 80), ("<b>&amp;", "<b>&amp;"),
        ("קו ישר", "קו ישר"), ("🏳️‍🌈", "🏳️‍🌈"),
    ],
)  # fmt: skip
def test_a_title_is_trimmed_and_in_normal_form(text: str, title: str | None) -> None:
    assert titles.cleaned(text) == title
    assert titles.cleaned(title or "") == title


@pytest.mark.parametrize(
    "text",
    [
        "x" * 81, "a\nb", "a\rb", "a\tb", "a\0b", "a\x7fb", "a\x85b", "a\u2028b", "a\u2029b", "a\x1bb",
        *(f"a{turning}b" for turning in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), "a\ud800b",
        "\U0001d160" * 40, "x" * 10**6,
    ],
    ids=lambda text: ascii(text)[:20],
)  # fmt: skip
def test_a_title_that_is_more_than_a_line_of_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        titles.cleaned(text)


def test_keys_are_long_all_different_and_fit_one_hash_only() -> None:
    made = {keys.new() for _ in range(100)}
    assert len(made) == 100
    assert min(map(len, made)) >= 32
    key, other, *_ = made
    assert keys.fits(key, keys.hashed(key))
    assert not keys.fits(other, keys.hashed(key))
    assert not keys.fits(key, None)
    assert not keys.fits("", None)
    assert key not in keys.hashed(key)
