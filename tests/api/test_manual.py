"""The pages of the manual as they are served: whole, linked, the same without scripts, and all in the search."""

import json
import re
from typing import Any

import httpx
import pytest
from markupsafe import escape

from app.core.catalogue import catalogue
from app.pages.manual.samples import pretty, rounded

FAMILIES = ("losses", "penalties", "optimizers", "schedules", "datasets")
OLD = [
    "get-api-v1-catalogue", "get-api-v1-datasets-kind", "get-api-v1-links-id", "get-healthz", "limits",
    "post-api-v1-check",
    "post-api-v1-export-kind", "post-api-v1-gradient", "post-api-v1-links", "presets", "problems", "schemas",
    "problem-not-json", "problem-invalid-problem", "problem-over-limit", "schema-ProblemBody", "schema-GradientAnswer",
    "schema-WestonWatkins", *FAMILIES,
]  # fmt: skip
"""Places of the page that the manual once was."""


@pytest.fixture(scope="module")
def document(client: httpx.Client) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


@pytest.fixture(scope="module")
def pages(client: httpx.Client) -> dict[str, str]:
    """Every page of the manual, found by following its links."""
    found: dict[str, str] = {}
    waiting = ["/docs"]
    while waiting:
        address = waiting.pop()
        if address not in found:
            answer = client.get(address)
            assert answer.status_code == 200, address
            found[address] = answer.text
            waiting += re.findall(r'href="(/docs[^"#]*)', answer.text)
    return found


def ids(page: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', page)


def test_every_operation_family_limit_and_problem_has_its_place(
    pages: dict[str, str], document: dict[str, Any]
) -> None:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            page = pages[f"/docs/{operation['operationId']}"]
            assert f"<b>{method.upper()}</b> <code>{path}</code>" in page
            assert f'href="/docs/{operation["operationId"]}"' in pages["/docs"]
    for family in FAMILIES:
        assert {member["kind"] for member in catalogue()[family]} <= set(ids(pages[f"/docs/{family}"]))
    for limit in document["x-limits"]:
        assert limit["variable"] in pages["/docs"]
    assert {f"problem-{problem['kind']}" for problem in document["x-problems"]} <= set(ids(pages["/docs"]))
    assert len(pages) == 1 + sum(map(len, document["paths"].values())) + len(FAMILIES) + 2


def test_every_link_within_the_manual_leads_to_a_place(pages: dict[str, str]) -> None:
    for address, page in pages.items():
        assert len(ids(page)) == len(set(ids(page))), address
        for to, place in re.findall(r'href="(/docs[^"#]*)?#([^"]+)"', page):
            assert place in ids(pages[to or address]), (address, to, place)


@pytest.mark.parametrize("place", OLD)
def test_the_places_of_the_page_that_it_once_was_are_still_there(pages: dict[str, str], place: str) -> None:
    assert place in ids(pages["/docs"])


def test_a_page_sets_names_as_code(pages: dict[str, str]) -> None:
    assert not [address for address, page in pages.items() if "&lt;code&gt;" in page]
    assert "at <code>W</code> and <code>b</code>" in pages["/docs/gradient"]


def test_a_page_fetches_nothing_from_elsewhere_and_holds_no_script(client: httpx.Client, pages: dict[str, str]) -> None:
    for address, page in pages.items():
        assert not re.search(r'(?:src|href)="(?:https?:)?//', page), address
        for kind, text in re.findall(r"<script([^>]*)>(.*?)</script>", page, re.DOTALL):
            assert not text or 'type="application/json"' in kind
            assert text or re.search(r'src="/static/\w+/', kind)
        assert not re.search(r"<[^>]+ on\w+=", page)
    for name in set(re.findall(r'(?:src|href)="(/static/[^"]+)"', "".join(pages.values()))):
        assert client.get(name).status_code == 200, name


def test_every_executed_example_stands_on_its_page_with_six_digits(
    pages: dict[str, str], document: dict[str, Any]
) -> None:
    seen = 0
    for methods in document["paths"].values():
        for operation in methods.values():
            given = operation["responses"].get("200", {}).get("content", {}).get("application/json", {})
            for example in given.get("examples", {}).values():
                assert str(escape(pretty(rounded(example["value"])))) in pages[f"/docs/{operation['operationId']}"]
                seen += 1
    assert seen >= 12
    assert "0.333333" in pages["/docs/gradient"]
    assert not re.search(r"\d\.\d{12}", pages["/docs/gradient"])


def test_json_is_set_as_python_and_json_read_it() -> None:
    value = {"a": [1.0, 1 / 3, -2e-9], "b": None, "c": True, "d": "it's “so”", "e": [], "f": {"g": ["h" * 30] * 3}}
    assert json.loads(pretty(value)) == value
    assert rounded(value)["a"] == [1, 0.333333, -2e-9]


def test_the_search_knows_every_place_and_leads_there(
    client: httpx.Client, pages: dict[str, str], document: dict[str, Any]
) -> None:
    answer = client.get("/docs/search.json")
    assert answer.headers["content-type"] == "application/json"
    entries = answer.json()
    for title, kind, sentence, address in entries:
        page, _, place = address.partition("#")
        assert title
        assert kind
        assert "`" not in sentence
        assert not place or place in ids(pages[page]), address
    titles = {title for title, *_ in entries}
    assert {
        operation["operationId"] for methods in document["paths"].values() for operation in methods.values()
    } <= titles
    assert set(document["components"]["schemas"]) <= titles
    assert {"W", "learning_rate", "slack_C", "variants", "dialect", "HINGELAB_MAX_CLASSES"} <= titles
    assert len(answer.content) < 80_000
