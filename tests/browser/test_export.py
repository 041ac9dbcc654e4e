"""The panel "Export": every file holds the numbers of the page; by keyboard, on a phone, and when it fails."""

import csv
import io
import json
import re
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from app.exports import EXPORTS
from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, choose, open_panel, ready, rows, show_panel
from tests.browser.test_accessibility import violations

VIEW = "board"

SAID = ".export .said"


def opened(page: Page, iteration: int = 0) -> Page:
    ready(page)
    for t in range(iteration):
        page.keyboard.press("Shift+ArrowRight")
        expect(page.locator("#iteration")).to_have_text(str(t + 1))
    open_panel(page, "export")
    expect(page.locator(".export .place")).to_contain_text(f"iteration {iteration}.")
    return page


def saved(page: Page, kind: str) -> bytes:
    with page.expect_download() as found:
        page.get_by_role("button", name=f"Download {kind}").click()
    assert found.value.suggested_filename == EXPORTS[kind].filename
    expect(page.locator(SAID)).to_contain_text(f"{EXPORTS[kind].filename} is saved: ")
    return found.value.path().read_bytes()


def numbers(texts: list[list[str]]) -> Any:
    return np.array([[float(text.replace("−", "-")) for text in row] for row in texts])


def agree(values: Any, texts: list[list[str]]) -> None:
    """What is on the page is what was saved, to as many digits as the page shows."""
    np.testing.assert_allclose(np.atleast_2d(values), numbers(texts), atol=0.00501)


def chosen(page: Page, label: str, option: str) -> None:
    page.locator(".export label").filter(has_text=label).locator("select").select_option(label=option)


def test_every_file_of_a_pass_holds_the_matrices_of_the_page(open_page: OpenPage) -> None:
    page = opened(open_page(), 3)
    on_page = {name: rows(page, name) for name in ("X", "S", "M", "H", "W", "dW")}
    read = json.loads(saved(page, "pass.json"))
    found = read | {step["id"]: step["value"] for step in read["steps"]}
    table = list(csv.DictReader(io.StringIO(saved(page, "pass.csv").decode())))
    arrays: dict[str, Any] = {}
    exec(saved(page, "matrices.py"), arrays)
    tex = saved(page, "matrices.tex").decode()
    for name, texts in on_page.items():
        agree(found[name], texts)
        assert np.array_equal(arrays[name], found[name])
        cells = {(int(each["row"]), int(each["column"])): each["value"] for each in table if each["step"] == name}
        assert cells == {at: repr(float(value)) for at, value in np.ndenumerate(np.array(found[name]))}
    block = re.search(r"S = \\begin{bmatrix}\n(.*?)\n\\end", tex, re.DOTALL)
    assert block
    agree(numbers([row.removesuffix(r" \\").split("&") for row in block[1].split("\n")]), on_page["S"])


def test_every_file_of_a_run_holds_its_losses(open_page: OpenPage) -> None:
    page = opened(open_page())
    total = page.locator("[data-quantity=L] .number").text_content()
    table = list(csv.DictReader(io.StringIO(saved(page, "run.csv").decode())))
    run = json.loads(saved(page, "run.json"))
    assert [float(row["total"]) for row in table] == run["totals"]
    assert [float(row["W[1,2]"]) for row in table] == [W[1][2] for W in run["W"]]
    assert f"{run['totals'][0]:.3f}" == total
    assert len(run["totals"]) == 201
    expect(page.locator(".export .place")).to_contain_text("The run: 200 iterations.")
    film: Any = Image.open(io.BytesIO(saved(page, "run.gif")))
    assert (film.size, film.n_frames) == ((480, 536), 60)


def test_the_pictures_show_the_plane_of_the_page_in_its_look(open_page: OpenPage) -> None:
    page = opened(open_page(color_scheme="dark"), 2)
    root = ElementTree.fromstring(saved(page, "plane.svg"))
    title = root.findtext("{http://www.w3.org/2000/svg}title") or ""
    right = page.locator("svg.plane").get_attribute("aria-label") or ""
    assert "iteration 2" in title
    assert re.findall(r"(\d+) of 9", title) == re.findall(r"(\d+) of 9", right)
    assert root.find("{http://www.w3.org/2000/svg}rect").get("fill") == "#181b21"  # type: ignore[union-attr]
    chosen(page, "PNG", "400 × 400")
    dark = Image.open(io.BytesIO(saved(page, "plane.png"))).convert("L")
    chosen(page, "pictures", "light")
    light = Image.open(io.BytesIO(saved(page, "plane.png"))).convert("L")
    assert dark.size == light.size == (400, 400)
    assert np.asarray(dark).mean() < 80 < 180 < np.asarray(light).mean()


def test_the_files_are_in_the_layout_of_the_page_and_latex_as_wished(open_page: OpenPage) -> None:
    page = opened(open_page())
    choose(page, "layout", "S = WX, a point a column")
    expect(page.locator("#board")).to_have_class("board across")
    show_panel(page, "export")
    assert np.shape(json.loads(saved(page, "pass.json"))["W"]) == (3, 2)
    assert np.shape(json.loads(saved(page, "run.json"))["W"]) == (201, 3, 2)
    chosen(page, "LaTeX", "1 decimal")
    assert "0.5 & 0.8 & 0.3" in saved(page, "matrices.tex").decode()


def test_a_file_is_reached_and_saved_by_keys(open_page: OpenPage) -> None:
    page = opened(open_page())
    button = page.get_by_role("button", name="Download run.csv")
    page.locator(".export select").first.focus()
    for _ in range(20):
        if button.evaluate("node => node === document.activeElement"):
            break
        page.keyboard.press("Tab")
    with page.expect_download() as found:
        page.keyboard.press("Enter")
    assert found.value.suggested_filename == "hingelab-run.csv"
    expect(button).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#tray")).to_be_hidden()


def test_a_failure_is_said_in_a_sentence_and_the_next_press_works(open_page: OpenPage, complaints: list[str]) -> None:
    page = opened(open_page())
    page.context.set_offline(True)
    page.get_by_role("button", name="Download plane.svg").click()
    expect(page.locator(SAID)).to_contain_text("The server cannot be reached.")
    page.context.set_offline(False)
    assert complaints
    complaints.clear()
    assert saved(page, "plane.svg").startswith(b"<svg")


@pytest.mark.parametrize(
    ("theme", "size", "options"),
    [("light", "phone", {"has_touch": True, "is_mobile": True}), ("dark", "tablet", {}), ("projector", "desktop", {})],
)
def test_the_panel_fits_the_window_and_pleases_axe(
    open_page: OpenPage, theme: str, size: str, options: dict[str, Any]
) -> None:
    width, height = SIZES[size]
    page = open_page(width=width, height=height, **options)
    page.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
    opened(page)
    assert page.locator(".export li").count() == len(EXPORTS) + 1  # page.html stands with the pages
    saved(page, "matrices.py")
    expect(page.locator(SAID)).to_be_in_viewport(ratio=0.9)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heights = page.locator(".export :is(button, select)").evaluate_all(
        "nodes => nodes.map(node => node.getBoundingClientRect().height)"
    )
    assert min(heights) >= (44 if options else 24)
    assert violations(page) == []
