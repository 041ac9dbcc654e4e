"""Every part of the page in every state, and under every pointer: none may throw."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import ElementHandle, Error, Page, expect

from app.schema import PANELS
from tests.browser.charts import training
from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, choose, choose_loss, field, ready, show_panel, train

VIEW = "board"

PRESSED = (
    "button, summary, select, input, textarea, label, td, th, .number, math mi, .stops li, [role=tab], [data-point],"
    "svg.plane, svg.plane :is(.lines, .levels, .touch) line, svg.plane .arrows > g, .chart-plot, .ref, [data-ref]"
)
ALIKE = 2  # of elements that are the same but for their place, so many are pressed
LEAST = {None: 150, "check": 3, "compare": 5, "code": 5, "share": 5, "export": 5, "data": 10}
KIND = """
    const alike = (node) => node.matches("td, th, input, mi, line, g, svg");
    const text = (node) => alike(node) ? node.getAttribute("class")?.slice(0, 4) : node.textContent;
    const panel = (node) => node.closest("[data-quantity]")?.dataset.quantity;
    const kind = (node) => [node.localName, panel(node), node.getAttribute("aria-label") || text(node)].join();
"""
FIRST = f"""(all, most) => {{
    {KIND}
    const seen = {{}};
    const named = (name) => [name, seen[name] = (seen[name] ?? -1) + 1];
    return all.map((node) => named(kind(node))).filter(([, n]) => n < most);
}}"""
SAME = f"""([selector, name, n]) => {{
    {KIND}
    return [...document.querySelectorAll(selector)].filter((node) => kind(node) === name)[n] ?? null;
}}"""


def stepped(page: Page) -> None:
    for _ in range(12):
        page.keyboard.press("ArrowRight")


def diverging(page: Page) -> None:
    choose(page, "preset", "A step too far")
    training(page, 150)


def without_bias(page: Page) -> None:
    field(page, "bias", "Weights").get_by_role("button", name="off").click()


def pinned(page: Page) -> None:
    page.locator("#chart-tools").get_by_role("button", name="pin").click()
    page.locator("svg.plane [data-point]").nth(4).focus()
    page.keyboard.press("ArrowUp")


STATES: dict[str, Callable[[Page], object]] = {
    "at rest": lambda page: None,
    "in a pass": stepped,
    "training": training,
    "diverging": diverging,
    "without bias": without_bias,
    "two classes": lambda page: choose_loss(page, "Hinge (binary)"),
    "softmax": lambda page: choose_loss(page, "Softmax"),
    "transposed": lambda page: choose(page, "layout", "S = WX, a point a column"),
    "momentum": lambda page: choose(page, "rule", "Adam"),
    "no penalty": lambda page: field(page, "form", "Penalty").locator("select").select_option(label="none"),
    "eight classes": lambda page: choose(page, "preset", "Eight classes"),
    "pinned and edited": pinned,
}


@pytest.mark.charts
@pytest.mark.parametrize("state", STATES)
def test_every_panel_can_be_opened_stepped_and_trained_in_every_state(open_page: OpenPage, state: str) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    STATES[state](page)
    for name in PANELS:
        show_panel(page, name)
        expect(page.locator(f".tray-panel.{name} > *").first).to_be_attached()
        page.locator("[data-do=step]").click()
        train(page)
        page.get_by_role("button", name="Step into this pass").click()


CHARTED = {None, "compare"}  # where the pointer meets charts
WALKED = [pytest.param(panel, marks=[pytest.mark.charts] * (panel in CHARTED)) for panel in (None, *PANELS)]


@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("panel", WALKED)
def test_nothing_throws_under_a_pointer(
    open_page: OpenPage, complaints: list[str], size: str, panel: str | None
) -> None:
    width, height = SIZES[size]
    touch = {"has_touch": True, "is_mobile": True} if size == "phone" else {}
    page = ready(open_page(width=width, height=height, reduced_motion="reduce", accept_downloads=True, **touch))
    if panel:
        show_panel(page, panel)
        expect(page.locator(f".tray-panel.{panel} > *").first).to_be_attached()
    selector = f"#tray :is({PRESSED})" if panel else PRESSED
    first = page.locator(selector).evaluate_all(FIRST, ALIKE)
    pressed = 0
    for name, n in first:
        if panel:
            bring_back(page, panel)
        element = found(page, selector, name, n)
        if not element and not panel:  # gone by what was pressed before
            fresh(page)
            element = found(page, selector, name, n)
        pressed += element is not None and walked(page, element, bool(touch))
    print(f"{pressed} of {len(first)} pressed")
    assert pressed >= LEAST.get(panel, 1), "the walk reaches what there is"
    page.reload()
    page.keyboard.press("ArrowRight")
    expect(ready(page).locator("#sentence .kicker")).not_to_have_text("")
    assert [each for each in complaints if "page error" in each] == []
    complaints.clear()  # what the server refuses is said on the console too


def found(page: Page, selector: str, name: str, n: int) -> ElementHandle | None:
    """None for what is not there, and while a link that was pressed leads elsewhere."""
    try:
        return page.evaluate_handle(SAME, [selector, name, n]).as_element()
    except Error:
        return None


def fresh(page: Page) -> None:
    """The page as it was at first."""
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.goto("about:blank")
    page.goto("/")
    ready(page)


def bring_back(page: Page, panel: str) -> None:
    """The panel, where what was pressed last has closed it or begun to present."""
    while page.locator("html[data-stage]").count():
        page.keyboard.press("Escape")
    if not page.locator("#tray").is_visible():
        page.locator(f"[data-panel-button={panel}]").dispatch_event("click")


# Where to press the element, once it is in sight; null where it is hidden, or gone by what was pressed before.
PLACE = """(node) => {
    if (!node.isConnected || !node.checkVisibility({ visibilityProperty: true })) return null;
    node.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const { x, y, width, height } = node.getBoundingClientRect();
    return width || height ? [x + width / 2, y + height / 2] : null;
}"""


def walked(page: Page, element: ElementHandle, touch: bool) -> bool:
    """Hovered, pressed and left, whatever lies upon it; False where it is hidden or gone."""
    with suppress(Error):
        place = element.evaluate(PLACE)
        if place is None:
            return False
        if touch:
            page.touchscreen.tap(*place)
        else:
            page.mouse.move(*place)
            page.mouse.click(*place)
            page.mouse.move(2, 2)
        page.keyboard.press("Escape")
        return True
    return False
