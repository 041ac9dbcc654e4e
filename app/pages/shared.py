"""The page of a short link, and its picture for whoever is only shown the link.

/s/{id} is the lab, at that moment; /s/{id}.png and .svg are 1200×630; /embed/{id} is the moment in a frame.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any
from urllib.parse import quote

import orjson
from fastapi import APIRouter, Request, Response
from markupsafe import Markup, escape

from app.core.fast.train import train
from app.core.presets import PRESETS
from app.core.problem import Problem
from app.core.text import tr
from app.links import Moment, Story, canonical
from app.pages import lab
from app.pages.about import About, about
from app.pages.frozen import SLOT, Frozen
from app.pictures import Picture, card, png, svg
from app.requests.address import base
from app.requests.jobs import run
from app.requests.links import found
from app.requests.moments import problem_of, shown
from app.requests.passes import traced
from app.requests.refusal import Refusal, unavailable
from app.requests.texts import texts_of
from app.settings import Settings
from app.store import Link, Unavailable

router = APIRouter(include_in_schema=False)

MISSING = ("fonts/fonts.css", "fonts/like.css", "manual/manual.css")
"""The sheet of the page that says that there is none."""
UNSEEN = {"X-Robots-Tag": "noindex", "Cache-Control": "no-cache"}
"""A link is for whom it is given to, and may be deleted."""
HOUR = {"X-Robots-Tag": "noindex", "Cache-Control": "public, max-age=3600"}
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
"""What the frame needs: its scripts, and a window for its link to the lab."""
KEPT = 200
"""Pictures in memory: some 60 KB each."""


@router.api_route("/s/{id}.png", methods=["GET", "HEAD"])
async def get_png(request: Request, id: str) -> Response:
    link = await found(request, id)
    picture = await run(request, drawn_png, link.content, link.title, request.app.state.settings)
    return Response(picture, media_type="image/png", headers=HOUR)


@router.api_route("/s/{id}.svg", methods=["GET", "HEAD"])
async def get_svg(request: Request, id: str) -> Response:
    link = await found(request, id)
    picture = await run(request, drawn_svg, link.content, link.title, request.app.state.settings)
    return Response(picture, media_type="image/svg+xml", headers=HOUR)


@router.api_route("/s/{id}", methods=["GET", "HEAD"])
async def get_shared(request: Request, id: str) -> Response:
    """The lab at the moment of a link; a page that says so where there is none."""
    return await _page(request, id, _lab)


@router.api_route("/embed/{id}", methods=["GET", "HEAD"])
async def get_embedded(request: Request, id: str) -> Response:
    """The moment of a link, for a frame."""
    return await _page(request, id, _frame)


async def _page(request: Request, id: str, made: Callable[[Request, Link], Response]) -> Response:
    """Where there is nothing to show a reader gets a page, not a problem document."""
    try:
        return made(request, await found(request, id))
    except Unavailable:
        return _missing(request, unavailable(), made)
    except Refusal as refusal:
        return _missing(request, refusal, made)


def _lab(request: Request, link: Link) -> Response:
    found = _about(request, link)
    slots = [head(request, link, found), picture_of(link, found), _json(link)]
    return _frozen(request.app.state).response(slots, request.headers, UNSEEN)


def _frame(request: Request, link: Link) -> Response:
    state = request.app.state
    content = lab.first_page(state.settings) | {"scripts": state.assets.modules("embed.js"), "moment": _json(link)}
    found: Response = state.templates.TemplateResponse(request, "embed.html", content, headers=UNSEEN)
    return found


@router.get("/oembed")
async def get_oembed(request: Request, url: str, maxwidth: int = 960, maxheight: int = 540) -> Response:
    """oEmbed 1.0 for the address of a short link of this server."""
    start = f"{base(request)}/s/"
    if not url.startswith(start):
        raise Refusal(404, "not-found", "This is no short link of this server; send its whole address as `url`.")
    link = await found(request, url.removeprefix(start))
    width, height = min(max(maxwidth, 1), 1920), min(max(maxheight, 1), 1080)  # never more than was asked for
    frame = f"{base(request)}/embed/{link.id}"
    picture = {"thumbnail_url": f"{start}{link.id}.png", "thumbnail_width": 1200, "thumbnail_height": 630}
    embedded = {"type": "rich", "version": "1.0", "title": _about(request, link).title}
    html = f'<iframe src="{escape(frame)}" width="{width}" height="{height}" sandbox="{SANDBOX}"></iframe>'
    provider = {"provider_name": "Hingelab", "provider_url": base(request)}
    answer = embedded | provider | picture | {"html": html, "width": width, "height": height}
    return Response(orjson.dumps(answer), media_type="application/json", headers=UNSEEN)


def head(request: Request, link: Link, found: About) -> str:
    """Title, description and picture, for the tab and for whoever is only shown the link."""
    address = f"{base(request)}/s/{link.id}"
    content = {
        "about": found,
        "address": address,
        "oembed": f"{base(request)}/oembed?url={quote(address, safe='')}",
    }
    return str(request.app.state.templates.env.get_template("_shared.html").render(content))


def prepare(state: Any) -> None:
    """What the first visitor would wait for, the page and all that a first picture loads, is made ready."""
    _frozen(state)
    X, y, W, b = (part.tolist() for part in PRESETS[0].start())
    first = {"X": X, "y": y, "W": W, "b": b, "batch": "full", "iterations": 1, "at": {"iteration": 1}}
    drawn_png(canonical(first), None, state.settings)


def picture_of(link: Link, found: About) -> str:
    return f'<img src="/s/{link.id}.svg" alt="{escape(found.sentence)}" width="1200" height="630">'


def _about(request: Request, link: Link) -> About:
    return about(orjson.loads(link.content), link.title, texts_of(request.app.state.settings))


def _json(link: Link) -> Markup:
    """What the scripts read; nothing in it can end the element it stands in."""
    found = {"id": link.id, "title": link.title, "content": orjson.Fragment(link.content)}
    return lab.script_safe(found)


def _frozen(state: Any) -> Frozen:
    if not hasattr(state, "shared_page"):
        first = lab.first_page(state.settings)
        scripts = sorted({*state.assets.modules(), *state.assets.modules("shell/arrive.js")})
        content = first | {"scripts": scripts, "start": first["known"], "slot": Markup(SLOT)}
        state.shared_page = Frozen(state.templates.env.get_template("lab.html").render(content))
    page: Frozen = state.shared_page
    return page


def _missing(request: Request, refusal: Refusal, made: Callable[[Request, Link], Response]) -> Response:
    headings = {404: tr("missing", "There is no such link"), 410: tr("missing.deleted", "This link was deleted")}
    heading = headings.get(refusal.status, tr("missing.now", "Not now"))
    content = {"heading": heading, "detail": refusal.detail, "framed": made is _frame}
    headers = UNSEEN | dict(refusal.headers)
    template = request.app.state.templates.TemplateResponse
    return template(request, "missing.html", content, status_code=refusal.status, headers=headers)


@lru_cache(maxsize=KEPT)
def drawn_png(content: bytes, title: str | None, settings: Settings) -> bytes:
    return png(_card(content, title, settings))


@lru_cache(maxsize=KEPT)
def drawn_svg(content: bytes, title: str | None, settings: Settings) -> str:
    return svg(_card(content, title, settings))


def _card(content: bytes, title: str | None, settings: Settings) -> Picture:
    """The card of a moment, of a story that of its first. Raises Refusal where it cannot be computed here."""
    whole = shown(orjson.loads(content), "/content")
    moment = whole.told[0][1] if isinstance(whole, Story) else whole
    name = about(orjson.loads(content), title).title if isinstance(whole, Story) else title or ""
    problem, step = there(problem_of(moment, settings), moment)
    return card(problem, moment.at["iteration"], step, name)


def there(problem: Problem, moment: Moment) -> tuple[Problem, str | None]:
    """The problem with its weights at the iteration of a moment, and the title of the step that it is at."""
    try:
        found = traced(problem, moment.at["iteration"])
    except Refusal:  # it diverged before: the weights with which it did
        run = train(problem, moment.at["iteration"])
        return replace(problem, W=run.W[-1], b=run.b[-1]), None
    at = moment.at["step"] if moment.at["mode"] == "pass" else None
    return found.problem, next((step.title for step in found.steps if step.id == at), None)
