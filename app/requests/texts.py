"""The language of this server: English, or that of a catalogue {id: text} which a setting names.

What the catalogue lacks stays English. The English texts, by their ids, are in docs/texts.en.json.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from app.core.text import Category, english, filled, said
from app.settings import Settings

PLURALS: dict[str, Category] = {}
"""Languages whose plurals are not those of English; scripts have `Intl.PluralRules` for it."""


@dataclass(frozen=True)
class Texts:
    """A language, as BCP 47 names it, and its texts by their ids."""

    language: str = "en"
    by_id: Mapping[str, str] = field(default_factory=dict)

    @property
    def category(self) -> Category:
        return PLURALS.get(self.language, english)

    def said(self, text: Any) -> Any:
        """A text in this language; anything else as it is."""
        return said(text, self.by_id, self.category)

    def all(self, tree: Any) -> Any:
        """A tree for JSON with all its texts in this language."""
        if not self.by_id:
            return tree
        if isinstance(tree, dict):
            return {key: self.all(value) for key, value in tree.items()}
        if isinstance(tree, list | tuple):
            return [self.all(value) for value in tree]
        return self.said(tree)

    def markup(self, id: str, english: str, /, **holes: Any) -> Markup:
        """The same for a page: what fills a hole is escaped unless it is markup already."""
        template = str(escape(self.by_id.get(id, english)))
        return Markup(filled(template, {name: _shown(self.said(hole)) for name, hole in holes.items()}, self.category))


ENGLISH = Texts()


def _shown(hole: Any) -> Any:
    return hole if isinstance(hole, int) else escape(hole)


@lru_cache(maxsize=8)
def texts_of(settings: Settings) -> Texts:
    """The texts that the settings ask for. Raises ValueError for a file that is no catalogue."""
    return read(settings.texts) if settings.texts else ENGLISH


def read(path: Path) -> Texts:
    """A catalogue; its file is named after its language, such as de.json. Raises ValueError."""
    try:
        found = json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise ValueError(f"{path} is no catalogue of texts: {error}") from None
    if not isinstance(found, dict) or not all(isinstance(text, str) for text in found.values()):
        raise ValueError(f"{path} is no catalogue of texts: it must be a JSON object of texts by their ids.")
    return Texts(path.stem, found)
