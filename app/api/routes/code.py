"""POST /code: a problem as a program that runs by itself. It writes none of it."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from app.api.describe import POSTED, takes
from app.code import DIALECTS, Limits, Unwritable, write
from app.requests import read_body
from app.requests.answers import answer
from app.requests.jobs import run
from app.requests.problem_from_body import parse, task
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


@router.post("/code", response_model=CodeAnswer, responses=POSTED, openapi_extra=takes(ProblemBody))
async def post_code(
    request: Request, dialect: Annotated[Dialect, Query(description="the language and library")] = "numpy"
) -> Response:
    """The problem as a program that runs by itself: its loss, its gradient, and its `iterations` updates.

    `numpy-loops` goes point by point, `numpy` is in the form of the mask, `pytorch` leaves the gradient to autograd,
    `notebook` is the `numpy` program as a Jupyter notebook. They give the numbers of the API to 1e-10. `scikit-learn`
    has the same minimum, and is refused where none of its estimators has exactly that. Points and weights stand in
    the program; where they are more than `max_code_numbers` it reads them from `problem.json`, the body sent here.
    """
    if len(request.query_params.getlist("dialect")) > 1:
        detail = "This parameter stands twice; keep one of them."
        raise Refusal(422, "invalid-query", detail, [Fault("/dialect", detail)])
    return await run(request, respond, await read_body.read(request), request.app.state.settings, dialect)


def respond(sent: bytes, settings: Settings, dialect: str) -> Response:
    asked = parse(sent, ProblemBody, settings)
    problem = task(asked, settings)
    if asked.iterations > settings.max_iterations:
        most = f"At most {settings.max_iterations:,} iterations are written; lower `iterations`."
        raise over_limit("/iterations", most)
    try:
        found = write(problem, asked.iterations, dialect, Limits(settings.max_code_numbers))
    except Unwritable as refusal:
        raise invalid(f"/{refusal.field}", refusal.detail) from None
    lines = [{"text": text, "steps": steps} for text, steps in found.lines]
    names = ("dialect", "filename", "language", "code")
    return answer({name: getattr(found, name) for name in names} | {"lines": lines})
