"""What is said of a shared moment without computing it, where only its link is shown, or its picture not seen."""

from dataclasses import dataclass
from typing import Any

from app.core.text import Text, tr
from app.links.permalink import Content
from app.links.validate import find
from app.requests.moments import known
from app.requests.texts import ENGLISH, Texts


@dataclass(frozen=True)
class About:
    """A title and a sentence, as plain text."""

    title: str
    sentence: str


def about(content: Content, title: str | None, texts: Texts = ENGLISH) -> About:
    """Of a moment or a story, as it is stored, in the language of `texts`; the title is of who shared it."""
    own, sentence = _story(content["story"]) if "story" in content else _moment(content)
    return About(title or texts.said(own), texts.said(sentence))


def _story(parts: list[Any]) -> tuple[Text, Text]:
    _, first = _moment(parts[0]["moment"])
    said = tr("about.story", "{n} moments, of which the first is: {first}", n=len(parts), first=first)
    return tr("about.story.title", "A story in Hingelab"), said


def _moment(content: Content) -> tuple[Text, Text]:
    at = content["at"]
    own = tr(
        "about.problem",
        "{loss} loss on {n} {n, plural, one {point} other {points}} in {classes} classes",
        loss=_title("losses", content["loss"]),
        n=len(content["X"]),
        classes=max(2, len(content["b"])),
    )
    holes = {
        "problem": own,
        "t": at["iteration"],
        "step": at["step"],
        "optimizer": _title("optimizers", content["optimizer"]),
    }
    if at["mode"] == "train":
        return own, tr("about.run", "{problem}, iteration {t}: in its run. Optimizer: {optimizer}.", **holes)
    if at["step"]:
        return own, tr(
            "about.step",
            "{problem}, iteration {t}, at step {step}: one pass, forwards and backwards. Optimizer: {optimizer}.",
            **holes,
        )
    return own, tr(
        "about.pass", "{problem}, iteration {t}: one pass, forwards and backwards. Optimizer: {optimizer}.", **holes
    )


def _title(family: str, member: dict[str, Any]) -> str:
    found = find(known()[family], member["kind"])
    return found["title"] if found else member["kind"]
