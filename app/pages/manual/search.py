"""What the search of the manual looks through: a title, what kind of thing it is, a sentence and an address each."""

from collections.abc import Iterator
from typing import Any

from app.pages.manual.content import FAMILIES
from app.requests.schemas import ProblemBody

Entry = tuple[str, str, str, str]


def index(content: dict[str, Any]) -> list[Entry]:
    """(title, kind, sentence, address) of everything that has a place in the manual."""
    return [*_operations(content), *_families(content), *_rest(content)]


def _operations(content: dict[str, Any]) -> Iterator[Entry]:
    for name, each in content["operations"].items():
        address = f"/docs/{name}"
        yield name, f"{each['method']} {each['path']}", each["plain"], address
        for field in each["parameters"]:
            yield field["name"], f"parameter of {name}", field["plain"], f"{address}#parameters"
        for field in each["fields"]:
            if field["name"] not in ProblemBody.model_fields:
                yield field["name"], f"field of {name}", field["plain"], f"{address}#field-{field['name']}"
        for field in each["answered"]:
            yield field["name"], f"in the answer of {name}", field["plain"], f"{address}#answer-{field['name']}"
    for field in content["operations"]["gradient"]["fields"]:
        yield field["name"], "field of every problem", field["plain"], f"/docs/gradient#field-{field['name']}"


def _families(content: dict[str, Any]) -> Iterator[Entry]:
    for family, of in FAMILIES:
        for member in content["families"][family]["members"]:
            address = f"/docs/{family}#{member['kind']}"
            yield f"{member['title']} {member['kind']}", of or "data set", member["sentence"], address
        yield from _knobs(family, content["families"][family]["members"])
    for preset in content["presets"]:
        yield preset["title"], "preset", preset["sentence"], f"/docs/presets#{preset['kind']}"


def _knobs(family: str, members: list[dict[str, Any]]) -> Iterator[Entry]:
    """Many members have the same: one entry names them all, and leads to the first."""
    owners: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for member in members:
        for knob in member["knobs"]:
            owners.setdefault((knob["name"], knob["label"]), []).append(member)
    for (name, label), having in owners.items():
        titles = ", ".join(member["title"] for member in having)
        yield name, f"setting of {family}", f"{label}: {titles}", f"/docs/{family}#{having[0]['kind']}"


def _rest(content: dict[str, Any]) -> Iterator[Entry]:
    for problem in content["problems"]:
        title = f"{problem['title']}, {problem['kind']}"
        yield title, "error", problem["advice"].striptags(), f"/docs#problem-{problem['kind']}"
    for limit in content["limits"]:
        yield limit["variable"], "limit", limit["description"], "/docs#limits"
    for schema in content["schemas"]:
        yield schema["name"], "schema", schema["description"].striptags(), f"/docs/schemas#schema-{schema['name']}"
