"""How much moves on a page while it loads, its faces coming late: the cumulative layout shift."""

from collections.abc import Callable

from playwright.sync_api import Page, Route

MOST = 0.01
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries())
    shifts.push([value, sources.map(({ node }) => node?.id || node?.className || node?.nodeName)]);
}).observe({ type: "layout-shift", buffered: true });
"""
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def shifted(page: Page, address: str, before: Callable[[Page], object], after: Callable[[Page], object]) -> float:
    """The sum over a load whose fonts come only once `before` has ended; `after` ends when all is there."""
    held: list[Route] = []
    page.add_init_script(WATCH)
    page.route("**/*.woff2", lambda route: held.append(route))
    page.goto(address, wait_until="commit")
    before(page)
    page.evaluate(DRAWN)
    assert held, "the page has asked for no font"
    for route in held:
        route.continue_()
    page.unroute("**/*.woff2")
    page.evaluate("document.fonts.ready")
    after(page)
    page.evaluate(DRAWN)
    return float(page.evaluate("shifts.reduce((sum, [value]) => sum + value, 0)"))
