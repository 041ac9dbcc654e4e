"""Finds a Chromium that starts, and as a command gets one if there is none; it opens no page itself."""

import os
import shutil
import subprocess
import sys

from playwright._impl._driver import compute_driver_executable
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
NO_DRIVER = """Playwright's own driver, which the tests of the page need, does not start on this machine:
  {why}
On Debian or Ubuntu, as root: apt-get install libatomic1"""


def find() -> str | None:
    """The path of the first Chromium that starts: one on the PATH, else the one Playwright has downloaded."""
    on_path = filter(None, map(shutil.which, NAMES))
    return next(filter(starts, on_path), None) or _downloaded()


def starts(path: str) -> bool:
    # A snap's placeholder, or a browser without its libraries, is on the PATH and yet does not run.
    return _runs([path, "--version"])


def get() -> str:
    """The path of a Chromium, downloaded or installed if need be; exits with a message if there is no way."""
    _ready_driver()
    for way in (None, _download, _install):
        if way is not None:
            way()
        if path := find():
            return path
    sys.exit(MISSING)


def _ready_driver() -> None:
    """Playwright brings all that its driver needs but one library, which a bare Debian lacks; exits with a message."""
    command = [compute_driver_executable()[0], "--version"]
    if not _runs(command) and (root := _root()) is not None:
        print("Installing libatomic1 by apt-get, for Playwright's driver", flush=True)
        _apt(root, "libatomic1")
    if not _runs(command):
        sys.exit(NO_DRIVER.format(why=subprocess.run(command, capture_output=True, text=True).stderr.strip()))


def _downloaded() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) and starts(path) else None


def _download() -> None:
    print("No Chromium on the PATH: asking Playwright for its own", flush=True)
    _runs([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"], limit=600)


def _install() -> None:
    if (root := _root()) is None:
        return
    print("Installing Debian's Chromium by apt-get", flush=True)
    _apt(root, "chromium-headless-shell", "chromium")  # older releases have the second one alone


def _root() -> list[str] | None:
    """What stands before a command that root must give; None where there is no apt-get, or no way to be root."""
    root = ["sudo", "-n"] if os.name == "posix" and os.geteuid() != 0 else []
    return root if shutil.which("apt-get") and (not root or _runs([*root, "true"])) else None


def _apt(root: list[str], *packages: str) -> None:
    """The first of the packages that can be had."""
    _runs([*root, "apt-get", "-qq", "update"], limit=600)
    install = [*root, "apt-get", "-qq", "install", "--yes", "--no-install-recommends"]
    next(filter(None, (_runs([*install, package], limit=1200) for package in packages)), None)


def _runs(command: list[str], limit: float = 60) -> bool:
    environment = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000", "DEBIAN_FRONTEND": "noninteractive", **os.environ}
    try:
        return subprocess.run(command, env=environment, capture_output=True, timeout=limit).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    print("Browser:", get())
