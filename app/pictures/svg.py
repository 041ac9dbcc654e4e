"""A picture as SVG text. It looks the same with other fonts too: every text states how long it is."""

from html import escape
from typing import Any

from app.pictures.letters import width
from app.pictures.marks import Area, Circle, Glyph, Line, Picture, Place, Word

FONTS = "font-family=\"Inter, 'Helvetica Neue', Arial, sans-serif\""
SERIF = "'STIX Two Text', Cambria, Georgia, serif"
FIGURES = 'style="font-variant-numeric: tabular-nums"'


def svg(picture: Picture) -> str:
    """A whole document; what the picture shows is its title."""
    size = f'width="{picture.width}" height="{picture.height}" viewBox="0 0 {picture.width} {picture.height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" {FONTS} {FIGURES}>'
    ground = f'<rect width="{picture.width}" height="{picture.height}" fill="{picture.ground}"/>'
    marks = (WRITERS[type(mark)](mark) for mark in picture.marks)
    return "\n".join((head, f"<title>{escape(picture.said)}</title>", ground, *marks, "</svg>", ""))


def _number(value: float) -> str:
    return f"{round(value, 2) + 0.0:.12g}"  # + 0.0: no −0


def _at(place: Place) -> str:
    return f"{_number(place[0])} {_number(place[1])}"


def _with(**attributes: Any) -> str:
    """Those that are given; numbers to two decimals."""
    written = ((name.replace("_", "-"), value) for name, value in attributes.items() if value is not None)
    return "".join(f' {name}="{_number(value) if isinstance(value, float) else value}"' for name, value in written)


def _faint(opacity: float) -> float | None:
    return None if opacity == 1.0 else opacity


def _area(mark: Area) -> str:
    edge = _with(stroke=mark.fill, stroke_width=mark.seam) if mark.seam else ""
    return f'<polygon points="{" ".join(map(_at, mark.corners))}" fill="{mark.fill}"{edge}/>'


def _line(mark: Line) -> str:
    dash = mark.dash and " ".join(_number(max(part, DOT)) for part in mark.dash)
    cap = "round" if mark.round else None
    style = _with(stroke_dasharray=dash, stroke_linecap=cap, stroke_opacity=_faint(mark.opacity))
    ends = _with(x1=float(mark.start[0]), y1=float(mark.start[1]), x2=float(mark.end[0]), y2=float(mark.end[1]))
    return f"<line{ends}{_with(stroke=mark.colour, stroke_width=float(mark.width))}{style}/>"


def _circle(mark: Circle) -> str:
    edge = _with(stroke=mark.edge, stroke_width=float(mark.width)) if mark.edge else ""
    place = _with(cx=float(mark.centre[0]), cy=float(mark.centre[1]), r=float(mark.radius))
    return f'<circle{place} fill="{mark.fill or "none"}"{edge}{_with(opacity=_faint(mark.opacity))}/>'


def _glyph(mark: Glyph) -> str:
    turn = f" rotate({_number(mark.turn)})" if mark.turn else ""
    move = f"translate({_at(mark.place)}){turn} scale({mark.scale:.4g})"
    rim = _with(stroke=mark.edge, stroke_width=mark.width / mark.scale, stroke_linejoin="round", paint_order="stroke")
    return f'<path d="{mark.path}" transform="{move}" fill="{mark.fill}"{rim if mark.edge else ""}/>'


def _word(mark: Word) -> str:
    weight = _with(**STYLES[mark.weight])
    anchor = None if mark.anchor == "start" else mark.anchor
    rim = {"stroke": mark.halo, "stroke_width": mark.size * HALO, "stroke_opacity": VEIL, "stroke_linejoin": "round"}
    long = width(mark.text, mark.size, mark.weight)
    style = _with(font_size=float(mark.size), text_anchor=anchor, textLength=long, lengthAdjust="spacingAndGlyphs")
    place = _with(x=float(mark.place[0]), y=float(mark.place[1]))
    look = _with(fill=mark.colour) + weight + (_with(**rim, paint_order="stroke") if mark.halo else "")
    return f"<text{place}{style}{look}>{escape(mark.text)}</text>"


HALO = 0.28  # of a letter's size: the width of a rim, half of it outside
STYLES: dict[str, dict[str, Any]] = {
    "regular": {},
    "semibold": {"font_weight": 600},
    "italic": {"font_family": SERIF, "font_style": "italic", "font_weight": 600},
}
VEIL = 0.65  # how much a rim covers
DOT = 0.01  # pixels: some programs draw no dash of no length
WRITERS: dict[type, Any] = {Area: _area, Line: _line, Circle: _circle, Glyph: _glyph, Word: _word}
