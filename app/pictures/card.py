"""The picture of a moment for who is given its link: the plane, what it is, and the numbers."""

from collections.abc import Iterator

import numpy as np

from app.core.problem import Problem
from app.pictures.letters import legible, lines_of, shortened, width
from app.pictures.marks import Area, Circle, Glyph, Line, Mark, Picture, Place, Word, box
from app.pictures.moment import Moment, described, moment, scene_of
from app.pictures.palette import PALETTES, Palette, Theme
from app.pictures.places import short
from app.pictures.plane import plane
from app.pictures.plot_area import PlotArea
from app.pictures.shapes import SHAPES, shape_of
from app.pictures.table import table

WIDTH, HEIGHT = 1200, 630  # what chats and networks crop least
LEFT, RIGHT = HEIGHT + 52, WIDTH - 52  # of the words beside the plane
ROOM = RIGHT - LEFT
SECOND = LEFT + 248  # where the second of two numbers begins
FULL = 376  # lower than this the words above leave no room for the classes


def card(
    problem: Problem, iteration: int = 0, step: str | None = None, title: str = "", theme: Theme = "light"
) -> Picture:
    """The preview image of a moment, 1200×630.

    `problem` has the weights of that `iteration`; `step` is the title of the step of the pass that is looked at, None
    for none; `title` is a text of anybody's: cut to 80 letters and three lines, and left out where the font lacks
    letters of it. Where there are not two features the weights stand in place of the plane; a run that has diverged
    shows no numbers.
    """
    now, palette = moment(problem, iteration, step, title), PALETTES[theme]
    said = described(problem, iteration, step, title)
    return Picture(WIDTH, HEIGHT, palette.panel, [*_left(now, palette), *_words(now, palette)], said)


def _left(now: Moment, palette: Palette) -> Iterator[Mark]:
    if now.problem.X.shape[1] == 2:
        scene = scene_of(now)
        yield from plane(now.problem, scene, palette, PlotArea(0, 0, HEIGHT, scene["box"]))
    else:
        yield Area(box(0, 0, HEIGHT, HEIGHT), palette.bg)
        yield from table(now.problem, palette, HEIGHT, numbers=not now.diverged)
    yield Area(box(HEIGHT, 0, WIDTH - HEIGHT, HEIGHT), palette.panel)
    yield Line((HEIGHT, 0), (HEIGHT, HEIGHT), palette.line, 2)


def _words(now: Moment, palette: Palette) -> Iterator[Mark]:
    yield from _brand(palette)
    named = now.title if legible(now.title, "semibold") else ""
    y = 144.0
    for line in lines_of(named or now.loss, 42, "semibold", ROOM, 3):
        yield Word((LEFT, y), line, 42, palette.ink, "semibold")
        y += 51
    for fact in [now.loss] * bool(named) + [f"{now.size}, {now.problem.optimizer.title}"]:
        for line in lines_of(fact, 24, "regular", ROOM, 2):
            yield Word((LEFT, y - 4), line, 24, palette.muted)
            y += 34
    if y < FULL and now.problem.classes <= len(SHAPES):
        yield from _classes(now, palette, y + 4)
    yield from _numbers(now, palette)


def _classes(now: Moment, palette: Palette, y: float) -> Iterator[Mark]:
    """The shape and colour of each class with the number of its points."""
    step = min(90.0, ROOM / now.problem.classes)
    for k, count in enumerate(np.bincount(now.problem.y, minlength=now.problem.classes).tolist()):
        x = LEFT + 10 + step * k
        yield Glyph(shape_of(k), (x, y), 1.5, palette.line_of(k))
        if width(text := f"{count:,}", 20) < step - 26:
            yield Word((x + 16, y + 7), text, 20, palette.muted)


def _brand(palette: Palette) -> Iterator[Mark]:
    """The mark of icon.svg: a hinge."""
    corner, unit = (LEFT - 3.0, 46.0), 1.55
    ends: list[Place] = [(corner[0] + x * unit, corner[1] + y * unit) for x, y in ((2, 20), (13, 20), (22, 5))]
    yield Line(ends[0], ends[1], palette.ink, 2.4 * unit, round=True)
    yield Line(ends[1], ends[2], palette.ink, 2.4 * unit, round=True)
    yield Circle(ends[1], 2.6 * unit, palette.hot)
    yield Word((LEFT + 44, 78), "Hingelab", 30, palette.ink, "semibold")


def _numbers(now: Moment, palette: Palette) -> Iterator[Mark]:
    place = shortened(now.place[0].upper() + now.place[1:], 24, "regular", ROOM)
    yield Line((LEFT, 416), (RIGHT, 416), palette.line, 2)
    yield Word((LEFT, 458), place, 24, palette.ink)
    if now.diverged:
        yield Word((LEFT, 540), "diverged", 56, palette.broken, "semibold")
        yield Word((LEFT, 584), "The numbers have left all bounds.", 22, palette.muted)
        return
    share = f"{100 * now.right / len(now.problem.X):.0f} %"
    for text, x, said in ((short(now.total), LEFT, "loss"), (share, SECOND, "right")):
        yield Word((x, 534), text, 50, palette.ink, "semibold")
        yield Word((x + width(text, 50, "semibold") + 8, 534), said, 22, palette.muted)
    yield from _parts(now, palette)


def _parts(now: Moment, palette: Palette) -> Iterator[Mark]:
    """The loss as a bar of its two parts, each with its number."""
    parts = (("data", now.data, palette.hot, LEFT), ("penalty", now.penalty, palette.cold, SECOND))
    yield Area(box(LEFT, 558, ROOM, 8), palette.line)
    begin = float(LEFT)
    for name, value, colour, x in parts:
        long = ROOM * value / now.total if now.total else 0.0
        yield Area(box(begin, 558, long, 8), colour)
        begin += long
        yield Area(box(x, 582, 12, 12), colour)
        yield Word((x + 22, 594), f"{name} {short(value)}", 22, palette.muted)
