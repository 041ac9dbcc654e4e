"""A whole run as an answer: the weights, losses and scenes of every iteration."""

from typing import Any

from app.core import plane
from app.core.fast.train import train
from app.core.problem import Problem
from app.requests.layout import outward
from app.requests.limits import check_whole_run
from app.requests.schemas import Layout
from app.settings import Settings

SERIES = ("totals", "data", "penalty", "accuracy", "gradient_norm")
"""What there is of every iteration, one number each."""
SHOWN = (*SERIES, "W", "b", "batches", "learning_rates", "batches_per_epoch", "diverged_at")


def answer_of(
    problem: Problem, iterations: int, settings: Settings, view: plane.Viewport = plane.FITTED, layout: Layout = "XW"
) -> dict[str, Any]:
    """The run of so many iterations, as POST /train answers it. Raises Refusal: 422, where it is too long."""
    check_whole_run(problem, iterations, settings)
    found = train(problem, iterations)
    points, features = problem.X.shape
    k = plane.every(points, problem.classes, len(found.W), settings.max_scene_numbers)
    scenes = plane.of_run(problem, found.W[::k], found.b[::k], view) if features == 2 else None
    runs = {name: getattr(found, name) for name in SHOWN} | {"W": outward(layout, found.W)}
    return runs | {"scenes": scenes, "scene_every": k}
