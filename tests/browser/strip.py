"""Steps through a pass and shows what the plane draws: `python -m tests.browser.strip FOLDER [LOSS …]`.

Of each loss it writes a film strip, a frame a step, and prints for each step what share of the plane's pixels is not as
it was a step before.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw
from playwright.sync_api import Page, sync_playwright

from app.core.catalogue import catalogue
from app.settings import Settings
from tests.browser import chromium
from tests.browser.lab import (
    SIZES,
    VISITED,
    choose_loss,
    expect_step,
    kickers,
    nine_points_body,
    ready,
    steps,
    two_classes_body,
)
from tests.conftest import serving

LOSSES = {loss["kind"]: loss for loss in catalogue()["losses"]}
ACROSS = 6  # frames in a row of a strip
CAPTION = 22  # px for what a frame is called
TINY = 8  # of 255: a smaller difference of a colour is one of rounding


@dataclass(frozen=True)
class Frame:
    """The plane at a step; `share`: of its pixels that differ from the step before."""

    step: dict[str, Any]
    picture: Image.Image
    share: float


def filmed(page: Page, server: str, kind: str) -> Iterator[Frame]:
    """Every step of the first pass of this loss on the nine points, on a page that is ready."""
    loss = LOSSES[kind]
    if kind != next(iter(LOSSES)):
        choose_loss(page, loss["title"])
    body = (two_classes_body if loss["binary"] else nine_points_body)(loss={"kind": kind})
    found = steps(server, body)
    page.wait_for_selector(f"[data-quantity='{found[-3]['id']}']", state="attached")
    before = _seen(page)
    for step, head in zip(found, kickers(found), strict=True):
        page.keyboard.press("ArrowRight")
        expect_step(page, head)
        now = _seen(page)
        before = before.resize(now.size)  # on a phone the plane is smaller at a step
        differs = np.abs(np.asarray(now, np.int16) - np.asarray(before, np.int16)).max(axis=2) > TINY
        yield Frame(step, now, float(differs.mean()))
        before = now


def _seen(page: Page) -> Image.Image:
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return Image.open(BytesIO(page.locator("svg.plane").screenshot(animations="disabled"))).convert("RGB")


def strip(frames: list[Frame]) -> Image.Image:
    """The frames in rows, each over its name."""
    width, height = frames[0].picture.size
    rows = -(-len(frames) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * width, rows * (height + CAPTION)), "white")
    pen = ImageDraw.Draw(sheet)
    for k, frame in enumerate(frames):
        x, y = k % ACROSS * width, k // ACROSS * (height + CAPTION)
        sheet.paste(frame.picture, (x, y))
        pen.text((x + 6, y + height + 5), f"{frame.step['id']}  {' '.join(frame.step['picture'])}", fill="black")
    return sheet


def main() -> None:
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("folder", type=Path)
    wanted.add_argument("losses", nargs="*", default=list(LOSSES), metavar="LOSS")
    wanted.add_argument("--size", choices=SIZES, default="desktop")
    wanted.add_argument("--dark", action="store_true")
    wanted.add_argument("--theme")
    _take(wanted.parse_args())


def _take(args: argparse.Namespace) -> None:
    args.folder.mkdir(parents=True, exist_ok=True)
    width, height = SIZES[args.size]
    with serving(Settings()) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.get(), args=chromium.ARGS)
        for kind in args.losses:
            page = browser.new_page(
                viewport={"width": width, "height": height},
                reduced_motion="reduce",
                color_scheme="dark" if args.dark else "light",
            )
            page.add_init_script(VISITED)
            page.goto(address)
            ready(page)
            if args.theme:
                page.evaluate("(name) => { document.documentElement.dataset.theme = name; }", args.theme)
            frames = list(filmed(page, address, kind))
            page.close()
            strip(frames).save(args.folder / f"{kind}-{args.size}{'-dark' * args.dark}{args.theme or ''}.png")
            for frame in frames:
                print(f"{kind:28} {frame.step['id']:10} {' '.join(frame.step['picture']):20} {frame.share:7.2%}")
        browser.close()


if __name__ == "__main__":
    main()
