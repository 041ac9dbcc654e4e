"""The plane tells the pass: what every step leaves on it, and that it follows from the moment alone."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.lab import ready
from tests.browser.strip import filmed

# Every element with its attributes in one order: which of them was written first does not show.
DRAWN = """() => [...document.querySelectorAll(".plane .picture .now *")].map((node) => {
    const written = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
    return [node.tagName, ...written, node.childElementCount ? "" : node.textContent].join(" ");
})"""
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def drawn(page: Page) -> list[str]:
    page.evaluate(FRAMES)
    found: list[str] = page.evaluate(DRAWN)
    return found


@pytest.mark.parametrize("kind", ["weston_watkins", "softmax", "squared_hinge"])
def test_every_step_that_is_about_more_than_one_number_changes_the_plane(
    open_page: OpenPage, server: str, kind: str
) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    frames = list(filmed(page, server, kind))
    assert len(frames) > 15
    for frame in frames:
        assert frame.share > 0 or not frame.step["picture"], frame.step["id"]
        assert len(frame.step["picture"]) > 0 or not frame.step["shape"], frame.step["id"]


def test_a_step_back_shows_what_the_step_forward_has_shown(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    shown = []
    for _ in range(18):
        page.keyboard.press("ArrowRight")
        shown.append(drawn(page))
    assert len({str(each) for each in shown}) > 14
    for before in reversed(shown[:-1]):
        page.keyboard.press("ArrowLeft")
        assert drawn(page) == before


def test_a_picture_that_moves_ends_as_it_stands_where_nothing_moves(open_page: OpenPage) -> None:
    still, moving = (ready(open_page(reduced_motion=motion)) for motion in ("reduce", "no-preference"))
    for page in (still, moving):
        page.get_by_role("slider", name="Step of the pass").fill("11")
        page.keyboard.press("ArrowRight")
    still.evaluate(FRAMES)
    moving.wait_for_function("() => document.querySelector('.plane .picture .before').getAttribute('opacity') === '0'")
    assert drawn(moving) == drawn(still)


def test_nothing_is_drawn_at_rest_or_while_training(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    assert page.locator(".plane .picture .now line").count() == 0
    page.keyboard.press("ArrowRight")
    page.locator(".plane .picture .now line").first.wait_for(state="attached")
    page.locator("[data-do=train]").click()
    page.locator(".plane .picture .now line").first.wait_for(state="detached")
