"""What is said of a shared moment without computing it, where only its link is shown, or its picture not seen."""

from dataclasses import dataclass
from typing import Any

from app.links.permalink import Content
from app.links.sound import find
from app.requests.moments import known


@dataclass(frozen=True)
class About:
    """A title and a sentence, as plain text."""

    title: str
    sentence: str


def about(content: Content, title: str | None) -> About:
    """Of a moment or a story, as it is stored; the title is of who shared it."""
    if "story" in content:
        parts = content["story"]
        first = about(parts[0]["moment"], None)
        return About(title or "A story in Hingelab", f"{len(parts)} moments, of which the first is: {first.sentence}")
    at, points, classes = content["at"], len(content["X"]), max(2, len(content["b"]))
    loss = _title("losses", content["loss"])
    step = f", at step {at['step']}" if at["step"] and at["mode"] == "pass" else ""
    where = "in its run" if at["mode"] == "train" else "one pass, forwards and backwards"
    own = f"{loss} loss on {points} point{'s' * (points != 1)} in {classes} classes"
    optimizer = _title("optimizers", content["optimizer"])
    sentence = f"{own}, iteration {at['iteration']}{step}: {where}. Optimizer: {optimizer}."
    return About(title or own, sentence)


def _title(family: str, member: dict[str, Any]) -> str:
    found = find(known()[family], member["kind"])
    return str(found["title"]) if found else str(member["kind"])
