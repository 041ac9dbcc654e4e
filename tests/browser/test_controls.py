"""The settings, the weights and undo: nothing typed is lost, nothing changes without a word."""

import pytest
from playwright.sync_api import expect

from app.core.catalogue import catalogue
from tests.browser.conftest import OpenPage
from tests.browser.lab import choose, choose_loss, field, ready, rows, show_settings, train

VIEW = "board"

CATALOGUE = catalogue()


def test_the_controls_are_those_of_the_catalogue(open_page: OpenPage) -> None:
    page = ready(open_page())
    places = (
        ("losses", "Loss", "form"),
        ("penalties", "Penalty", "form"),
        ("optimizers", "Optimizer", "rule"),
        ("schedules", "Optimizer", "schedule"),
    )
    for family, group, label in places:
        shown = field(page, label, group).locator("option").all_inner_texts()
        assert shown == [member["title"] for member in CATALOGUE[family]]
        labels = {knob["label"] for member in CATALOGUE[family] for knob in member["knobs"]}
        assert labels <= set(page.locator("#controls .field > :first-child").all_text_contents())


BOARD_FOLLOWED = """() => {
  const [kicker, at] = ["#sentence .kicker", "#iteration"].map(name => document.querySelector(name).textContent);
  return at !== "0" && kicker === `Training · iteration ${at}`;
}"""


@pytest.mark.parametrize("preset", [p["title"] for p in CATALOGUE["presets"]])
def test_every_preset_opens_trains_and_plays_a_pass(open_page: OpenPage, preset: str) -> None:
    page = ready(open_page())
    if preset != CATALOGUE["presets"][0]["title"]:
        choose(page, "preset", preset)
        expect(page.locator("#notice")).to_be_visible()
    train(page)
    page.keyboard.press("End")
    page.wait_for_function(BOARD_FOLLOWED)  # the run is there: before, nobody knows where it ends
    expect(page.locator("#iteration")).not_to_have_text("0")
    page.get_by_role("button", name="Step into this pass").click()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#sentence .kicker")).to_contain_text("scores")


def test_every_data_set_can_be_chosen(open_page: OpenPage) -> None:
    page = ready(open_page())
    first_there = sorted(CATALOGUE["datasets"], key=lambda each: each["kind"] != "nine_points")
    for dataset in first_there:
        if dataset["kind"] != "nine_points":
            choose(page, "set", dataset["title"])
        expect(page.locator("#heading")).to_contain_text(dataset["title"])
        knobs = {knob["name"]: knob["default"] for knob in dataset["knobs"]}
        n = knobs.get("n") or {"nine_points": 9, "grid_corner": 8}[dataset["kind"]]
        expect(page.locator("svg.plane .point")).to_have_count(n)
        expect(page.locator("[data-quantity=X] tbody tr")).to_have_count(n)


def test_controls_that_do_not_apply_are_disabled_not_hidden(open_page: OpenPage) -> None:
    page = ready(open_page())
    expect(field(page, "margin Δ").locator("input[type=text]")).to_be_enabled()
    choose_loss(page, "Softmax")
    expect(field(page, "margin Δ").locator("input[type=text]")).to_be_disabled()
    expect(field(page, "points").locator("input[type=text]")).to_be_disabled()


def test_the_slope_at_the_kink_shows_in_the_mask(open_page: OpenPage) -> None:
    page = ready(open_page())
    choose(page, "preset", "On the kink")
    expect(page.locator("#heading")).to_contain_text("On the margin")
    expect(page.locator("[data-quantity=dS] tbody tr")).to_have_count(8)
    before = rows(page, "dS")
    field(page, "slope at the kink").get_by_role("button", name="½").click()
    expect(page.locator("[data-quantity=dS] tbody")).to_contain_text("0.50")
    assert rows(page, "dS") != before


WAYS = {".5": "0.50", "1/3": "0.33", "0,25": "0.25", "-2": "−2.00", "−1e1": "−10.00"}


def test_weights_are_typed_in_the_ways_people_write_numbers(open_page: OpenPage) -> None:
    page = ready(open_page())
    entry, score = page.locator("[data-weight='W,0,0']"), page.locator("[data-quantity=S] tbody tr").first
    for typed, shown in WAYS.items():
        before = score.text_content() or ""
        entry.fill(typed)
        entry.press("Enter")
        expect(score).not_to_have_text(before)
        page.locator("#sentence .kicker").click()
        assert rows(page, "W")[0][0] == shown


def test_what_is_no_number_is_put_back(open_page: OpenPage) -> None:
    page = ready(open_page())
    entry = page.locator("[data-weight='W,0,0']")
    for typed in ("", "-", "abc", "1/0", "1e99", "1/2/3"):
        entry.fill(typed)
        entry.press("Tab")
        expect(entry).to_have_value("1.00")


def test_escape_restores_a_weight_and_arrows_nudge_it(open_page: OpenPage) -> None:
    page = ready(open_page())
    entry = page.locator("[data-weight='W,0,0']")
    entry.fill("9")
    entry.press("Escape")
    expect(entry).to_have_value("1.00")
    entry.press("ArrowUp")
    expect(page.locator("[data-quantity=S] tbody tr").first).to_contain_text("1.35")
    entry.press("Shift+ArrowDown")
    expect(page.locator("[data-quantity=S] tbody tr").first).to_contain_text("0.85")


def test_reset_returns_to_the_same_start_and_undo_takes_everything_back(open_page: OpenPage) -> None:
    page = ready(open_page())
    total = page.locator("[data-quantity=L] .number")
    entry = page.locator("[data-weight='b,0,1']")
    entry.fill("3")
    entry.press("Enter")
    expect(total).not_to_have_text("6.267")
    show_settings(page)
    page.get_by_role("button", name="Reset weights").click()
    expect(total).to_have_text("6.267")
    choose(page, "set", "Moons")
    expect(page.locator("#heading")).to_contain_text("Moons")
    page.get_by_role("button", name="Undo").click()
    expect(total).to_have_text("6.267")
    page.locator("#sentence .kicker").click()
    page.keyboard.press("Control+z")
    expect(total).not_to_have_text("6.267")
    page.keyboard.press("Control+z")
    expect(total).to_have_text("6.267")
    page.keyboard.press("Control+Shift+z")
    expect(total).not_to_have_text("6.267")


def test_a_slider_is_one_undo_a_drag(open_page: OpenPage) -> None:
    page = ready(open_page())
    slider = field(page, "margin Δ").locator("input[type=range]")
    for value in ("100", "200", "300"):
        slider.fill(value)
    entry = field(page, "margin Δ").locator("input[type=text]")
    expect(entry).to_have_value("6")
    page.get_by_role("button", name="Undo").click()
    expect(entry).to_have_value("1")


def test_an_unreachable_server_is_said_and_nothing_is_lost(open_page: OpenPage, complaints: list[str]) -> None:
    page = ready(open_page())
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    entry = page.locator("[data-weight='W,0,0']")
    entry.fill("2")
    entry.press("Enter")
    expect(page.locator("#notice")).to_contain_text("cannot be reached")
    page.context.set_offline(False)
    entry.fill("3")
    entry.press("Enter")
    expect(page.locator("[data-quantity=S] tbody tr").first).to_contain_text("2.30")
    assert all("ERR_INTERNET_DISCONNECTED" in said for said in complaints)
    complaints.clear()


def test_a_setting_out_of_its_bounds_is_refused_in_a_sentence(open_page: OpenPage) -> None:
    page = ready(open_page())
    rate = field(page, "learning rate η").locator("input[type=text]")
    before = rate.input_value()
    for text, says in (
        ("1e7", "is out of that: learning rate η stays"),
        ("abc", "“abc” is no number: learning rate η stays"),
    ):
        rate.fill(text)
        rate.press("Tab")
        expect(page.locator("#notice")).to_contain_text(says)
        expect(rate).to_have_value(before)


def test_a_weight_that_is_no_number_is_refused_in_a_sentence(open_page: OpenPage) -> None:
    page = ready(open_page())
    entry = page.locator("[data-weight='W,0,0']")
    entry.fill("1e99")
    entry.press("Tab")
    expect(page.locator("#notice")).to_contain_text("“1e99” is no number up to 1e9: the weight stays 1.")
    expect(entry).to_have_value("1.00")


def test_a_tiny_weight_does_not_look_like_zero(open_page: OpenPage) -> None:
    page = ready(open_page())
    entry = page.locator("[data-weight='W,0,0']")
    for typed, shown in (("1e-9", "1.0e−9"), ("0.004", "0.004")):
        entry.fill(typed)
        entry.press("Tab")
        expect(entry).to_have_value(shown)
