"""The lab as a reader uses it: opening it, reading its numbers, taking a step."""

from contextlib import suppress
from typing import Any

import httpx
from playwright.sync_api import Locator, Page, TimeoutError, expect

from app.core.datasets import generate
from app.core.datasets.nine_points import NinePoints

VISITED = "try { localStorage.setItem('hingelab:visited', '1'); } catch {}"
"""A script before all others, for somebody who has been here before: the lab is there at once."""
SIZES = {"desktop": (1440, 900), "tablet": (1024, 768), "phone": (390, 844)}


def ready(page: Page) -> Page:
    page.wait_for_selector("html[data-ready=whole]", state="attached")
    return page


def open_panel(page: Page, name: str) -> None:
    """Open or close a panel by its button, which stands in a menu."""
    button = page.locator(f"[data-panel-button={name}]")
    show_menu(page, button)
    button.click()


def show_menu(page: Page, item: Locator) -> None:
    """Open the menu that an item of the head stands in, which on a narrow window is one list of all of them."""
    if item.is_visible():
        return
    if (more := page.locator("#more-toggle")).is_visible():
        more.click()
    else:
        page.locator(".menu", has=item).locator(".menu-toggle").click()


def show_panel(page: Page, name: str) -> None:
    """Open a panel unless it is: a reload brings back the one that was."""
    if page.locator(f"[data-panel-button={name}]").get_attribute("aria-expanded") == "false":
        open_panel(page, name)


def choose(page: Page, label: str, option: str) -> None:
    """Choose in the select of the settings that has this label; they are open for as long as that takes."""
    field(page, label).locator("select").select_option(label=option)
    hide_settings(page)


def show_settings(page: Page) -> None:
    """Open the settings, where the page has them as a sheet."""
    toggle = page.locator("#settings-toggle")
    if toggle.count() and toggle.get_attribute("aria-expanded") == "false":
        toggle.click()


def hide_settings(page: Page) -> None:
    toggle = page.locator("#settings-toggle")
    if toggle.count() and toggle.get_attribute("aria-expanded") == "true":
        page.locator("#controls [data-close]").click()


def train(page: Any) -> None:
    """Go to the training, and stand still there at the iteration that is on the page."""
    at = page.locator("#iteration").inner_text()
    page.locator("[data-do=train]").click()
    page.locator("[data-do=train]").click()
    page.get_by_role("slider", name="Iteration of the run").fill(at)


def field(page: Page, label: str, group: str | None = None) -> Any:
    """A field of the settings, which are opened for it."""
    show_settings(page)
    groups = page.locator("#controls fieldset")
    inside = groups.filter(has=page.locator("legend", has_text=group)) if group else groups
    return inside.locator(".field").filter(has=page.get_by_text(label, exact=True))


def halve(page: Page) -> None:
    """Another convention of the penalty."""
    show_settings(page)
    page.get_by_role("button", name="½λ‖W‖²").click()
    hide_settings(page)


def choose_loss(page: Page, title: str) -> None:
    field(page, "form", "Loss").locator("select").select_option(label=title)
    hide_settings(page)


def rows(page: Page, quantity: str) -> list[list[str]]:
    """The texts of a matrix of the board, row by row."""
    return page.locator(f"[data-quantity='{quantity}'] tbody tr").evaluate_all(
        """trs => trs.map(tr => [...tr.querySelectorAll('td:not(.label)')]
                                 .map(td => td.querySelector('input')?.value ?? td.textContent))"""
    )


def nine_points_body(**fields: Any) -> dict[str, Any]:
    """The first preset as the API takes it."""
    X, y, W, b = generate(NinePoints(), 0)
    return {"X": X.tolist(), "y": y.tolist(), "W": W.tolist(), "b": b.tolist(), **fields}


def two_classes_body(**fields: Any) -> dict[str, Any]:
    """The same for a loss of two classes: class 0 against the rest, the same line between 0 and 1."""
    X, y, W, b = generate(NinePoints(), 0)
    w, c = (W[:, 1:2] - W[:, :1]).tolist(), (b[1:2] - b[:1]).tolist()
    return {"X": X.tolist(), "y": y.clip(max=1).tolist(), "W": w, "b": c, **fields}


def steps(server: str, body: dict[str, Any]) -> list[dict[str, Any]]:
    answer = httpx.post(f"{server}/api/v1/pass", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()["steps"]


def kickers(found: list[dict[str, Any]]) -> list[str]:
    """What the sentence is headed by at each step of a pass."""
    heads = []
    for step in found:
        same = [s["id"] for s in found if s["direction"] == step["direction"]]
        place = f"{step['direction'].capitalize()} {same.index(step['id']) + 1} of {len(same)}"
        heads.append(f"{place} · {step['title']}")
    return heads


def expect_step(page: Page, kicker: str) -> None:
    """Asked at every frame first: a walk through all steps of all losses waits here some thousand times."""
    there = "kicker => document.querySelector('#sentence .kicker').textContent === kicker"
    with suppress(TimeoutError):
        page.wait_for_function(there, arg=kicker)
    expect(page.locator("#sentence .kicker")).to_have_text(kicker)


def expect_total(page: Page, iteration: int, total: str) -> None:
    expect(page.locator("#iteration")).to_have_text(str(iteration))
    expect(page.locator("#chart-now")).to_contain_text(f"total {total} ")


def call(page: Page, module: str, name: str, *arguments: Any) -> Any:
    """What a function that a script of the page exports answers."""
    address = page.locator("script[type=module]").get_attribute("src")
    assert address
    question = [address.replace("main.js", f"{module}.js"), name, list(arguments)]
    return page.evaluate("async ([url, name, args]) => (await import(url))[name](...args)", question)
