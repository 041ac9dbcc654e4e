"""Finds a Chromium that starts, and as a command gets one if there is none; it opens no page itself."""

import os
import shutil
import subprocess
import sys

from playwright.sync_api import sync_playwright

# The one without windows first: it is the same engine, and a page is open in half the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Or V8 reads all of Plotly again for each of some sixty stacks that a driven browser wants: a second of every page.
    "--js-flags=--no-enable-lazy-source-positions",
]
MISSING = """No Chromium was found, and none could be installed. One of these helps:
  - put chromium or google-chrome on the PATH;
  - .venv/bin/python -m playwright install --with-deps chromium   (needs its download host);
  - apt-get install chromium   (as root, on Debian)."""


def find() -> str | None:
    """The path of the first Chromium that starts: one on the PATH, else the one Playwright has downloaded."""
    on_path = filter(None, map(shutil.which, NAMES))
    return next(filter(starts, on_path), None) or _downloaded()


def starts(path: str) -> bool:
    # A snap's placeholder, or a browser without its libraries, is on the PATH and yet does not run.
    return _runs([path, "--version"])


def get() -> str:
    """The path of a Chromium, downloaded or installed if need be; exits with a message if there is no way."""
    for way in (None, _download, _install):
        if way is not None:
            way()
        if path := find():
            return path
    sys.exit(MISSING)


def _downloaded() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) and starts(path) else None


def _download() -> None:
    print("No Chromium on the PATH: asking Playwright for its own", flush=True)
    _runs([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"], limit=600)


def _install() -> None:
    root = ["sudo", "-n"] if os.name == "posix" and os.geteuid() != 0 else []
    if not shutil.which("apt-get") or (root and not _runs([*root, "true"])):
        return
    print("Installing Debian's Chromium by apt-get", flush=True)
    _runs([*root, "apt-get", "-qq", "update"], limit=600)
    for package in ("chromium-headless-shell", "chromium"):  # older releases have the second one alone
        if _runs([*root, "apt-get", "-qq", "install", "--yes", "--no-install-recommends", package], limit=1200):
            return


def _runs(command: list[str], limit: float = 60) -> bool:
    environment = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000", "DEBIAN_FRONTEND": "noninteractive", **os.environ}
    try:
        return subprocess.run(command, env=environment, capture_output=True, timeout=limit).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    print("Browser:", get())
