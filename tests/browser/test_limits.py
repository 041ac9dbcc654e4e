"""Every limit comes to the page from its server: where the server has others, the page takes as much and no more."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Error, Page, expect

from app.links import write
from app.schema import LIMITS, Limits
from tests.browser.conftest import OpenPage
from tests.browser.lab import call, field, ready, show_panel
from tests.browser.smaller import SMALL, smaller
from tests.browser.stories import adding, open_story

RESTORED = """async ([base, content]) => {
  const { judged } = await import(`${base}links/story.js`);
  const { catalogue, figures, schema } = JSON.parse(document.getElementById("start").textContent);
  const found = judged(catalogue, content, { figures, panels: [], hideable: schema.hideable });
  return found && { ...found.problem, at: found.at, said: found.said };
}"""
PROBLEM = {
    "data": {"kind": "own", "seed": 0}, "X": [[0, 1], [2, 3]], "y": [0, 1], "W": [[1, 2], [3, 4]], "b": [0, 0],
    "loss": {"kind": "weston_watkins"}, "penalty": {"kind": "l2"}, "optimizer": {"kind": "sgd"},
    "schedule": {"kind": "constant"}, "batch": "full", "iterations": 9,
}  # fmt: skip


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("smaller")
    with smaller(folder) as base:
        yield base


def restored(page: Page, **own: Any) -> dict[str, Any] | None:
    """What a link with this in it is read as, by the page and by its server alike; None if nothing can be shown."""
    content = PROBLEM | own
    address = page.locator("script[type=module]").get_attribute("src") or ""
    found: dict[str, Any] | None = page.evaluate(RESTORED, [address.removesuffix("main.js"), content])
    origin = page.url.partition("#")[0]
    answer = httpx.post(f"{origin}api/v1/links", json={"content": content})
    assert (answer.status_code < 300) == (found is not None), answer.text
    if found is not None:
        kept = httpx.get(f"{origin}api/v1/links/{answer.json()['id']}").json()["content"]
        assert kept == {name: value for name, value in found.items() if name != "said"}
    return found


def placed(page: Page, **at: Any) -> Any:
    """What is left of a place in a link."""
    found = restored(page, at=at)
    assert found
    return found["at"][next(iter(at))]


def row(count: int) -> dict[str, Any]:
    return {"X": [[0, 1]] * count, "y": [0] * count}


def columns(count: int) -> dict[str, Any]:
    return {"W": [[1] * count] * 2, "b": [0] * count}


def points(page: Page) -> None:
    read = call(page, "panels/data/csv", "readTable", "0,0,0\n" * 13)
    assert "the page takes 12" in read["errors"][0]["message"]
    assert restored(page, **row(12))
    assert restored(page, **row(13)) is None


def classes(page: Page) -> None:
    read = call(page, "panels/data/csv", "readTable", "".join(f"0,0,c{k}\n" for k in range(5)))
    assert "the page shows 4" in read["errors"][0]["message"]
    assert restored(page, **columns(4))
    assert restored(page, **columns(5)) is None
    keys = page.locator("#help kbd").all_text_contents()
    assert keys[keys.index("0") + 1] == "3"


def size(page: Page) -> None:
    assert [call(page, "dom/number", "parse", text) for text in ("-1000", "1000.5")] == [-1000, None]
    assert restored(page, X=[[0, 1], [1000, 3]])
    assert restored(page, X=[[0, 1], [1001, 3]]) is None


def iterations(page: Page) -> None:
    refused(page, "iterations", "500", "to 60,")
    assert restored(page, iterations=60)
    assert restored(page, iterations=61) is None


def seed(page: Page) -> None:
    refused(page, "random seed", "500", "to 7,")
    refused(page, "seed", "500", "to 7,")
    assert restored(page, draw=7)
    assert restored(page, draw=8) is None


def refused(page: Page, label: str, text: str, bound: str) -> None:
    """What is typed beyond a bound is refused, and the bound is said."""
    entry = field(page, label).locator("input[type=text]")
    before = entry.input_value()
    entry.fill(text)
    entry.press("Enter")
    expect(page.locator("#notice")).to_contain_text(f"{label} goes from")
    expect(page.locator("#notice")).to_contain_text(bound)
    expect(entry).to_have_value(before)


def strength(page: Page) -> None:
    assert call(page, "state/slack", "strengthOf", {"penalty": {}, "X": [[0, 0]]}, 1e-9) == 5


def variants(page: Page) -> None:
    show_panel(page, "compare")
    add = page.get_by_role("button", name="Add a variant")
    for _ in range(2):
        expect(add).to_be_enabled()
        add.click()
    expect(add).to_be_disabled()
    assert restored(page, variants=[{}] * 2)
    assert restored(page, variants=[{}] * 3) is None


def moments(page: Page) -> None:
    open_story(page)
    for _ in range(4):
        adding(page).fill("S")
        adding(page).press("Enter")
    expect(page.locator("#notice")).to_contain_text("A story has room for 3 moments")
    expect(page.locator(".moments li")).to_have_count(3)


def words(page: Page) -> None:
    assert call(page, "links/story", "fitting", "x" * 20) == {"text": "x" * 15, "cut": True}


def title(page: Page) -> None:
    show_panel(page, "share")
    expect(page.get_by_label("Title of the short link")).to_have_attribute("maxlength", "9")


def link_bytes(page: Page) -> None:
    with pytest.raises(Error, match="long"):
        call(page, "links/permalink", "write", {"text": "x" * 3000})
    assert call(page, "links/permalink", "read", write({"text": "x" * 2900}))
    with pytest.raises(Error, match="damaged"):
        call(page, "links/permalink", "read", write({"text": "x" * 3000}))


def link_depth(page: Page) -> None:
    assert call(page, "links/permalink", "read", write({"a": [[[[[]]]]]}))
    with pytest.raises(Error, match="damaged"):
        call(page, "links/permalink", "read", write({"a": [[[[[[]]]]]]}))


def decimals(page: Page) -> None:
    packed, plain = (call(page, "links/pack_points", "pack", {"X": [[x, 0]], "y": [0]}) for x in (0.12, 0.123))
    assert packed["X"][0] == 2
    assert plain["X"] == [[0.123, 0]]


def cell(page: Page) -> None:
    assert placed(page, cell=["S", 5, 0]) == ["S", 5, 0]
    assert placed(page, cell=["S", 6, 0]) is None


def id(page: Page) -> None:
    assert [placed(page, step=name) for name in ("abcdef", "abcdefg")] == ["abcdef", None]


def parameter(page: Page) -> None:
    assert placed(page, parameters=["b[0]", "b[1]"]) == ["b[0]", "b[1]"]
    assert placed(page, parameters=["b[0]", "W[0,1]"]) is None


def said(page: Page) -> None:
    found = restored(page, loss={"kind": "hypotenuse"})
    assert found
    assert found["said"] == ["loss “hypo”"]


CHECKS: dict[str, Callable[[Page], None]] = {
    check.__name__: check
    for check in (points, classes, size, iterations, seed, strength, variants, moments, words, title, link_bytes,
                  link_depth, decimals, cell, id, parameter, said)
}  # fmt: skip


@pytest.mark.parametrize("name", [limit.name for limit in fields(Limits)])
def test_the_page_takes_what_its_server_says(open_page: OpenPage, base: str, name: str) -> None:
    assert SMALL[name] != getattr(LIMITS, name)
    CHECKS[name](ready(open_page(f"{base}/")))
