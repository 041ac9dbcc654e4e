"""The page as served: its weight, what moves while it loads, how soon its first step works, and a run that plays."""

import json
import statistics
import sys

import httpx
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.api_rate import served
from benchmarks.drag import drag, drag_far, drag_many
from tests.browser import chromium
from tests.browser.lab import SIZES, VISITED, choose, ready, train
from tests.browser.shifts import MOST, shifted

ROUNDS = 7
CODE, FONTS = 120, 110  # KB
FRAMES = """() => new Promise(done => {
  const times = [];
  let last = performance.now();
  const end = last + 5000;
  (function frame(now) {
    times.push(now - last);
    last = now;
    now < end ? requestAnimationFrame(frame) : done(times.slice(2));
  })(last);
})"""


def main() -> None:
    path = chromium.find()
    if path is None:
        sys.exit(chromium.MISSING)
    with served("app.main:create_app") as port, sync_playwright() as playwright:
        base = f"http://127.0.0.1:{port}"
        httpx.get(f"{base}/readyz", timeout=20).raise_for_status()
        browser = playwright.chromium.launch(executable_path=path, args=chromium.ARGS)
        met = [weigh(browser, base), jumps(browser, base)]
        first_step(browser, base)
        frames(browser, base)
        for measure in (drag, drag_many, drag_far):
            page = sixty_points(browser, base)
            if measure is not drag_many:
                page.keyboard.press("m")  # all matrices: their numbers are watched
            page.wait_for_timeout(1500)  # the first run and its chart come after the page is usable
            measure(page)
            page.close()
        browser.close()
    print("The weight and the layout meet their targets." if all(met) else "A target of weight or layout is MISSED.")
    sys.exit(0 if all(met) else 1)


def weigh(browser: Browser, base: str) -> bool:
    """HTML, CSS and JS as they come over the wire, compressed; the faces of the first view apart, and Plotly."""
    page = browser.new_page()
    urls: list[str] = []
    page.on("response", lambda answer: urls.append(answer.url))
    page.goto(base)  # for the first time: it trains, so the network is never idle
    ready(page).wait_for_timeout(2500)
    sizes = {url: _on_the_wire(url) for url in dict.fromkeys(urls) if "/api/" not in url}
    plotly = sum(size for url, size in sizes.items() if "plotly" in url)
    fonts = [size for url, size in sizes.items() if url.endswith(".woff2")]
    own, faces = (size / 1024 for size in (sum(sizes.values()) - plotly - sum(fonts), sum(fonts)))
    light, few = own <= CODE, 0 < faces <= FONTS
    count = f"in {len(sizes) - len(fonts)} files, Plotly {plotly / 1024:.0f} KB more"
    print(f"page's own code      {own:8.1f} KB {count}   (target <= {CODE}: {verdict(light)})")
    print(f"fonts of first view  {faces:8.1f} KB in {len(fonts)} files   (target <= {FONTS}: {verdict(few)})")
    page.close()
    return light and few


def verdict(met: bool) -> str:
    return "pass" if met else "MISS"


def jumps(browser: Browser, base: str) -> bool:
    """The cumulative layout shift of a load whose fonts come 1.5 seconds after the first step can be taken."""
    moved = []
    for name, (width, height) in SIZES.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        moved.append(found := shifted(page, base, _late, _drawn))
        size = f"{width}x{height}, fonts 1.5 s late"
        print(f"layout shift, {name:<8} {found:6.4f} {size}   (target <= {MOST}: {verdict(found <= MOST)})")
        page.close()
    return max(moved) <= MOST


def _late(page: Page) -> None:
    page.wait_for_selector("html[data-ready]", state="attached")
    page.wait_for_timeout(1500)


def _drawn(page: Page) -> None:
    page.wait_for_selector("html[data-ready=whole]", state="attached")
    page.wait_for_timeout(1500)  # the first run and its chart come after the page is usable


def _on_the_wire(url: str) -> int:
    with httpx.stream("GET", url, headers={"accept-encoding": "br, gzip"}) as answer:
        return sum(len(part) for part in answer.iter_raw())


def first_step(browser: Browser, base: str) -> None:
    """From navigation to the first step shown, in a fresh profile each time; and the first paint of the plane."""
    steps, paints, ready = [], [], []
    for _ in range(ROUNDS):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.add_init_script(VISITED)
        page.add_init_script(_PRESS_WHEN_READY)
        page.goto(base)
        page.wait_for_selector("html[data-stepped]", state="attached")
        steps.append(float(page.locator("html").get_attribute("data-stepped") or "nan"))
        ready.append(float(page.locator("html").get_attribute("data-was-ready") or "nan"))
        paints.append(_first_paint(page))
        context.close()
    print(f"first contentful paint {statistics.median(paints):6.0f} ms (the plane is in the HTML)")
    print(f"page ready           {statistics.median(ready):8.0f} ms median")
    print(f"first step works     {statistics.median(steps):8.0f} ms median, {max(steps):.0f} at most   (target <= 500)")


# Presses the step button as soon as the page says it is ready, and notes when the sentence has changed.
_PRESS_WHEN_READY = """
new MutationObserver((_, observer) => {
  const root = document.documentElement;
  if (root?.dataset.ready !== "true") return;
  observer.disconnect();
  root.dataset.wasReady = performance.now();
  const kicker = document.querySelector("#sentence .kicker");
  new MutationObserver(() => { if (/Forward 1/.test(kicker.textContent)) root.dataset.stepped = performance.now(); })
    .observe(kicker, { childList: true, characterData: true, subtree: true });
  document.querySelector("[data-do=step]").click();
}).observe(document, { attributes: true, childList: true, subtree: true });
"""


def _first_paint(page: Page) -> float:
    found = page.evaluate("JSON.stringify(performance.getEntriesByType('paint').map(e => [e.name, e.startTime]))")
    return float(dict(json.loads(found))["first-contentful-paint"])


def sixty_points(browser: Browser, base: str) -> Page:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(VISITED)
    page.goto(base)
    choose(ready(page), "set", "Blobs")
    page.wait_for_selector("[data-quantity=S] tbody tr:nth-child(60)", state="attached")
    return page


def frames(browser: Browser, base: str) -> None:
    """Five seconds of a run of 60 points, played at 4x."""
    page = sixty_points(browser, base)
    train(page)
    page.wait_for_selector("#chart-plot .scatterlayer")
    page.wait_for_timeout(500)  # let Plotly's own start-up end: the frames of the run are measured
    page.locator("[data-do=train]").click()
    times = sorted(page.evaluate(FRAMES))
    median, late = statistics.median(times), times[int(0.95 * len(times))]
    at = page.locator("#iteration").inner_text()
    spread = f"{late:.1f} ms 95th percentile, {times[-1]:.0f} worst, {len(times)} frames to iteration {at}"
    print(f"frames, 60 points    {median:8.1f} ms median, {spread}   (targets <= 17, <= 18)")


if __name__ == "__main__":
    main()
