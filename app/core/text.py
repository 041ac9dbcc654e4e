"""What people read, so that it can be read in another language: each text has an id and is English.

`tr(id, "… {name} …", name=…)` is a string like any other, in English, that also knows its id and what fills its holes;
`said` looks it up in another language. The scripts of the page do the same in static/dom/text.js.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Category = Callable[[Any], str]

_HOLE = re.compile(r"\{(\w+)(?:, plural, ((?:\w+ \{[^{}]*\} ?)+))?\}")
_FORM = re.compile(r"(\w+) \{([^{}]*)\}")


def english(n: Any) -> str:
    """The category of plurals that a number has in English."""
    return "one" if n == 1 else "other"


class Text(str):
    """English with its holes filled, its id, and what it was made from: `template` and `holes`."""

    id: str
    template: str
    holes: Mapping[str, Any]

    def __new__(cls, id: str, template: str, holes: Mapping[str, Any]) -> Text:
        text = super().__new__(cls, filled(template, holes))
        text.id, text.template, text.holes = id, template, holes
        return text

    def __deepcopy__(self, memo: Any) -> Text:
        return self

    def fill(self, **holes: Any) -> Text:
        """The same with holes filled that were left open."""
        return Text(self.id, self.template, {**self.holes, **holes})


def tr(id: str, english: str, /, **holes: Any) -> Text:
    """A text. {name} is a hole, {n, plural, one {point} other {points}} the word for the number n."""
    return Text(id, english, holes)


def sentences(*texts: str) -> Text:
    """Several, one after the other."""
    holes = {f"_{k}": text for k, text in enumerate(texts)}
    return Text("", " ".join(f"{{{name}}}" for name in holes), holes)


def listed(*texts: str) -> Text:
    """Several, with commas between."""
    comma = tr("list.comma", ", ")
    holes = {f"_{k}": text for k, text in enumerate(texts)}
    return Text("", "{comma}".join(f"{{{name}}}" for name in holes), {**holes, "comma": comma})


def filled(template: str, holes: Mapping[str, Any], category: Category = english) -> str:
    """A template with its holes filled; those that nothing is given for stay."""

    def of(found: re.Match[str]) -> str:
        name, forms = found.groups()
        if name not in holes:
            return found[0]
        if not forms:
            return str(holes[name])
        known = dict(_FORM.findall(forms))
        return str(known.get(category(holes[name]), known["other"]))

    return _HOLE.sub(of, template)


def said(text: Any, texts: Mapping[str, str], category: Category = english) -> Any:
    """A text in the language of `texts` ({id: text}); English where it has none, and what is no text as it is."""
    if not isinstance(text, Text):
        return text
    holes = {name: said(value, texts, category) for name, value in text.holes.items()}
    return filled(texts.get(text.id, text.template), holes, category)
