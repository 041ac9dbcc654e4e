"""The plane as marks: regions, lines, violations and points as the page draws them.

`app/pages/plane.py` and plane/plane.js draw the same for the page, where it can be touched.
"""

from collections.abc import Iterator, Sequence
from math import atan2, degrees, hypot, sqrt
from typing import Any

from app.core.plane import JudgedScene
from app.core.plane.scene import Scene
from app.core.problem import Problem
from app.pictures.marks import Anchor, Area, Circle, Glyph, Line, Mark, Place, Word, box
from app.pictures.palette import Palette
from app.pictures.places import Percent, ticks
from app.pictures.plot_area import PlotArea
from app.pictures.shapes import CROSS, HEAD, shape_of

MANY_CLASSES = 4  # classes
MANY_POINTS = 40  # more points than this are drawn smaller
MANY_VIOLATIONS = 60  # more violations than this are drawn fainter
VERY_MANY_VIOLATIONS = 300  # and more than this as hairlines, the fainter the more there are
VERY_MANY_POINTS = 150  # more points than this are drawn smaller still, with fainter rings
MOST_VIOLATIONS = 1000  # more violations than this are not drawn
INSET = 15  # pixels from the border to the badge of a line


def plane(
    problem: Problem, scene: JudgedScene, palette: Palette, area: PlotArea, most: int = MOST_VIOLATIONS
) -> Iterator[Mark]:
    """From back to front. What reaches over the border of the plane has to be covered by what comes later.

    More than `most` violations are not drawn: among so many no single one could be seen.
    """
    yield Area(box(area.left, area.top, area.side, area.side), palette.panel)
    yield from _ground(scene, palette, area)
    yield from _levels(scene, palette, area)
    if len(scene["violations"]) <= most:
        yield from _violations(problem, scene, palette, area)
    yield from _weights(scene, palette, area)
    yield from _points(problem, scene, palette, area)


def dashes(scene: Scene, k: int | None) -> tuple[str, list[tuple[int, Any]]]:
    """The dashed lines, (class, segment): margin lines for two classes or the class k in focus, otherwise s = 1.

    Too many levels would be a tangle: more than MANY_CLASSES classes show only that of class k.
    """
    pairwise = [(j, line) for own, j, line in scene["margins"] if len(scene["lines"]) == 2 or own == k]
    if pairwise:
        return "pairwise", pairwise
    levels = [(j, line) for j, line in there(scene["levels"]) if len(scene["levels"]) <= MANY_CLASSES or j == k]
    return ("levels" if levels else "none"), levels


def there(segments: Sequence[Any]) -> list[tuple[int, Any]]:
    """(class, segment) of what is in the window."""
    return [(k, segment) for k, segment in enumerate(segments) if segment]


def ring_of(loss: float) -> float | None:
    """The radius of the ring that a point's loss has; None where it has no loss to speak of."""
    return 9 + 11 * loss / (loss + 2) if loss >= 0.005 else None


def _ground(scene: Scene, palette: Palette, area: PlotArea) -> Iterator[Mark]:
    for k, region in enumerate(scene["regions"]):
        if region:
            yield Area([area.place(corner) for corner in region], palette.tint_of(k), 1.0)
    yield from _ticks(scene, palette, area)


def _ticks(scene: Scene, palette: Palette, area: PlotArea) -> Iterator[Mark]:
    """The grid, and its numbers at the lower and the left border."""
    at, share, unit = Percent(scene["box"]), area.side / 100, area.unit
    right, below = area.left + area.side, area.top + area.side
    across = [(area.left + share * float(x), text, zero) for x, text, zero in ticks(scene["box"][:2], at.x)]
    up = [(area.top + share * float(y), text, zero) for y, text, zero in ticks(scene["box"][2:], at.y)]
    for x, _, zero in across:
        yield Line((x, area.top), (x, below), palette.ink, unit, 0.17 if zero else 0.07)
    for y, _, zero in up:
        yield Line((area.left, y), (right, y), palette.ink, unit, 0.17 if zero else 0.07)
    places: list[tuple[Place, str, Anchor]] = [((x, below - 6 * unit), text, "middle") for x, text, _ in across]
    places += [((area.left + 6 * unit, y + 4 * unit), text, "start") for y, text, _ in up]
    for place, text, anchor in places:
        if text:
            yield Word(place, text, 10.5 * unit, palette.muted, anchor=anchor, halo=palette.panel)


def _levels(scene: Scene, palette: Palette, area: PlotArea) -> Iterator[Mark]:
    for k, (start, end) in dashes(scene, None)[1]:
        dash = (5 * area.unit, 4 * area.unit)
        colour = palette.line_of(k)
        yield Line(area.place(start), area.place(end), colour, 1.25 * area.unit, 0.75, dash)


def _violations(problem: Problem, scene: Scene, palette: Palette, area: PlotArea) -> Iterator[Mark]:
    """From each point to the margin lines that it breaks: dots, fainter where they are many."""
    unit, many = area.unit, len(scene["violations"])
    dash = None if many > VERY_MANY_VIOLATIONS else (0.0, 4 * unit)
    width, faint = (
        (1.0, 0.2 * sqrt(VERY_MANY_VIOLATIONS / many))
        if many > VERY_MANY_VIOLATIONS
        else (1.75, 0.3 if many > MANY_VIOLATIONS else 0.7)
    )
    for i, j, *foot in scene["violations"]:
        seen = area.seen(area.place(problem.X[int(i)]), area.place(foot))
        if seen:
            yield Line(*seen, palette.line_of(int(j)), width * unit, faint, dash, dash is not None)


def _weights(scene: Scene, palette: Palette, area: PlotArea) -> Iterator[Mark]:
    """The lines s = 0, the arrows of the weights, and the badge at the end of each line."""
    unit = area.unit
    lines = [(k, area.place(start), area.place(end)) for k, (start, end) in there(scene["lines"])]
    for k, start, end in lines:
        yield Line(start, end, palette.line_of(k), 2 * unit)
    for k, (tail, tip) in there(scene["arrows"]):
        start, end = area.place(tail), area.place(tip)
        turn = degrees(atan2(end[1] - start[1], end[0] - start[0]))
        yield Line(start, end, palette.line_of(k), 2.75 * unit)
        yield Glyph(HEAD, end, unit, palette.line_of(k), turn=turn)
    for k, start, end in lines:
        length = hypot(start[0] - end[0], start[1] - end[1])
        inset = INSET * unit / length
        place = end[0] + inset * (start[0] - end[0]), end[1] + inset * (start[1] - end[1])
        yield Circle(place, 8.5 * unit, palette.panel, palette.line_of(k), 1.25 * unit)
        yield Glyph(shape_of(k), place, 0.6 * unit, palette.line_of(k))


def _points(problem: Problem, scene: JudgedScene, palette: Palette, area: PlotArea) -> Iterator[Mark]:
    count = len(problem.X)
    size, faint = (0.6, 0.4) if count > VERY_MANY_POINTS else (0.8 if count > MANY_POINTS else 1.0, 0.75)
    unit = area.unit * size
    classes, losses = problem.y.tolist(), scene["losses"].tolist()
    for i, (place, k) in enumerate(zip(map(area.place, problem.X.tolist()), classes, strict=True)):
        if not area.holds(place):
            continue
        if radius := ring_of(losses[i]):
            yield Circle(place, radius * unit, edge=palette.broken, width=1.5 * unit, opacity=faint)
        yield Glyph(shape_of(k), place, unit, palette.line_of(k), palette.panel, 1.5 * unit)
        if not scene["correct"][i]:
            yield Glyph(CROSS, place, unit, palette.panel, turn=45.0)
