"""The panel "Compare": variants side by side, in lockstep, kept with the problem."""

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import SIZES, choose, choose_loss, nine_points_body, open_panel, ready, show_panel, train
from tests.browser.test_accessibility import violations

VIEW = "board"

KEY = "hingelab:problem:1"
LOSSES = ["Weston–Watkins", "Crammer–Singer", "One-vs-all", "Softmax"]


def opened(page: Page, name: str | None = "Losses") -> Page:
    open_panel(ready(page), "compare")
    if name:
        page.locator(".compare .bar").get_by_role("button", name=name).click()
    return page


def cards(page: Page) -> Locator:
    return page.locator(".compare .card")


def names(page: Page) -> Locator:
    return page.locator(".compare .card .name")


def train_to(page: Page, iteration: int) -> None:
    train(page)
    page.get_by_role("slider", name="Iteration of the run").fill(str(iteration))
    expect(page.locator(".tray-panel.compare")).to_have_attribute("data-iteration", str(iteration))


def test_it_begins_with_what_each_set_would_compare(open_page: OpenPage) -> None:
    page = ready(open_page())
    open_panel(page, "compare")
    bar = page.locator(".compare .bar")
    previews = bar.locator(".preview:visible")
    expect(previews).to_have_count(3)
    expect(previews.first.locator("span")).to_have_text([f"{k}{loss}" for k, loss in zip("ABCD", LOSSES, strict=True)])
    bar.get_by_role("button", name="Losses").click()
    expect(previews).to_have_count(0)


def test_four_losses_step_together_with_the_numbers_of_the_server(open_page: OpenPage, server: str) -> None:
    page = opened(open_page())
    expect(names(page)).to_have_text(LOSSES)
    train_to(page, 40)
    variants = [{"loss": {"kind": kind}} for kind in ("weston_watkins", "crammer_singer", "one_vs_all", "softmax")]
    body = nine_points_body(iterations=200, variants=variants)
    found = httpx.post(f"{server}/api/v1/compare", json=body).json()["variants"]
    for card, variant in zip(cards(page).all(), found, strict=True):
        expect(card.locator("dd")).to_contain_text(
            [f"{variant['totals'][40]:.3f}", f"{variant['data'][40]:.3f}", f"{variant['penalty'][40]:.3f}"]
        )
        expect(card.locator("svg.plane .points > svg")).to_have_count(9)
        drawn = card.locator("svg.plane > .regions polygon").evaluate_all(
            "all => all.map(each => each.className.baseVal)"
        )
        assert drawn == [f"k{k}" for k, corners in enumerate(variant["scenes"][40]["regions"]) if corners]
    page.keyboard.press("ArrowRight")
    expect(cards(page).nth(3).locator("dd").first).to_have_text(f"{found[3]['totals'][41]:.3f}")


@pytest.mark.charts
def test_the_chart_has_a_pattern_for_each_and_says_when_totals_cannot_be_compared(open_page: OpenPage) -> None:
    page = opened(open_page())
    lines = page.locator(".compare .chart-plot .scatterlayer .trace .js-line")
    expect(lines).to_have_count(4)
    assert len(set(lines.evaluate_all("all => all.map(line => line.style.strokeDasharray)"))) == 4
    expect(page.locator(".compare .head .note")).to_contain_text("different units")
    page.locator(".compare").get_by_role("button", name="accuracy").click()
    expect(page.locator(".compare .ytick").last).to_have_text("100%")
    page.locator(".compare .bar").get_by_role("button", name="Optimizers").click()
    expect(names(page)).to_have_text(["SGD, η 0.1", "Momentum, η 0.05", "AdaGrad, η 0.2", "Adam, η 0.05"])
    expect(page.locator(".compare .head .note")).to_be_hidden()


def test_a_variant_is_added_changed_and_removed_by_keys_and_undo_brings_it_back(open_page: OpenPage) -> None:
    page = opened(open_page(), None)
    page.get_by_role("button", name="Add a variant").press("Enter")
    expect(names(page)).to_have_text(["Unchanged"])
    page.get_by_role("button", name="Change A").press("Enter")
    page.locator("#compare-editor").get_by_label("learning rate η").fill("1/4")
    page.locator("#compare-editor").get_by_label("learning rate η").press("Enter")
    expect(names(page)).to_have_text(["SGD, η 0.25"])
    page.get_by_role("button", name="Remove A").press("Enter")
    expect(cards(page)).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(names(page)).to_have_text(["SGD, η 0.25"])


def test_the_variants_outlive_other_data_and_a_reload(open_page: OpenPage) -> None:
    page = opened(open_page(), "Kinks")
    kinks = ["Weston–Watkins", "Weston–Watkins, slope at the kink 0.5", "Weston–Watkins, slope at the kink 1"]
    expect(names(page)).to_have_text(kinks)
    choose(page, "set", "Blobs")
    show_panel(page, "compare")
    expect(cards(page).first.locator("svg.plane .points > svg")).to_have_count(60)
    page.reload()
    show_panel(ready(page), "compare")
    expect(names(page)).to_have_text(kinks)


def test_variants_that_cannot_be_read_are_not_taken(open_page: OpenPage) -> None:
    page = opened(open_page())
    expect(names(page)).to_have_text(LOSSES)
    page.evaluate("dispatchEvent(new Event('pagehide'))")  # written at once
    page.evaluate(
        """key => { const kept = JSON.parse(localStorage[key]);
                    kept.variants[2] = {loss: {kind: "one_vs_all"}, W: []};
                    addEventListener("pagehide", () => { localStorage[key] = JSON.stringify(kept); }); }""",
        KEY,
    )
    page.reload()
    expect(ready(page).locator("#notice")).to_contain_text("cannot be read")


def test_the_slider_ends_with_the_run_of_the_settings_and_a_diverged_variant_says_so(open_page: OpenPage) -> None:
    page = opened(open_page(), "Optimizers")
    rate = page.locator("#chips").get_by_label("η")
    rate.fill("100")
    rate.press("Enter")
    train(page)
    expect(page.locator(".compare .head .note")).to_contain_text("and the slider with it")
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Change B").click()
    rate = page.locator("#compare-editor").get_by_label("learning rate η")
    rate.fill("100")
    rate.press("Enter")
    page.get_by_role("slider", name="Iteration of the run").fill("200")
    expect(cards(page).nth(1).locator(".says")).to_contain_text("It diverged at iteration")
    expect(page.locator("#iteration")).to_have_text("200")


def test_a_loss_of_two_classes_is_refused_on_its_card_and_fits_with_two(
    open_page: OpenPage, complaints: list[str]
) -> None:
    page = opened(open_page())
    choose_loss(page, "Hinge (binary)")
    show_panel(page, "compare")
    expect(cards(page).nth(1).locator(".name")).to_have_text("Crammer–Singer")
    expect(page.locator(".compare .says:visible")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Change C").click()
    page.locator("#compare-editor select").first.select_option(label="Hinge (binary)")
    expect(cards(page).nth(2).locator(".says")).to_contain_text("tells two classes apart")
    assert all("422" in complaint for complaint in complaints)
    complaints.clear()


@pytest.mark.parametrize(("size", "scheme"), [("desktop", "dark"), ("phone", "light")])
def test_the_panel_fits_the_window_and_a_finger_and_pleases_axe(open_page: OpenPage, size: str, scheme: str) -> None:
    width, height = SIZES[size]
    page = opened(open_page(width=width, height=height, color_scheme=scheme))
    expect(names(page)).to_have_text(LOSSES)
    page.get_by_role("button", name="Change B").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.locator(".tray :is(button, select, input[type=text])").evaluate_all(
        "all => all.map(n => n.getBoundingClientRect()).filter(b => b.width && (b.width < 24 || b.height < 24)).length"
    )
    assert small == 0
    assert violations(page) == []
