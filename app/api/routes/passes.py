"""POST /pass and /cells: every step of one pass, and the formulas of single numbers with the numbers they came from."""

from typing import Any

from fastapi import APIRouter

from app.api.answer_models import CellsAnswer, PassAnswer
from app.api.route import posts
from app.requests.passes import answer_of, cells_of
from app.requests.problem_from_body import problem_from
from app.requests.schemas import PassBody
from app.settings import Settings

router = APIRouter(tags=["computation"])


@posts(router, "/pass", PassBody, PassAnswer)
def post_pass(asked: PassBody, settings: Settings) -> dict[str, Any]:
    """Every step of the pass of one iteration: forward, backward and the update, with formulas, reasons and numbers.

    `loss` and `accuracy` are over all points; the steps look at the batch. A vector with a number a point is a column
    (its cells differ in `row`), one with a number a class is a row (they differ in `column`).
    """
    return answer_of(problem_from(asked, settings), asked.iteration, asked.wanted(), settings, asked.view())


@posts(router, "/cells", PassBody, CellsAnswer)
def post_cells(asked: PassBody, settings: Settings) -> dict[str, Any]:
    """Only the formulas of the cells asked for, by `cells`, by `point` or by both."""
    return cells_of(problem_from(asked, settings), asked.iteration, asked.wanted(), settings)
