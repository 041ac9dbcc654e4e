"""What a first screen asks of the eye: as few controls, numbers, words and sizes of type as its question needs."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import ready

# What can be seen in the window: words and numbers of every text, controls, and the sizes of type.
ASKED = r"""() => {
  const seen = (node) => {
    const box = node.getBoundingClientRect();
    return box.width > 2 && box.height > 2 && box.bottom > 0 && box.top < innerHeight && box.right > 0
      && box.left < innerWidth && node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const asked = { controls: 0, numbers: 0, words: 0, sizes: new Set() };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode()); ) {
    const holder = text.parentElement;
    if (!text.data.trim() || holder.closest("script, style, option, title") || !seen(holder)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width < 2 || box.bottom < 0 || box.top > innerHeight) continue;
    asked.numbers += (text.data.match(/[−-]?\d[\d.,]*/g) ?? []).length;
    asked.words += text.data.trim().split(/\s+/).length;
    asked.sizes.add(getComputedStyle(holder).fontSize);
  }
  for (const field of document.querySelectorAll("input[type=text], input[type=number], input:not([type])"))
    if (seen(field) && /\d/.test(field.value)) asked.numbers += 1;
  const controls = "button, select, input, a[href], summary, [role=button], [role=tab]";
  asked.controls = [...document.querySelectorAll(controls)].filter(seen).length;
  return { ...asked, sizes: asked.sizes.size, smallest: Math.min(...[...asked.sizes].map(Number.parseFloat)) };
}"""
SIZES = 8  # of type on one screen
SMALLEST = 13  # px


def asks_at_most(page: Page, controls: int, numbers: int, words: int) -> None:
    """Of what can be seen in the window; no text of it is too small to read."""
    found = page.evaluate(ASKED)
    most = {"controls": controls, "numbers": numbers, "words": words, "sizes": SIZES}
    assert all(found[each] <= most[each] for each in most), f"{found}, at most {most}"
    assert found["smallest"] >= SMALLEST


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_the_mask(open_page: OpenPage, width: int, height: int) -> None:
    page = ready(open_page("/", width, height, reduced_motion="reduce"))
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    expect(page.locator("[data-quantity=dS] .todo")).to_have_count(0)
    expect(page.locator("#sentence .numbers")).to_have_text("mask[4,1] = −(1 + 1) = −2")
    asks_at_most(page, controls=35, numbers=90, words=200)
