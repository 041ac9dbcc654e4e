"""POST /why: what pulls at the weights in one update, and what the update does to the loss."""

from typing import Any

import numpy as np
from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from app.api.answer_models import LossParts, Numbers, Rows
from app.api.route import posts
from app.core.check.update_effect import Account, Effect, Parts, effect
from app.core.tape.trace import Trace
from app.requests.layout import outward
from app.requests.passes import diverged, passed
from app.requests.problem_from_body import problem_from
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


@posts(router, "/why", WhyBody, WhyAnswer)
def post_why(asked: WhyBody, settings: Settings) -> dict[str, Any]:
    """What one update is made of: each point's pull at the weights, and the predicted beside the actual change of loss.

    The prediction is the first-order one. For a loss made of straight pieces it is exact until a margin changes sides;
    what is left over is the curvature of the penalty (or of a loss that bends).
    """
    problem = problem_from(asked, settings)
    found = passed(problem, asked.iteration, settings)
    with np.errstate(all="ignore"):
        why = effect(found)
    if not np.isfinite([*why.whole.actual, *why.whole.predicted, *why.batch.actual, *why.batch.predicted]).all():
        raise diverged(problem, asked.iteration)
    return shaped(found, why, asked.layout)


COPIED = ("data_norm", "penalty_norm", "shrink", "surplus", "crossed", "margins")


def shaped(found: Trace, why: Effect, layout: Layout) -> dict[str, Any]:
    """The effect of an update as it is answered, its matrices in that layout."""
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
