"""The plane of a problem as a picture of its own, with nothing beside it."""

from app.core.plane import FITTED, View
from app.core.problem import Problem
from app.pictures.frame import Frame
from app.pictures.marks import Picture
from app.pictures.moment import described, moment, scene_of
from app.pictures.palette import PALETTES, Theme
from app.pictures.plane import plane


def alone(
    problem: Problem, iteration: int = 0, side: int = 800, theme: Theme = "light", view: View = FITTED
) -> Picture:
    """`problem` has two features and the weights of that `iteration`; `side` is in pixels."""
    scene, palette = scene_of(moment(problem, iteration), view), PALETTES[theme]
    marks = [*plane(problem, scene, palette, Frame(0, 0, side, scene["box"]))]
    return Picture(side, side, palette.panel, marks, described(problem, iteration))
