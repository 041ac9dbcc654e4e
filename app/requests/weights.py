"""Weights, bias and gradients as they are sent, to arrays; what has another shape is refused."""

from collections.abc import Sequence

import numpy as np

from app.core.losses import Loss
from app.core.types import Array
from app.requests.labels import count
from app.requests.refusal import invalid


def width(rows: Sequence[Sequence[float]], name: str) -> int:
    """How many numbers each of these rows has; `name` points to them. Raises Refusal: 422, if they differ."""
    width = len(rows[0])
    if set(map(len, rows)) == {width}:
        return width
    at = next(index for index, row in enumerate(rows) if len(row) != width)
    raise invalid(
        f"{name}/{at}",
        f"Row {at} has {count(len(rows[at]), 'number')}, row 0 has {width}; make all rows equally long.",
    )


def matrix(
    name: str, rows: Sequence[Sequence[float]], wanted: tuple[int, int], loss: Loss, layout: str = "XW"
) -> Array:
    """`rows`, which are in the layout XW, as a D×C array; `name` is its field, `layout` how it came.

    Raises Refusal: 422.
    """
    shape = (len(rows), width(rows, f"/{name}"))
    if shape != wanted:
        rows_given, columns_given = shape if layout == "XW" else shape[::-1]
        must = _wanted(shape, wanted, loss, layout)
        raise invalid(f"/{name}", f"{name} is {rows_given}×{columns_given} and must be {must}")
    return np.array(rows, dtype=np.float64)


def _wanted(shape: tuple[int, int], wanted: tuple[int, int], loss: Loss, layout: str) -> str:
    """What the weights must be, in the words of the layout; both shapes are as in XW."""
    features, columns = wanted
    turned = layout == "WX"
    size = f"{columns}×{features} in the layout WX" if turned else f"{features}×{columns}"
    if loss.binary:
        line = "row" if turned else "column"
        pair = f" Of two {line}s take the second minus the first, of b too." if shape == (features, 2) else ""
        one = "1×D" if turned else "D×1"
        return f"{one} = {size}: the loss {loss.kind} has one score {line}, positive for class 1.{pair}"
    swapped = shape == (columns, features)
    if turned:
        return f"C×D = {size}: one row a class, one column a feature.{' It looks like D×C.' if swapped else ''}"
    return f"D×C = {size}: one row a feature, one column a class.{' It looks transposed.' if swapped else ''}"


def vector(name: str, numbers: Sequence[float], wanted: int, loss: Loss) -> Array:
    """`numbers` as an array of C; `name` is its field, or the way to it. Raises Refusal: 422."""
    if len(numbers) != wanted:
        must = f"1, for the one score column of {loss.kind}" if loss.binary else f"C = {wanted}, one a class"
        raise invalid(f"/{name}", f"{name.split('/')[-1]} has {count(len(numbers), 'number')} and must have {must}.")
    return np.array(numbers, dtype=np.float64)


def no_bias(name: str, numbers: Sequence[float] | None) -> None:
    """Refuses numbers other than 0 for a bias, or its gradient, where a problem has none. Raises Refusal: 422."""
    if numbers is not None and any(numbers):
        advice = "leave it out, send zeros, or set bias to true."
        raise invalid(f"/{name}", f"This problem has no bias, so every number of {name.split('/')[-1]} is 0; {advice}")
