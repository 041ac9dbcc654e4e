"""A gradient as it was given: its numbers, and how exactly they were written down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.core.diagnose.matrix_text import MAGNITUDE, counted, numbers
from app.core.types import Array

_PARTS = re.compile(r"[-+]?(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?", re.ASCII)

Rows = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Given:
    """`values` (rows, columns); each may be off by `slack`, for it was rounded. `digits`: of the one with most.

    A `text` has the digits that it shows; numbers are what they are, unless whoever wrote them had rounded them.
    """

    values: Array
    slack: Array
    digits: int
    text: bool = True

    @property
    def exact(self) -> Array:
        """What the numbers may be off by, if nobody has rounded them: whole numbers and zeros may be just those."""
        whole = bool((self.values == np.round(self.values)).all())
        return np.zeros_like(self.slack) if whole or not self.text else self.slack

    @property
    def shown(self) -> Array:
        """What they may be off by, if they were rounded to the digits that they show; zeros show none."""
        unknown = not self.values.any() or (not self.text and bool((self.values == np.round(self.values)).all()))
        return np.zeros_like(self.slack) if unknown else self.slack


@dataclass(frozen=True, slots=True)
class Numbers:
    """All that was given: the gradient as theta (C·(D + 1),), `known` where it was given, and the loss.

    Each number may be off by `exact`, or by `slack` if it was rounded to the digits that it shows.
    """

    values: Array
    exact: Array
    slack: Array
    known: Array
    loss: float | None
    exact_loss: float
    loss_slack: float
    digits: int

    @classmethod
    def of(cls, dW: Given, db: Given | None, loss: Given | None) -> Numbers:
        """dW (D, C); db and the loss as single rows."""
        classes = dW.values.shape[1]
        bias = Given(np.zeros((1, classes)), np.zeros((1, classes)), 0) if db is None else db
        value = Given(np.zeros((1, 1)), np.zeros((1, 1)), 0) if loss is None else loss
        known = np.column_stack([np.ones_like(dW.values.T), np.full(classes, db is not None)]).astype(bool)
        values, exact, slack = (
            np.column_stack([weights.T, biases.ravel()]).ravel()
            for weights, biases in ((dW.values, bias.values), (dW.exact, bias.exact), (dW.shown, bias.shown))
        )
        return cls(
            values, exact, slack, known.ravel(), None if loss is None else float(value.values.flat[0]),
            float(value.exact.flat[0]), float(value.shown.flat[0]),
            max(dW.digits, bias.digits if bias.values.any() else 0),
        )  # fmt: skip


def read(given: str | Sequence[float] | Rows, vector: bool = False) -> Given:
    """A text, or numbers as JSON has them, as a matrix or a `vector` (one row).

    Raises ValueError with a sentence: what is wrong, in a text also where.
    """
    rows, scale = numbers(given, vector) if isinstance(given, str) else (_written(given, vector), "")
    width = len(rows[0])
    uneven = next((r for r, row in enumerate(rows) if len(row) != width), None)
    if uneven is not None:
        counts = f"Row {uneven + 1} has {counted(len(rows[uneven]))}, row 1 has {width}"
        raise ValueError(f"{counts}; make all rows equally long.")
    factor = float(scale or 1.0)
    values = factor * np.array([[float(text) for text in row] for row in rows])
    if not np.isfinite(factor) or not np.isfinite(values).all() or np.abs(values).max() > MAGNITUDE:
        raise ValueError(f"A number is larger than {MAGNITUDE:g}; this is no gradient that can be compared.")
    places, digits = zip(*(_precision(text) for row in rows for text in row), strict=True)
    slack = _slack(values, factor, max(places), max(digits))
    return Given(values, slack, max(digits), isinstance(given, str))


def _written(given: Sequence[float] | Rows, vector: bool) -> list[list[str]]:
    rows = [[repr(float(x)) for x in (row if isinstance(row, Sequence) else [row])] for row in given]
    flat = vector or not any(isinstance(row, Sequence) for row in given)
    return [[text for row in rows for text in row]] if flat else rows


def _precision(text: str) -> tuple[int, int]:
    """Decimal places and significant digits of a number as it is written; -3 places are whole thousands."""
    found = _PARTS.fullmatch(text)
    assert found, "the reader lets nothing else pass"
    whole, decimals, exponent = found.groups()
    if decimals == "0" and not text.count("e"):
        decimals = ""  # 3.0 is how Python and NumPy write a whole number
    return len(decimals) - _small(exponent or "0"), len((whole + decimals).lstrip("0"))


def _small(exponent: str) -> int:
    return max(-400, min(400, int(exponent[:6])))  # int() of very many digits takes very long


def _slack(values: Array, factor: float, places: int, digits: int) -> Array:
    """Half a unit of the last place: of so many decimals, or of so many digits where that is coarser."""
    sizes = np.floor(np.log10(np.maximum(np.abs(values), 1e-300)))
    by_digits = np.where(values == 0.0, 0.0, 10.0 ** (sizes + 1.0 - max(digits, 1)))
    by_places = abs(factor) * 10.0 ** float(-min(places, 300))
    return 0.5 * np.maximum(by_digits, by_places)
