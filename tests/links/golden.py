"""Links given out, whole and damaged ones, and what each of them is: never change one, only add.

`python -m tests.links.golden NAME LINK` prints the row of another one, to be added at the end.
"""

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.core.catalogue import catalogue
from app.figures import FIGURES
from app.links import LinkError, canonical, judged, read
from app.schema import USUAL

GOLDEN: list[dict[str, Any]] = json.loads((Path(__file__).parent / "golden.json").read_text())
"""{name, link, why: it cannot be taken as it is, digest: of what it is read as}, one a line."""

FIRST = {
    "preset", "data", "X", "y", "W", "b", "origin", "loss", "penalty", "optimizer", "schedule", "batch", "iterations",
    "draw", "bias", "variants", "box", "unit", "at",
}  # fmt: skip
"""The fields of a moment when its first links were given out. A link says nothing of later ones, which are as usual."""

KNOWN, CHARTS = catalogue(), tuple(FIGURES)


def reading(link: str) -> dict[str, Any]:
    """{why, content: all that it holds, said: what is not known here}, as a browser reads it too."""
    why: str | None = None
    content: dict[str, Any] | None = None
    try:
        content = read(link)
    except LinkError as error:
        why, content = error.why, error.content
    found = None if content is None else judged(KNOWN, CHARTS, content)
    return {"why": why, "content": found and found.content, "said": found.said if found else []}


def digest(read_as: dict[str, Any]) -> str:
    return sha256(canonical(read_as | {"content": _as_then(read_as["content"])})).hexdigest()[:16]


def _as_then(content: dict[str, Any] | None) -> dict[str, Any] | None:
    """Without the fields that came later, where they are as usual."""
    if content is None:
        return None
    if "story" in content:
        return content | {"story": [part | {"moment": _as_then(part["moment"])} for part in content["story"]]}
    return {name: value for name, value in content.items() if name in FIRST or value != USUAL[name]}


if __name__ == "__main__":
    name, link = sys.argv[1:]
    found = reading(link)
    row = {"name": name, "link": link, "why": found["why"], "digest": digest(found)}
    print(json.dumps(row, ensure_ascii=False))
