"""The address follows the page, and the page follows the address: Back and Forward, also when both move at once."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage
from tests.browser.lab import call, choose, ready
from tests.browser.test_share import NOTICE
from tests.links.frozen import FROZEN

VIEW = "board"

# What is written for the address waits, from now on, until `release()`.
SLOW = """() => {
    const Packer = CompressionStream;
    const released = new Promise((release) => { window.release = release; });
    window.CompressionStream = class {
        constructor(format) {
            const packer = new Packer(format);
            const wait = new TransformStream({ flush() { window.waits = true; return released; } });
            this.writable = packer.writable;
            this.readable = packer.readable.pipeThrough(wait);
        }
    };
}"""


def went(page: Page, set: str) -> str:
    """Another set of points, and the address once it is that."""
    before = page.url
    choose(page, "set", set)
    page.wait_for_function("url => location.href !== url", arg=before)
    return page.url


def test_another_link_in_the_same_tab_and_back_again(open_page: OpenPage) -> None:
    page = ready(open_page())
    page.evaluate("hash => { location.hash = hash; }", FROZEN["own points and weights in a run"]["link"])
    expect(page.locator("#heading")).to_contain_text("your own data")
    expect(page.locator(NOTICE)).to_contain_text("Undo brings back what was here before.")
    page.go_back()
    expect(page.locator("#heading")).to_contain_text("CS231n")
    page.go_forward()
    expect(page.locator("#heading")).to_contain_text("your own data")


def test_an_example_opened_is_a_place_to_come_back_from_and_a_step_there_leaves_the_way_forward_open(
    open_page: OpenPage,
) -> None:
    page = ready(open_page())
    moons = went(page, "Moons")
    went(page, "XOR")
    page.go_back()
    expect(page.locator("#heading")).to_contain_text("Moons")
    expect(page.locator(NOTICE)).to_have_text(re.compile("^Undo brings back what was here before"))
    page.locator("[data-do=step]").click()
    page.wait_for_function("moons => location.href !== moons", arg=moons)
    page.go_forward()
    expect(page.locator("#heading")).to_contain_text("XOR")


def test_an_address_under_way_is_not_put_over_the_one_gone_back_to(open_page: OpenPage) -> None:
    page = ready(open_page())
    moons = went(page, "Moons")
    went(page, "XOR")
    page.evaluate(SLOW)
    page.locator("[data-do=step]").click()
    page.wait_for_function("() => window.waits")
    held = list[Route]()
    page.route("**/arrive.js", lambda route: held.append(route))
    with page.expect_request("**/arrive.js"):
        page.go_back()
    page.evaluate("release()")
    call(page, "links/permalink", "write", {})  # written the same way: the one before it is written then
    assert page.url == moons
    for route in held:
        route.continue_()
    expect(page.locator("#heading")).to_contain_text("Moons")
    page.go_forward()
    expect(page.locator("#heading")).to_contain_text("XOR")
