"""POST /check: a gradient beside differences of the loss, number by number."""

from typing import Any, Literal

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.api.answer_models import Numbers
from app.api.route import posts
from app.core.check.check import STEP, STEPS, Check, Entry, Part, check
from app.requests.layout import parameter
from app.requests.limits import check_parameters
from app.requests.problem_from_body import problem_from
from app.requests.schemas import CheckBody, Layout
from app.requests.weights import matrix, no_bias, vector
from app.settings import Settings

router = APIRouter(tags=["computation"])

Verdict = Literal["right", "kink", "doubtful", "wrong"]


class EntryAnswer(BaseModel):
    """One number of the gradient."""

    parameter: str = Field(description='such as "W[0,1]" (row, column) or "b[2]"')
    analytic: float = Field(description="the gradient that is checked")
    numeric: float = Field(description="the central difference, the mean of the next two")
    backward: float = Field(description="the difference to the left, (L(w) − L(w − h)) / h")
    forward: float = Field(description="the difference to the right, (L(w + h) − L(w)) / h")
    error: float = Field(description="|a − n| / max(|a|, |n|)")
    verdict: Verdict
    pairs: list[list[int]] = Field(description="[i, j]: the indicator of point i against class j differs at −h and +h")


class PartAnswer(BaseModel):
    """One part of the gradient: its verdict is that of its worst number."""

    verdict: Verdict
    error: float = Field(description="the largest relative error of its numbers")


class CurveAnswer(BaseModel):
    """The error of the whole gradient, ‖a − n‖ / max(‖a‖, ‖n‖), for every step h."""

    h: Numbers
    total: Numbers
    data: Numbers | None
    penalty: Numbers | None


class CheckAnswer(BaseModel):
    """A gradient held against differences of the loss."""

    verdict: Verdict = Field(
        description="`right`: error up to 1e-7, up to 1e-4 for a loss with kinks; `kink`: the difference straddles "
        "a kink and the gradient lies between its two sides; `wrong`: error over 1e-2; else `doubtful`"
    )
    h: float = Field(description="the step of the verdicts")
    total: PartAnswer
    data: PartAnswer | None = Field(description="the data loss alone; null if a gradient was given")
    penalty: PartAnswer | None = Field(description="the penalty alone; null if a gradient was given")
    entries: list[EntryAnswer] = Field(description="every number of W and, where there is one, of b, worst first")
    curve: CurveAnswer


@posts(router, "/check", CheckBody, CheckAnswer)
def post_check(asked: CheckBody, settings: Settings) -> dict[str, Any]:
    """The gradient at `W` and `b`, over all points, beside central differences of the loss.

    Ours is checked unless `dW` or `db` is given. At a kink a difference is no gradient: where the indicator of a pair
    differs between −h and +h and the gradient lies between the differences of both sides, the verdict is `kink`.
    Numbers that differ by less than rounding does to a difference are `right`. `batch`, `iterations`, `seed` and
    `optimizer` play no part here.
    """
    problem = problem_from(asked, settings)
    check_parameters(problem, settings, 2 * (1 + len(STEPS)))
    features, columns = problem.W.shape
    dW = None if asked.dW is None else matrix("dW", asked.dW, (features, columns), problem.loss, asked.layout)
    db = None if asked.db is None else vector("db", asked.db, columns, problem.loss)
    if not problem.bias:
        no_bias("db", asked.db)
    return shaped(check(problem, dW, db), asked.layout)


def shaped(found: Check, layout: Layout) -> dict[str, Any]:
    """A check as it is answered, its parameters named in that layout."""
    return {
        "verdict": found.verdict,
        "h": STEP,
        "total": _part(found.total),
        "data": _part(found.data),
        "penalty": _part(found.penalty),
        "entries": [_entry(each, layout) for each in found.entries],
        "curve": {"h": STEPS, "data": None, "penalty": None} | found.curve,
    }


def _part(part: Part | None) -> dict[str, Any] | None:
    return None if part is None else {"verdict": part.worst, "error": float(part.error.max())}


COPIED = ("analytic", "numeric", "backward", "forward", "error", "verdict", "pairs")


def _entry(entry: Entry, layout: Layout) -> dict[str, Any]:
    return {"parameter": parameter(layout, entry.parameter)} | {name: getattr(entry, name) for name in COPIED}
