"""The pages of the manual: their search, where old addresses lead; they fit every window and exclude nobody."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.test_accessibility import COLOURS, PLACES, RULES, violations
from tests.browser.test_manual import SIZES, first, manual

PAGES = ["/docs", "/docs/gradient", "/docs/figure", "/docs/dataset", "/docs/losses", "/docs/schemas", "/docs/presets"]


@pytest.mark.parametrize(
    ("size", "scheme", "rules"), [("desktop", "light", RULES), ("desktop", "dark", COLOURS), ("phone", "light", PLACES)]
)
@pytest.mark.parametrize("path", ["/docs", "/docs/pass", "/docs/losses"])
def test_axe_finds_nothing_in_the_manual(
    open_page: OpenPage, path: str, size: str, scheme: str, rules: dict[str, Any], complaints: list[str]
) -> None:
    width, height = SIZES[size]
    page = open_page(path, width=width, height=height, color_scheme=scheme)
    assert violations(page, options=rules) == []
    page.locator("#search").fill("margin")
    expect(page.locator("#found a").first).to_be_visible()
    assert violations(page, options=rules) == []
    page.keyboard.press("Escape")
    if not page.locator("form.try").count():
        return
    page.get_by_role("button", name="Run").first.click()
    expect(page.locator(".matrix").first).to_be_visible()
    page.locator("textarea").first.fill("{}")
    page.get_by_role("button", name="Run").first.click()
    expect(page.get_by_role("alert").first).to_contain_text("422")
    assert violations(page, options=rules) == []
    complaints.clear()  # of the refusal


def test_the_search_leads_to_a_field_by_keyboard(open_page: OpenPage) -> None:
    page = manual(open_page)
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.type("slack_C")
    expect(page.locator("#found a").first).to_contain_text("slack_C")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#found a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/docs/gradient#answer-slack_C")
    expect(page.locator("#answer-slack_C")).to_be_in_viewport()


def test_the_search_says_what_it_does_not_find_and_ends(open_page: OpenPage) -> None:
    page = manual(open_page, "/docs/train", *SIZES["small"])
    page.locator("#search").fill("tomato")
    expect(page.locator("#found")).to_contain_text("Nothing is called “tomato” here.")
    page.locator("#search").fill("weston")
    expect(page.locator("#found a").first).to_contain_text("Weston–Watkins")
    page.keyboard.press("Escape")
    expect(page.locator("#found")).to_be_hidden()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("post-api-v1-gradient", "/docs/gradient"), ("get-api-v1-links-id", "/docs/get_link"),
        ("schema-ProblemBody", "/docs/schemas#schema-ProblemBody"), ("losses", "/docs/losses"),
        ("problem-diverged", "/docs#problem-diverged"), ("limits", "/docs#limits"),
    ],
)  # fmt: skip
def test_an_address_within_the_old_page_leads_to_its_place(open_page: OpenPage, old: str, new: str) -> None:
    page = manual(open_page, f"/docs#{old}")
    page.wait_for_url(f"**{new}")
    if "#" in new:
        expect(page.locator(new[new.index("#") :])).to_be_in_viewport()


OUTSIDE = """() => [...document.querySelectorAll("body *")]
  .filter((each) => each.checkVisibility() && !each.closest(".wide, pre, .formula, .matrix, .skip, .offscreen, svg"))
  .filter((each) => each.getBoundingClientRect().right > innerWidth + .5)
  .map((each) => each.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_cut_and_tables_scroll_within_themselves(open_page: OpenPage, path: str, size: str) -> None:
    page = manual(open_page, path, *SIZES[size])
    for button in page.get_by_role("button", name="Run").all()[:1]:
        button.click()
        expect(first(page).get_by_role("status")).to_contain_text("Answered in")
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_everything_can_be_read(open_page: OpenPage) -> None:
    page = open_page("/docs/pass", java_script_enabled=False)
    expect(page.locator("pre.json").first).to_contain_text('"learning_rate"')
    expect(page.get_by_role("button", name="Run")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_have_count(0)
    page.get_by_text("Python", exact=True).click()
    expect(page.locator("pre.python")).to_be_visible()
    page.locator("nav").get_by_role("link", name="train", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("train")


def test_the_theme_chosen_in_the_lab_holds_here(open_page: OpenPage) -> None:
    page = manual(open_page, color_scheme="light")
    bright = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.evaluate("localStorage.setItem('hingelab.view', JSON.stringify({ theme: 'dark' }))")
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != bright
