"""The command line as an operator uses it: processes, pipes, files and exit codes."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.store import Store

ROOT = Path(__file__).resolve().parents[1]


def hingelab(database: str, *arguments: str, sent: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"HINGELAB_DATABASE_URL": database, "NO_COLOR": "1"}
    command = [sys.executable, "-m", "app", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, input=sent, capture_output=True, check=False)


@pytest.fixture
def filled(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path}/filled.db"
    with closing(Store.at(url, 1_000)) as store:
        for waiting in [store.create(b'{"n":%d}' % n, f"Number {n}") for n in range(300)]:
            waiting.result()
    return url


def test_links_are_carried_by_a_pipe_or_a_file(filled: str, tmp_path: Path) -> None:
    out = hingelab(filled, "links", "export")
    assert (out.returncode, out.stderr) == (0, b"")
    assert len(out.stdout.splitlines()) == 300
    by_pipe = hingelab(f"sqlite:///{tmp_path}/pipe.db", "links", "import", sent=out.stdout)
    assert (by_pipe.returncode, by_pipe.stdout) == (0, b"")
    assert b"300 added, 0 known already, 0 refused" in by_pipe.stderr
    (tmp_path / "links.jsonl").write_bytes(out.stdout)
    by_file = hingelab(f"sqlite:///{tmp_path}/pipe.db", "links", "import", f"{tmp_path}/links.jsonl")
    assert by_file.returncode == 0
    assert b"0 added, 300 known already, 0 refused" in by_file.stderr
    assert hingelab(f"sqlite:///{tmp_path}/pipe.db", "links", "export").stdout == out.stdout


def test_bad_lines_are_named_and_fail_the_command(filled: str, tmp_path: Path) -> None:
    good = hingelab(filled, "links", "export").stdout.splitlines(keepends=True)
    bad = b"{}\n" + b"".join(good[:2]) + b"secret\n" + good[2]
    done = hingelab(f"sqlite:///{tmp_path}/new.db", "links", "import", sent=bad)
    assert done.returncode == 1
    assert done.stderr.startswith(b"line 1: ")
    assert b"\nline 4: " in done.stderr
    assert b"3 added, 0 known already, 2 refused" in done.stderr
    assert b"secret" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [["links", "export"], ["links", "import"], ["links", "import", "/nowhere/links.jsonl"]]
)
def test_what_cannot_be_opened_is_said_without_a_traceback(filled: str, arguments: list[str]) -> None:
    lines = hingelab(filled, "links", "export").stdout
    done = hingelab("sqlite:////nowhere/links.db", *arguments, sent=lines)
    assert done.returncode == 1
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_a_full_store_ends_the_import(filled: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = hingelab(filled, "links", "export").stdout
    monkeypatch.setenv("HINGELAB_MAX_LINKS", "7")
    done = hingelab(f"sqlite:///{tmp_path}/small.db", "links", "import", sent=lines)
    assert done.returncode == 1
    assert b"at most 7" in done.stderr
    assert len(hingelab(f"sqlite:///{tmp_path}/small.db", "links", "export").stdout.splitlines()) == 7


def test_who_stops_reading_hears_no_complaint(filled: str) -> None:
    environment = os.environ | {"HINGELAB_DATABASE_URL": filled}
    command = [sys.executable, "-X", "dev", "-m", "app", "links", "export"]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.parametrize(
    "arguments", [["link"], ["links"], ["links", "eat"], ["links", "export", "x"], ["--port", "abc"]]
)
def test_an_unknown_command_says_what_there_is(arguments: list[str]) -> None:
    done = hingelab("sqlite:///links.db", *arguments)
    assert done.returncode == 2
    assert b"usage: hingelab" in done.stderr


def test_help_names_the_commands() -> None:
    done = hingelab("sqlite:///links.db", "links", "--help")
    assert done.returncode == 0
    assert b"export" in done.stdout
    assert b"import" in done.stdout
