"""The plane of one setting of the weights, or of many: what `scenes` needs, taken from a problem. It draws nothing."""

from typing import Any, NamedTuple

import numpy as np

from app.core.problem import Problem
from app.core.scene import Scene, scenes
from app.core.trace import Trace
from app.core.types import Array
from app.core.window import Box

FRAMES = 12
"""Pictures between the weights before an update and those after it."""


class View(NamedTuple):
    """How a scene is to be looked at: its window, and the weights' norm whose arrow has the standard length.

    None: fitted to the points and to the weights. A page whose reader drags something keeps both as they are.
    """

    box: Box | None = None
    unit: float | None = None


FITTED = View()


class JudgedScene(Scene):
    """A scene with the loss of each point (to four decimals) and whether it is classified right."""

    losses: Array
    correct: Any


class PassScene(JudgedScene):
    """The scene of a pass, with those between its weights and the updated ones; `unit` as in View."""

    unit: float | None
    frames: list[Scene]


def of_run(problem: Problem, W: Array, b: Array, view: View = FITTED) -> list[JudgedScene]:
    """One scene for each of the weights W (T, 2, C), b (T, C), with each point's loss and whether it is right."""
    losses, correct, broken = _judged(problem, W, b)
    drawn = scenes(problem.X, problem.y, W, b, delta=_delta(problem), pairs=broken, box=view.box, unit=view.unit)
    judged = zip(drawn, losses.round(4), correct, strict=True)
    return [{**scene, "losses": cost, "correct": right} for scene, cost, right in judged]


def of_pass(found: Trace, start: Problem, view: View = FITTED) -> PassScene:
    """The scene of a pass, and the frames through which its update moves the lines; arrows in the run's scale."""
    W, b = found.problem.W, found.problem.b
    share = np.arange(1, FRAMES + 1)[:, None] / FRAMES
    moved_W = W + share[..., None] * (found.after.W - W)
    moved_b = b + share * (found.after.b - b)
    unit = view.unit or float(np.hypot(*start.W).max()) or None
    losses, correct, broken = _judged(found.problem, W[None], b[None])
    scene = scenes(start.X, start.y, W[None], b[None], delta=_delta(start), pairs=broken, box=view.box, unit=unit)[0]
    unit = unit or float(np.hypot(*W).max()) or None
    frames = scenes(start.X, start.y, moved_W, moved_b, delta=_delta(start), box=scene["box"], unit=unit)
    return {**scene, "losses": losses[0].round(4), "correct": correct[0], "unit": unit, "frames": frames}


def every(points: int, classes: int, settings: int, most: int) -> int:
    """Every how many iterations a scene fits, if all may hold `most` numbers; half of the margins count as broken."""
    one = 4 + 30 * classes + 2 * points * classes
    return max(1, -(-settings * one // most))


def _delta(problem: Problem) -> float | None:
    return problem.loss.delta if problem.loss.has_margins else None


def _judged(problem: Problem, W: Array, b: Array) -> tuple[Array, Any, Any]:
    """Losses (T, N), which points are right (T, N), which margins cost something (T, N, C; None without margins)."""
    scores = problem.X @ W + b[:, None]
    times, n, classes = scores.shape
    own = np.tile(problem.y, times) * (times * n) + np.arange(times * n)
    losses, slopes = problem.loss.slope(scores.transpose(2, 0, 1).reshape(classes, -1).copy(), own)
    broken = (slopes > 0).reshape(classes, times, n).transpose(1, 2, 0) if problem.loss.has_margins else None
    return losses.reshape(times, n), scores.argmax(axis=2) == problem.y, broken
