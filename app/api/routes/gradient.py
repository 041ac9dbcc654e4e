"""POST /gradient: the loss, its gradient and every matrix on the way, at the given weights."""

from typing import Any

from fastapi import APIRouter, Request, Response

from app.api.describe import POSTED, takes
from app.core.fast.gradient import Gradient, gradient
from app.core.slack import slack_C
from app.requests import read_body
from app.requests.answers import GradientAnswer, answer
from app.requests.jobs import run
from app.requests.layout import outward
from app.requests.problem_from_body import parse, task
from app.requests.schemas import Layout, ProblemBody
from app.settings import Settings

router = APIRouter(tags=["computation"])

SMALL = 1 << 15
"""Bytes of a body that is computed at once: below, handing it to a thread would cost more than the work."""


@router.post("/gradient", response_model=GradientAnswer, responses=POSTED, openapi_extra=takes(ProblemBody))
async def post_gradient(request: Request) -> Response:
    """The gradient of the total loss at `W` and `b`, over all points, with every matrix on the way.

    `batch`, `iterations`, `seed`, `optimizer` and `schedule` are checked and play no further part here.
    """
    sent = await read_body.read(request)
    settings = request.app.state.settings
    return respond(sent, settings) if len(sent) < SMALL else await run(request, respond, sent, settings)


def respond(sent: bytes, settings: Settings) -> Response:
    asked = parse(sent, ProblemBody, settings)
    return answer(shaped(gradient(task(asked, settings)), asked.layout))


def shaped(found: Gradient, layout: Layout = "XW") -> dict[str, Any]:
    parts = {"per_point": found.per_point, "data": found.data, "penalty": found.penalty, "total": found.total}
    matrices = {
        name: outward(layout, getattr(found, name)) for name in ("scores", "margins", "hinge", "mask", "dS", "dW", "db")
    }
    return matrices | {"loss": parts, "accuracy": found.accuracy, "slack_C": slack_C(found.problem)}
