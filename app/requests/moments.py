"""What a link holds, as the bodies that the page would send and as a problem of the core."""

from functools import lru_cache
from typing import Any

from app.core.catalogue import catalogue
from app.core.problem import Problem
from app.figures import FIGURES
from app.links import LinkError, Moment, Story, judged
from app.links import read as read_link
from app.links.permalink import Content
from app.requests.problem_from_body import problem_from, read
from app.requests.refusal import Fault, Refusal
from app.requests.schemas import ProblemBody
from app.schema import FAMILIES, SETTINGS, USUAL, WINDOW
from app.settings import Settings

REFUSALS = {
    "damaged": "This link is damaged: it was cut off or changed on its way; copy it again, whole.",
    "newer": "This link was made by a newer Hingelab than this one.",
    "none": "This is no link to a moment; send what stands behind # in the address of the page, or all of the address.",
}
EMPTY = "This holds no moment that the page can show."


def taken(link: str) -> Moment | Story:
    """What a link holds. Raises Refusal: 422 for a damaged one, a newer one, or none."""
    try:
        return shown(read_link(link), "/link")
    except LinkError as refusal:
        raise unfit("/link", REFUSALS[refusal.why]) from None


def shown(content: Content, pointer: str) -> Moment | Story:
    """What this content is. Raises Refusal: 422 if it is nothing that the page can show."""
    found = judged(known(), tuple(FIGURES), content)
    if found is None:
        raise unfit(pointer, EMPTY)
    return found


def unfit(pointer: str, detail: str) -> Refusal:
    """A refusal of what is no moment or story, with one fault."""
    return Refusal(422, "invalid-link", detail, [Fault(pointer, detail)])


@lru_cache(maxsize=1)
def known() -> dict[str, list[dict[str, Any]]]:
    """The catalogue, in which a link's kinds are looked up."""
    return catalogue()


def body_of(moment: Moment) -> dict[str, Any]:
    """What the page sends for it, as `body` of problem.js has it, in the layout XW."""
    problem = moment.problem
    settings = {name for name, setting in SETTINGS.items() if setting.sent == "problem"}
    sent = {name: problem[name] for name in ("X", "y", "W", *FAMILIES)} | {"classes": max(2, len(problem["b"]))}
    sent |= {name: problem[name] for name in (*settings, *WINDOW) if name not in USUAL or problem[name] != USUAL[name]}
    sent |= {"b": problem["b"]} if problem["bias"] else {}
    return sent | {"seed": problem["data"]["seed"]}


def asked_of(moment: Moment, settings: Settings) -> ProblemBody:
    """The body that the page would send. Raises Refusal: 422, where the page would be refused too."""
    return read(body_of(moment), ProblemBody, settings)


def problem_of(moment: Moment, settings: Settings) -> Problem:
    """The problem at the beginning of its run. Raises Refusal: 422, where the page would be refused too."""
    return problem_from(asked_of(moment, settings), settings)
