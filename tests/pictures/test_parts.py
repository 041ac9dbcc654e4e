"""What pictures are made of: outlines, dashes, letters, and how they become pixels and SVG."""

from math import dist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pictures.dashes import pieces, within
from app.pictures.letters import FINE, font, legible, lines_of, shortened, width
from app.pictures.marks import Area, Circle, Glyph, Line, Mark, Picture, Weight, Word, box
from app.pictures.places import number, short
from app.pictures.png import drawn
from app.pictures.shapes import HEAD, SHAPES, outline
from app.pictures.svg import svg

UNIT = st.floats(0, 100)
FAR = st.floats(-1e12, 1e12)


def area(corners: tuple[tuple[float, float], ...]) -> float:
    x, y = np.array(corners).T
    return abs(float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2))


def image_of(*marks: Mark) -> np.ndarray:
    return np.asarray(drawn(Picture(100, 100, "#ffffff", marks)).convert("L"), dtype=float)


def covered(*marks: Mark) -> float:
    """Pixels' worth of black on white."""
    return float((255 - image_of(*marks)).sum() / 255)


@pytest.mark.parametrize(("name", "path"), SHAPES)
def test_the_shapes_are_of_about_equal_weight_and_lie_round_their_place(name: str, path: str) -> None:
    corners = outline(path)
    assert 90 < area(corners) < 180, name
    assert max(abs(value) for corner in corners for value in corner) <= 9


def test_the_circle_is_one() -> None:
    assert {round(dist((0, 0), corner), 9) for corner in outline(SHAPES[0][1])} == {6.6}


@pytest.mark.parametrize("path", [HEAD, *(path for _, path in SHAPES)])
def test_a_glyph_covers_what_its_outline_encloses(path: str) -> None:
    found = covered(Glyph(path, (50, 50), 4, "#000000"))
    assert found == pytest.approx(16 * area(outline(path)), rel=0.03)


def test_a_turned_glyph_points_elsewhere() -> None:
    right, down = (image_of(Glyph(HEAD, (50, 50), 6, "#000000", turn=turn)) for turn in (0, 90))
    assert np.abs(right - down[::-1].T[:, ::-1]).mean() < 2
    assert np.abs(right - down).mean() > 2


def test_areas_lines_and_circles_have_their_size() -> None:
    assert covered(Area(box(10, 20, 30, 40), "#000000")) == pytest.approx(1200, rel=0.03)
    assert covered(Line((10, 10), (90, 70), "#000000", 3)) == pytest.approx(300, rel=0.03)
    assert covered(Line((10, 10), (90, 70), "#000000", 3, 0.5)) == pytest.approx(150, rel=0.03)
    assert covered(Line((10, 50), (90, 50), "#000000", 4, dash=(5, 5))) == pytest.approx(160, rel=0.1)
    assert covered(Circle((50, 50), 20, "#000000")) == pytest.approx(np.pi * 400, rel=0.03)
    assert covered(Circle((50, 50), 20, edge="#000000", width=2)) == pytest.approx(np.pi * 80, rel=0.05)
    rounded, cut = (covered(Line((20, 50), (80, 50), "#000000", 10, round=ends)) for ends in (True, False))
    assert rounded - cut == pytest.approx(np.pi * 25, rel=0.1)


def test_an_edge_is_smooth() -> None:
    shades = np.unique(image_of(Line((0, 0), (100, 37), "#000000", 20)))
    assert len(shades) >= FINE**2


def test_words_stand_where_they_are_anchored() -> None:
    for anchor, low, high in (("start", 50, 98), ("middle", 25, 75), ("end", 2, 50)):
        dark = np.flatnonzero((image_of(Word((50, 50), "HxH", 24, "#000000", anchor=anchor)) < 128).any(axis=0))  # type: ignore[arg-type]
        assert low <= dark.min() <= dark.max() <= high


@given(FAR, FAR, FAR, FAR)
def test_what_is_kept_of_a_line_lies_in_the_rectangle(x0: float, y0: float, x1: float, y1: float) -> None:
    found = within((x0, y0), (x1, y1), (0, 0), (100, 100))
    for x, y in found or ():
        assert -0.01 <= x <= 100.01
        assert -0.01 <= y <= 100.01


@given(UNIT, UNIT, UNIT, UNIT)
def test_a_line_inside_the_rectangle_is_kept_whole(x0: float, y0: float, x1: float, y1: float) -> None:
    found = within((x0, y0), (x1, y1), (0, 0), (100, 100))
    assert found
    assert np.allclose(found, ((x0, y0), (x1, y1)))


@given(UNIT, UNIT, st.floats(0, 5), st.floats(1, 5))
def test_dashes_follow_each_other_along_the_line(x: float, y: float, on: float, off: float) -> None:
    found = list(pieces((0, 0), (x, y), (on, off)))
    for start, end in found:
        assert dist(start, end) <= on + 1e-9
        assert max(dist((0, 0), start), dist((0, 0), end)) <= dist((0, 0), (x, y)) + 1e-9
    assert found[0][0] == (0, 0)


@given(st.text(max_size=120), st.floats(30, 400))
def test_lines_fit_and_are_few(text: str, room: float) -> None:
    found = lines_of(text, 20, "regular", room, 3)
    assert len(found) <= 3
    for line in found:
        assert width(line, 20) <= room or len(line) <= 2
    kept, whole = ("".join(each.replace("…", "").split()) for each in ("".join(found), text))
    assert whole.startswith(kept)


def test_lines_break_between_words_and_long_words_anywhere() -> None:
    assert lines_of("one two three", 20, "regular", width("one two", 20), 3) == ["one two", "three"]
    assert lines_of("mmmmmmmm", 20, "regular", width("mmm", 20), 3) == ["mmm", "mmm", "mm"]
    assert shortened("minus the count", 20, "regular", width("minus th…", 20)) == "minus th…"


@pytest.mark.parametrize("text", ["λ ∂L/∂W η ≥ ½ ξ ℓ", "Gewichte für Straße", "Крылов", "Ω ‖W‖² – “q”", ""])
def test_the_font_has_what_the_page_writes(text: str) -> None:
    assert legible(text)


@pytest.mark.parametrize("text", ["漢", "a❤", "ש", "a\u0308b", "\x00", "\u202e", "\ud800", "\uffff", "👍", "\u200b"])
def test_what_the_font_lacks_is_known(text: str) -> None:
    assert not legible(text)


def test_a_letter_that_the_font_has_looks_like_no_other() -> None:
    shown = {bytes(font("regular", 40).getmask(letter)) for letter in "abcxyzABC012λη∂−Δ"}
    assert len(shown) == 17


@pytest.mark.parametrize("weight", ["regular", "semibold"])
def test_all_digits_are_as_wide_as_each_other_and_letters_stand_close(weight: Weight) -> None:
    assert len({round(width(first + second, 100, weight), 6) for first in "0123456789" for second in "0123456789"}) == 1
    assert width("AV", 100, weight) < width("A", 100, weight) + width("V", 100, weight)


def test_svg_text_asks_for_the_faces_of_the_page_first() -> None:
    words = [Word((1, 2), "loss", 20, "#000000"), Word((1, 2), "W", 20, "#000000", "italic")]
    text = svg(Picture(100, 100, "#ffffff", words))
    assert 'font-family="Inter, ' in text.splitlines()[0]
    assert [line.count("font-family=\"'STIX Two Text', ") for line in text.splitlines() if "<text" in line] == [0, 1]


def test_svg_text_says_how_long_it_is() -> None:
    long = width("Hingelab", 32, "semibold")
    text = svg(Picture(100, 100, "#ffffff", [Word((1, 2), "Hingelab", 32, "#000000", "semibold")]))
    assert f'textLength="{round(long, 2):.12g}"' in text


@pytest.mark.parametrize(("value", "text"), [
    (6.2667, "6.267"), (99.99949, "99.999"), (123.45, "123.5"), (54321.0, "54321"), (2e9, "2.0e9"),
    (-0.0001, "−1.0e−4"),
])  # fmt: skip
def test_numbers_are_shorter_the_larger_they_are(value: float, text: str) -> None:
    assert short(value) == text


def test_no_number_is_less_than_nothing_by_nothing() -> None:
    assert number(-0.0, 3) == "0.000"
    assert number(-0.0004, 3) == "−4.0e−4"
    assert number(-0.0004, 4) == "−0.0004"
