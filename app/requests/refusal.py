"""A refusal on its way to the client: an error as an RFC 9457 problem document, which never repeats what was sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from fastapi import Response

from app.requests.explain import explained

MEDIA_TYPE = "application/problem+json"

TITLES = {
    "not-json": ("The body is not strict JSON", "Send one JSON value in UTF-8: finite numbers, no name twice."),
    "invalid-problem": (
        "The problem cannot be computed as it is described",
        "Each of `errors` names a field and what to do.",
    ),
    "invalid-link": ("The link cannot be taken as it is sent", "Each of `errors` names a field and what to do."),
    "invalid-query": ("The query cannot be answered", "Each of `errors` names a parameter and what to do."),
    "too-large": ("The body is too large", "Send fewer points, or numbers with fewer digits."),
    "too-slow": ("The body took too long to arrive", "Send it faster, or send less."),
    "over-limit": ("The request is over a limit", "The limits are listed above; `detail` names the one."),
    "media-type": ("The body's media type is not application/json", "Set Content-Type to application/json."),
    "diverged": ("The run diverged before this iteration", "Lower the learning rate, or ask for an earlier iteration."),
    "not-found": ("There is nothing at this address", "Look for it on this page or in the catalogue."),
    "gone": ("What was at this address has been deleted", "It does not come back; ask who gave you the address."),
    "wrong-key": ("The key does not fit", "A link is deleted with the key that came with it when it was stored."),
    "method-not-allowed": ("This address does not take this method", "The header Allow names those it takes."),
    "http-error": ("The request was refused", "Something is wrong with the request itself, not with its content."),
    "unavailable": (
        "Short links cannot be stored or opened now",
        "Their database does not answer; all else works, and a long link needs none. Try again later.",
    ),
    "not-ready": ("Not everything works here now", "`detail` names what does not, the log of the server says why."),
    "full": ("No more short links can be stored", "A long link holds everything itself and works without."),
    "internal": ("The program failed", "This is a defect; please report it."),
}
"""Kind of a refusal -> title, and what to do about it; the documentation lists them under `#problem-…`."""


def described() -> dict[str, dict[str, str]]:
    """Every kind of refusal with its title and advice, for the documentation."""
    return {kind: {"title": title, "advice": advice} for kind, (title, advice) in TITLES.items()}


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where it is (a JSON Pointer), what is wrong and what to do."""

    pointer: str
    detail: str


@dataclass
class Refusal(Exception):
    """A refusal on its way to the client; `kind` is a key of TITLES."""

    status: int
    kind: str
    detail: str
    errors: Sequence[Fault] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        """The problem document of RFC 9457."""
        return {
            "type": f"/docs#problem-{self.kind}",
            "title": TITLES[self.kind][0],
            "status": self.status,
            "detail": self.detail,
            "errors": [{"pointer": fault.pointer, "detail": fault.detail} for fault in self.errors],
        }

    def response(self) -> Response:
        """The answer that carries the document."""
        return Response(orjson.dumps(self.document()), self.status, dict(self.headers), MEDIA_TYPE)


def invalid(pointer: str, detail: str) -> Refusal:
    """A refusal with one fault, which is then its detail too."""
    return Refusal(422, "invalid-problem", detail, [Fault(pointer, detail)])


def over_limit(pointer: str, detail: str) -> Refusal:
    """A refusal of what is over a limit, with one fault."""
    return Refusal(422, "over-limit", detail, [Fault(pointer, detail)])


def from_pydantic(kind: str, errors: Sequence[Mapping[str, Any]], limit: int) -> Refusal:
    """Every error of a validation as a fault, the first `limit` of them written out."""
    faults = [Fault(pointer, detail) for pointer, detail in map(explained, errors[:limit])]
    more = len(errors) - len(faults)
    detail = faults[0].detail if len(errors) == 1 else f"{len(errors)} things are wrong; `errors` names them."
    return Refusal(
        422, kind, detail + (f" Only the first {limit} are listed, {more} more are not." if more else ""), faults
    )


def unavailable() -> Refusal:
    """What is answered where the database of the short links does not."""
    detail = "The database of the short links does not answer; use the long link, which needs none, or try again later."
    return Refusal(503, "unavailable", detail)
