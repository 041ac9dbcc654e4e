"""The texts of the program: those written in calls of `tr`, and those that the registries make of their members."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app import schema
from app.core.catalogue import catalogue
from app.core.text import Text
from app.pages.lab import offered
from tests.texts.found import ROOT, Found

MODULES = sorted((ROOT / "app").rglob("*.py"))
SAID = {"Op": (1, 2), "rule": (1, 2), "Pull": (0, 2, 3), "step": (1,), "leaf": (1,), "Memory": (1,)}
"""What makes the steps of a pass, and which of its arguments people read."""
READ = ("title", "sentence", "question")


def calls(path: Path) -> Iterator[ast.Call]:
    yield from (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def texts(path: Path) -> Iterator[Found]:
    for call in calls(path):
        if name_of(call) == "tr" and isinstance(call.args[0], ast.Constant):
            id, english = map(ast.literal_eval, call.args)
            names = [keyword.arg for keyword in call.keywords]
            given = None if None in names else frozenset(name for name in names if name)
            yield Found(f"{path.relative_to(ROOT)}:{call.lineno}", id, english, given)


def of_registries() -> Iterator[Found]:
    for text in _all([catalogue(), offered(), schema.described()]):
        if text.id:
            yield Found("the registries", text.id, text.template)


def _all(tree: Any) -> Iterator[Text]:
    if isinstance(tree, Text):
        yield tree
    elif isinstance(tree, dict | list):
        for value in tree.values() if isinstance(tree, dict) else tree:
            yield from _all(value)


def unmarked(path: Path) -> Iterator[tuple[int, str]]:
    """Words that are handed to what makes a step, with no id."""
    for call in calls(path):
        for k in SAID.get(name_of(call), ()):
            if k < len(call.args) and isinstance(call.args[k], ast.Constant | ast.JoinedStr | ast.BinOp):
                yield call.args[k].lineno, ast.unparse(call.args[k])
        for given in call.keywords if name_of(call) in (*SAID, "replace") else ():
            if given.arg in READ and isinstance(given.value, ast.Constant | ast.JoinedStr | ast.BinOp):
                yield given.value.lineno, ast.unparse(given.value)
