"""GET /docs: the manual, a page of contents and one each for an operation, a family, the presets and the schemas."""

from typing import Any

from fastapi import APIRouter, Request, Response

from app.core.text import tr
from app.pages.assets import FACES_AT_ONCE
from app.pages.lab import script_safe
from app.pages.manual.content import content_of
from app.pages.manual.samples import samples
from app.pages.manual.search import index
from app.pictures.shapes import SHAPES
from app.requests.answers import encoded
from app.requests.refusal import Refusal
from app.requests.texts import texts_of

router = APIRouter(include_in_schema=False)

SHEETS = (
    FACES_AT_ONCE, "fonts/like.css", "shell/palette.css", "manual/manual.css", "manual/tables.css", "manual/try.css",
    "manual/answer.css",
)  # fmt: skip
SCRIPT = "manual.js"
CONTENTS = tr("manual.api", "The API")
FAMILIES = {
    "losses": tr("manual.losses", "Losses"),
    "penalties": tr("manual.penalties", "Penalties"),
    "optimizers": tr("manual.optimizers", "Optimizers"),
    "schedules": tr("manual.schedules", "Schedules"),
    "datasets": tr("manual.datasets", "Datasets"),
}
LISTS = {"presets": tr("manual.presets", "Presets"), "schemas": tr("manual.schemas", "Schemas")}


@router.api_route("/docs", methods=["GET", "HEAD"])
async def docs(request: Request) -> Response:
    return _page(request, "docs.html", "", CONTENTS)


@router.get("/docs/search.json")
async def search(request: Request) -> Response:
    """What the search of the manual looks through; the page asks for it when somebody begins to type."""
    state = request.app.state
    if not hasattr(state, "manual_index"):
        state.manual_index = encoded(index(_content(request)))
    return Response(state.manual_index, media_type="application/json", headers={"Cache-Control": "max-age=600"})


@router.api_route("/docs/{page}", methods=["GET", "HEAD"])
async def manual(request: Request, page: str) -> Response:
    """The page of that operation, that family, the presets or the schemas."""
    content = _content(request)
    if page in content["operations"]:
        return _page(request, "docs_operation.html", page, page, operation=content["operations"][page])
    if page in content["families"]:
        return _page(request, "docs_family.html", page, FAMILIES[page], family=content["families"][page])
    if page in LISTS:
        return _page(request, f"docs_{page}.html", page, LISTS[page])
    raise Refusal(404, "not-found", "The manual has no such page; /docs lists them all.")


def _page(request: Request, template: str, here: str, heading: str, **more: Any) -> Response:
    state = request.app.state
    address = str(state.settings.public_address or request.base_url).rstrip("/")
    context = _content(request) | more | {"here": here, "heading": heading, "samples": samples, "address": address}
    context |= {"scripts": state.assets.modules(SCRIPT), "shapes": SHAPES, "titles": FAMILIES | LISTS}
    texts = texts_of(state.settings).by_id
    context["texts"] = script_safe(dict(texts)) if texts else ""
    found: Response = state.templates.TemplateResponse(request, template, context)
    return found


def _content(request: Request) -> dict[str, Any]:
    """The same for every visitor, and read off once."""
    app = request.app
    if not hasattr(app.state, "manual"):
        app.state.manual = content_of(app.openapi())
    found: dict[str, Any] = app.state.manual
    return found
