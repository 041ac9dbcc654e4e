"""The lines of the architecture, read from the imports: dependence runs one way, files stay small."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "app").rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "service"}

BEHIND = {
    "core", "figures", "code", "links", "pictures", "exports", "schema", "store", "settings", "mathml", "version",
}  # fmt: skip

# What the modules of each part of `app` may import from `app` besides their own part.
ALLOWED = {
    "core": set[str](),
    "figures": {"core"},
    "code": {"core"},
    "schema": {"core", "folders"},
    "links": {"core", "schema"},
    "pictures": {"core"},
    "exports": {"core", "pictures"},
    "store": {"schema"},
    "settings": set(),
    "mathml": set(),
    "folders": set(),
    "requests": BEHIND,
    "api": BEHIND | {"requests"},
    "pages": BEHIND | {"requests"},
    "commands": {"settings", "store", "version"},
    "serve": {"settings", "store"},
    "__main__": {"commands", "serve"},
    "main": BEHIND | {"api", "pages", "folders"},
    "__init__": set(),
}
CORE_PACKAGES = {"numpy", "annotated_types"}
STANDARD = {
    "__future__", "abc", "bisect", "collections", "contextlib", "copy", "dataclasses", "decimal", "enum", "fractions",
    "functools", "inspect", "itertools", "math", "operator", "re", "types", "typing",
}  # fmt: skip


def part_of(name: str) -> str:
    return "version" if name == "app" else name.split(".")[1]


def imports(path: Path) -> set[str]:
    """Every module that a file names in an import, wherever it stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: say the whole name"
            names = {
                f"app.{alias.name}" for alias in node.names if (ROOT / "app" / alias.name).with_suffix("").exists()
            }
            found |= names if node.module == "app" and names else {node.module or ""}
    return found


def own_part(path: Path) -> str:
    return path.relative_to(ROOT / "app").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_dependence_runs_one_way(path: Path) -> None:
    part = own_part(path)
    used = {part_of(name) for name in imports(path) if name.split(".")[0] == "app"}
    assert used - {part} <= ALLOWED[part], f"{part} must not know {used - ALLOWED[part]}"


@pytest.mark.parametrize("path", sorted((ROOT / "app" / "core").rglob("*.py")), ids=lambda path: path.stem)
def test_the_core_is_pure(path: Path) -> None:
    packages = {name.split(".")[0] for name in imports(path)} - {"app"}
    assert packages <= CORE_PACKAGES | STANDARD


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_small_and_says_what_it_is(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= 200
    assert ast.get_docstring(ast.parse(text)), "a sentence of what it is"
    assert not FORBIDDEN_NAMES & set(path.stem.split("_"))


WRITTEN = sorted(path for path in (ROOT / "static").rglob("*") if path.suffix in (".js", ".css", ".ts"))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_line_is_too_long_to_be_read(path: Path) -> None:
    """The formatter leaves comments and texts alone."""
    assert [line for line in path.read_text().splitlines() if len(line) > 120] == []


def test_templates_and_scripts_are_small() -> None:
    for folder, pattern, limit in (("templates", "*.html", 80), ("static", "**/*.js", 180)):
        for path in (ROOT / folder).glob(pattern):
            assert len(path.read_text().splitlines()) <= limit, f"{path} is longer than {limit} lines"


@pytest.mark.parametrize("path", sorted((ROOT / "static").rglob("*.css")), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_sheet_closes_what_it_opens(path: Path) -> None:
    """They are served joined: a brace too many in one would undo the beginning of the next."""
    depth = 0
    for mark in re.findall(r"[{}]", re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)):
        depth += 1 if mark == "{" else -1
        assert depth >= 0
    assert depth == 0
