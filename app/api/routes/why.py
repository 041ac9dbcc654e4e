"""POST /why: what pulls at the weights in one update, and what the update does to the loss. It computes nothing."""

from typing import Any

import numpy as np
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from app.api.describe import POSTED, takes
from app.api.routes.passes import diverged, traced
from app.core.check.update_effect import Account, Effect, Parts, effect
from app.core.tape.trace import Trace
from app.requests import read_body
from app.requests.answers import LossParts, Numbers, Rows, answer
from app.requests.jobs import run
from app.requests.layout import outward
from app.requests.problem_from_body import check_run, parse, task
from app.requests.schemas import Layout, ProblemBody, Whole
from app.settings import Settings

router = APIRouter(tags=["computation"])


class WhyBody(ProblemBody):
    """A problem, and which update of its run is to be explained."""

    model_config = ConfigDict(title="Why")

    iteration: Whole = Field(0, description="the iteration whose update is asked for; 0 starts from the given weights")


class AccountAnswer(BaseModel):
    """A change of the loss, in its parts."""

    predicted: LossParts = Field(description="by the slope at the beginning: ⟨∂L/∂(W, b), the update⟩")
    actual: LossParts = Field(description="the loss after the update minus the loss before")


class Pulls(BaseModel):
    """What each point adds to the gradient of the batch."""

    slopes: Rows = Field(
        description="∂L/∂S, N×C: point i adds slopes[i][k]·xᵢ to column k of ∂L/∂W and slopes[i][k] to ∂L/∂bₖ; "
        "0 for points outside the batch"
    )
    strengths: Numbers = Field(description="how long each point's share of ∂L/∂W is, N numbers")


class WhyAnswer(BaseModel):
    """One update: who pulls, what was predicted, what happens, and where the difference comes from."""

    iteration: int
    batch: list[int] = Field(description="the points this update looks at")
    pulls: Pulls
    data_norm: float = Field(description="the length of the data's part of ∂L/∂(W, b)")
    penalty_norm: float = Field(description="the length of the penalty's part")
    shrink: float | None = Field(
        description="by which share of their size the penalty alone shortens the weights; null where they are all 0"
    )
    loss: dict[str, AccountAnswer] = Field(description="`batch`: over the points of the batch; `all`: over all points")
    surplus: Numbers = Field(description="how much more each point pays after the update than its slope said")
    crossed: list[list[int]] = Field(
        description="[i, j]: point i's slope in the score of class j is another after the update: a kink was crossed"
    )
    margins: Rows = Field(description="for each of `crossed`, the margin M[i, j] before and after the update")


@router.post("/why", response_model=WhyAnswer, responses=POSTED, openapi_extra=takes(WhyBody))
async def post_why(request: Request) -> Response:
    """What one update is made of: each point's pull at the weights, and the predicted beside the actual change of loss.

    The prediction is the first-order one. For a loss made of straight pieces it is exact until a margin changes sides;
    what is left over is the curvature of the penalty (or of a loss that bends).
    """
    return await run(request, respond, await read_body.read(request), request.app.state.settings)


def respond(sent: bytes, settings: Settings) -> Response:
    asked = parse(sent, WhyBody, settings)
    problem = task(asked, settings)
    check_run(problem, asked.iteration, "iteration", settings)
    found = traced(problem, asked.iteration)
    with np.errstate(all="ignore"):
        why = effect(found)
    if not np.isfinite([*why.whole.actual, *why.whole.predicted, *why.batch.actual, *why.batch.predicted]).all():
        raise diverged(problem, asked.iteration)
    return answer(shaped(found, why, asked.layout))


COPIED = ("data_norm", "penalty_norm", "shrink", "surplus", "crossed", "margins")


def shaped(found: Trace, why: Effect, layout: Layout) -> dict[str, Any]:
    return {
        "iteration": found.iteration,
        "batch": found.batch,
        "pulls": {"slopes": outward(layout, why.slopes), "strengths": why.strengths},
        "loss": {"batch": _account(why.batch), "all": _account(why.whole)},
    } | {name: getattr(why, name) for name in COPIED}


def _account(account: Account) -> dict[str, Any]:
    return {"predicted": _parts(account.predicted), "actual": _parts(account.actual)}


def _parts(parts: Parts) -> dict[str, float]:
    return {"data": parts.data, "penalty": parts.penalty, "total": parts.total}
