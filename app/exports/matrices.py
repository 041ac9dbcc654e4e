"""The matrices of a pass in one of the two layouts, its inputs before its steps."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from app.core.tape.trace import Trace
from app.core.types import Array


class Matrix(NamedTuple):
    """`value` in its layout; `rows` is the same with two axes, as it is drawn; the gradient is value × `scale`."""

    id: str
    symbol: str
    title: str
    tex: str
    value: Array
    rows: Array
    scale: float = 1.0


def matrices(found: Trace, transposed: bool) -> Iterator[Matrix]:
    """X, y, W and b with which the pass begins, then the values of its steps; `transposed`: as in S = WX."""
    for node in found.inputs:
        yield Matrix(node.id, node.symbol, node.title, node.tex, *_placed(node.value, node.id == "y", transposed))
    for step in found.steps:
        value, rows = _placed(step.value, step.per_point, transposed)
        tex = step.written(transposed=transposed)
        yield Matrix(step.id, step.symbol, step.title, tex, value, rows, step.scale)


def _placed(value: Array, per_point: bool, transposed: bool) -> tuple[Array, Array]:
    """A vector with a number a point is a column, one with a number a class is a row; in WX the other way round."""
    rows = value[:, None] if value.ndim == 1 and per_point else np.atleast_2d(value)
    return (value.T, rows.T) if transposed else (value, rows)
