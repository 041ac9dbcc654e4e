"""POST /figures/{kind}: a chart of a run as Plotly JSON, which a page draws and `plotly.io.from_json` opens."""

from fastapi import APIRouter, Request, Response

from app.api import body
from app.api.answers import FigureAnswer
from app.api.describe import POSTED, problems, takes
from app.api.jobs import run
from app.api.problems import Fault, Problem
from app.api.schemas import ProblemBody
from app.api.train import asked_run
from app.core.train import train
from app.figures import FIGURES
from app.settings import Settings

router = APIRouter(tags=["computation"])


@router.post(
    "/figures/{kind}", response_model=FigureAnswer, responses=POSTED | problems(404), openapi_extra=takes(ProblemBody)
)
async def post_figure(request: Request, kind: str) -> Response:
    """The chart of that kind (`loss`) for the run that POST /train would compute."""
    if kind not in FIGURES:
        detail = f"There is no such figure; use one of {', '.join(FIGURES)}."
        raise Problem(404, "not-found", detail, [Fault("", detail)])
    return await run(request, respond, await body.read(request), request.app.state.settings, kind)


def respond(sent: bytes, settings: Settings, kind: str) -> Response:
    asked, problem = asked_run(sent, settings)
    return Response(FIGURES[kind](train(problem, asked.iterations)).to_json(), media_type="application/json")
