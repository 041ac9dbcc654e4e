"""The weights as a board of numbers, for problems whose points do not lie in a plane."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from app.core.problem import Problem
from app.pictures.letters import width
from app.pictures.marks import Area, Glyph, Mark, Place, Word, box
from app.pictures.palette import Palette, mixed
from app.pictures.places import short
from app.pictures.shapes import shape_of

ROWS, COLUMNS = 8, 6  # as many as are legible
STRONGEST = 0.4  # share of hot or cold in the ground of the greatest number
WIDE, HIGH = 88.0, 46.0  # a cell
SIZE = 21.0  # of its number
BELOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
BESIDE = 150.0  # what the table leaves free beside and below it


class _Board(NamedTuple):
    """Where the cells lie: the corner of the first number, and how much larger than natural they are."""

    left: float
    top: float
    unit: float

    def at(self, row: float, column: float, right: float = 0.0, down: float = 0.0) -> Place:
        return self.left + (WIDE * column + right) * self.unit, self.top + (HIGH * row + down) * self.unit


def table(problem: Problem, palette: Palette, side: float, *, numbers: bool = True) -> Iterator[Mark]:
    """W and b in the middle of a square, one class a column; what is too much for it is an ellipsis."""
    features, columns = problem.W.shape
    shown = np.vstack([problem.W[:ROWS, :COLUMNS], problem.b[None, :COLUMNS]])
    gap = 1 if features > ROWS else 0.2  # above b
    unit = min(1.8, (side - BESIDE) / (WIDE * shown.shape[1]), (side - BESIDE) / (HIGH * (len(shown) + 1.5 + gap)))
    wide, high = WIDE * unit * shown.shape[1], HIGH * unit * (len(shown) + gap)
    board = _Board((side - wide) / 2 + 18 * unit, (side - high) / 2 + 0.7 * HIGH * unit, unit)
    yield Word(board.at(-1, 0, down=-12), "W", 26 * unit, palette.ink, "italic")
    beside = width("W ", 26, "italic")
    yield Word(board.at(-1, 0, beside, -12), f"{features:,}×{columns:,}", SIZE * unit, palette.muted)
    yield from _heads([1] if problem.loss.binary else range(shown.shape[1]), palette, board)
    greatest = float(np.abs(shown).max()) or 1.0
    for row, values in enumerate(shown.tolist()):
        label, y = ("b", row + gap) if row == len(shown) - 1 else (f"x{str(row + 1).translate(BELOW)}", float(row))
        yield Word(board.at(y, 0, -14, 31), label, 25 * unit, palette.muted, "italic", "end")
        for column, value in enumerate(values):
            share = STRONGEST * abs(value) / greatest if numbers else 0.0
            ground = mixed(palette.panel, palette.hot if value > 0 else palette.cold, share)
            yield Area(box(*board.at(y, column), (WIDE - 2) * unit, (HIGH - 2) * unit), ground)
            text = short(value, 2) if numbers else "–"
            yield Word(board.at(y, column + 1, -9, 31), text, SIZE * unit, palette.ink, anchor="end")
    if features > ROWS:
        yield Word(board.at(ROWS, 0, -14, 24), "…", SIZE * unit, palette.muted, anchor="end")
    if columns > COLUMNS:
        yield Word(board.at(-1, COLUMNS, 8, 31), "…", SIZE * unit, palette.muted)


def _heads(classes: Iterable[int], palette: Palette, board: _Board) -> Iterator[Mark]:
    for column, k in enumerate(classes):
        yield Glyph(shape_of(k), board.at(-0.5, column + 0.5), 1.4 * board.unit, palette.line_of(k))
        yield Area(box(*board.at(0, column, down=-5), (WIDE - 2) * board.unit, 4 * board.unit), palette.line_of(k))
