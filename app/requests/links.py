"""The moments of links: what a body holds that is to be kept, and what is kept under an id."""

import asyncio

from fastapi import Request
from pydantic import ValidationError

from app.links import Moment, Story, canonical
from app.requests import strict_json
from app.requests.link_schemas import LinkBody
from app.requests.moments import shown, taken, unfit
from app.requests.refusal import Fault, Refusal, from_pydantic
from app.settings import Settings
from app.store import Link, titles


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
    """The address of a link's page on this server."""
    return f"/s/{id}"


def unknown() -> Refusal:
    """What is raised where there is no link with an id."""
    return Refusal(404, "not-found", "There is no such link here; check each letter of its id.")


def gone() -> Refusal:
    """What is raised where a link was deleted."""
    return Refusal(410, "gone", "This link was deleted by who made it; ask them for another one.")


def read_link(sent: bytes, settings: Settings) -> tuple[bytes, str | None]:
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
        asked = LinkBody.model_validate(value)
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
