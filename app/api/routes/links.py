"""POST /links, GET and DELETE /links/{id}: moments of the page under short ids."""

import asyncio
from typing import Annotated

import orjson
from fastapi import APIRouter, Path, Request, Response, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from app.api.describe import POSTED, refusals, takes
from app.requests.answers import answer, encoded
from app.requests.jobs import run
from app.requests.link_schemas import LinkAnswer, LinkBody, LinkMade
from app.requests.links import found, gone, path_of, read_link, unknown
from app.requests.read_body import read_body
from app.requests.refusal import Refusal

router = APIRouter(tags=["links"])

Id = Annotated[str, Path(description="the letters of the link; case, hyphens and spaces do not matter")]
Key = Annotated[HTTPAuthorizationCredentials | None, Security(HTTPBearer(auto_error=False, scheme_name="key"))]


@router.post(
    "/links",
    operation_id="create_link",
    status_code=201,
    response_model=LinkMade,
    responses={200: {"model": LinkMade, "description": "It is there already"}} | POSTED | refusals(503, 507),
    openapi_extra=takes(LinkBody),
)
async def post_link(request: Request) -> Response:
    """Keeps a moment of the page under a short id, for ever or until it is deleted.

    The same moment with the same title has the same id on every server; to store it again changes nothing.
    """
    state = request.app.state
    content, title = await run(request, read_link, await read_body(request), state.settings)
    made = await asyncio.wrap_future(state.store.create(content, title))
    stored = {"id": made.id, "path": path_of(made.id)}
    if made.key is None:
        return answer(stored)
    location = {"Location": f"{request.scope['path']}/{made.id}"}  # not of request.url: that reads the host as well
    return Response(encoded(stored | {"key": made.key}), 201, location, "application/json")


@router.get("/links/{id}", operation_id="get_link", response_model=LinkAnswer, responses=refusals(404, 410, 503))
async def get_link(request: Request, id: Id) -> Response:
    """The moment that was kept under this id."""
    link = await found(request, id)
    shown = {"id": link.id, "title": link.title, "created": link.created}
    return answer(shown | {"content": orjson.Fragment(link.content)})


@router.delete("/links/{id}", operation_id="delete_link", status_code=204, responses=refusals(403, 404, 410, 503))
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
