"""The page for those who do not see it, point with care or enlarge it: axe-core finds nothing, targets are large enough."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import ready

# The package hands axe over by way of the debugger, which the page's policy does not hold for: the page stays as served.
AXE = Axe()
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
THEMES = ("light", "dark", "projector")
SIZES = {"desktop": (1440, 900), "phone": (390, 844), "landscape": (844, 390), "enlarged": (720, 450)}


def violations(page: Page) -> list[str]:
    """What axe-core objects to: the rule, the element and what is wrong with it."""
    found = AXE.run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def at_rest(page: Page) -> None:
    expect(page.locator("#chart-plot .scatterlayer .trace")).to_have_count(3)


def mid_pass(page: Page) -> None:
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    page.locator("svg.plane [data-point='7']").focus()


def training(page: Page) -> None:
    page.get_by_role("button", name="train").click()
    slider = page.get_by_role("slider", name="Iteration of the run")
    slider.wait_for()
    slider.fill("20")
    expect(page.locator("#iteration")).to_have_text("20")


def settings(page: Page) -> None:
    if page.locator("#settings-toggle").is_visible():
        page.locator("#settings-toggle").click()
    expect(page.locator("#controls")).to_be_visible()


def help_open(page: Page) -> None:
    page.locator("#help-open").click()
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()


STATES: dict[str, Callable[[Page], None]] = {
    "at_rest": at_rest, "mid_pass": mid_pass, "training": training, "settings": settings, "help": help_open,
}  # fmt: skip


def opened(open_page: OpenPage, size: str, theme: str = "light", **options: object) -> Page:
    width, height = SIZES[size]
    scheme = "dark" if theme == "dark" else "light"
    page = open_page(width=width, height=height, color_scheme=scheme, reduced_motion="reduce", **options)
    return ready(page)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_on_the_page(open_page: OpenPage, state: str, size: str, theme: str) -> None:
    page = opened(open_page, size, theme)
    STATES[state](page)
    assert violations(page) == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_axe_finds_nothing_with_any_panel_open(open_page: OpenPage, size: str, theme: str) -> None:
    page = opened(open_page, size, theme)
    for name in page.locator("[data-panel-button]").evaluate_all("all => all.map(each => each.dataset.panelButton)"):
        page.locator(f"[data-panel-button={name}]").click()
        expect(page.locator(f"#tray .tray-panel.{name}")).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert violations(page) == [], name


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_axe_finds_nothing_in_the_manual(open_page: OpenPage, size: str, scheme: str) -> None:
    width, height = SIZES[size]
    assert violations(open_page("/docs", width=width, height=height, color_scheme=scheme)) == []
