"""Each recipe of docs/recipes.md, followed step by step in a copy of the tree, ends in what it promises."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("app", "static", "templates", "tests", "pyproject.toml", "README.md", "CHANGELOG.md", "Makefile")
RECIPES = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", (ROOT / "docs/recipes.md").read_text(), re.M | re.S))
BLOCK = re.compile(r"^```(\w+) (\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def change(path: Path, lines: list[str]) -> None:
    """Does what a diff says, at the only place where it fits."""
    before = "\n".join(line[1:] for line in lines if line[0] in " -")
    after = "\n".join(line[1:] for line in lines if line[0] in " +")
    text = path.read_text()
    assert text.count(before) == 1, f"{path.name} has not one place with:\n{before}"
    path.write_text(text.replace(before, after))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.png", "*.woff2"))
        else:
            shutil.copy(source, tmp_path)
    return tmp_path


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_can_be_followed(copy: Path, recipe: str) -> None:
    checks = 0
    for language, target, text in BLOCK.findall(RECIPES[recipe]):
        if target == "check":
            checks += 1
            environment = os.environ | {"PYTHONPATH": str(copy)}
            done = subprocess.run(
                [sys.executable, "-c", text], cwd=copy, env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
        elif language == "diff":
            change(copy / target, text.splitlines())
        else:
            path = copy / target
            assert not path.exists(), f"{target} is there already"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
    assert checks == 1
