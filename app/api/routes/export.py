"""POST /export/{kind}: a moment, a pass or a run as a file to take along. It writes none of it."""

from typing import Any

from fastapi import APIRouter, Request, Response

from app.api.describe import POSTED, problems, takes
from app.exports import EXPORTS
from app.requests import read_body
from app.requests.export_view import view_of
from app.requests.jobs import run
from app.requests.problem_from_body import parse
from app.requests.refusal import Fault, Refusal
from app.requests.run_schemas import ExportBody
from app.settings import Settings

router = APIRouter(tags=["computation"])

BYTES = {"type": "string", "format": "binary"}
FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file",
        "content": {
            media_type: {"schema": {"type": "object"} if media_type == "application/json" else BYTES}
            for media_type in dict.fromkeys(export.media_type.partition(";")[0] for export in EXPORTS.values())
        },
    }
}


@router.post(
    "/export/{kind}", response_class=Response, responses=FILES | POSTED | problems(404),
    openapi_extra=takes(ExportBody),
)  # fmt: skip
async def post_export(request: Request, kind: str) -> Response:
    """A file of its kind, to be saved: the answer is an attachment with a name.

    Of the plane at one `iteration`: `plane.svg` and `plane.png`, which heed `theme`, the image `width` too. Of the
    pass of one `iteration`: `pass.json` (every step, with formula), `pass.csv` (step, row, column, value),
    `matrices.tex` (LaTeX, with so many `digits`) and `matrices.py` (NumPy). Of the run: `run.json`, `run.csv` (an
    iteration a row) and `run.gif`, an animation of at most 60 iterations, which heeds `theme`. But for LaTeX, all
    numbers have all their digits. A field that the kind does not heed is refused, a plane of other than two features
    too.
    """
    if kind not in EXPORTS:
        detail = f"There is no such export; use one of {', '.join(EXPORTS)}."
        raise Refusal(404, "not-found", detail, [Fault("", detail)])
    return await run(request, respond, await read_body.read(request), request.app.state.settings, kind)


def respond(sent: bytes, settings: Settings, kind: str) -> Response:
    export = EXPORTS[kind]
    content = export.write(view_of(parse(sent, ExportBody, settings), export, settings))
    saved = {"Content-Disposition": f'attachment; filename="{export.filename}"'}
    return Response(content, headers=saved, media_type=export.media_type)
