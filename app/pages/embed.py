"""The page for a frame on other people's pages: the plane, the board and the player of one moment."""

from fastapi import APIRouter, Request, Response

from app.pages import lab

router = APIRouter(include_in_schema=False)

PATH = "/embed"
SHEETS = tuple(
    f"{name}.css"
    for name in (
        *("fonts/fonts", "fonts/like", "shell/palette", "shell/base", "plane/plane", "plane/picture", "board/board"),
        "controls/controls",
        *("player/transport", "board/linked_hover", "board/product", "shell/themes", "shell/embed"),
    )
)


@router.api_route(PATH, methods=["GET", "HEAD"])
def get_embed(request: Request) -> Response:
    """The moment stands behind the address, where no server sees it."""
    state = request.app.state
    content = lab.first_page(state.settings) | {"scripts": state.assets.modules("embed.js")}
    return state.templates.TemplateResponse(request, "embed.html", content)
