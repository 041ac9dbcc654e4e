"""Makes the picture of the page that README shows: `python -m tests.browser.picture FILE.png`."""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from app.settings import Settings
from tests.browser import chromium
from tests.browser.lab import VISITED
from tests.conftest import serving

READY = 'document.documentElement.dataset.ready === "whole"'
PLACE = "footer input[type=range]"
STEPS = 40  # more than any pass has
LIMIT = 300_000  # bytes


def to_the_mask(page: Page) -> None:
    """Bring the page to the step that most people come for: minus the count in the own column."""
    page.wait_for_function(READY)
    place = page.locator(PLACE)
    for _ in range(STEPS):
        if "mask" in (place.get_attribute("aria-valuetext") or "").lower():
            return
        before = place.get_attribute("aria-valuetext")
        page.keyboard.press("ArrowRight")
        page.wait_for_function("([at, was]) => document.querySelector(at).ariaValueText !== was", arg=[PLACE, before])
    raise LookupError("no step of this pass is called mask")


def take(address: str) -> bytes:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.get(), args=chromium.ARGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce", bypass_csp=True)
        page.add_init_script(VISITED)
        page.goto(address)
        to_the_mask(page)
        page.wait_for_load_state("networkidle")  # the chart is drawn after the page has become usable
        picture = page.screenshot(animations="disabled")
        browser.close()
    return picture


def main() -> None:
    target = Path(sys.argv[1])
    with serving(Settings()) as address:
        picture = take(address)
    assert len(picture) <= LIMIT, f"{len(picture):,} bytes are too many for a README: flat colours make small PNGs"
    target.write_bytes(picture)
    print(f"{target}: {len(picture) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
