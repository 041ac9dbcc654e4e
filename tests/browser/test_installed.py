"""The installed package: its wheel in an environment of its own, started in an empty folder, used in a browser."""

import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import httpx
import pytest
from packaging.requirements import Requirement
from playwright.sync_api import Browser, Page, expect

from app import __version__
from tests.browser.lab import VISITED, ready
from tests.browser.test_short import shortened

VIEW = "board"

ROOT = Path(__file__).resolve().parents[2]
PACKED = ["app", "static", "templates", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, as building leaves things behind."""
    folder = tmp_path_factory.mktemp("built")
    for name in PACKED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", "dist", "."]
    subprocess.run(command, cwd=folder, check=True)
    return next((folder / "dist").glob("*.whl"))


def place(name: str, site: Path) -> None:
    """Puts an installed distribution into another environment, file by file, as it would be installed there."""
    found = distribution(name)
    for file in found.files or ():
        if ".." not in file.parts and "__pycache__" not in file.parts:
            target = site / file
            target.parent.mkdir(parents=True, exist_ok=True)
            os.symlink(Path(str(found.locate_file(file))).resolve(), target)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the commands of an environment that has what requirements.txt pins, and the wheel."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    where = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = Path(subprocess.run(where, capture_output=True, text=True, check=True).stdout.strip())
    pins = re.findall(r"^(\S+==.*?) \\$", (ROOT / "requirements.txt").read_text(), re.MULTILINE)
    for pin in map(Requirement, pins):
        if pin.marker is None or pin.marker.evaluate():
            place(pin.name, site)
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True)
    subprocess.run([python, "-m", "pip", "check"], check=True, capture_output=True)
    return folder / "bin"


@pytest.fixture(scope="module")
def address(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("empty")
    own = {name: value for name, value in os.environ.items() if not name.startswith(("HINGELAB_", "PYTHON"))}
    command = [str(installed / "hingelab"), "--port", "0"]
    with subprocess.Popen(command, cwd=folder, env=own, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            where = process.stdout.readline().split()[3]
            with httpx.Client(transport=httpx.HTTPTransport(retries=8), base_url=where, timeout=30) as client:
                client.get("/readyz").raise_for_status()
            yield where
        finally:
            process.terminate()
    assert (folder / "hingelab.db").exists()


def opened(browser: Browser, address: str, wrong: list[str]) -> Page:
    page = browser.new_page(base_url=address)
    page.add_init_script(VISITED)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda answer: wrong.append(answer.url) if answer.status >= 400 else None)
    page.on("requestfailed", lambda request: wrong.append(request.url))
    return page


def test_the_wheel_holds_the_page_and_nothing_else(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    own = f"hingelab-{__version__}.dist-info/"
    assert all(name.startswith(("app/", own)) for name in names)
    shipped = {f"app/{path.relative_to(ROOT)}" for part in ("static", "templates") for path in (ROOT / part).rglob("*")}
    assert {name for name in shipped if (ROOT / name.removeprefix("app/")).is_file()} <= set(names)
    assert not [name for name in names if "__pycache__" in name or name.endswith(".db")]


def test_an_installed_page_takes_a_step_and_makes_a_short_link(browser: Browser, address: str) -> None:
    wrong: list[str] = []
    page = opened(browser, address, wrong)
    page.goto("/")
    before = ready(page).locator("#sentence .kicker").text_content() or ""
    page.keyboard.press("PageDown")
    expect(page.locator("#sentence .kicker")).not_to_have_text(before)
    kicker = page.locator("#sentence .kicker").text_content() or ""
    path = shortened(page)
    other = opened(browser, address, wrong)
    other.goto(path)
    expect(ready(other).locator("#sentence .kicker")).to_have_text(kicker)
    assert not wrong
    for each in (page, other):
        each.close()


@pytest.mark.parametrize("flag", ["--version", "--help"])
def test_the_command_says_what_it_is(installed: Path, flag: str, tmp_path: Path) -> None:
    done = subprocess.run([str(installed / "hingelab"), flag], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.startswith({"--version": f"hingelab {__version__}\n", "--help": "usage: hingelab "}[flag])
    assert not list(tmp_path.iterdir())
