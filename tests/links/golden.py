"""Links given out, whole and damaged ones, and what each of them is: never change one, only add."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.core.catalogue import catalogue
from app.figures import FIGURES
from app.links import LinkError, canonical, judged, read

GOLDEN: list[dict[str, Any]] = json.loads((Path(__file__).parent / "golden.json").read_text())
"""{name, link, why: it cannot be taken as it is, digest: of what it is read as}, one a line."""

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
    return sha256(canonical(read_as)).hexdigest()[:16]
