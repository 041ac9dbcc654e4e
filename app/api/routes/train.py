"""POST /train: a whole run, with the weights, losses and scenes of every iteration."""

from typing import Any

from fastapi import APIRouter, Request, Response

from app.api.describe import POSTED, takes
from app.core import plane
from app.core.fast.train import Run, train
from app.core.problem import Problem
from app.requests import read_body
from app.requests.answers import RunAnswer, answer
from app.requests.jobs import run
from app.requests.layout import outward
from app.requests.problem_from_body import check_run, parse, task
from app.requests.refusal import over_limit
from app.requests.schemas import Layout, ProblemBody
from app.settings import Settings

router = APIRouter(tags=["computation"])

LOSSES = ("totals", "data", "penalty", "accuracy", "gradient_norm")
SHOWN = (*LOSSES, "W", "b", "batches", "learning_rates", "batches_per_epoch", "diverged_at")


@router.post("/train", response_model=RunAnswer, responses=POSTED, openapi_extra=takes(ProblemBody))
async def post_train(request: Request) -> Response:
    """The run of `iterations` updates from `W` and `b`.

    Losses and accuracy are over all points, the gradient's norm over the batch. Divergence is a result: the arrays
    end there, and `diverged_at` names the iteration. With many points or iterations not every iteration has its scene:
    entry k of `scenes` belongs to iteration k·`scene_every`.
    """
    return await run(request, respond, await read_body.read(request), request.app.state.settings)


def respond(sent: bytes, settings: Settings) -> Response:
    asked, problem = asked_run(sent, settings)
    return answer(shaped(problem, train(problem, asked.iterations), settings, asked.view(), asked.layout))


def asked_run(sent: bytes, settings: Settings) -> tuple[ProblemBody, Problem]:
    """A request for a run, and its problem. Raises 422 when the run or its answer would be too long."""
    asked = parse(sent, ProblemBody, settings)
    return asked, task_of_run(asked, settings)


def task_of_run(asked: ProblemBody, settings: Settings) -> Problem:
    """The problem of a body, once its run is known not to be too long. Raises 422."""
    problem = task(asked, settings)
    check_run(problem, asked.iterations, "iterations", settings)
    _check_answer(problem, asked.iterations, settings)
    return problem


def answer_size(problem: Problem, iterations: int) -> int:
    """The numbers in a run's weights and batches."""
    points = min(problem.batch or len(problem.X), len(problem.X))
    return (iterations + 1) * ((problem.X.shape[1] + 1) * problem.classes + points)


def _check_answer(problem: Problem, iterations: int, settings: Settings) -> None:
    size = answer_size(problem, iterations)
    if size > settings.max_run_numbers:
        detail = (
            f"The run's weights and batches are {size:,} numbers, (iterations + 1)·((D + 1)·C + points in a batch); "
            f"at most {settings.max_run_numbers:,} are sent; lower the iterations, or train on from the last weights."
        )
        raise over_limit("/iterations", detail)


def shaped(problem: Problem, found: Run, settings: Settings, view: plane.View, layout: Layout) -> dict[str, Any]:
    points, features = problem.X.shape
    k = plane.every(points, problem.classes, len(found.W), settings.max_scene_numbers)
    scenes = plane.of_run(problem, found.W[::k], found.b[::k], view) if features == 2 else None
    runs = {name: getattr(found, name) for name in SHOWN} | {"W": outward(layout, found.W)}
    return runs | {"scenes": scenes, "scene_every": k}
