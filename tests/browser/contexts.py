"""Browser contexts that tests borrow, one after the other, each as if nobody had been there before."""

from collections import defaultdict
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ViewportSize

# Pages of one site and one context in one process: Plotly is read once a context, in place of once a page.
ARGS = ["--process-per-site"]
PATIENCE = 60_000  # ms: a condition is waited for, and a busy machine takes its time
SIZE: ViewportSize = {"width": 1440, "height": 900}
REUSED = {"has_touch", "is_mobile"}
"""Options of a context that can be used again; what was granted or switched off for one test would be left in it."""

# Runs before any script of the page: a blocked resource shows up as an event, whatever the console says of it.
WATCH_POLICY = """
addEventListener("securitypolicyviolation", event =>
  console.error(`CSP: ${event.violatedDirective} blocked ${event.blockedURI || "inline"}`), true);
"""


class Contexts:
    """Of one browser, for the pages of one server."""

    def __init__(self, browser: Browser, server: str) -> None:
        self.browser, self.server = browser, server
        self.free: dict[tuple[tuple[str, Any], ...], list[BrowserContext]] = defaultdict(list)
        self.kinds = dict[BrowserContext, tuple[tuple[str, Any], ...]]()

    def take(self, options: dict[str, Any]) -> BrowserContext:
        """A context with these options, in which nothing is kept."""
        kind = tuple(sorted(options.items())) if options.keys() <= REUSED else None
        if kind is not None and self.free[kind]:
            return self.free[kind].pop()
        context = self.browser.new_context(viewport=SIZE, base_url=self.server, **options)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(WATCH_POLICY)
        if kind is not None:
            self.kinds[context] = kind
            context.new_page().goto("/healthz")  # stays open, or the process would end with the last page of a test
        return context

    def give_back(self, context: BrowserContext) -> None:
        """The test is over: its pages go, and what they kept."""
        kind = self.kinds.get(context)
        if kind is None:
            return context.close()
        first, *pages = context.pages
        for page in pages:
            page.close()
        context.set_offline(False)
        context.clear_permissions()
        context.clear_cookies()
        first.evaluate("localStorage.clear()")
        self.free[kind].append(context)
