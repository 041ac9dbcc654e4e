"""The table of keys: whichever control a pointer has pressed, the arrows go on and Space plays or pauses."""

import pytest
from playwright.sync_api import Error, Page

from app.schema import PANELS
from tests.browser.conftest import OpenPage
from tests.browser.lab import ready, show_panel, show_settings

CONTROLS = "button, summary, input[type=checkbox], input[type=radio], [role=tab], svg.plane [data-point]"
LEAVES = "#present-open, [data-view-button]"  # the page as it is; they have tests
# What a pointer can press now: by what it is and says, for the page is drawn anew meanwhile.
SHOWN = f"""() => [...document.querySelectorAll("{CONTROLS}")]
  .filter((node) => node.checkVisibility({{ visibilityProperty: true }}) && !node.disabled
    && !node.matches("{LEAVES}") && !node.closest("dialog"))
  .map((node) => [node.localName, [...document.querySelectorAll(node.localName)].indexOf(node),
    node.id || node.dataset.do || node.dataset.point
      || `${{node.getAttribute("aria-label") ?? ""}} ${{node.textContent}}`.trim()])"""
PLACE = """() => JSON.stringify(["#sentence .kicker", "#iteration"]
  .map((name) => document.querySelector(name)?.textContent))"""
PLAYING = "() => document.querySelector('[data-do=train]').textContent.trim()"
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
REFUSED = ("/code?", "/diagnose")  # no dialect has every loss, and nothing was pasted: the panels say so
MADE = "() => document.querySelector('#tray .tray-content section').childElementCount"
COUNTED = """() => {
  globalThis.worked = [];
  addEventListener("click", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation(); // what it would do is not of interest, and would take the others away
    globalThis.worked.push(event.target);
  }, { capture: true });
}"""
FOCUS = "([name, at]) => document.querySelectorAll(name)[at].focus()"
WORKED = """() => {
  const [node, ...more] = globalThis.worked.splice(0);
  return more.length === 0 && Boolean(node) && document.activeElement === node;
}"""
LONGEST = 20_000  # ms that a key has to do something

Control = tuple[str, int, str]


def changes(page: Page, what: str, *keys: str) -> bool:
    """Does one of these keys change it? The first may find itself at an end of the pass."""
    for key in keys:
        before = page.evaluate(what)
        page.keyboard.press(key)
        try:
            page.wait_for_function(f"(before) => ({what})() !== before", arg=before, timeout=LONGEST)
        except Error:
            continue
        return True
    return False


def works(page: Page) -> bool:
    """Space plays and pauses, then an arrow steps; the page stands still afterwards."""
    plays = page.evaluate(PLAYING) == "Pause" or changes(page, PLAYING, " ")
    return plays and changes(page, PLAYING, " ") and changes(page, PLACE, "ArrowRight", "ArrowLeft")


def shown(page: Page) -> list[Control]:
    return [(name, at, said) for name, at, said in page.evaluate(SHOWN)]


def show(page: Page, place: str) -> None:
    page.keyboard.press("Escape")
    if (close := page.get_by_role("button", name="Close this panel")).is_visible():
        close.click()  # Escape was for the field that has the keyboard
    page.wait_for_function("() => !document.querySelector('header [aria-expanded=true]')")
    page.evaluate(DRAWN)
    if place == "settings":
        show_settings(page)
    elif place != "page":
        show_panel(page, place)
        page.wait_for_function(MADE)


def types(page: Page) -> bool:
    """Has a field the keyboard, made to be typed in?"""
    return bool(page.evaluate("() => document.activeElement.matches('input[type=text], textarea')"))


@pytest.mark.parametrize("place", ["page", "settings", *PANELS])
def test_no_control_that_was_pressed_keeps_the_keys_of_the_page(
    open_page: OpenPage, place: str, complaints: list[str]
) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    page.keyboard.press("ArrowRight")
    known = {said for *_, said in shown(page)} if place != "page" else set()
    show(page, place)
    wanted = [said for *_, said in shown(page) if said not in known]
    assert wanted
    dead = []
    for said in dict.fromkeys(wanted):
        show(page, place)
        control = next((each for each in shown(page) if each[2] == said), None)
        if control is None:
            continue  # what another one has changed
        pressed = page.locator(control[0]).nth(control[1]).element_handle()
        pressed.click()
        page.evaluate(DRAWN)
        if page.locator("dialog[open]").count() or pressed.get_attribute("aria-expanded") == "true":
            page.keyboard.press("Escape")
            page.evaluate(DRAWN)
        if said == "Empty plane":  # nothing to step through until there are points
            page.keyboard.press("Control+z")
        if not types(page) and not works(page):
            dead.append(said)
    assert dead == []
    complaints[:] = [said for said in complaints if not any(path in said for path in REFUSED)]


@pytest.mark.parametrize("place", ["page", "settings", *PANELS])
def test_a_control_that_was_reached_by_tab_is_worked_by_space_and_enter_alone(open_page: OpenPage, place: str) -> None:
    page = ready(open_page(reduced_motion="reduce"))
    page.keyboard.press("ArrowRight")
    known = {said for *_, said in shown(page)} if place != "page" else set()
    show(page, place)
    page.keyboard.press("Tab")  # the keyboard has it now, not the pointer
    page.evaluate(COUNTED)
    stands = page.evaluate(PLACE), page.evaluate(PLAYING)
    wrong = []
    for name, at, said in shown(page):
        if said in known or name == "g":  # points have keys of their own
            continue
        for key in [" "] if name == "input" else [" ", "Enter"]:
            page.evaluate(FOCUS, [name, at])
            page.keyboard.press(key)
            if not page.evaluate(WORKED) or stands != (page.evaluate(PLACE), page.evaluate(PLAYING)):
                wrong.append((said, key))
    assert wrong == []
