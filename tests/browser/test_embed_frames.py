"""The page for frames in frames of many sizes: nothing of it is cut, and its buttons promise what they do."""

from typing import Any

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import ready, train
from tests.links.frozen import FROZEN

IN_A_PASS = FROZEN["the first example, three steps in"]["link"]
IN_A_RUN = FROZEN["own points and weights in a run"]["link"]
SIZES = [(800, 450), (480, 320), (360, 640), (1200, 800)]
OPTIONS = [
    "",
    "hide=board",
    "hide=sentence",
    "hide=board,sentence,transport",
    "hide=board,sentence&controls=loss",
    "controls=loss",
    "controls=loss,penalty,optimizer",
    "hide=board&controls=loss",
    "hide=plane&controls=loss",
    "theme=projector",
    "theme=projector&controls=loss,penalty",
    "theme=projector&hide=board&controls=loss,penalty,optimizer",
]
SEEN = """() => {
  const $ = (selector) => document.querySelector(selector);
  /** How much of a box stands out of what is to be seen of the page at its place. */
  const out = (node) => {
    const box = node.getBoundingClientRect();
    let most = Math.max(-box.left, -box.top, box.right - innerWidth, box.bottom - innerHeight);
    for (let around = node.parentElement; around; around = around.parentElement) {
      if (getComputedStyle(around).overflowY === "visible" || !around.getClientRects().length) continue;
      const { left, top, right, bottom } = around.getBoundingClientRect();
      most = Math.max(most, left - box.left, top - box.top, box.right - right, box.bottom - bottom);
    }
    return Math.floor(most); // a part of a pixel is nothing
  };
  const shown = (node) => node.checkVisibility(); // not what stands in a fold that is closed
  const [plane, settings] = [$("svg.plane"), $("#fields")];
  const inside = [...settings.querySelectorAll("*")].filter((node) => shown(node) && node.clientWidth);
  const edge = settings.getBoundingClientRect().right;
  return {
    plane: shown(plane) && { out: out(plane), width: plane.clientWidth, height: plane.clientHeight },
    wide: document.documentElement.scrollWidth - innerWidth,
    aside: [...document.querySelectorAll(".transport button, .transport select, .sentence, #home")].filter(shown)
      .filter((node) => node.getBoundingClientRect().right > innerWidth).map((node) => node.outerHTML),
    cut: inside.filter((node) => node.scrollWidth > node.clientWidth || node.getBoundingClientRect().right > edge)
      .map((node) => node.outerHTML),
    settings: shown(settings) && { height: settings.clientHeight, out: Math.max(...inside.map(out)) },
  };
}"""


def seen(page: Page) -> Any:
    ready(page).wait_for_selector("body[data-hide]", state="attached")  # from the first picture on
    return page.evaluate(SEEN)


def framed(open_page: OpenPage, options: str, link: str = IN_A_PASS, **more: Any) -> Page:
    return ready(open_page(f"/embed?{options}{link}", **more))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_nothing_is_cut_in_a_frame_of_any_size(open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page("/healthz", *size)
    for options in OPTIONS:
        page.goto(f"/embed?{options}{IN_A_PASS}")
        found = seen(page)
        assert found["wide"] <= 0, options
        assert found["aside"] == [], options
        if "hide=plane" not in options:
            assert found["plane"]["out"] <= 0, (options, found)
            assert found["plane"]["width"] == found["plane"]["height"] >= 120, (options, found)
        if "controls" in options:
            assert found["settings"]["height"] >= 60, (options, found)
            assert found["cut"] == [], options
            page.locator("#fields select").first.select_option(index=1)  # wherever one has to scroll for it


@pytest.mark.parametrize("size", [(800, 450), (1200, 800)], ids=["slide", "window"])
@pytest.mark.parametrize("options", ["controls=loss", "hide=board&controls=loss", "hide=plane&controls=loss"])
def test_few_settings_are_all_in_sight(open_page: OpenPage, size: tuple[int, int], options: str) -> None:
    assert seen(framed(open_page, options, width=size[0], height=size[1]))["settings"]["out"] <= 0


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_what_is_for_the_ear_alone_takes_no_place(open_page: OpenPage, path: str) -> None:
    page = ready(open_page(f"{path}{IN_A_PASS}"))
    said = page.locator("#step-said")
    expect(said).to_contain_text("Which margins")
    expect(said).not_to_be_in_viewport()


def test_in_a_low_frame_no_step_scrolls_the_plane_away(open_page: OpenPage) -> None:
    page = framed(open_page, "controls=loss", width=480, height=320)
    for _ in range(3):
        page.keyboard.press("PageDown")
    expect(page.locator("#sentence .kicker")).to_contain_text("Forward 6 of 7")  # a number, low on the board
    expect(page.locator("[data-quantity=R]")).to_have_attribute("data-state", "now")
    assert seen(page)["plane"]["out"] <= 0


def test_a_key_that_means_nothing_in_a_frame_does_nothing(open_page: OpenPage) -> None:
    page = framed(open_page, "")
    for key in ("p", "?", "PageDown"):  # an error would fail the test
        page.keyboard.press(key)
    expect(page.locator("#sentence .kicker")).to_contain_text("Forward 4 of 7")


def test_bounds_of_the_steps_are_told_by_the_buttons_and_the_stops(open_page: OpenPage) -> None:
    page = framed(open_page, "from=M&to=H")
    kicker, following = page.locator("#sentence .kicker"), page.locator(".next span")

    def at_rest() -> list[str]:
        return page.locator("#transport [aria-disabled=true]").evaluate_all("all => all.map(one => one.dataset.do)")

    expect(following).to_have_text("The last step here")
    assert at_rest() == ["step"]
    page.locator("[data-do=step]").click(force=True)
    page.keyboard.press("Home")
    expect(kicker).to_contain_text("Forward 2 of 7")
    expect(following).to_have_text("Step to hinge")
    assert at_rest() == ["back"]
    assert page.locator(".stops li:not([data-outside])").count() == 2
    assert page.locator(".stops [data-outside] i").first.evaluate("node => getComputedStyle(node).scale") == "0.55"
    train(page)
    expect(page.locator("#sentence .kicker")).to_contain_text("Training")
    assert at_rest() == []
    page.get_by_role("button", name="Step into this pass").click()
    expect(kicker).to_contain_text("Forward 2 of 7")  # not before the first that can be reached


def test_a_name_that_is_none_bounds_nothing(open_page: OpenPage) -> None:
    page = framed(open_page, "from=nope&to=nada")
    page.keyboard.press("End")
    expect(page.locator(".next span")).to_have_text("Next iteration")
    expect(page.locator("#transport [aria-disabled=true]")).to_have_count(0)
    page.locator("[data-do=step]").click()
    expect(page.locator("#sentence .kicker")).to_have_text("The whole pass · iteration 1")
    expect(page.locator(".stops [data-outside]")).to_have_count(0)


def test_another_address_of_the_frame_is_another_moment(open_page: OpenPage) -> None:
    page = framed(open_page, "theme=dark")
    page.evaluate("hash => { location.hash = hash; }", IN_A_RUN)
    expect(page.locator("#sentence .kicker")).to_contain_text("Training")
    page.evaluate("hash => { location.hash = hash; }", IN_A_PASS[:-3] + "000")
    expect(page.locator("#notice")).to_contain_text("This link is damaged")
    page.evaluate("hash => { location.hash = hash; }", IN_A_PASS)
    expect(page.locator("#sentence .kicker")).to_contain_text("Forward 3 of 7")
    expect(page.locator("#notice")).to_be_hidden()


def test_from_a_frame_without_a_moment_one_gets_to_the_lab_in_a_window_of_its_own(server: str) -> None:
    assert 'href="/" target="_blank" rel="noopener"' in httpx.get(f"{server}/embed/0123456789").text
    assert "_blank" not in httpx.get(f"{server}/s/0123456789").text
