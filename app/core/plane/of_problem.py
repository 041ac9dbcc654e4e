"""The plane of one setting of the weights, or of many: what `scenes` needs, taken from a problem."""

from typing import Any, NamedTuple

import numpy as np

from app.core.fast.losses_at import losses_at
from app.core.plane.scene import Scene, Segment, scenes
from app.core.plane.window import Box
from app.core.problem import Problem
from app.core.tape.trace import Trace
from app.core.types import Array

FRAMES = 12
"""Pictures between the weights before an update and those after it."""


HALVES = np.array([-0.5, 0.5])
"""A binary score column as two: half against class 0, half for class 1."""


class Viewport(NamedTuple):
    """How a scene is to be looked at: its window, and the weights' norm whose arrow has the standard length.

    None: fitted to the points and to the weights. A page whose reader drags something keeps both as they are.
    """

    box: Box | None = None
    unit: float | None = None


FITTED = Viewport()


class JudgedScene(Scene):
    """A scene with the loss of each point (to four decimals) and whether it is classified right."""

    losses: Array
    correct: Any


class PassScene(JudgedScene):
    """The scene of a pass, with those between its weights and the updated ones; `unit` as in Viewport."""

    unit: float | None
    frames: list[Scene]


def of_run(problem: Problem, W: Array, b: Array, view: Viewport = FITTED) -> list[JudgedScene]:
    """One scene for each of the weights W (T, 2, C), b (T, C), with each point's loss and whether it is right."""
    losses, correct, broken = _judged(problem, W, b)
    drawn = _drawn(problem, W, b, broken, view)
    judged = zip(drawn, losses.round(4), correct, strict=True)
    return [{**scene, "losses": cost, "correct": right} for scene, cost, right in judged]


def of_pass(found: Trace, start: Problem, view: Viewport = FITTED) -> PassScene:
    """The scene of a pass, and the frames through which its update moves the lines; arrows in the run's scale."""
    W, b = found.problem.W, found.problem.b
    share = np.arange(1, FRAMES + 1)[:, None] / FRAMES
    moved_W = W + share[..., None] * (found.after.W - W)
    moved_b = b + share * (found.after.b - b)
    view = as_begun(start, view)
    losses, correct, broken = _judged(found.problem, W[None], b[None])
    scene = _drawn(start, W[None], b[None], broken, view)[0]
    unit = view.unit or float(np.hypot(*W).max()) or None
    frames = _drawn(start, moved_W, moved_b, None, Viewport(scene["box"], unit))
    return {**scene, "losses": losses[0].round(4), "correct": correct[0], "unit": unit, "frames": frames}


def as_begun(start: Problem, view: Viewport = FITTED) -> Viewport:
    """The view with arrows in the scale of the weights that a run begins with, unless it has one or they are 0."""
    return Viewport(view.box, view.unit or float(np.hypot(*start.W).max()) or None)


def every(points: int, classes: int, settings: int, most: int) -> int:
    """Every how many iterations a scene fits, if all may hold `most` numbers; half of the margins count as broken."""
    one = 4 + 30 * classes + 2 * points * classes
    return max(1, -(-settings * one // most))


def _drawn(problem: Problem, W: Array, b: Array, broken: Any, view: Viewport) -> list[Scene]:
    if not problem.loss.binary:
        return _scenes(problem, W, b, broken, view)
    # The columns (−w/2, +w/2) have the same decision line, and s_y − s_j = t·s: the same margin lines.
    half = Viewport(view.box, view.unit and view.unit / 2)
    found = _scenes(problem, W * HALVES, b * HALVES, broken, half)
    for scene in found:
        scene["lines"], scene["arrows"] = _last(scene["lines"]), _last(scene["arrows"])
        scene["levels"] = [None, None]
    return found


def _last(pair: list[Segment | None]) -> list[Segment | None]:
    """One line for both classes is enough, drawn as that of class 1, on whose side s is positive."""
    return [None, pair[1]]


def _scenes(problem: Problem, W: Array, b: Array, broken: Any, view: Viewport) -> list[Scene]:
    pairwise = problem.loss.pairwise or problem.loss.binary
    return scenes(problem.X, problem.y, W, b, delta=_delta(problem), pairs=broken, pairwise=pairwise,
                  box=view.box, unit=view.unit)  # fmt: skip


def _delta(problem: Problem) -> float | None:
    return problem.loss.delta if problem.loss.has_margins else None


def _judged(problem: Problem, W: Array, b: Array) -> tuple[Array, Any, Any]:
    """Losses (T, N), which points are right (T, N), which margins cost something (T, N, C; None without margins)."""
    scores = problem.X @ W + b[:, None]
    losses, slopes = losses_at(problem.loss, problem.y, scores.transpose(2, 0, 1).copy())
    return losses, problem.classify(scores) == problem.y, _broken(problem, scores, slopes.transpose(1, 2, 0))


def _broken(problem: Problem, scores: Array, pushed: Array) -> Any:
    if not problem.loss.has_margins:
        return None
    if problem.loss.pairwise:
        return pushed > 0
    broken = np.asarray(problem.loss.margins(scores, problem.y)) > 0
    if not problem.loss.binary:
        return broken
    return broken & (np.arange(2) != problem.y[:, None])  # the one rival is the other class
