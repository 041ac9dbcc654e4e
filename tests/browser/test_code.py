"""The panel "Code": its dialects, the lit lines, copying and saving; the program on the page is the one that runs."""

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import choose_loss, expect_step, open_panel, ready, show_panel
from tests.browser.test_accessibility import violations

VIEW = "board"

LIT = "#code-text .lit"


def opened(page: Page, dialect: str = "NumPy") -> Page:
    open_panel(ready(page), "code")
    tab(page, dialect).click()
    expect(page.locator("#code-text")).not_to_have_class("waiting")
    return page


def tab(page: Page, dialect: str) -> Locator:
    return page.get_by_role("tab", name=dialect, exact=True)


def steps_on(page: Page, n: int) -> None:
    page.locator("#board").focus()
    for _ in range(n):
        page.keyboard.press("ArrowRight")


def test_the_lines_of_the_current_step_are_lit(open_page: OpenPage) -> None:
    page = opened(open_page())
    expect(page.locator("#code-text span").first).to_be_visible()
    expect(page.locator(LIT)).to_have_count(0)
    steps_on(page, 1)
    expect(page.locator(LIT)).to_contain_text(["S = X @ W + b"])
    steps_on(page, 10)
    expect_step(page, "Backward 4 of 9 · indicator")
    expect(page.locator(LIT)).to_contain_text(["mask = 1.0 * (M > 0)", "mask[rows, y] = 0"])
    expect(page.locator(LIT).first).to_be_in_viewport()
    tab(page, "PyTorch").click()
    expect(page.locator(LIT)).to_contain_text(["L.backward()"])
    tab(page, "PyTorch").focus()
    page.keyboard.press("ArrowLeft")  # on a tab the arrows walk the tabs
    expect(tab(page, "NumPy")).to_be_focused()
    expect(tab(page, "NumPy")).to_have_attribute("aria-selected", "true")
    expect_step(page, "Backward 4 of 9 · indicator")


def test_the_code_follows_the_problem_and_is_asked_for_only_while_open(open_page: OpenPage) -> None:
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/api/v1/code" in request.url else None)
    ready(page)
    choose_loss(page, "Softmax")
    expect(page.locator("#heading")).to_contain_text("Softmax")
    assert asked == []
    opened(page)
    expect(page.locator("#code-text")).to_contain_text("G[rows, y] -= 1")
    steps_on(page, 3)
    choose_loss(page, "Crammer–Singer")
    show_panel(page, "code")
    expect(page.locator("#code-text")).to_contain_text("rival = M.argmax(axis=1)")
    assert len(asked) == 2


def test_what_has_no_equivalent_says_so(open_page: OpenPage, complaints: list[str]) -> None:
    page = opened(open_page(), "scikit-learn")
    expect(page.locator("#code-text .refused")).to_contain_text("scikit-learn minimises no such loss exactly")
    expect(page.get_by_role("button", name="Copy")).to_be_disabled()
    assert all("422" in complaint for complaint in complaints)
    complaints.clear()
    tab(page, "NumPy").click()
    expect(page.get_by_role("button", name="Copy")).to_be_enabled()


def test_the_program_is_copied_and_saved_and_runs(open_page: OpenPage, capsys: pytest.CaptureFixture[str]) -> None:
    page = opened(open_page(permissions=["clipboard-read", "clipboard-write"]))
    expect(page.locator("#code-text")).to_contain_text("for t in range(200)")
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("#notice")).to_contain_text("The code is in the clipboard.")
    copied = page.evaluate("navigator.clipboard.readText()")
    saved, text = downloaded(page)
    assert (saved, text) == ("hingelab.py", copied)
    exec(text, {})
    assert capsys.readouterr().out.startswith("L = ")
    tab(page, "notebook").click()
    expect(tab(page, "notebook")).to_have_attribute("aria-selected", "true")
    saved, text = downloaded(page)
    assert saved == "hingelab.ipynb"
    assert json.loads(text)["nbformat"] == 4


def downloaded(page: Page) -> tuple[str, str]:
    with page.expect_download() as found:
        page.get_by_role("button", name="Download").click()
    return found.value.suggested_filename, found.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("theme", "width", "height", "options"),
    [("light", 360, 740, {"has_touch": True}), ("dark", 1440, 900, {}), ("projector", 1440, 900, {})],
)
def test_the_panel_fits_the_window_and_pleases_axe(
    open_page: OpenPage, theme: str, width: int, height: int, options: dict[str, Any]
) -> None:
    page = open_page(width=width, height=height, **options)
    page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
    steps_on(ready(page), 11)
    opened(page)
    expect(page.locator(LIT)).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.locator(".tray button").evaluate_all(
        "nodes => nodes.map(n => n.getBoundingClientRect()).filter(b => b.width < 24 || b.height < 24).length"
    )
    assert small == 0
    assert violations(page) == []
