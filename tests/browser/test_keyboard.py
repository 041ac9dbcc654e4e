"""Who has the keyboard in the frame around a step, and what a screen reader hears."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import expect_step, ready


@pytest.mark.parametrize(
    "selector",
    [".next", "[data-do=back]", ".top > .switch [data-view-button=focus]", "#settings-toggle", ".line", "#step"],
)
def test_after_a_press_space_plays_and_arrows_step(open_page: OpenPage, selector: str) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    page.keyboard.press("ArrowRight")
    page.locator(selector).click()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect_step(page, "Forward 1 of 7 · scores")
    page.keyboard.press(" ")
    expect(page.locator("[data-do=train]")).to_have_text("Pause")


def test_after_a_point_of_the_plane_and_a_choice_arrows_step_too(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    page.locator("svg.plane [data-point='7']").click()
    page.keyboard.press("ArrowRight")
    expect_step(page, "Forward 1 of 7 · scores")
    page.locator("[data-quantity=S] tr.lit td").nth(1).click()
    page.keyboard.press("ArrowRight")
    expect_step(page, "Forward 2 of 7 · margins")


def test_up_and_down_lead_from_point_to_point(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    lit = page.locator("[data-quantity=dS] tr.lit td:not(.label)")
    numbers = page.locator("#sentence .numbers")
    expect(numbers).to_have_text("mask[4,1] = −(1 + 1) = −2")
    page.keyboard.press("ArrowDown")
    expect(lit).to_have_text(["1", "−1", "0"])
    expect(numbers).to_contain_text("mask[5,")
    for _ in range(9):
        page.keyboard.press("ArrowUp")
    expect(numbers).to_contain_text("mask[0,")
    expect(page.locator("svg.plane .focus")).to_contain_text("0")


def test_who_came_by_tab_keeps_the_keyboard(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    page.locator(".next").focus()
    page.keyboard.press(" ")
    expect_step(page, "Forward 1 of 7 · scores")
    expect(page.locator(".next")).to_be_focused()


def test_tab_leads_from_the_player_to_plane_text_and_head(open_page: OpenPage) -> None:
    page = ready(open_page())
    seen = list[str]()
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => document.activeElement.closest(".skip, footer, .plane, #sentence, header.top")
                    ?.getAttribute("class") ?? "" """
            )
        )
    places = ["skip", "transport", "plane", "sentence", "top"]
    found = [next((k for k, name in enumerate(seen) if place in str(name)), None) for place in places]
    assert None not in found, dict(zip(places, found, strict=True))
    assert found == sorted(found, key=lambda k: -1 if k is None else k)


def test_speech_hears_a_step_once_and_nothing_in_play(open_page: OpenPage) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    page.evaluate(
        """() => {
          window.heard = [];
          const said = document.getElementById("step-said");
          new MutationObserver(() => window.heard.push(said.textContent)).observe(said, { childList: true });
        }"""
    )
    page.keyboard.press("ArrowRight")
    expect(page.locator("#step-said")).to_contain_text("score")
    page.wait_for_timeout(600)
    assert len(page.evaluate("window.heard")) == 1
    page.keyboard.press(" ")
    page.wait_for_timeout(1500)
    assert [text for text in page.evaluate("window.heard")[1:] if text] == []
