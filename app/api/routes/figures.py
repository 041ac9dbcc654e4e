"""POST /figures/{kind}: a chart of a run as Plotly JSON, which a page draws and `plotly.io.from_json` opens."""

from fastapi import APIRouter, Response

from app.api.answer_models import FigureAnswer
from app.api.route import posts
from app.requests.by_kind import FIGURE
from app.requests.run_schemas import FigureBody
from app.settings import Settings

router = APIRouter(tags=["computation"])


@posts(router, "/figures/{kind}", FigureBody, FigureAnswer, first=FIGURE.check_kind, refused=(404,))
def post_figure(asked: FigureBody, settings: Settings, kind: str) -> Response:
    """A chart of the run that POST /train would compute, for Plotly.

    Curves over the iterations: `loss`, `accuracy`, `gradient_norm`, `update_ratio`; all use `compare`, all but
    `accuracy` use `log`. `margins` is a histogram at one `iteration`; `paths` the way of the weights. `landscape`
    (contours) and `surface` show the total loss over two `parameters` around the weights of an `iteration`, as far as
    `span` on `resolution` × `resolution` places, and use `log`. `gradient_check` shows the error of the gradient
    against differences of the loss at one `iteration`. `comparison` draws one `measure` of up to four `variants` and
    uses `log`, but for the accuracy. A field that the kind does not use is refused.
    """
    figure, source = FIGURE.source_of(asked, kind, settings)
    return Response(figure.draw(source).to_json(), media_type="application/json")
