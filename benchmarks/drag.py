"""What a hand on the plane feels: how soon the numbers follow, with how many frames, and with a slow network."""

import statistics

from playwright.sync_api import Page, Request

from app.core.datasets import generate
from app.core.datasets.blobs import Blobs

MOVES = 40
FAR = 150  # ms of added latency

# From each pointer event to the frame after the one in which its watched element changed.
_WATCH = """([selector, name]) => {
  window[name] = [];
  let moved = null;
  document.querySelector("svg.plane").addEventListener("pointermove", event => { moved = event.timeStamp; }, true);
  new MutationObserver(() => {
    const since = moved;
    moved = null;
    if (since !== null) requestAnimationFrame(() => window[name].push(performance.now() - since));
  }).observe(document.querySelector(selector), { attributes: true, characterData: true, subtree: true });
}"""
_NUMBERS = ["[data-quantity=L] .number", "numbers"]
_POINT = ["svg.plane .point:nth-of-type(4)", "point"]

_FRAMES = """() => {
  window.frames_seen = [];
  let last = performance.now();
  const next = now => { frames_seen.push(now - last); last = now; window.counting && requestAnimationFrame(next); };
  window.counting = true;
  requestAnimationFrame(next);
}"""


def drag_points(page: Page, pause: float) -> None:
    """The fourth point in forty moves, a pause in ms between two."""
    box = page.locator("svg.plane [data-point='3']").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for k in range(1, MOVES + 1):
        page.mouse.move(x + 2 * k, y + k)
        page.wait_for_timeout(pause)
    page.mouse.up()


def drag(page: Page) -> None:
    """From the pointer event to the new numbers painted."""
    page.evaluate(_WATCH, _NUMBERS)
    drag_points(page, 100)
    median, late, times = _spread(page, "numbers")
    print(
        f"drag, 60 points      {median:8.1f} ms median to new numbers, {late:.1f} ms 95th percentile, {times} times",
        end="",
    )
    print("   (target <= 50)")


def drag_many(page: Page) -> None:
    """Frames while one of 500 points is dragged as fast as events come."""
    X, y, *_ = generate(Blobs(n=200, noise=0.3), 0)
    rows = [f"{X[i % 200, 0] + 0.01 * (i // 200):.3f},{X[i % 200, 1]:.3f},{y[i % 200]}" for i in range(500)]
    page.locator("[data-panel-button=data]").click()
    page.locator("#data-text").fill("\n".join(rows))
    page.get_by_role("button", name="Use these points").click()
    page.wait_for_selector("[data-quantity=S] tbody tr:nth-child(500)", state="attached")
    page.get_by_role("button", name="Close this panel").click()
    page.wait_for_timeout(1500)
    page.evaluate(_FRAMES)
    drag_points(page, 16)
    times = sorted(page.evaluate("(window.counting = false, window.frames_seen)"))
    rate, late = 1000 * len(times) / sum(times), times[int(0.95 * len(times))]
    print(
        f"drag, 500 points     {rate:8.1f} frames a second, {late:.0f} ms 95th percentile, {times[-1]:.0f} ms worst",
        end="",
    )
    print("   (target >= 45)")


def drag_far(page: Page) -> None:
    """With 150 ms added to every answer: the point follows at once, the numbers when they come, one at a time."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    conditions = {"offline": False, "latency": FAR, "downloadThroughput": -1, "uploadThroughput": -1}
    network.send("Network.emulateNetworkConditions", conditions)
    under_way, most = set[Request](), [0]

    def begun(request: Request) -> None:
        if request.url.endswith("/pass"):
            under_way.add(request)
            most[0] = max(most[0], len(under_way))

    page.on("request", begun)
    page.on("requestfinished", lambda request: under_way.discard(request))
    page.on("requestfailed", lambda request: under_way.discard(request))
    page.evaluate(_WATCH, _NUMBERS)
    page.evaluate(_WATCH, _POINT)
    drag_points(page, 60)
    page.wait_for_timeout(1000)
    median, times = _spread(page, "point")[0], _spread(page, "numbers")[2]
    print(f"drag, {FAR} ms away   {median:8.1f} ms median to the point itself, the numbers came {times} times", end="")
    print(f" in {MOVES} moves, at most {most[0]} request under way   (targets <= 50, 1)")


def _spread(page: Page, name: str) -> tuple[float, float, int]:
    found = sorted(page.evaluate(f"window.{name}"))
    return statistics.median(found), found[int(0.95 * len(found))], len(found)
