"""POST /pass and /cells: every step of one pass, and the formulas of single numbers with the numbers they came from."""

from typing import Any

import numpy as np
from fastapi import APIRouter, Request, Response

from app.api.describe import POSTED, takes
from app.core import plane
from app.core.check.update_effect import zero_loss
from app.core.fast.gradient import gradient
from app.core.fast.train import BOUND, train
from app.core.problem import Problem
from app.core.tape.step import Step
from app.core.tape.trace import Trace, trace
from app.mathml import mathml
from app.requests import layout as layouts
from app.requests import read_body
from app.requests.answers import CellsAnswer, PassAnswer, answer
from app.requests.cells import asked_cells, formulas
from app.requests.jobs import run
from app.requests.layout import outward
from app.requests.problem_from_body import check_run, parse, task
from app.requests.refusal import Fault, Refusal
from app.requests.schemas import Layout, PassBody
from app.settings import Settings

router = APIRouter(tags=["computation"])


@router.post("/pass", response_model=PassAnswer, responses=POSTED, openapi_extra=takes(PassBody))
async def post_pass(request: Request) -> Response:
    """Every step of the pass of one iteration: forward, backward and the update, with formulas, reasons and numbers.

    `loss` and `accuracy` are over all points; the steps look at the batch. A vector with a number a point is a column
    (its cells differ in `row`), one with a number a class is a row (they differ in `column`).
    """
    return await run(request, respond, await read_body.read(request), request.app.state.settings)


@router.post("/cells", response_model=CellsAnswer, responses=POSTED, openapi_extra=takes(PassBody))
async def post_cells(request: Request) -> Response:
    """Only the formulas of the cells asked for, by `cells`, by `point` or by both."""
    return await run(request, respond_cells, await read_body.read(request), request.app.state.settings)


def respond(sent: bytes, settings: Settings) -> Response:
    asked, problem, found = found_pass(sent, settings)
    return answer(
        shaped(problem, found, asked.view(), asked.layout)
        | {"cells": formulas(found, asked_cells(asked, found, settings), settings, asked.layout)}
    )


def respond_cells(sent: bytes, settings: Settings) -> Response:
    asked, _, found = found_pass(sent, settings)
    return answer({"cells": formulas(found, asked_cells(asked, found, settings), settings, asked.layout)})


def found_pass(sent: bytes, settings: Settings) -> tuple[PassBody, Problem, Trace]:
    asked = parse(sent, PassBody, settings)
    problem = task(asked, settings)
    check_run(problem, asked.iteration, "iteration", settings)
    return asked, problem, traced(problem, asked.iteration)


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
    end = train(problem, iteration).diverged_at
    detail = (
        f"The run diverged at iteration {iteration if end is None else end}, so iteration {iteration} has no pass; "
        "lower the learning rate, or ask for an earlier iteration."
    )
    return Refusal(422, "diverged", detail, [Fault("/iteration", detail)])


def shaped(problem: Problem, found: Trace, view: plane.View = plane.FITTED, layout: Layout = "XW") -> dict[str, Any]:
    whole = gradient(found.problem)
    return {
        "iteration": found.iteration,
        "epoch": found.iteration // problem.batches_per_epoch,
        "batch": found.batch,
        "W": outward(layout, found.problem.W),
        "b": found.problem.b,
        "steps": [_step(step, layout) for step in found.steps],
        "learning_rate": problem.rate(found.iteration),
        "zero_loss": zero_loss(found.problem),
        "loss": {"data": whole.data, "penalty": whole.penalty, "total": whole.total},
        "accuracy": whole.accuracy,
        "scene": plane.of_pass(found, problem, view) if problem.X.shape[1] == 2 else None,
    }


COPIED = ("id", "direction", "node", "symbol", "title", "action", "sentence", "scale", "reads")


def _step(step: Step, layout: Layout) -> dict[str, Any]:
    found = {name: getattr(step, name) for name in COPIED} | layouts.step(layout, step)
    return found | {"mathml": str(mathml(found["tex"]))}
