"""The page for those who cannot see it, cannot point precisely or enlarge it: axe is content, targets are large."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.browser.charts import charts
from tests.browser.conftest import OpenPage
from tests.browser.lab import open_panel, ready, show_menu, train

VIEW = "board"

RULES: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
COLOURS = {**RULES, "runOnly": {"type": "rule", "values": ["color-contrast"]}}
FOR_LETTERS = ["color-contrast", "scrollable-region-focusable", "target-size"]
LETTERS = {**RULES, "runOnly": {"type": "rule", "values": FOR_LETTERS}}
PLACES = {**RULES, "rules": {**RULES["rules"], "color-contrast": {"enabled": False}}}
SIZES = {"desktop": (1440, 900), "phone": (390, 844), "landscape": (844, 390), "enlarged": (720, 450)}
# The structure is asked once a size, the colours once a theme, and what large letters change with the projector too.
LOOKS = [
    ("desktop", "light", RULES),
    ("desktop", "dark", COLOURS),
    ("desktop", "projector", LETTERS),
    ("phone", "light", PLACES),
    ("landscape", "dark", PLACES),
    ("enlarged", "projector", PLACES),
]
TOUCH = {"phone": (390, 844), "landscape": (844, 390), "small": (360, 640), "tablet": (1024, 768)}


def violations(page: Page, within: str | None = None, options: dict[str, Any] = RULES) -> list[str]:
    """What axe-core objects to, on the page or within an element: the rule, the element and what is wrong with it."""
    page.wait_for_load_state("networkidle")
    # Handed over by way of the debugger, to which the page's policy does not apply: the page stays as served.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    ask = "async ([within, options]) => (await axe.run(within ?? document, options)).violations"
    found = page.evaluate(ask, [within, options])
    return [f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@contextmanager
def at_rest(page: Page) -> Iterator[None]:
    page.locator("#chart").scroll_into_view_if_needed()  # a chart is drawn when it is to be seen
    charts(page)
    yield


@contextmanager
def mid_pass(page: Page) -> Iterator[None]:
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.locator("svg.plane [data-point='7']").focus()
    yield


@contextmanager
def training(page: Page) -> Iterator[None]:
    train(page)
    slider = page.get_by_role("slider", name="Iteration of the run")
    slider.fill("20")
    expect(page.locator("#iteration")).to_have_text("20")
    expect(page.locator("#board[data-lag]")).to_have_count(0)
    yield


@contextmanager
def settings(page: Page) -> Iterator[str]:
    if page.locator("#settings-toggle").is_visible():
        page.locator("#settings-toggle").click()
    expect(page.locator("#controls")).to_be_visible()
    page.get_by_label("theme", exact=True).focus()
    yield "#controls"
    page.keyboard.press("Escape")


@contextmanager
def gallery(page: Page) -> Iterator[str]:
    show_menu(page, page.locator("#gallery-open"))
    page.locator("#gallery-open").click()
    page.locator("#gallery li").first.wait_for()
    yield "#gallery"
    page.keyboard.press("Escape")


@contextmanager
def keys(page: Page) -> Iterator[str]:
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    yield "#help"
    page.keyboard.press("Escape")


@contextmanager
def more(page: Page) -> Iterator[str]:
    """The list of panels that a narrow window has."""
    toggle = page.locator("#more-toggle")
    toggle.click()
    yield "#more-items"
    page.keyboard.press("Escape")
    expect(toggle).to_have_attribute("aria-expanded", "false")


STATES: tuple[Callable[[Page], Any], ...] = (at_rest, mid_pass, settings, gallery, keys, training)


def opened(open_page: OpenPage, size: tuple[int, int], theme: str = "light", **options: Any) -> Page:
    page = open_page(width=size[0], height=size[1], reduced_motion="reduce", **options)
    if theme != "light":
        page.evaluate("theme => localStorage.setItem('hingelab.view', JSON.stringify({ theme }))", theme)
        page.reload()
    return ready(page)


ON_TOP = """(selector) => {
  const node = document.querySelector(selector);
  const { left, right, top, bottom } = node.getBoundingClientRect();
  return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === node;
}"""


def panels(page: Page) -> Iterator[str]:
    """Every panel of the tray, one after the other, open, its head in sight with nothing upon it."""
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Home")  # on a phone held sideways the head is away while one steps
    for name in page.locator("[data-panel-button]").evaluate_all("all => all.map(each => each.dataset.panelButton)"):
        open_panel(page, name)
        expect(page.locator(f"#tray .tray-panel.{name}")).to_be_visible()
        page.wait_for_function(ON_TOP, arg="#tray > header button")
        yield name


# What can be pressed and is to be seen; a link in a sentence and what has a twin elsewhere may be smaller (SC 2.5.8).
TARGETS = """(least) => [...document.querySelectorAll("button, select, input, a, summary, [tabindex='0']")]
  .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.closest("p, svg.plane") && !each.disabled)
  .map(each => ({ each, box: (each.closest("label") ?? each).getBoundingClientRect() }))
  .filter(({ box }) => box.right > 0 && (box.width < least || box.height < least))
  .map(({ each, box }) => `${box.width.toFixed(1)}×${box.height.toFixed(1)} ${each.outerHTML.slice(0, 140)}`)"""


@pytest.mark.charts
@pytest.mark.parametrize(("size", "theme", "rules"), LOOKS, ids=[f"{size}-{theme}" for size, theme, _ in LOOKS])
def test_axe_finds_nothing_and_every_target_is_large_enough(
    open_page: OpenPage, size: str, theme: str, rules: dict[str, Any]
) -> None:
    page = opened(open_page, SIZES[size], theme)
    narrow = page.locator("#more-toggle").is_visible()
    for state in (*STATES, more) if narrow else STATES:
        with state(page) as part:  # where the rest of the page is as it was
            assert violations(page, part, rules) == [], state.__name__
            assert page.evaluate(TARGETS, 24) == [], state.__name__
    for name in panels(page):
        assert violations(page, "#tray", rules) == [], name
        assert page.evaluate(TARGETS, 24) == [], name


PRIMARY = """() => [...document.querySelectorAll(".primary, .transport button, .transport select, .top button")]
  .filter(each => each.checkVisibility({ visibilityProperty: true }))
  .map(each => ({ each, box: each.getBoundingClientRect() }))
  .filter(({ box }) => box.width < 44 || box.height < 43.9)
  .map(({ each, box }) => `${box.width.toFixed(1)}×${box.height.toFixed(1)} ${each.outerHTML.slice(0, 140)}`)"""


@pytest.mark.parametrize("size", TOUCH)
def test_what_a_thumb_needs_most_is_44_pixels_large(open_page: OpenPage, size: str) -> None:
    page = opened(open_page, TOUCH[size], has_touch=True, is_mobile=True)
    assert page.evaluate(PRIMARY) == []
    page.keyboard.press("?")
    assert page.evaluate(PRIMARY) == []


EVERY_SIZE = list(dict.fromkeys([*SIZES.values(), *TOUCH.values()]))


@pytest.mark.charts
@pytest.mark.parametrize(
    ("size", "theme"), [(size, ("light", "projector")[k % 2]) for k, size in enumerate(EVERY_SIZE)]
)
def test_the_player_is_in_reach_and_nothing_is_cut_off(open_page: OpenPage, size: tuple[int, int], theme: str) -> None:
    page = opened(open_page, size, theme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for button in page.locator(".transport :is(button, select, input), #settings-toggle, #help-open").all():
        if button.is_visible():
            expect(button).to_be_in_viewport(ratio=0.97)
    page.locator("#board .quantity").last.scroll_into_view_if_needed()
    page.locator("[data-quantity=S] td").first.click(trial=True)
    page.locator("svg.plane [data-point='3']").click(trial=True)
