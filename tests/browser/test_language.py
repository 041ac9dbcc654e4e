"""A second language: every text of the catalogue is set in brackets, and a reader sees and hears nothing outside them.

What no catalogue has stays as it is: numbers and formulas, keys, names, and the words that Plotly draws into a chart.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.settings import Settings
from tests.browser.conftest import OpenPage
from tests.browser.lab import hide_settings, open_panel, ready, show_menu, show_settings
from tests.conftest import serving
from tests.texts import catalogue

SEEN = """() => {
  const found = [];
  const shown = (node) => node.checkVisibility?.() ?? true;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode.parentElement;
    if (node.closest("script, style, noscript, math, pre, .numbers, .chart-plot, .shapes, .quantity h3 i, .stops")) {
      continue;
    }
    if (!shown(node) || !walk.currentNode.textContent.trim()) continue;
    found.push((node.closest("p, li, dt, dd") ?? walk.currentNode).textContent); // a sentence has parts
  }
  for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext", "aria-roledescription"]) {
    for (const node of document.body.querySelectorAll(`[${name}]`)) {
      if (!node.closest(".numbers, .chart-plot, math, noscript")) found.push(node.getAttribute(name));
    }
  }
  return found;
}"""

NAMES = {"Hingelab", "API", "LaTeX", "PNG", "CSV", "JSON"}
"""The program, and what is called so in every language."""
SYMBOLS = re.compile(r"∂?\b(mask|data)\b(?=/∂|\[|\s*$)|\bdb\b|\blog P\b|\bmax(?=\()")
"""Quantities whose symbol in the formulas is a word."""
LETTERS = re.compile(r"[A-Za-z]{3,}")
INNER = re.compile(r"⟦[^⟦⟧]*⟧")
PLACE = re.compile(r"\bhttps?://\S+|#\S+|<iframe.*?>|hingelab-\S+")


def pseudo(english: str) -> str:
    """The text in brackets, its plurals too; the holes stay."""
    return f"⟦{english}⟧"


def outside(text: str) -> str:
    """What of a text stands in no bracket, but for what may."""
    text = PLACE.sub("", text)
    while (less := INNER.sub("", text)) != text:
        text = less
    text = SYMBOLS.sub("", text)
    return "" if text.strip() in NAMES else text


def english_on(page: Page) -> list[str]:
    return sorted({text for text in page.evaluate(SEEN) if LETTERS.search(outside(text))})


@pytest.fixture(scope="module")
def brackets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose language is English in brackets, but for the words of small numbers: they stand inside others."""
    folder = tmp_path_factory.mktemp("language")
    texts = folder / "en-XA.json"
    texts.write_text(json.dumps({id: pseudo(text) for id, text in catalogue.english().items() if id != "numbers"}))
    with serving(Settings(database_url=f"sqlite:///{folder}/links.db", texts=texts)) as base:
        yield base


@pytest.fixture
def page(open_page: OpenPage, brackets: str) -> Page:
    return ready(open_page(f"{brackets}/"))


def test_the_page_says_its_language(page: Page) -> None:
    assert page.locator("html").get_attribute("lang") == "en-XA"
    expect(page.locator("#heading")).to_have_text("⟦⟦Weston–Watkins⟧ loss on ⟦CS231n nine⟧⟧")


def test_no_english_is_left_on_the_lab(page: Page) -> None:
    assert english_on(page) == []


def test_no_english_is_left_in_any_step_of_a_pass(page: Page) -> None:
    button = page.locator("#transport [data-do=step]")
    for _ in range(page.locator(".stops li").count()):
        button.click()
        assert english_on(page) == []


def test_no_english_is_left_in_a_run(page: Page) -> None:
    page.locator("[data-do=train]").click()
    expect(page.locator("#iteration")).not_to_have_text("0")
    page.locator("[data-do=train]").click()
    assert english_on(page) == []


@pytest.mark.parametrize("panel", ["why", "score", "check", "compare", "code", "story", "share", "export", "data"])
def test_no_english_is_left_in_a_panel(page: Page, panel: str) -> None:
    page.locator("#transport [data-do=step]").click()
    open_panel(page, panel)
    expect(page.locator(".tray-panel")).not_to_be_empty()
    page.wait_for_timeout(0)
    assert english_on(page) == []


def test_no_english_is_left_in_the_gallery_and_the_help(page: Page) -> None:
    page.locator("#help-open").click()
    assert english_on(page) == []
    page.keyboard.press("Escape")
    show_menu(page, page.locator("#gallery-open"))
    page.locator("#gallery-open").click()
    expect(page.locator("#gallery li").first).to_be_visible()
    assert english_on(page) == []


def test_a_setting_works_by_what_it_is_and_not_by_its_name(page: Page) -> None:
    """Groups, losses and the word for no bound are chosen by ids, whatever they are called."""
    group = page.locator("#controls [data-group=loss]")
    show_settings(page)
    group.locator("select").select_option(value="softmax")
    hide_settings(page)
    expect(page.locator("#heading")).to_contain_text("⟦Softmax")
    page.locator("#transport [data-do=step]").click()
    assert english_on(page) == []


def test_an_embedded_page_speaks_it_too(open_page: OpenPage, brackets: str) -> None:
    page = ready(open_page(f"{brackets}/embed"))
    expect(page.locator("#home")).to_have_text("⟦Open in Hingelab⟧")
    assert english_on(page) == []


def test_without_a_catalogue_nothing_is_sent(open_page: OpenPage) -> None:
    page = ready(open_page("/"))
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#texts").count() == 0


def test_the_catalogue_is_where_the_recipe_says() -> None:
    assert Path("docs/texts.en.json").samefile(catalogue.PATH)
