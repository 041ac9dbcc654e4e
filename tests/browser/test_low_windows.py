"""A low window, a phone held sideways or a page at 200 %: plane and text side by side, and nothing over another."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.lab import ready, show_panel, show_settings, train

WINDOWS = [(640, 360), (720, 450), (844, 390), (960, 540)]
PANELS = ["data", "check", "why", "export", "share", "compare", "code"]
# Texts below an element that can be seen without scrolling, and the pairs of them that lie over each other.
COLLISIONS = """(selector) => {
  const seen = (node, box) => {
    for (let at = node; at; at = at.parentElement) {
      if (getComputedStyle(at).overflow === "visible") continue;
      const room = at.getBoundingClientRect();
      const left = Math.max(box.left, room.left), right = Math.min(box.right, room.right);
      const top = Math.max(box.top, room.top), bottom = Math.min(box.bottom, room.bottom);
      if (right <= left || bottom <= top) return null;
      box = new DOMRect(left, top, right - left, bottom - top);
    }
    return box;
  };
  const texts = [];
  const walk = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { currentNode: text } = walk;
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest("svg, math, option, .offscreen, textarea")) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) {
      const part = seen(parent, box);
      if (part) texts.push([text.data.trim(), part]);
    }
  }
  return texts.flatMap(([one, a], i) => texts.slice(i + 1)
    .filter(([other, b]) => one !== other && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5)
    .map(([other]) => [one, other]));
}"""
ASIDE = """(selector) => [...document.querySelectorAll(selector)]
  .filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => node.className)"""


def collisions(page: Page, selector: str) -> list[list[str]]:
    found: list[list[str]] = page.evaluate(COLLISIONS, selector)
    return found


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_plane_and_text_of_every_step_stand_side_by_side(open_page: OpenPage, width: int, height: int) -> None:
    page = ready(open_page("/", width, height, reduced_motion="reduce"))
    for step in range(18):
        assert collisions(page, "main") == [], step
        plane, said = page.locator("svg.plane").bounding_box(), page.locator("#sentence").bounding_box()
        assert plane is not None
        assert said is not None
        assert plane["x"] + plane["width"] <= said["x"], step
        assert plane["y"] + plane["height"] <= height - 56, "all of the plane stands above the player"
        kicker = page.locator(".kicker").inner_text()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("(was) => document.querySelector('.kicker').innerText !== was", arg=kicker)


@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_a_run_has_its_curve_and_its_learning_rate(open_page: OpenPage, width: int, height: int) -> None:
    train(page := ready(open_page("/", width, height, reduced_motion="reduce")))
    assert collisions(page, "main") == []
    chart, knob = page.locator(".chart").bounding_box(), page.locator(".tune").bounding_box()
    assert chart is not None
    assert knob is not None
    assert chart["height"] >= 140
    assert chart["y"] + chart["height"] <= knob["y"]


@pytest.mark.parametrize("panel", ["settings", *PANELS])
@pytest.mark.parametrize(("width", "height"), WINDOWS)
def test_a_sheet_is_read_from_top_to_bottom(open_page: OpenPage, width: int, height: int, panel: str) -> None:
    page = ready(open_page("/", width, height, reduced_motion="reduce"))
    show_settings(page) if panel == "settings" else show_panel(page, panel)
    sheet = "#controls" if panel == "settings" else "#tray"
    page.wait_for_function(
        "(sheet) => document.querySelector(`${sheet} :is(section, fieldset)`)?.childElementCount", arg=sheet
    )
    assert collisions(page, sheet) == []
    assert page.evaluate(ASIDE, f"{sheet} :is(.tray-content, .sheet-content)") == []
