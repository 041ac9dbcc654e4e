"""The plane of a problem as a picture of its own, with nothing beside it."""

from app.core.plane import FITTED, Viewport
from app.core.problem import Problem
from app.pictures.marks import Picture
from app.pictures.moment import described, moment, scene_of
from app.pictures.palette import PALETTES, Theme
from app.pictures.plane import plane
from app.pictures.plot_area import PlotArea


def alone(
    problem: Problem, iteration: int = 0, side: int = 800, theme: Theme = "light", view: Viewport = FITTED
) -> Picture:
    """`problem` has two features and the weights of that `iteration`; `side` is in pixels."""
    scene, palette = scene_of(moment(problem, iteration), view), PALETTES[theme]
    marks = [*plane(problem, scene, palette, PlotArea(0, 0, side, scene["box"]))]
    return Picture(side, side, palette.panel, marks, described(problem, iteration))
