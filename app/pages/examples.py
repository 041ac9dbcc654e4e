"""GET /examples: the presets as cards, each with a drawing of the plane it begins with.

The page asks for it when the gallery is first opened: what few look at should not weigh on the first sight.
"""

from functools import cache
from typing import Any

from fastapi import APIRouter, Request, Response

from app.core.catalogue import catalogue
from app.core.plane.scene import scene
from app.core.presets import PRESETS, Preset
from app.pages.plane import picture

router = APIRouter(include_in_schema=False)


@router.api_route("/examples", methods=["GET", "HEAD"])
def get_examples(request: Request) -> Response:
    return request.app.state.templates.TemplateResponse(request, "examples.html", {"cards": cards()})


@cache
def cards() -> list[dict[str, Any]]:
    told = catalogue()["presets"]  # with their texts
    return [{"preset": said, "plane": thumbnail(preset)} for preset, said in zip(PRESETS, told, strict=True)]


def thumbnail(preset: Preset) -> dict[str, Any]:
    """Regions, lines and points as the plane has them, without margins, arrows, ticks or losses."""
    X, y, W, b = preset.start()
    return picture(scene(X, y, W, b, delta=None), X.tolist(), y.tolist(), has_margins=False)
