"""What stands around the program agrees with it: README, changelog, pins, budgets. It runs no page and no server."""

import json
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest

import app
from app.code import DIALECTS
from app.core.catalogue import catalogue
from app.core.diagnose.matrix_text import READS
from app.core.fast.gradient import gradient
from app.core.problem import Problem
from app.exports import EXPORTS
from app.figures import FIGURES
from app.settings import Settings

ROOT = Path(__file__).parents[1]
FOLDERS = {"app", "static", "templates", "tests", "benchmarks", "docs"}
LOCKS = ("requirements.txt", "requirements-test.txt", "requirements-bench.txt")
PAPERS = {"README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"}
TOP = FOLDERS | {*LOCKS, *PAPERS, "Dockerfile", "Makefile", "pyproject.toml"}
BUDGET = 200  # lines of a Python file; 150 is the aim
REGISTRIES = [f"{name}.{'org'}" for name in ("pypi", "pythonhosted", "npmjs", "pytorch")]  # not written out even here
README = (ROOT / "README.md").read_text()
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def files() -> Iterator[Path]:
    """Every file of the project, whether or not it lies in a repository."""
    for top in (*sorted(TOP), ".ci"):
        path = ROOT / top
        found = [path] if path.is_file() else path.rglob("*")
        yield from (f for f in found if f.is_file() and "__pycache__" not in f.parts)


def pins(name: str) -> dict[str, str]:
    """What a list pins; the bench list is made for machines without Windows, so what only that needs is left out."""
    lines = [line for line in (ROOT / name).read_text().splitlines() if "; sys_platform == 'win32'" not in line]
    return dict(re.findall(r"^([a-z0-9_.-]+)==([^\s;]+)", "\n".join(lines), re.MULTILINE))


def requirements(names: list[str]) -> set[str]:
    return {re.split(r"[^a-z0-9_-]", name)[0].replace("_", "-") for name in names}


def fenced(language: str, holding: str) -> str:
    return next(block for block in re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL) if holding in block)


def test_the_top_level_holds_only_what_it_should() -> None:
    ignored = re.compile(r"\..*|.*\.db(-.*)?|__pycache__")
    assert {p.name for p in ROOT.iterdir() if not ignored.fullmatch(p.name)} == TOP


def test_tests_and_benchmarks_keep_to_the_same_budget_as_the_program() -> None:
    lengths = {f: len(f.read_text().splitlines()) for f in files() if f.suffix == ".py"}
    assert {f.name: lines for f, lines in lengths.items() if lines > BUDGET} == {}


def test_no_file_names_a_package_registry() -> None:
    texts = ((f, f.read_text(errors="ignore")) for f in files())
    assert [(f.name, host) for f, text in texts for host in REGISTRIES if host in text] == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_with_hashes_and_from_no_particular_index(name: str) -> None:
    text = (ROOT / name).read_text()
    blocks = re.split(r"\n(?=\S)", text.replace("\\\n", ""))
    wanted = [block for block in blocks if not block.startswith("#")]
    assert [b for b in wanted if "==" not in b or "--hash=sha256:" not in b] == []
    assert re.findall(r"--(?:extra-)?index-url|--find-links|^-[ic]\b", text, re.MULTILINE) == []


def test_the_three_lists_agree_and_hold_what_the_package_asks_for() -> None:
    run, test, bench = (pins(name) for name in LOCKS)
    asked, extras = PYPROJECT["project"]["dependencies"], PYPROJECT["project"]["optional-dependencies"]
    assert run.items() <= test.items()
    assert run.items() <= bench.items()
    assert requirements(asked) | {"hatchling"} <= run.keys()
    assert requirements(extras["test"]) <= test.keys()
    assert requirements(extras["bench"]) <= bench.keys()
    assert "torch" not in test


def test_the_version_is_stated_once_and_has_a_place_in_the_changelog() -> None:
    headings = re.findall(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert headings[:2] == ["Unreleased", app.__version__]
    assert version("hingelab") == app.__version__


def test_every_release_has_its_day() -> None:
    releases = re.findall(r"^## \[(\d\S*)\](.*)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert releases
    assert all(re.fullmatch(r" - 20\d\d-\d\d-\d\d", day) for _, day in releases)


def test_the_changelog_uses_the_six_kinds_of_change() -> None:
    kinds = set(re.findall(r"^### (.+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_readme_names_every_make_target_and_no_other() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert phony
    assert set(re.findall(r"^\| `make ([\w-]+)`", README, re.MULTILINE)) == set(phony[1].split())


@pytest.mark.parametrize("family", ["losses", "penalties", "optimizers", "schedules", "datasets"])
def test_readme_lists_every_kind_in_the_order_of_the_page(family: str) -> None:
    row = re.search(rf"^\| {family.replace('datasets', 'data sets')} \| (.+) \|$", README, re.MULTILINE)
    assert row
    assert re.findall(r"`(\w+)`", row[1]) == [member["kind"] for member in catalogue()[family]]


def test_readme_lists_every_figure_in_the_order_of_the_tabs() -> None:
    sentence = re.search(r"^The figures are (.+?);", README, re.MULTILINE | re.DOTALL)
    assert sentence
    assert re.findall(r"`(\w+)`", sentence[1]) == list(FIGURES)


def test_readme_names_every_program_whose_printing_is_read() -> None:
    sentence = re.search(r"is what these write: (.+?);", README, re.DOTALL)
    assert sentence
    assert re.split(r",\s", sentence[1]) == list(READS)


def test_readme_lists_every_export_in_the_order_of_the_panel() -> None:
    sentence = re.search(r"The exports are (.+?)LaTeX and", README, re.DOTALL)
    assert sentence
    assert re.findall(r"`([\w.]+)`", sentence[1]) == list(EXPORTS)


def test_readme_names_only_settings_that_exist() -> None:
    assert {name.lower() for name in re.findall(r"HINGELAB_(\w+)", README)} <= set(Settings.model_fields)


def test_what_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def test_the_request_of_readme_has_the_answer_of_readme() -> None:
    asked = json.loads(re.search(r"-d '(.*?)'", fenced("sh", "curl"), re.DOTALL)[1])  # type: ignore[index]
    answer = json.loads(fenced("json", "mask"))
    X, y, W, b = (np.array(asked[name]) for name in ("X", "y", "W", "b"))
    found = gradient(Problem(X, y, W, b))
    assert found.mask is not None
    assert found.mask.tolist() == answer["mask"]
    assert {part: round(getattr(found, part), 6) for part in answer["loss"]} == answer["loss"]


def test_the_library_prints_what_readme_says(capsys: pytest.CaptureFixture[str]) -> None:
    exec(fenced("python", "from app.core import"), {})
    assert capsys.readouterr().out == fenced("text", "right")


def test_readme_lists_every_dialect_in_the_order_of_the_tabs() -> None:
    sentence = re.search(r"The dialects are (.+?)\(Jupyter\)", README, re.DOTALL)
    assert sentence
    assert re.findall(r"`([\w-]+)`", sentence[1]) == list(DIALECTS)


def test_the_image_is_given_what_it_needs_and_nothing_else() -> None:
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert allowed == {"app", "static", "templates", "requirements.txt"}
