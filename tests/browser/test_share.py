"""A link to a moment: what comes back out of it, and what becomes of one that is damaged or from elsewhere."""

import json
import random
import re
import zlib
from base64 import urlsafe_b64encode
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import choose, choose_loss, field, halve, open_panel, ready, rows, train
from tests.browser.points import entry, open_data, problem
from tests.links.frozen import FROZEN

VIEW = "board"

NOTICE = "#notice"


def link_of(content: Any, version: int = 1) -> str:
    """What the page would write, made here."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(json.dumps(content).encode()) + packer.flush()
    text = f"{version}.{urlsafe_b64encode(packed).decode().rstrip('=')}"
    return f"#{text}.{zlib.crc32(text.encode()):08x}"


def link(page: Page) -> str:
    """The fragment of the address, once it says what the panel says."""
    open_panel(page, "share")
    page.wait_for_function("() => document.querySelector('.share input[type=text]')?.value === location.href")
    open_panel(page, "share")
    return page.url[page.url.index("#") :]


def opened(open_page: OpenPage, hash: str, **options: Any) -> Page:
    return ready(open_page(f"/{hash}", **options))


def kicker(page: Page) -> str:
    return page.locator("#sentence .kicker").inner_text()


def test_a_moment_in_the_middle_opens_elsewhere_with_the_same_numbers(open_page: OpenPage) -> None:
    page = open_data(open_page())
    entry(page, 0, 0).fill("1/3")
    entry(page, 0, 0).press("Enter")
    entry(page, 1, 2).select_option(label="3 (new)")
    open_panel(page, "data")  # and close it
    page.locator("[data-weight='W,1,3']").fill("2")
    page.locator("[data-weight='W,1,3']").press("Enter")
    choose_loss(page, "Crammer–Singer")
    choose(page, "rule", "Adam")
    train(page)
    page.get_by_role("slider", name="Iteration of the run").fill("7")
    page.get_by_role("button", name="Step into this pass").click()
    page.get_by_role("slider", name="Step of the pass").fill("8")
    expect(page.locator("#sentence .kicker")).to_contain_text("Backward")
    page.locator("[data-quantity=M] tbody tr").nth(2).locator("td").nth(1).click()
    other = opened(open_page, link(page))
    for panel in ("X", "W", "b", "S", "M", "dS", "dW"):
        assert rows(other, panel) == rows(page, panel), panel
    assert kicker(other) == kicker(page)
    expect(other.locator("#iteration")).to_have_text("7")
    expect(other.get_by_role("button", name="pinned")).to_be_visible()
    expect(other.locator("#sentence .numbers")).to_have_text(page.locator("#sentence .numbers").inner_text())
    open_data(page)
    open_data(other)
    assert problem(other) == problem(page)


def test_a_cell_that_is_only_looked_at_is_not_pinned_elsewhere(open_page: OpenPage) -> None:
    page = ready(open_page())
    cell = page.locator("[data-quantity=S] tbody tr").nth(2).locator("td").nth(1)
    cell.hover()
    expect(page.locator("#watch b")).to_have_text("Point 2")
    page.wait_for_function("() => location.hash.length > 1")
    looked = opened(open_page, page.url[page.url.index("#") :])
    expect(looked.locator("#watch b")).to_have_text("Point 2")
    expect(looked.get_by_role("button", name="pinned")).to_be_hidden()
    cell.click()
    expect(opened(open_page, link(page)).get_by_role("button", name="pinned")).to_be_visible()


def test_a_run_opens_where_it_was(open_page: OpenPage) -> None:
    page = ready(open_page())
    choose(page, "layout", "S = WX, a point a column")
    page.get_by_role("tab", name="Gradient").click()
    train(page)
    page.get_by_role("slider", name="Iteration of the run").fill("100")
    expect(page.locator("[data-quantity=L] .number")).to_have_text("0.690")
    other = opened(open_page, link(page))
    expect(other.locator("[data-quantity=L] .number")).to_have_text("0.690")
    expect(other.locator("#iteration")).to_have_text("100")
    expect(other.locator("#board")).to_have_class("board across")
    expect(field(other, "layout", "View").locator("select")).to_have_value("WX")
    expect(other.get_by_role("tab", name="Gradient")).to_have_attribute("aria-selected", "true")


def test_two_hundred_points_fit_into_two_thousand_characters(open_page: OpenPage) -> None:
    page = open_data(open_page())
    chance = random.Random(1)
    points = [f"{chance.uniform(-2, 2):.4f},{chance.uniform(-2, 2):.4f},{chance.randrange(4)}" for _ in range(200)]
    page.locator("#data-text").fill("\n".join(points))
    page.get_by_role("button", name="Use these points").click()
    expect(page.locator("[data-quantity=X] tbody tr")).to_have_count(200)
    assert len(link(page)) <= 1900


@pytest.mark.parametrize("content", [[], 3, "text", None, {}, {"X": [1]}, {"X": [2, 0, 1, "AA"], "y": "0"}, {"W": []}])
def test_what_is_no_moment_is_said_and_the_page_goes_on(open_page: OpenPage, content: Any) -> None:
    page = opened(open_page, link_of(content))
    expect(page.locator(NOTICE)).to_contain_text("This link")
    expect(page.locator("[data-quantity=L] .number")).to_have_text("6.267")


def test_a_link_that_was_cut_off_or_changed_says_so(open_page: OpenPage) -> None:
    good = FROZEN["own points and weights in a run"]["link"]
    page = opened(open_page, good[:90])
    expect(page.locator(NOTICE)).to_contain_text("This link is damaged")
    expect(page.locator(NOTICE).get_by_role("button", name="Show")).to_be_hidden()
    other = opened(open_page, good[:-8] + "00000000")
    expect(other.locator("[data-quantity=L] .number")).to_have_text("6.267")
    other.locator(NOTICE).get_by_role("button", name="Show what could be read").click()
    expect(other.locator("#heading")).to_contain_text("your own data")
    other.get_by_role("button", name="Undo").click()
    expect(other.locator("#heading")).to_contain_text("CS231n")


def test_what_a_newer_page_knows_is_named_and_never_silently_replaced(open_page: OpenPage) -> None:
    content = FROZEN["own points and weights in a run"]["content"]
    page = opened(open_page, link_of(content | {"later": 1}, version=2))
    expect(page.locator(NOTICE)).to_contain_text("made by a newer Hingelab")
    other = opened(open_page, link_of(content | {"loss": {"kind": "sigmoid"}, "penalty": {"kind": "l2", "depth": 3}}))
    expect(other.locator(NOTICE)).to_contain_text("does not know loss “sigmoid”, penalty.depth")
    expect(other.locator("#heading")).to_contain_text("Weston–Watkins loss on your own data")


def test_opening_a_link_leaves_ones_own_work_alone(open_page: OpenPage) -> None:
    page = ready(open_page())
    halve(page)
    expect(page.locator("[data-quantity=L] .number")).to_have_text("4.517")
    page.wait_for_function("() => localStorage.getItem('hingelab:problem:1') !== null")
    shared = FROZEN["own points and weights in a run"]["link"]
    tab = page.context.new_page()
    tab.goto(f"/{shared}")
    ready(tab)
    expect(tab.locator(NOTICE)).to_contain_text("Your own work is kept.")
    tab.get_by_role("button", name="Close this panel").click()
    tab.locator("[data-weight='b,0,1']").fill("3")
    tab.locator("[data-weight='b,0,1']").press("Enter")
    changed = link(tab)
    tab.reload()
    ready(tab)
    assert link(tab) == changed
    tab.locator(NOTICE).get_by_role("button", name="Go to my own work").click()
    expect(tab.locator("[data-quantity=L] .number")).to_have_text("4.517")


def test_a_link_without_the_place_starts_at_the_beginning(open_page: OpenPage) -> None:
    page = ready(open_page(permissions=["clipboard-read", "clipboard-write"]))
    page.keyboard.press("ArrowRight")
    open_panel(page, "share")
    shared = page.get_by_label("The link")
    expect(page.locator(".share .toggle").first).to_contain_text("start here: iteration 0, step “scores”")
    expect(shared).to_have_value(re.compile("#1[.]"))
    here = shared.input_value()
    page.get_by_role("checkbox").first.uncheck()
    expect(shared).not_to_have_value(here)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator(NOTICE)).to_contain_text("The link is in the clipboard.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == shared.input_value()
    assert kicker(opened(open_page, copied[copied.index("#") :])).startswith("The whole pass")
