"""The numbers of a problem as program text: its points, its weights, and every knob that the rest of the code names."""

from __future__ import annotations

import re
import textwrap
from dataclasses import fields
from typing import Any, get_type_hints

import numpy as np

from app.code.listing import Limits, Line, Part
from app.core.code_fragments import NAMES
from app.core.knob import marks
from app.core.problem import Problem

WIDTH = 88


def data_part(problem: Problem, limits: Limits, array: str = "np.array", weights: bool = True) -> Part:
    """X, y and (if they play a part) W and b, written out or read from problem.json.

    `array` is the function that makes an array of a list.
    """
    rows = len(problem.X)
    big = {"X": problem.X.size > limits.numbers, "W": weights and problem.W.size > limits.numbers}
    lines = list(_OPENED) if any(big.values()) else []
    lines.append(Line("", f"N = {rows:,} points X, one a row, and the class y of each"))
    lines += _read(array, "X") if big["X"] else _written("X", problem.X, array)
    if big["X"]:
        labels = '[max(label, 0) for label in problem["y"]]' if problem.loss.binary else 'problem["y"]'
        whole = "torch.int64" if array.startswith("torch") else "int"  # to JSON 1.0 is a whole number too
        lines.append(
            Line(f"y = {array}({labels}, dtype={whole})", "−1 stands for class 0" if problem.loss.binary else "")
        )
    else:
        lines += _written("y", problem.y, array)
    if not weights:
        return Part("The problem", tuple(lines))
    column = "one class a column" if problem.columns > 1 else "one column"
    lines += [Line(), Line("", f"weights W, {column}{', and bias b' if problem.bias else ''}")]
    zeros = f"{array.partition('.')[0]}.zeros"
    if not big["W"]:
        lines += _written("W", problem.W, array)
    else:
        lines += _read(array, "W") if problem.W.any() else [Line(f"W = {zeros}({problem.W.shape})")]
    if not problem.bias:
        lines.append(Line(f"b = {zeros}({problem.columns})", "there is no bias: b is 0 and stays so"))
    else:
        lines += _written("b", problem.b, array)
    return Part("The problem", tuple(lines))


_OPENED = (
    Line(
        'with open("problem.json", encoding="utf-8") as file:', "what was sent to the API; the page saves it under Data"
    ),
    Line("    problem = json.load(file)"),
)


def _read(array: str, name: str) -> list[Line]:
    number = ", dtype=torch.float64" if array.startswith("torch") else ", dtype=float"
    return [Line(f'{name} = {array}(problem["{name}"]{number})')]


def _written(name: str, values: Any, array: str) -> list[Line]:
    text = f"{name} = {array}({values.tolist()})"
    if len(text) <= WIDTH:
        return [Line(text)]
    rows = values.tolist() if values.ndim > 1 else [values.tolist()]
    inner = [line for row in rows for line in _wrapped(f"{row}," if values.ndim > 1 else f"{row}"[1:-1])]
    return [Line(f"{name} = {array}(["), *map(Line, inner), Line("])")]


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="    ", subsequent_indent="    ", break_long_words=False)


def knobs_part(problem: Problem, used: str) -> list[Line]:
    """A line for every knob that the code `used` names, with the label it has on the page."""
    members = (problem.loss, problem.penalty, problem.optimizer)
    return [line for member in members for line in _knobs(member) if re.search(rf"\b{line.code.split()[0]}\b", used)]


def _knobs(member: Any) -> list[Line]:
    hints = get_type_hints(type(member), include_extras=True)
    return [
        Line(f"{NAMES.get(field.name, field.name)} = {_number(getattr(member, field.name))}", mark.label)
        for field in fields(member)
        for mark in marks(hints[field.name])
        if isinstance(getattr(member, field.name), float | int | None)
    ]


def _number(value: float | None) -> str:
    return 'float("inf")' if value is None or np.isinf(value) else repr(float(value))
