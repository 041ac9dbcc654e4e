"""Every optimizer on the page: what it remembers stands on the board, and its steps lead to the run's weights."""

from typing import Any

import pytest
from playwright.sync_api import expect

from app.core.catalogue import catalogue
from app.core.optimizers import OPTIMIZERS
from tests.browser.conftest import OpenPage
from tests.browser.lab import choose, field, ready, rows

VIEW = "board"

RULES = [(rule, cls.memory) for rule, cls in zip(catalogue()["optimizers"], OPTIMIZERS, strict=True)]


@pytest.mark.parametrize(("rule", "memory"), RULES, ids=lambda each: each["kind"] if isinstance(each, dict) else "")
def test_what_a_rule_remembers_stands_on_the_board(open_page: OpenPage, rule: dict[str, Any], memory: Any) -> None:
    page = ready(open_page())
    page.emulate_media(reduced_motion="reduce")  # a step is there at once
    if rule["kind"] != "sgd":
        choose(page, "rule", rule["title"])
    if rule["kind"] == "adam":
        choose(page, "schedule", "cosine")
    expect(page.locator("[data-quantity=eta]")).to_have_count(1 if rule["kind"] in ("adam", "pegasos") else 0)
    for kept in memory:
        for quantity in (f"W_{kept.id}", f"W_{kept.id}_next", f"b_{kept.id}", f"b_{kept.id}_next"):
            expect(page.locator(f"[data-quantity={quantity}]")).to_have_count(1)
    before = rows(page, "W")
    page.keyboard.press("Home")
    place = page.get_by_role("slider", name="Step of the pass")
    last = int(place.get_attribute("max") or 0)
    for _ in range(last + 1):
        page.keyboard.press("ArrowRight")
    expect(place).to_have_value(str(last))  # an earlier step of the update has not moved the weights yet
    expect(page.locator("#sentence .kicker")).to_contain_text("Update")
    assert rows(page, "W") != before


def test_pegasos_has_no_schedule_and_says_what_it_needs(open_page: OpenPage, complaints: list[str]) -> None:
    page = ready(open_page())
    expect(field(page, "schedule").locator("select")).to_be_enabled()
    choose(page, "rule", "Pegasos")
    expect(field(page, "schedule").locator("select")).to_be_disabled()
    field(page, "form", "Penalty").locator("select").select_option(label="none")
    expect(page.locator("#notice")).to_contain_text("such as l2")
    page.close()  # more than one request is refused
    complaints.clear()
