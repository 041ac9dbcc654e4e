"""The texts of the templates, and what a reader would see of them that has no id."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, nodes

from tests.texts.found import ROOT, Found

TEMPLATES = ROOT / "templates"
PAGES = sorted(TEMPLATES.glob("*.html"))
SEEN = ("aria-label", "title", "placeholder", "alt", "aria-roledescription")
UNREAD = ("script", "style", "code")  # the last holds names of fields and addresses, the same in all languages
_CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")


def texts(path: Path) -> Iterator[Found]:
    parsed = Environment().parse(path.read_text())
    for call in parsed.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "tr":
            id, english = (argument.as_const() for argument in call.args)
            yield Found(f"templates/{path.name}", id, english, frozenset(pair.key for pair in call.kwargs))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if name in SEEN and value]
        if tag == "meta" and ("name", "description") in attrs:
            self.found += [value for name, value in attrs if name == "content" and value]
        if tag in UNREAD:
            self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.within and self.within[-1] == tag:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        if not self.within:
            self.found.append(data)


def unmarked(path: Path) -> Iterator[str]:
    """Words between the tags, and in attributes that people hear, outside all calls."""
    reader = _Reader()
    reader.feed(_CODE.sub("", path.read_text()))
    yield from (text.strip() for text in reader.found if _WORD.search(text))
