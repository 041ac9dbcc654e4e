"""Starting the server as people do: where it listens is said, and what keeps it from starting, in a sentence."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from app import __version__

ROOT = Path(__file__).resolve().parents[1]
BROWSER = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text(sys.argv[2])"


@contextmanager
def started(folder: Path, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """The process of a server: its errors are kept in errors.txt in the folder, which is where it runs."""
    command = [sys.executable, "-m", "app", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "NO_COLOR": "1"} | environment
    with (folder / "errors.txt").open("w") as errors:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=errors, text=True
        )
        with process:
            try:
                yield process
            finally:
                process.terminate()


def refusal(folder: Path, *arguments: str, **environment: str) -> str:
    """What a server says that does not start."""
    with started(folder, *arguments, **environment) as process:
        assert process.wait(timeout=30) == 1
    said = (folder / "errors.txt").read_text()
    assert "Traceback" not in said
    return said


def address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith("Hingelab is at http://")
    return line.split()[3]


def answered(process: subprocess.Popen[str], path: str) -> httpx.Response:
    """The answer of a server that is about to listen."""
    transport = httpx.HTTPTransport(retries=8)  # a refused connection is tried again, later each time
    with httpx.Client(transport=transport, base_url=address(process), timeout=30) as client:
        return client.get(path)


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_and_is_there_until_it_is_told_to_end(tmp_path: Path, end: signal.Signals) -> None:
    with started(tmp_path, HINGELAB_PORT="0") as process:
        assert answered(process, "/readyz").json() == {"status": "ready"}
        process.send_signal(end)
        assert process.wait(timeout=30) in (0, -end, 128 + end)
    assert (tmp_path / "errors.txt").read_text() == ""


def test_assertions_may_be_off(tmp_path: Path) -> None:
    with started(
        tmp_path, HINGELAB_PORT="0", PYTHONOPTIMIZE="1", HINGELAB_DATABASE_URL="sqlite:////nowhere/l.db"
    ) as process:
        assert answered(process, "/readyz").status_code == 503


def test_the_page_is_opened_in_a_browser(tmp_path: Path) -> None:
    seen = tmp_path / "opened.txt"
    browser = tmp_path / "browser.py"
    browser.write_text(BROWSER)
    with started(tmp_path, "--port", "0", "--open", BROWSER=f"{sys.executable} {browser} {seen} %s") as process:
        where = address(process)
        transport = httpx.HTTPTransport(retries=8)
        with httpx.Client(transport=transport, base_url=where, timeout=30) as client:
            while not seen.exists() or not seen.read_text():
                assert client.get("/healthz").status_code == 200
    assert seen.read_text() == where


def test_the_version_and_what_there_is(tmp_path: Path) -> None:
    for flag, text in (("--version", f"hingelab {__version__}\n"), ("--help", "--open")):
        with started(tmp_path, flag) as process:
            assert process.stdout is not None
            assert text in process.stdout.read()
        assert process.returncode == 0


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = refusal(tmp_path, "--port", str(port))
    assert f"Port {port} of 127.0.0.1 is taken by another program." in said
    assert "hingelab --port" in said


def test_a_host_of_another_machine_is_said(tmp_path: Path) -> None:
    assert "“nowhere.invalid” is no address of this machine" in refusal(tmp_path, "--host", "nowhere.invalid")
    assert "“192.0.2.1” is no address of this machine" in refusal(tmp_path, "--host", "192.0.2.1")


@pytest.mark.parametrize("command", [[], ["links", "export"]], ids=["serve", "links"])
def test_a_bad_setting_is_said_by_its_name(tmp_path: Path, command: list[str]) -> None:
    assert "HINGELAB_PORT is “abc”: input should be a valid integer" in refusal(tmp_path, *command, HINGELAB_PORT="abc")
    secret = refusal(tmp_path, *command, HINGELAB_DATABASE_URL="mysql://user:secret@host/links")
    assert "HINGELAB_DATABASE_URL" in secret
    assert "sqlite:///path of a file" in secret
    assert "secret@" not in secret


@pytest.mark.parametrize("fault", ["broken", "foreign", "no folder", "a folder"])
def test_without_its_database_it_starts_and_says_so(tmp_path: Path, fault: str) -> None:
    """No right to write is the same to SQLite as no folder: neither can be opened (tests may run as root)."""
    path = {"no folder": tmp_path / "none" / "links.db", "a folder": tmp_path}.get(fault, tmp_path / "links.db")
    if fault == "broken":
        path.write_bytes(b"this is no database" * 99)
    elif fault == "foreign":
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE links (address TEXT, visits INTEGER)")
    with started(tmp_path, "--port", "0", HINGELAB_DATABASE_URL=f"sqlite:///{path}") as process:
        answer = answered(process, "/readyz")
        assert (answer.status_code, answer.json()["type"]) == (503, "/docs#problem-not-ready")
    said = (tmp_path / "errors.txt").read_text()
    assert "No short links can be kept or opened for that reason; everything else works." in said
    assert "HINGELAB_DATABASE_URL" in said
    assert "Traceback" not in said
