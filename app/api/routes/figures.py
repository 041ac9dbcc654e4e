"""POST /figures/{kind}: a chart of a run as Plotly JSON, which a page draws and `plotly.io.from_json` opens."""

from fastapi import APIRouter, Request, Response

from app.api.describe import POSTED, problems, takes
from app.figures import FIGURES
from app.requests import read_body
from app.requests.answers import FigureAnswer
from app.requests.figure_view import view_of
from app.requests.jobs import run
from app.requests.problem_from_body import parse
from app.requests.refusal import Fault, Refusal
from app.requests.run_schemas import FigureBody
from app.settings import Settings

router = APIRouter(tags=["computation"])


@router.post(
    "/figures/{kind}", response_model=FigureAnswer, responses=POSTED | problems(404), openapi_extra=takes(FigureBody)
)
async def post_figure(request: Request, kind: str) -> Response:
    """A chart of the run that POST /train would compute, for Plotly.

    Curves over the iterations: `loss`, `accuracy`, `gradient_norm`, `update_ratio`; all heed `compare`, all but
    `accuracy` heed `log`. `margins` is a histogram at one `iteration`; `paths` the way of the weights. `landscape`
    (contours) and `surface` show the total loss over two `parameters` around the weights of an `iteration`, as far as
    `span` on `resolution` × `resolution` places, and heed `log`. `gradient_check` shows the error of the gradient
    against differences of the loss at one `iteration`. `comparison` draws one `measure` of up to four `variants` and
    heeds `log`, but for the accuracy. A field that the kind does not heed is refused.
    """
    if kind not in FIGURES:
        detail = f"There is no such figure; use one of {', '.join(FIGURES)}."
        raise Refusal(404, "not-found", detail, [Fault("", detail)])
    return await run(request, respond, await read_body.read(request), request.app.state.settings, kind)


def respond(sent: bytes, settings: Settings, kind: str) -> Response:
    figure = FIGURES[kind]
    view = view_of(parse(sent, FigureBody, settings), figure, settings)
    return Response(figure.draw(view).to_json(), media_type="application/json")
