"""The manual as a reader uses it: a request that is changed and run, errors with their place, programs."""

import json
import re
import subprocess
import sys
from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import ready, rows

SIZES = {"desktop": (1440, 900), "tablet": (1024, 768), "phone": (390, 844), "small": (320, 640)}


def manual(open_page: OpenPage, path: str = "/docs", *size: int, **options: Any) -> Page:
    page = open_page(path, *size, **options)
    page.wait_for_selector("html[data-ready]", state="attached")
    return page


def first(page: Page) -> Locator:
    return page.locator("form.try").first


def run(page: Page) -> None:
    first(page).get_by_role("button", name="Run").click()


def body_of(page: Page) -> Any:
    return json.loads(first(page).locator("textarea").input_value())


def matrix(page: Page, title: str) -> list[list[str]]:
    shown = first(page).locator(".matrix").filter(has=page.locator("h3", has_text=re.compile(rf"\b{title}$")))
    expect(shown).to_be_visible()
    return shown.locator("tbody tr").evaluate_all("all => all.map(tr => [...tr.cells].map(td => td.textContent))")


def change(page: Page, **fields: Any) -> dict[str, Any]:
    """The body with other values in these fields, typed as a whole."""
    body = body_of(page) | fields
    first(page).locator("textarea").fill(json.dumps(body))
    return body


def test_a_changed_request_runs_on_the_page_and_its_matrices_are_drawn(open_page: OpenPage, server: str) -> None:
    page = manual(open_page)
    body = change(page, X=[[0.5, 0.4], [-0.4, 2.3], [-0.4, -0.5]])
    run(page)
    expect(first(page).get_by_role("status")).to_contain_text("Answered in")
    answer = httpx.post(f"{server}/api/v1/gradient", json=body).json()
    assert matrix(page, "scores") == [[f"{x:.4f}".replace("-", "−") for x in row] for row in answer["scores"]]
    assert matrix(page, "mask") == [[f"{x:.0f}".replace("-", "−") for x in row] for row in answer["mask"]]
    shown = json.loads(first(page).locator("pre.json").inner_text())
    assert shown["dW"] == [[float(f"{x:.6g}") for x in row] for row in answer["dW"]]


def test_it_runs_by_keyboard_alone_and_by_touch(open_page: OpenPage) -> None:
    page = manual(open_page)
    page.locator("#body-0").focus()
    page.keyboard.press("Control+Enter")
    expect(first(page).locator(".matrix").first).to_be_visible()
    page = manual(open_page, "/docs", *SIZES["phone"], has_touch=True)
    first(page).get_by_role("button", name="Run").tap()
    expect(first(page).locator(".matrix").first).to_be_visible()


def test_a_refused_field_is_said_with_its_place_which_a_press_selects(
    open_page: OpenPage, complaints: list[str]
) -> None:
    page = manual(open_page)
    field = page.locator("#body-0")
    field.fill('{\n  "X": [[0.5, 0.4], [-0.4, 0.3]],\n  "y": [0, 1],\n  "W": [[1, 2], [2, "four"]]\n}')
    run(page)
    alert = first(page).get_by_role("alert")
    expect(alert).to_contain_text("422 The problem cannot be computed as it is described")
    expect(alert).to_contain_text("This must be a number (no text, no true/false, no null).")
    expect(field).to_have_attribute("aria-invalid", "true")
    alert.get_by_role("button", name="line 4 · /W/1/1").click()
    expect(field).to_be_focused()
    assert field.evaluate("node => node.value.slice(node.selectionStart, node.selectionEnd)") == '"four"'
    page.keyboard.type("4")
    expect(alert).to_be_empty()
    run(page)
    expect(first(page).locator(".matrix").first).to_be_visible()
    assert len(complaints) == 1
    assert "422" in complaints.pop()


def test_what_is_no_json_is_said_with_its_line(open_page: OpenPage, complaints: list[str]) -> None:
    page = manual(open_page)
    page.locator("#body-0").fill('{\n  "X": [[0.5, 0.4]],\n  "y": [0,]\n}')
    run(page)
    alert = first(page).get_by_role("alert")
    expect(alert).to_contain_text("The body is not JSON: it breaks off or goes wrong at line 3, column")
    expect(alert.get_by_role("button", name="line 3")).to_be_visible()
    expect(alert.get_by_role("link", name="More")).to_have_attribute("href", "/docs#problem-not-json")
    assert "400" in complaints.pop()
    first(page).get_by_role("button", name="Reset").click()
    expect(alert).to_be_empty()
    assert body_of(page)["y"] == [0, 1, 2]


def test_the_lab_opens_at_the_same_problem(open_page: OpenPage) -> None:
    page = manual(open_page)
    change(page, X=[[0.25, 0.75], [-0.4, 0.3], [-0.4, -0.5]], loss={"kind": "softmax"})
    link = first(page).get_by_role("link", name="Open in the lab")
    expect(link).to_have_attribute("href", re.compile(r"^/#1\."))
    link.click()
    ready(page)
    assert rows(page, "X") == [["0.25", "0.75"], ["−0.40", "0.30"], ["−0.40", "−0.50"]]
    assert rows(page, "W") == [["1.00", "2.00", "3.00"], ["2.00", "−4.00", "−1.00"]]
    expect(page.locator("#heading")).to_contain_text("Softmax")


@pytest.mark.parametrize("name", ["pass", "why", "train", "compare", "code", "check", "cells"])
def test_every_example_opens_in_the_lab_without_a_word_of_doubt(open_page: OpenPage, name: str) -> None:
    page = manual(open_page, f"/docs/{name}")
    first(page).get_by_role("link", name="Open in the lab").click()
    ready(page)
    expect(page.locator("#notice span")).to_have_text("This is a moment that somebody shared.")
    assert rows(page, "X")[0] == ["0.50", "0.40"]


def test_what_the_lab_cannot_show_has_no_link_to_it(open_page: OpenPage) -> None:
    page = manual(open_page)
    change(page, X=[[1, 2, 3], [3, 2, 1], [1, 1, 1]], W=None)
    expect(first(page).get_by_text("Open in the lab")).to_be_hidden()


def programs(page: Page) -> dict[str, str]:
    shown = first(page).locator(".programs pre")
    found: dict[str, str] = shown.evaluate_all("all => Object.fromEntries(all.map(e => [e.className, e.textContent]))")
    return found


@pytest.mark.parametrize("name", ["gradient", "diagnose", "code", "export", "dataset", "catalogue"])
def test_the_programs_are_the_same_whether_the_server_or_the_page_wrote_them(open_page: OpenPage, name: str) -> None:
    page = manual(open_page, f"/docs/{name}")
    served = programs(page)
    first(page).evaluate("form => form.dispatchEvent(new Event('reset'))")
    page.evaluate("() => new Promise((done) => setTimeout(done))")
    assert programs(page) == served
    assert set(served) == {"curl", "python", "javascript"}


def test_programs_are_tabs_that_follow_the_body_and_can_be_copied(open_page: OpenPage) -> None:
    page = manual(open_page, permissions=["clipboard-read", "clipboard-write"])
    first(page).locator("input[value=curl]").focus()
    page.keyboard.press("ArrowRight")
    expect(first(page).locator("pre.python")).to_be_visible()
    expect(first(page).locator("pre.curl")).to_be_hidden()
    change(page, b=[0, 0.25, -0.5], bias=True)
    expect(first(page).locator("pre.python")).to_contain_text('"b": [0, 0.25, -0.5]')
    first(page).get_by_role("button", name="Copy").click()
    expect(first(page).get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert '"bias": True' in copied
    done = subprocess.run([sys.executable, "-c", copied], capture_output=True, text=True, check=False, timeout=60)
    assert "'scores': [[" in done.stdout, done.stderr


def test_the_address_can_be_changed_where_it_has_a_parameter(open_page: OpenPage) -> None:
    page = manual(open_page, "/docs/export")
    first(page).get_by_label("Address").fill("/api/v1/export/plane.svg")
    run(page)
    expect(first(page).get_by_role("img", name="The picture that was answered")).to_be_visible()
    expect(first(page).locator("pre.json")).to_contain_text("<svg")
    expect(first(page).locator("pre.curl")).to_contain_text("/api/v1/export/plane.svg")
