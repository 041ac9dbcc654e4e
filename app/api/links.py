"""POST /links, GET and DELETE /links/{id}: moments of the page under short ids. It judges no moment."""

import asyncio
import re
import zlib
from base64 import urlsafe_b64decode
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Path, Request, Response, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import ValidationError

from app.api import body, strict_json
from app.api.answers import answer, encoded
from app.api.describe import POSTED, problems, takes
from app.api.jobs import run
from app.api.link_schemas import LinkAnswer, LinkBody, LinkMade
from app.api.problems import Fault, Problem, from_pydantic
from app.settings import Settings
from app.store import Link, titles

router = APIRouter(tags=["links"])

Id = Annotated[str, Path(description="the letters of the link; case and hyphens do not matter")]
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
    content, title = await run(request, read, await body.read(request), state.settings)
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
        raise Problem(403, "wrong-key", detail)
    return Response(status_code=204)


async def found(request: Request, id: str) -> Link:
    """The link with the id that somebody typed. Raises Problem: 404, 410; Unavailable."""
    store = request.app.state.store
    link: Link | None = store.get(id) if store.direct else await asyncio.to_thread(store.get, id)
    if link is None:
        raise unknown()
    if link.deleted:
        raise gone()
    return link


def path_of(id: str) -> str:
    return f"/s/{id}"


def unknown() -> Problem:
    return Problem(404, "not-found", "There is no such link here; check each letter of its id.")


def gone() -> Problem:
    return Problem(410, "gone", "This link was deleted by who made it; ask them for another one.")


def read(sent: bytes, settings: Settings) -> tuple[bytes, str | None]:
    """The canonical content and the title that a body holds. Raises Problem: 400, 422."""
    value = strict_json.loads(sent)
    try:
        asked = LinkBody.model_validate(value, strict=True)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        raise from_pydantic("invalid-link", errors, settings.max_errors) from None
    if (asked.link is None) == (asked.content is None):
        raise _wrong("", "Send either `link` or `content`, one of the two.")
    try:
        title = titles.cleaned(asked.title or "")
    except ValueError as wrong:
        raise _wrong("/title", str(wrong)) from None
    return canonical(asked, settings.max_link_bytes), title


def canonical(asked: LinkBody, most: int) -> bytes:
    """The bytes that stand for what was sent, whichever way it came. Raises Problem: 422."""
    value = asked.content if asked.link is None else _unpacked(asked.link, most)
    content = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    if len(content) > most:
        raise _too_long("/content" if asked.link is None else "/link", most)
    return content


_LINK = re.compile(r"#(1\.([\w-]+))\.([0-9a-f]{8})", re.ASCII)
_DAMAGED = "This is no link, or a damaged one; copy it again, from the # to the end."


def _unpacked(link: str, most: int) -> dict[str, Any]:
    parts = _LINK.fullmatch(link)
    if parts is None or zlib.crc32(parts[1].encode()) != int(parts[3], 16):
        raise _wrong("/link", _DAMAGED)
    try:
        packed = urlsafe_b64decode(parts[2] + "=" * (-len(parts[2]) % 4))
        text = zlib.decompressobj(-15).decompress(packed, most + 1)
        value = strict_json.loads(text) if len(text) <= most else {}
    except (ValueError, zlib.error, Problem):
        raise _wrong("/link", _DAMAGED) from None
    if len(text) > most:
        raise _too_long("/link", most)
    if not isinstance(value, dict):
        raise _wrong("/link", _DAMAGED)
    return value


def _too_long(pointer: str, most: int) -> Problem:
    detail = f"The content has more than {most:,} bytes; leave out some points, or use the long link."
    return Problem(422, "over-limit", detail, [Fault(pointer, detail)])


def _wrong(pointer: str, detail: str) -> Problem:
    return Problem(422, "invalid-link", detail, [Fault(pointer, detail)])
