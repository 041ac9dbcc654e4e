"""A gradient that somebody has computed, from the body of a request to numbers of the core: which way it lies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from app.core.diagnose import Given, read
from app.core.problem import Problem
from app.requests.pasted import GivenBody
from app.requests.refusal import invalid
from app.requests.schemas import Layout
from app.requests.weights import no_bias, vector

Orientation = Literal["D×C", "C×D"]
Stacked = Literal["first", "last"] | None


class Laid(NamedTuple):
    """dW (D, C) and db (one row), how dW lay, and where in it the bias, if it had one."""

    dW: Given
    db: Given | None
    layout: Orientation
    stacked: Stacked


def readings_of(given: GivenBody, problem: Problem, first: Layout) -> Iterator[Laid]:
    """Every way in which the numbers can be meant, at least one. Raises Refusal, naming the field."""
    found, (features, classes) = read_given("dW", given.dW), problem.W.shape
    db = _bias(given, problem)
    square = features == classes  # then only the layout that the reader looks at tells which is meant
    if found.values.shape == (features, classes) and not (square and first == "WX"):
        yield Laid(found, db, "D×C", None)
    elif found.values.shape == (classes, features):
        yield Laid(_turned(found), db, "C×D", None)
    elif db is None and problem.bias and found.values.shape in ((features + 1, classes), (classes, features + 1)):
        if found.values.shape == (features + 1, classes):
            yield from _apart(found, "D×C")
        if found.values.shape == (classes, features + 1):
            yield from _apart(_turned(found), "C×D")
    else:
        rows, columns = found.values.shape
        wanted = f"D×C = {features}×{classes}, or C×D = {classes}×{features}"
        raise invalid("/given/dW", f"dW is {rows}×{columns} and must be {wanted}; paste the whole of it.")


def read_given(name: str, given: Any, vector: bool = False) -> Given:
    try:
        return read(given, vector)
    except ValueError as wrong:
        raise invalid(f"/given/{name}", str(wrong)) from None


def _turned(found: Given) -> Given:
    return replace(found, values=found.values.T, slack=found.slack.T)


def _apart(found: Given, layout: Orientation) -> Iterator[Laid]:
    """A dW (D + 1, C) with the bias as its last row, and as its first."""
    last = len(found.values) - 1
    for stacked, rows, bias in (("last", slice(last), slice(last, None)), ("first", slice(1, None), slice(1))):
        dW, db = (replace(found, values=found.values[some], slack=found.slack[some]) for some in (rows, bias))
        yield Laid(dW, db, layout, "last" if stacked == "last" else "first")


def _bias(given: GivenBody, problem: Problem) -> Given | None:
    if given.db is None:
        return None
    found = read_given("db", given.db, vector=True)
    numbers = found.values.ravel().tolist()
    vector("given/db", numbers, problem.columns, problem.loss)
    if not problem.bias:
        no_bias("given/db", numbers)
    return found
