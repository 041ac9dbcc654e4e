"""POST /compare: up to four variants of a problem, run side by side."""

from typing import Any

from fastapi import APIRouter
from pydantic import Field

from app.api.answer_models import Batches, OneRun
from app.api.route import posts
from app.core import plane
from app.core.compare import comparable, shared_view
from app.core.problem import Problem
from app.requests.problem_from_body import problem_of_run
from app.requests.run_schemas import CompareBody
from app.requests.runs import SERIES
from app.requests.variants import Compared, compared
from app.settings import Settings

router = APIRouter(tags=["computation"])


class VariantAnswer(OneRun):
    """The run of a variant, over iterations 0 … n or to where it diverged."""

    name: str = Field(description="what differs from the problem")


class ComparisonAnswer(Batches):
    """Runs of variants on the same points, from the same start, in the same batches."""

    variants: list[VariantAnswer] = Field(description="in the order asked")
    comparable: bool = Field(
        description="have all the same loss and penalty? If not, their totals are in different units"
    )


@posts(router, "/compare", CompareBody, ComparisonAnswer)
def post_compare(asked: CompareBody, settings: Settings) -> dict[str, Any]:
    """The runs of up to four `variants` of a problem: the same points, start, seed and batches.

    A variant names the members that differ, whole; its run is that of POST /train with these members. All scenes have
    one window and one length of arrows, so that they can be laid side by side. Between a loss of many classes and one
    of two the start changes its shape and keeps its decision line: w is w₁ − w₀, or the columns are −w/2 and w/2; with
    more than two classes a loss of two is refused. The limits of /train hold for all variants together.
    """
    problem = problem_of_run(asked, settings)
    found = compared(problem, asked.variants, asked.iterations, settings)
    return shaped(problem, found, settings, asked.view())


COPIED = (*SERIES, "W", "b", "learning_rates", "diverged_at")


def shaped(problem: Problem, found: list[Compared], settings: Settings, view: plane.Viewport) -> dict[str, Any]:
    """The runs as they are answered, with as many scenes as `max_scene_numbers` allows, all in one view."""
    points, lengths = len(problem.X), [len(each.run.W) for each in found]
    k = plane.every(points, problem.classes, sum(lengths), settings.max_scene_numbers)
    flat = problem.X.shape[1] == 2
    view = shared_view(problem, [each.run.W[::k] for each in found], view) if flat else view
    return {
        "variants": [_variant(each, k, view) for each in found],
        "comparable": comparable([each.problem for each in found]),
        "batches": max((each.run.batches for each in found), key=len),
        "batches_per_epoch": problem.batches_per_epoch,
        "scene_every": k,
    }


def _variant(each: Compared, k: int, view: plane.Viewport) -> dict[str, Any]:
    flat = each.problem.X.shape[1] == 2
    scenes = plane.of_run(each.problem, each.run.W[::k], each.run.b[::k], view) if flat else None
    return {"name": each.name} | {name: getattr(each.run, name) for name in COPIED} | {"scenes": scenes}
