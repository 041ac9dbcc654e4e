"""POST /code: a problem as a program that runs by itself."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from app.api.route import posts
from app.code import DIALECTS, Limits, Unwritable, write
from app.requests.problem_from_body import problem_from
from app.requests.refusal import Fault, Refusal, invalid, over_limit
from app.requests.schemas import ProblemBody
from app.settings import Settings

router = APIRouter(tags=["computation"])

Dialect: Any = Literal[tuple(DIALECTS)]  # the registry is known at run time only


class CodeLine(BaseModel):
    """One line of the program."""

    text: str
    steps: list[str] = Field(description="the ids of the steps of a pass that it stands for")


class CodeAnswer(BaseModel):
    """A program, as a file and line by line."""

    dialect: Dialect
    filename: str
    language: Literal["python", "ipynb"]
    code: str = Field(description="the whole file")
    lines: list[CodeLine] = Field(description="its lines; of a notebook those of its cells")


def _check_query(request: Request, dialect: str) -> None:
    if len(request.query_params.getlist("dialect")) > 1:
        detail = "This parameter stands twice; keep one of them."
        raise Refusal(422, "invalid-query", detail, [Fault("/dialect", detail)])


@posts(router, "/code", ProblemBody, CodeAnswer, first=_check_query)
def post_code(
    asked: ProblemBody,
    settings: Settings,
    dialect: Annotated[Dialect, Query(description="the language and library")] = "numpy",
) -> dict[str, Any]:
    """The problem as a program that runs by itself: its loss, its gradient, and its `iterations` updates.

    `numpy-loops` goes point by point, `numpy` is in the form of the mask, `pytorch` leaves the gradient to autograd,
    `notebook` is the `numpy` program as a Jupyter notebook. They give the numbers of the API to 1e-10. `scikit-learn`
    has the same minimum, and is refused where none of its estimators has exactly that. Points and weights stand in
    the program; where they are more than `max_code_numbers` it reads them from `problem.json`, the body sent here.
    """
    problem = problem_from(asked, settings)
    if asked.iterations > settings.max_iterations:
        most = f"At most {settings.max_iterations:,} iterations are written; lower `iterations`."
        raise over_limit("/iterations", most)
    try:
        found = write(problem, asked.iterations, dialect, Limits(settings.max_code_numbers))
    except Unwritable as refusal:
        raise invalid(f"/{refusal.field}", refusal.detail) from None
    lines = [{"text": text, "steps": steps} for text, steps in found.lines]
    names = ("dialect", "filename", "language", "code")
    return {name: getattr(found, name) for name in names} | {"lines": lines}
