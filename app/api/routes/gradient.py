"""POST /gradient: the loss, its gradient and every matrix on the way, at the given weights."""

from typing import Any

from fastapi import APIRouter

from app.api.answer_models import GradientAnswer
from app.api.route import posts
from app.core.fast.gradient import Gradient, gradient
from app.core.slack import slack_C
from app.requests.layout import outward
from app.requests.problem_from_body import problem_from
from app.requests.schemas import Layout, ProblemBody
from app.settings import Settings

router = APIRouter(tags=["computation"])

SMALL = 1 << 15
"""Bytes of a body that is computed at once: below, handing it to a thread would cost more than the work."""


@posts(router, "/gradient", ProblemBody, GradientAnswer, small=SMALL)
def post_gradient(asked: ProblemBody, settings: Settings) -> dict[str, Any]:
    """The gradient of the total loss at `W` and `b`, over all points, with every matrix on the way.

    `batch`, `iterations`, `seed`, `optimizer` and `schedule` are checked and play no further part here.
    """
    return shaped(gradient(problem_from(asked, settings)), asked.layout)


def shaped(found: Gradient, layout: Layout = "XW") -> dict[str, Any]:
    """A gradient as it is answered, its matrices in that layout."""
    parts = {"per_point": found.per_point, "data": found.data, "penalty": found.penalty, "total": found.total}
    matrices = {
        name: outward(layout, getattr(found, name)) for name in ("scores", "margins", "hinge", "mask", "dS", "dW", "db")
    }
    return matrices | {"loss": parts, "accuracy": found.accuracy, "slack_C": slack_C(found.problem)}
