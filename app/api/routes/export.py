"""POST /export/{kind}: a moment, a pass or a run as a file to take along."""

from typing import Any

from fastapi import APIRouter, Response

from app.api.route import posts
from app.exports import EXPORTS
from app.requests.by_kind import EXPORT
from app.requests.run_schemas import ExportBody
from app.settings import Settings

router = APIRouter(tags=["computation"])


def _schema(media_type: str) -> dict[str, Any]:
    if media_type == "application/json":
        return {"type": "object"}
    return {"type": "string"} if media_type.startswith("text/") else {"type": "string", "format": "binary"}


TYPES = dict.fromkeys(export.media_type.partition(";")[0] for export in EXPORTS.values())
# Text first: a generated client reads every answer as the first type that it knows, and any bytes can be read as text.
FILES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file",
        "content": {
            media_type: {"schema": _schema(media_type)}
            for media_type in sorted(TYPES, key=lambda each: not each.startswith("text/"))
        },
    }
}


@posts(router, "/export/{kind}", ExportBody, None, first=EXPORT.check_kind, refused=(404,), response_class=Response,
       responses=FILES)  # fmt: skip
def post_export(asked: ExportBody, settings: Settings, kind: str) -> Response:
    """A file of its kind, to be saved: the answer is an attachment with a name.

    Of the plane at one `iteration`: `plane.svg` and `plane.png`, which use `theme`, the image `width` too. Of the
    pass of one `iteration`: `pass.json` (every step, with formula), `pass.csv` (step, row, column, value),
    `matrices.tex` (LaTeX, with so many `digits`) and `matrices.py` (NumPy). Of the run: `run.json`, `run.csv` (an
    iteration a row) and `run.gif`, an animation of at most 60 iterations, which uses `theme`. But for LaTeX, all
    numbers have all their digits. A field that the kind does not use is refused, a plane of other than two features
    too.
    """
    export, source = EXPORT.source_of(asked, kind, settings)
    saved = {"Content-Disposition": f'attachment; filename="{export.filename}"'}
    return Response(export.write(source), headers=saved, media_type=export.media_type)
