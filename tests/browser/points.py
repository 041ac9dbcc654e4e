"""The panel of the data as a reader uses it: opening it, its rows, what it saves."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.lab import ready, show_panel

ENTRIES = "input, select, button"


def open_data(page: Page) -> Page:
    show_panel(ready(page), "data")
    expect(page.locator(".data-table [data-row='0']")).to_be_attached()
    return page


def entry(page: Page, i: int, column: int) -> Locator:
    """A control of a row of the table: 0 and 1 the coordinates, 2 the class, 3 the button that deletes."""
    return page.locator(f".data-table [data-row='{i}']").locator(ENTRIES).nth(column)


def saved(page: Page, name: str = "Save JSON") -> str:
    show_panel(page, "data")  # the settings may have taken its place
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_text()


def problem(page: Page) -> dict[str, Any]:
    return json.loads(saved(page))


def row(page: Page, i: int) -> Locator:
    return page.locator("[data-quantity=X] tbody tr").nth(i)
