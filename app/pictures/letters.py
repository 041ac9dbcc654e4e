"""The letters of pictures: their fonts, how wide a text is, where it breaks, and whether it can be set at all.

The fonts are those of the page, as files beside this: a machine without any draws the same. static/fonts/subset.py
makes them.
"""

import unicodedata
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from app.pictures.marks import Weight

FOLDER = Path(__file__).parent / "fonts"
FILES: dict[Weight, str] = {
    "regular": "inter-regular.ttf",
    "semibold": "inter-semibold.ttf",
    "italic": "stix-two-text-bold-italic.ttf",
}
FINE = 3  # pixels of measure a pixel of the picture
MISSING = "\uffff"  # no font has it: its glyph is the box that stands for what is missing


@lru_cache(maxsize=32)  # each holds its letters; pictures of any width may be asked for
def font(weight: Weight, size: float) -> ImageFont.FreeTypeFont:
    """Set letter by letter, by the font alone: with another engine each machine would set it a little differently."""
    return ImageFont.truetype(FOLDER / FILES[weight], size, layout_engine=ImageFont.Layout.BASIC)


def width(text: str, size: float, weight: Weight = "regular") -> float:
    """In pixels."""
    return font(weight, size * FINE).getlength(text) / FINE


def legible(text: str, weight: Weight = "regular") -> bool:
    """Does the font have every letter of it? What is put together of several signs is not set."""
    return text.isprintable() and all(_has(letter, weight) for letter in set(text))


@lru_cache(maxsize=4096)
def _has(letter: str, weight: Weight) -> bool:
    if unicodedata.combining(letter):
        return False
    shown, absent = (font(weight, 20).getmask(each) for each in (letter, MISSING))
    return shown.size != absent.size or bytes(shown) != bytes(absent)


def lines_of(text: str, size: float, weight: Weight, room: float, most: int) -> list[str]:
    """The text in lines of at most `room` pixels; what is left after `most` lines is an ellipsis."""
    lines: list[str] = []
    rest = text
    while rest and len(lines) < most:
        line = _fitting(rest, size, weight, room)
        rest = rest[len(line) :].lstrip()
        lines.append(line.rstrip())
    if rest:
        lines[-1] = shortened(f"{lines[-1]} {rest}", size, weight, room)
    return lines


def _fitting(text: str, size: float, weight: Weight, room: float) -> str:
    """Its beginning, as long as fits, cut between words if there are two."""
    end = _cut(text, size, weight, room)
    if end == len(text):
        return text
    gap = text.rfind(" ", 0, end + 1)
    return text[: gap if gap > 0 else end]


def shortened(text: str, size: float, weight: Weight, room: float) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    end = _cut(text, size, weight, room)
    if end == len(text):
        return text
    return text[: _cut(text, size, weight, room - width("…", size, weight))].rstrip() + "…"


def _cut(text: str, size: float, weight: Weight, room: float) -> int:
    """How many letters fit, at least one."""
    fits = (n for n in range(len(text), 1, -1) if width(text[:n], size, weight) <= room)
    return next(fits, 1)
