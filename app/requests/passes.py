"""One pass of a run as an answer: its steps, its plane, and the formulas of the cells that are wanted."""

from typing import Any

import numpy as np

from app.core import plane
from app.core.check.update_effect import zero_loss
from app.core.fast.gradient import gradient
from app.core.fast.train import BOUND, train
from app.core.problem import Problem
from app.core.tape.step import Step
from app.core.tape.trace import Trace, trace
from app.mathml import mathml
from app.requests import layout as layouts
from app.requests.cells import formulas, wanted_cells
from app.requests.layout import outward
from app.requests.limits import check_run
from app.requests.refusal import Fault, Refusal
from app.requests.schemas import Wanted
from app.settings import Settings


def answer_of(
    problem: Problem, iteration: int, wanted: Wanted, settings: Settings, view: plane.Viewport = plane.FITTED
) -> dict[str, Any]:
    """Every step of the pass of `iteration`, as POST /pass answers it. Raises Refusal: 422."""
    found = passed(problem, iteration, settings)
    return _shaped(problem, found, view, wanted) | _cells(found, wanted, settings)


def cells_of(problem: Problem, iteration: int, wanted: Wanted, settings: Settings) -> dict[str, Any]:
    """The formulas of the cells of that pass alone, as POST /cells answers them. Raises Refusal: 422."""
    return _cells(passed(problem, iteration, settings), wanted, settings)


def _cells(found: Trace, wanted: Wanted, settings: Settings) -> dict[str, Any]:
    return {"cells": formulas(found, wanted_cells(found, wanted, settings), settings, wanted)}


def passed(problem: Problem, iteration: int, settings: Settings) -> Trace:
    """The pass of an iteration. Raises Refusal: 422, where it is too far off or the run diverged before it."""
    check_run(problem, iteration, "iteration", settings)
    return traced(problem, iteration)


def traced(problem: Problem, iteration: int) -> Trace:
    """The pass, unless the run diverged before it: then there is none. The run is looked through only on suspicion."""
    with np.errstate(all="ignore"):
        try:
            found = trace(problem, iteration)
        except FloatingPointError:
            raise diverged(problem, iteration) from None
    largest = max(float(np.abs(step.value).max(initial=0.0)) for step in found.steps)
    if not largest <= BOUND:
        end = train(problem, iteration).diverged_at
        if not np.isfinite(largest) or (end is not None and end < iteration):
            raise diverged(problem, iteration)
    return found


def diverged(problem: Problem, iteration: int) -> Refusal:
    """What is raised where a run diverged before an iteration."""
    end = train(problem, iteration).diverged_at
    detail = (
        f"The run diverged at iteration {iteration if end is None else end}, so iteration {iteration} has no pass; "
        "lower the learning rate, or ask for an earlier iteration."
    )
    return Refusal(422, "diverged", detail, [Fault("/iteration", detail)])


def _shaped(problem: Problem, found: Trace, view: plane.Viewport, wanted: Wanted) -> dict[str, Any]:
    whole = gradient(found.problem)
    return {
        "iteration": found.iteration,
        "epoch": found.iteration // problem.batches_per_epoch,
        "batch": found.batch,
        "W": outward(wanted.layout, found.problem.W),
        "b": found.problem.b,
        "steps": [_step(step, wanted) for step in found.steps],
        "learning_rate": problem.rate(found.iteration),
        "zero_loss": zero_loss(found.problem),
        "loss": {"data": whole.data, "penalty": whole.penalty, "total": whole.total},
        "accuracy": whole.accuracy,
        "scene": plane.of_pass(found, problem, view) if problem.X.shape[1] == 2 else None,
    }


COPIED = (
    "id", "direction", "node", "symbol", "title", "action", "sentence", "question", "picture", "stage", "scale",
    "reads",
)  # fmt: skip


def _step(step: Step, wanted: Wanted) -> dict[str, Any]:
    found = {name: getattr(step, name) for name in COPIED} | layouts.step(wanted.layout, wanted.formulas, step)
    return found | {"mathml": str(mathml(found["tex"]))}
