"""POST /train: a whole run, with the weights, losses and scenes of every iteration."""

from typing import Any

from fastapi import APIRouter

from app.api.answer_models import RunAnswer
from app.api.route import posts
from app.requests.problem_from_body import problem_from
from app.requests.runs import answer_of
from app.requests.schemas import ProblemBody
from app.settings import Settings

router = APIRouter(tags=["computation"])


@posts(router, "/train", ProblemBody, RunAnswer)
def post_train(asked: ProblemBody, settings: Settings) -> dict[str, Any]:
    """The run of `iterations` updates from `W` and `b`.

    Losses and accuracy are over all points, the gradient's norm over the batch. Divergence is a result: the arrays
    end there, and `diverged_at` names the iteration. With many points or iterations not every iteration has its scene:
    entry k of `scenes` belongs to iteration k·`scene_every`.
    """
    return answer_of(problem_from(asked, settings), asked.iterations, settings, asked.view(), asked.layout)
