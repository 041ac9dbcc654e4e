"""A picture as pixels: Pillow draws the marks several times as large; made smaller, their edges are smooth."""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from math import atan2, ceil, cos, floor, hypot, pi, radians, sin
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from app.core.types import Ints
from app.pictures.colours import palette_of, reduced, rgb
from app.pictures.dashes import pieces
from app.pictures.letters import FINE, font
from app.pictures.marks import Area, Circle, Glyph, Line, Picture, Place, Word
from app.pictures.shapes import outline
from app.pictures.svg import HALO, VEIL

Image.preinit()  # reads the code of the file formats now, not with the first picture that somebody waits for

CAP = 6  # corners of half a round end
RIM = 0.35 / FINE  # by about so much Pillow draws a polygon larger on each side
ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


class Sheet:
    """What is drawn on, with a pen for what covers its ground, and a slower one that mixes what is faint with it."""

    def __init__(self, picture: Picture) -> None:
        self.image = Image.new("RGB", (picture.width * FINE, picture.height * FINE), picture.ground)
        self.pens = ImageDraw.Draw(self.image), ImageDraw.Draw(self.image, "RGBA")

    def pen(self, opacity: float) -> ImageDraw.ImageDraw:
        return self.pens[opacity < 1.0]


def png(picture: Picture) -> bytes:
    """The file; the same picture gives the same bytes."""
    file = BytesIO()
    image = drawn(picture)
    reduced(image, palette_of(image, [picture])).save(file, "PNG", compress_level=5)  # 2 % larger, a quarter faster
    return file.getvalue()


def drawn(picture: Picture) -> Image.Image:
    """The picture as an image."""
    sheet = Sheet(picture)
    for mark in picture.marks:
        PAINTERS[type(mark)](sheet, mark)
    return sheet.image.reduce(FINE)


def _colour(text: str, opacity: float = 1.0) -> tuple[int, int, int, int]:
    return (*rgb(text), round(255 * opacity))


def _fine(places: Iterable[Place]) -> list[Place]:
    # A place lies between pixels; Pillow names the pixel, and draws all that it names.
    return [(floor(x * FINE), floor(y * FINE)) for x, y in places]


def _area(sheet: Sheet, mark: Area) -> None:
    sheet.pen(1.0).polygon(_fine(mark.corners), fill=_colour(mark.fill))


def _line(sheet: Sheet, mark: Line) -> None:
    pen, colour, half = sheet.pen(mark.opacity), _colour(mark.colour, mark.opacity), mark.width / 2 - RIM
    dots = []
    for start, end in pieces(mark.start, mark.end, mark.dash):
        if start == end:
            dots.append(start)
        else:
            pen.polygon(_fine(_strip(start, end, half, mark.round)), fill=colour)
    if dots:
        middles = np.floor(np.array(dots) * FINE).astype(int)
        pen.point((middles[:, None] + _dot(half)).ravel().tolist(), fill=colour)


@lru_cache(maxsize=64)
def _dot(half: float) -> Ints:
    """The pixels of a round dot (n, 2), seen from its middle: thousands of them are drawn at one go."""
    reach = ceil(half * FINE) + 1
    stamp = Image.new("1", (2 * reach + 1, 2 * reach + 1))
    ImageDraw.Draw(stamp).ellipse(_around(((reach + 0.5) / FINE, (reach + 0.5) / FINE), half), fill=1)
    return np.argwhere(np.asarray(stamp).T) - reach


def _strip(start: Place, end: Place, half: float, rounded: bool) -> list[Place]:
    """The corners of a line with its width: four, or more where its ends are round."""
    ends = _round_ends if rounded else _cut_ends
    first, last = ends(round(end[0] - start[0], 3), round(end[1] - start[1], 3), half)
    return [(start[0] + x, start[1] + y) for x, y in first] + [(end[0] + x, end[1] + y) for x, y in last]


# What follows is kept: many lines are alike, the dashes of one and the crosses of all points.
@lru_cache(maxsize=1024)
def _cut_ends(across: float, down: float, half: float) -> tuple[list[Place], list[Place]]:
    """The corners at both ends of a line that goes so far, each seen from its end."""
    length = hypot(across, down) or 1.0
    x, y = across / length, down / length
    cut = min(RIM, length / 2)
    first = [(cut * x - side * half * y, cut * y + side * half * x) for side in (1, -1)]
    return first, [(-x, -y) for x, y in first]


@lru_cache(maxsize=1024)
def _round_ends(across: float, down: float, half: float) -> tuple[list[Place], list[Place]]:
    begun = atan2(down, across) + pi / 2
    turns = [begun + pi * step / CAP for step in range(CAP + 1)]
    first = [(half * cos(turn), half * sin(turn)) for turn in turns]
    return first, [(-x, -y) for x, y in first]


def _circle(sheet: Sheet, mark: Circle) -> None:
    fill = mark.fill and _colour(mark.fill, mark.opacity)
    edge = mark.edge and _colour(mark.edge, mark.opacity)
    box = _around(mark.centre, mark.radius + mark.width / 2)
    sheet.pen(mark.opacity).ellipse(box, fill=fill, outline=edge, width=round(mark.width * FINE))


def _around(centre: Place, radius: float) -> tuple[float, float, float, float]:
    x, y, reach = centre[0] * FINE - 0.5, centre[1] * FINE - 0.5, radius * FINE
    return x - reach, y - reach, x + reach, y + reach


def _glyph(sheet: Sheet, mark: Glyph) -> None:
    for grown, colour in ((mark.width, mark.edge), (0.0, mark.fill)):
        if colour:
            stamp = _stamp(mark.path, mark.scale, grown, mark.turn)
            x, y = (round(value * FINE) - stamp.width // 2 for value in mark.place)
            sheet.image.paste(rgb(colour), (x, y), stamp)


@lru_cache(maxsize=256)
def _stamp(path: str, scale: float, grown: float, turn: float) -> Image.Image:
    """What a glyph covers, with an edge of that width: the same for all points of a class."""
    around = [(x * cos(radians(turn)) - y * sin(radians(turn)), x * sin(radians(turn)) + y * cos(radians(turn)))
              for x, y in outline(path)]  # fmt: skip
    reach = max(hypot(*corner) for corner in around) * scale + grown
    side = 2 * round(reach * FINE + 1)
    stamp = Image.new("1", (side, side))
    corners = [(x * scale + side / 2 / FINE, y * scale + side / 2 / FINE) for x, y in around]
    pen = ImageDraw.Draw(stamp)
    pen.polygon(_fine(corners), fill=1)
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        if grown:
            pen.polygon(_fine(_strip(start, end, grown / 2 - RIM, True)), fill=1)
    return stamp


def _word(sheet: Sheet, mark: Word) -> None:
    x, y = (value * FINE for value in mark.place)
    face, anchor = font(mark.weight, mark.size * FINE), ANCHORS[mark.anchor]
    if mark.halo:
        rim, veil = mark.size * HALO / 2 * FINE, _colour(mark.halo, VEIL)
        sheet.pen(VEIL).text((x, y), mark.text, veil, face, anchor, stroke_width=rim, stroke_fill=veil)
    sheet.pen(1.0).text((x, y), mark.text, mark.colour, face, anchor)


PAINTERS: dict[type, Any] = {Area: _area, Line: _line, Circle: _circle, Glyph: _glyph, Word: _word}
