"""POST /links, GET and DELETE /links/{id}: moments of the page under short ids."""

import asyncio
from typing import Annotated

import orjson
from fastapi import APIRouter, Path, Request, Response, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import ValidationError

from app.api.describe import POSTED, problems, takes
from app.links import Moment, Story, canonical
from app.requests import read_body, strict_json
from app.requests.answers import answer, encoded
from app.requests.jobs import run
from app.requests.link_schemas import LinkAnswer, LinkBody, LinkMade
from app.requests.moments import shown, taken, unfit
from app.requests.refusal import Fault, Refusal, from_pydantic
from app.settings import Settings
from app.store import Link, titles

router = APIRouter(tags=["links"])

Id = Annotated[str, Path(description="the letters of the link; case, hyphens and spaces do not matter")]
Key = Annotated[HTTPAuthorizationCredentials | None, Security(HTTPBearer(auto_error=False, scheme_name="key"))]


@router.post(
    "/links",
    status_code=201,
    response_model=LinkMade,
    responses={200: {"model": LinkMade, "description": "It is there already"}} | POSTED | problems(503, 507),
    openapi_extra=takes(LinkBody),
)
async def post_link(request: Request) -> Response:
    """Keeps a moment of the page under a short id, for ever or until it is deleted.

    The same moment with the same title has the same id on every server; to store it again changes nothing.
    """
    state = request.app.state
    content, title = await run(request, read, await read_body.read(request), state.settings)
    made = await asyncio.wrap_future(state.store.create(content, title))
    told = {"id": made.id, "path": path_of(made.id)}
    if made.key is None:
        return answer(told)
    location = {"Location": f"{request.scope['path']}/{made.id}"}  # not of request.url: that reads the host as well
    return Response(encoded(told | {"key": made.key}), 201, location, "application/json")


@router.get("/links/{id}", response_model=LinkAnswer, responses=problems(404, 410, 503))
async def get_link(request: Request, id: Id) -> Response:
    """The moment that was kept under this id."""
    link = await found(request, id)
    shown = {"id": link.id, "title": link.title, "created": link.created}
    return answer(shown | {"content": orjson.Fragment(link.content)})


@router.delete("/links/{id}", status_code=204, responses=problems(403, 404, 410, 503))
async def delete_link(request: Request, id: Id, key: Key) -> Response:
    """Deletes a link for ever: its content and its title are erased, and its id is never given out again.

    Send its key as `Authorization: Bearer` and the key.
    """
    outcome = await asyncio.wrap_future(request.app.state.store.delete(id, key.credentials if key else ""))
    if outcome == "unknown":
        raise unknown()
    if outcome == "gone":
        raise gone()
    if outcome == "wrong key":
        detail = "This key does not belong to the link; send the one you were given, as Authorization: Bearer."
        raise Refusal(403, "wrong-key", detail)
    return Response(status_code=204)


async def found(request: Request, id: str) -> Link:
    """The link with the id that somebody typed. Raises Refusal: 404, 410; Unavailable."""
    store = request.app.state.store
    link: Link | None = store.get(id) if store.direct else await asyncio.to_thread(store.get, id)
    if link is None:
        raise unknown()
    if link.deleted:
        raise gone()
    return link


def path_of(id: str) -> str:
    return f"/s/{id}"


def unknown() -> Refusal:
    return Refusal(404, "not-found", "There is no such link here; check each letter of its id.")


def gone() -> Refusal:
    return Refusal(410, "gone", "This link was deleted by who made it; ask them for another one.")


def read(sent: bytes, settings: Settings) -> tuple[bytes, str | None]:
    """The canonical content and the title that a body holds. Raises Refusal: 400, 422."""
    moment, title = sent_moment(sent, settings)
    content = canonical(moment.content)
    if len(content) > settings.max_link_bytes:
        raise _too_long(settings.max_link_bytes)
    return content, title


def sent_moment(sent: bytes, settings: Settings) -> tuple[Moment | Story, str | None]:
    """The moment or story that a body holds, whichever way it came, and its title. Raises Refusal: 400, 422."""
    value = strict_json.loads(sent)
    try:
        asked = LinkBody.model_validate(value, strict=True)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        raise from_pydantic("invalid-link", errors, settings.max_errors) from None
    if (asked.link is None) == (asked.content is None):
        raise unfit("", "Send either `link` or `content`, one of the two.")
    try:
        title = titles.cleaned(asked.title or "")
    except ValueError as wrong:
        raise unfit("/title", str(wrong)) from None
    return taken(asked.link) if asked.link is not None else shown(asked.content or {}, "/content"), title


def _too_long(most: int) -> Refusal:
    detail = f"The moment has more than {most:,} bytes; leave out some points, or use the long link."
    return Refusal(422, "over-limit", detail, [Fault("", detail)])
