"""The charts of the lab as a reader uses them: tabs and tools. It asserts only that what was asked for is there."""

from playwright.sync_api import Locator, Page, expect

from app.figures import FIGURES

DRAWN = {
    "loss": ".scatterlayer .trace",
    "accuracy": ".scatterlayer .trace",
    "gradient_norm": ".scatterlayer .trace",
    "update_ratio": ".scatterlayer .trace",
    "gradient_check": ".scatterlayer .trace",
    "margins": ".barlayer .point",
    "paths": ".scatterlayer .trace",
    "landscape": ".contour",
}


def charts(page: Page) -> Page:
    """The page once its first chart is there; a phone is asked for it."""
    if (more := page.locator("#chart-open")).is_visible():
        more.click()
    expect(page.locator("#chart-plot .scatterlayer .trace")).to_have_count(3)
    return page


def tab(page: Page, kind: str) -> Locator:
    return page.get_by_role("tab", name=FIGURES[kind].title, exact=True)


def tool(page: Page, name: str) -> Locator:
    return page.locator("#chart-tools").get_by_role("button", name=name)


def training(page: Page, iteration: int = 12) -> Page:
    page.locator("[data-do=train]").click()
    page.keyboard.press(" ")  # and pause
    page.get_by_role("slider", name="Iteration of the run").fill(str(iteration))
    return page


def expect_drawn(page: Page, kind: str) -> None:
    expect(tab(page, kind)).to_have_attribute("aria-selected", "true")
    expect(page.locator("#chart.waiting")).to_have_count(0)
    expect(page.locator(f"#chart-plot {DRAWN[kind]}").first).to_be_visible()
    expect(page.locator(".chart-says")).to_be_hidden()
