"""The faces that the page is really set in: its own, in every place, whatever the machine has."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.schema import PANELS
from tests.browser.boxes import Boxes, differing
from tests.browser.charts import DRAWN, charts, expect_drawn, tab, training
from tests.browser.conftest import OpenPage
from tests.browser.faces import FOLDER, Used, faces, foreign, lacking
from tests.browser.lab import SIZES, choose, choose_loss, open_panel, ready, show_menu, show_panel
from tests.browser.test_offline import NAMES, taken

VIEW = "board"

PAGE = {Used(family, True) for family in ("Inter", "STIX Two Math", "STIX Two Text")}
OWN = {*PAGE, Used("Fira Code", True)}  # programs too
INTER = Used("Inter", True)
PRELOADED = 110 * 1024


def expect_own(page: Page, at_least: set[Used] = PAGE, selector: str = "html") -> None:
    found = faces(page, selector)
    assert foreign(found) == {}
    assert lacking(found) == set()
    assert at_least <= found.keys() <= OWN


def the_one(page: Page, selector: str) -> str:
    (used,) = faces(page, selector)
    assert used.own
    return used.family


@pytest.mark.charts
@pytest.mark.parametrize("size", SIZES)
def test_the_lab_is_set_in_its_own_faces(open_page: OpenPage, size: str) -> None:
    page = ready(open_page("/", *SIZES[size]))
    if size != "phone":  # where charts are drawn once they are scrolled to
        charts(page)
        assert the_one(page, "#chart-plot") == "Inter"
    expect_own(page)
    assert the_one(page, ".controls legend") == "Inter"
    assert the_one(page, ".why") == "Inter"
    assert the_one(page, "[data-quantity=S] tbody tr") == "Inter"
    assert the_one(page, "[data-quantity=S] h3 i") == "STIX Two Text"
    assert the_one(page, ".formula math") == "STIX Two Math"
    assert the_one(page, "svg.plane .ticks") == "Inter"


def diverging(page: Page) -> None:
    choose(page, "preset", "A step too far")
    training(page, 150)


STATES: dict[str, Callable[[Page], object]] = {
    "two classes": lambda page: choose_loss(page, "Hinge (binary)"),
    "softmax": lambda page: choose_loss(page, "Softmax"),
    "transposed": lambda page: choose(page, "layout", "S = WX, a point a column"),
    "momentum": lambda page: choose(page, "rule", "Adam"),
    "diverging": diverging,
    "eight classes": lambda page: choose(page, "preset", "Eight classes"),
}


@pytest.mark.parametrize("state", STATES)
def test_so_is_every_step_of_a_pass(open_page: OpenPage, state: str) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    STATES[state](page)
    if state != "diverging":
        for _ in range(16):
            page.keyboard.press("ArrowRight")
            expect_own(page, {INTER}, "#sentence")
    expect_own(page)


@pytest.mark.parametrize("name", PANELS)
def test_so_is_every_panel(open_page: OpenPage, name: str) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    for _ in range(9):
        page.keyboard.press("ArrowRight")
    show_panel(page, name)
    expect(page.locator(f".tray-panel.{name} > *").first).to_be_attached()
    expect_own(page)


def test_so_are_programs(open_page: OpenPage) -> None:
    page = ready(open_page())
    open_panel(page, "code")
    expect(page.locator("#code-text .n").first).to_be_visible()
    assert the_one(page, "#code-text") == "Fira Code"


@pytest.mark.charts
@pytest.mark.parametrize("kind", DRAWN)
def test_so_is_every_chart(open_page: OpenPage, kind: str) -> None:
    page = training(charts(ready(open_page())))
    tab(page, kind).click()
    expect_drawn(page, kind)
    expect_own(page, {INTER}, "#chart")
    assert the_one(page, "#chart-plot") == "Inter"


@pytest.mark.parametrize("button", ["gallery-open", "help-open", "present-open"])
def test_so_is_what_lies_over_the_page(open_page: OpenPage, button: str) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    show_menu(page, page.locator(f"#{button}"))
    page.locator(f"#{button}").click()
    if button == "gallery-open":
        expect(page.locator("#gallery li").first).to_be_visible()
    if button == "present-open":
        expect(page.locator(":root[data-stage]")).to_be_attached()
        assert the_one(page, ".formula math") == "STIX Two Math"
    expect_own(page, {INTER})


def test_so_is_the_manual(open_page: OpenPage) -> None:
    for path in ("/docs", "/docs/losses"):
        page = open_page(path)
        page.evaluate("document.fonts.ready")
        page.reload()  # a face that is late is left out of the first page
        expect_own(page, {INTER, Used("Fira Code", True)})
        assert the_one(page, "code") == "Fira Code"
        assert the_one(page, ".lead:not(:has(code))" if path == "/docs" else "h1") == "Inter"
    assert the_one(page, "math") == "STIX Two Math"


def test_so_is_a_page_that_is_not_there(open_page: OpenPage, complaints: list[str]) -> None:
    page = open_page("/embed/nothing")
    expect(page.get_by_role("link", name="Go to the lab")).to_be_visible()
    assert faces(page).keys() == {INTER}
    assert {"404" in complaint for complaint in complaints} == {True}
    complaints.clear()


def test_so_is_a_frame(open_page: OpenPage) -> None:
    page = ready(open_page("/embed"))
    expect_own(page)
    assert the_one(page, ".formula math") == "STIX Two Math"


def test_so_is_the_page_to_take_along(open_page: OpenPage, server: str, tmp_path: Path) -> None:
    page = taken(open_page, server, tmp_path, NAMES[0])
    expect_own(page)
    assert the_one(page, "[data-quantity=S] tbody tr") == "Inter"
    assert the_one(page, ".formula math") == "STIX Two Math"


def test_the_faces_asked_for_first_are_small_and_are_those_of_the_first_view(open_page: OpenPage) -> None:
    page = ready(open_page())
    asked = page.locator("link[rel=preload][as=font]").evaluate_all("all => all.map(link => link.href)")
    files = [FOLDER / url.rpartition("/")[2] for url in asked]
    assert sum(file.stat().st_size for file in files) <= PRELOADED
    loaded = page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').map(face => face.family)")
    ours = [name for name in loaded if not name.strip('"').startswith("Like ")]  # those like ours are the machine's
    assert len(ours) == len(files) == 4


def test_texts_that_stand_elsewhere_are_named() -> None:
    one: Boxes = {"phone": [["a", 0, 0, 10, 12], ["b", 0, 12, 10, 12]]}
    other: Boxes = {"phone": [["a", 0, 0, 10, 12], ["b", 0, 12, 10.5, 12]], "tablet": [["a", 0, 0, 1, 1]]}
    assert differing(one, one) == []
    assert [line.partition(":")[0] for line in differing(one, other)] == ["phone", "tablet"]
