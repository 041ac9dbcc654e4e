"""A story as its author and its readers use it: making one, walking it, seeing what it shows."""

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.lab import kickers, nine_points_body, ready, rows, show_panel, steps

KEY = "hingelab:story:1"
BAR = ".story-bar"
MOMENTS = ".moments li"


def open_story(page: Page) -> Page:
    show_panel(ready(page), "story")
    expect(adding(page)).to_be_visible()
    return page


def keep_story(page: Page, content: Any) -> Page:
    """The page again, with a story kept from before; `content` may be anything."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(content)])
    page.reload()
    return ready(page)


def adding(page: Page) -> Locator:
    return page.get_by_label("Text of the moment on the page")


def add(page: Page, text: str) -> None:
    count = page.locator(MOMENTS).count()
    adding(page).fill(text)
    adding(page).press("Enter")
    expect(page.locator(MOMENTS)).to_have_count(count + 1)


def expect_texts(page: Page, *wanted: str) -> None:
    expect(page.locator(MOMENTS)).to_have_count(len(wanted))
    for k, text in enumerate(wanted, 1):
        expect(page.get_by_label(f"Text of moment {k}", exact=True)).to_have_value(text)


def kept(page: Page) -> Any:
    return json.loads(page.evaluate(f"localStorage.getItem('{KEY}')"))


def expect_moment(page: Page, place: str, kicker: str) -> None:
    """`place`: "2 of 3". The heads are in capitals where the page is wide."""
    expect(page.locator(f"{BAR} .place")).to_have_text(place)
    expect(page.locator("#sentence .kicker")).to_have_text(kicker)


def seen(page: Page) -> dict[str, Any]:
    """What a moment shows: its step, what is lit, its numbers, those of the weights to the last digit."""
    weights = "all => all.map(each => [each.dataset.weight, each.dataset.value])"
    lit = "all => all.map(each => each.dataset.quantity)"
    return {
        "kicker": page.locator("#sentence .kicker").text_content(),
        "numbers": page.locator("#sentence .numbers").text_content(),
        "lit": page.locator("#board [data-state=now]").evaluate_all(lit),
        "iteration": page.locator("#iteration").text_content(),
        "weights": page.locator("#board [data-weight]").evaluate_all(weights),
        "board": {name: rows(page, name) for name in ("X", "S", "dW")},
    }


def story(*ids: str | None, **fields: Any) -> dict[str, Any]:
    """A story of the first example, with a moment at each of these steps, as a link holds it."""
    problem = nine_points_body(
        data={"kind": "nine_points", "seed": 0},
        loss={"kind": "weston_watkins"},
        penalty={"kind": "l2", "strength": 0.1},
        optimizer={"kind": "sgd"},
        schedule={"kind": "constant"},
        batch="full",
        iterations=200,
    )
    parts = [{"text": f"text {k}", "moment": {**problem, "at": {"step": id}}} for k, id in enumerate(ids, 1)]
    return {"story": parts, **fields}


def heads(server: str) -> dict[str | None, str]:
    """What the sentence is headed by at each step of the first example, and at none."""
    found = steps(server, nine_points_body())
    return {
        None: "The whole pass · iteration 0",
        **dict(zip((each["id"] for each in found), kickers(found), strict=True)),
    }
