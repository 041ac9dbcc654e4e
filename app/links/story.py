"""What a link can hold: a moment, or a story, moments in order with a line of text each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.links.moment import Moment, restore, shorten
from app.links.permalink import Content
from app.links.validate import Known, is_whole
from app.schema import LIMITS


@dataclass(frozen=True)
class Story:
    """Moments with a text each, in the order in which they are told; `at`: the one that is opened."""

    told: list[tuple[str, Moment]]
    at: int = 0

    @property
    def said(self) -> list[str]:
        return list(dict.fromkeys(name for _, moment in self.told for name in moment.said))

    @property
    def content(self) -> Content:
        return _placed([{"text": text, "moment": moment.content} for text, moment in self.told], self.at)


def judged(known: Known, charts: Sequence[str], content: Content) -> Moment | Story | None:
    """What a link's content is, or None if it is nothing that can be shown."""
    if "story" not in content:
        return restore(known, charts, content)
    parts = content["story"]
    if not isinstance(parts, list) or not 1 <= len(parts) <= LIMITS.moments:
        return None
    told = [_part(known, charts, part) for part in parts]
    at = content.get("at", 0)
    place = int(at) if is_whole(at, 0, len(parts) - 1) else 0
    return Story([part for part in told if part], place) if None not in told else None


def _part(known: Known, charts: Sequence[str], part: Any) -> tuple[str, Moment] | None:
    if not isinstance(part, dict) or not isinstance(part.get("moment"), dict) or not is_text(part.get("text")):
        return None
    moment = restore(known, charts, part["moment"])
    return (part["text"], moment) if moment else None


def is_text(value: Any, most: int = LIMITS.words) -> bool:
    """One line without control characters, and no half of a character that takes two units."""
    return isinstance(value, str) and len(value) <= most and not any(map(_is_odd, value))


def _is_odd(letter: str) -> bool:
    return letter < " " or "\x7f" <= letter <= "\x9f" or "\ud800" <= letter <= "\udfff"


def shortened(found: Moment | Story) -> Content:
    """The same as a link holds it: without what is as it always is."""
    if isinstance(found, Moment):
        return shorten(found)
    return _placed([{"text": text, "moment": shorten(moment)} for text, moment in found.told], found.at)


def _placed(parts: list[Content], at: int) -> Content:
    return {"story": parts, **({"at": at} if at else {})}
