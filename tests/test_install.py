"""What is pinned is installed, whatever has been published since: from an index made here, by the Makefile itself."""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def wheel(folder: Path, name: str, version: str, *needs: str) -> str:
    """An empty package in the folder; its line in a list, with its hash. `needs`: lines of its metadata."""
    path = folder / f"{name}-{version}-py3-none-any.whl"
    about = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f"version = {version!r}\n",
        f"{about}/METADATA": "\n".join(("Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}", *needs, "")),
        f"{about}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [f"{file},sha256={_digest(text)},{len(text)}" for file, text in files.items()]
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
        archive.writestr(f"{about}/RECORD", "\n".join((*record, f"{about}/RECORD,,", "")))
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def _digest(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A list that pins a package, one that wants an extra of it, and what the extra wants; newer ones exist."""
    index, project = tmp_path / "index", tmp_path / "project"
    index.mkdir()
    project.mkdir()
    shutil.copy(ROOT / "Makefile", project)
    lines = [
        wheel(index, "measured", "1.0", "Provides-Extra: toml", 'Requires-Dist: reader; extra == "toml"'),
        wheel(index, "reader", "1.0"),
        wheel(index, "wanting", "1.0", "Requires-Dist: measured[toml]>=1.0"),
    ]
    (project / "requirements-bench.txt").write_text("".join(lines))
    wheel(index, "measured", "2.0", "Provides-Extra: toml", 'Requires-Dist: reader; extra == "toml"')
    wheel(index, "reader", "2.0")
    wheel(index, "wanting", "2.0", "Requires-Dist: measured[toml]>=2.0")
    return project


def made(project: Path, python: str = sys.executable) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "MAKE", "MFLAGS"))}
    environment = {
        **own,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(project.parent / "index"),
        "PIP_CONFIG_FILE": os.devnull,
    }
    command = ["make", ".venv-bench/.bench", f"PYTHON={python}"]
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=300)


def test_a_list_is_installed_as_it_is_pinned_when_newer_releases_of_every_extra_exist(project: Path) -> None:
    done = made(project)
    assert done.returncode == 0, done.stderr
    shown = "import measured, reader, wanting; print(measured.version, reader.version, wanting.version)"
    told = subprocess.run([project / ".venv-bench/bin/python", "-c", shown], capture_output=True, text=True, check=True)
    assert told.stdout == "1.0 1.0 1.0\n"


def test_a_list_that_leaves_something_out_is_refused_by_its_name(project: Path) -> None:
    path = project / "requirements-bench.txt"
    path.write_text(
        "".join(line for line in path.read_text().splitlines(keepends=True) if not line.startswith("measured"))
    )
    done = made(project)
    assert done.returncode != 0
    assert "measured" in done.stdout + done.stderr
    assert not (project / ".venv-bench/.bench").exists()


def test_where_nothing_can_be_had_a_sentence_says_what_to_do(project: Path) -> None:
    for path in (project.parent / "index").iterdir():
        path.unlink()
    done = made(project)
    assert done.returncode != 0
    assert "The packages of requirements-bench.txt could not be installed" in done.stderr
    assert "PIP_FIND_LINKS=folder make" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("python", ["an old one", "none"])
def test_without_a_python_that_is_new_enough_a_sentence_says_so(project: Path, python: str) -> None:
    path = project / "python-of-old"
    if python == "an old one":
        path.write_text("#!/bin/sh\nexit 1\n")  # what sys.exit(sys.version_info < (3, 11)) comes to
        path.chmod(0o755)
    done = made(project, str(path))
    assert done.returncode != 0
    assert "Hingelab needs Python 3.11 or later" in done.stderr
    assert "make PYTHON=" in done.stderr
