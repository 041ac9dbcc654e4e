"""One pass that plays: cells that fill in one by one, the end of it, and the same without motion."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import expect_step, ready

VIEW = "board"


# Every number of cells of S that were still to come, as the page drew them: a test asks too slowly to see each.
WATCH_CELLS = """() => {
  const quantity = document.querySelector("[data-quantity=S]");
  window.seen = [];
  new MutationObserver(() => {
    const waiting = quantity.querySelectorAll("tbody td.todo").length;
    if (waiting !== (seen.at(-1) ?? 0)) seen.push(waiting);
  }).observe(quantity, { subtree: true, childList: true, attributes: true });
}"""


def test_the_cells_of_a_step_fill_in_one_by_one(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator(".speed select").select_option("0.25")
    page.evaluate(WATCH_CELLS)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => seen.at(-1) === 0 && seen.length > 1")
    seen = page.evaluate("seen")
    assert seen[0] == page.locator("[data-quantity=S] tbody td").count()
    assert seen == sorted(seen, reverse=True)
    assert len(seen) > 3


def test_play_runs_through_the_pass_and_pauses_at_its_end(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.locator(".speed select").select_option("4")
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect_step(page, "Update 2 of 2 · update of the bias")
    expect(page.locator("[data-do=train]")).to_have_text("Train")
    expect(page.locator("#iteration")).to_have_text("0")
    page.keyboard.press("Space")  # again, from its beginning
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.locator("[data-do=train]")).to_have_text("Train")


def test_without_motion_play_shows_whole_steps(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    page.keyboard.press("ArrowRight")
    expect_step(page, "Forward 1 of 7 · scores")
    assert page.locator("[data-quantity=S] tbody td.todo").count() == 0
