"""One thing that happens in a pass, as the page shows it and the API returns it. It computes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from app.core.types import Array, Cell

Source = tuple[str, Cell]  # a cell of a named step or input
Direction = Literal["forward", "backward", "update"]


@dataclass(frozen=True, slots=True)
class Step:
    """`value` is what is shown; the gradient proper of a backward step is value × `scale`.

    `node` is the quantity it belongs to: M for the margins and for their gradient. `per_point`: a row is a point.
    `product`: the two factors, where the value is a matrix product: row i of the first times the second (and a bias) if
    rows are points, else the sum over the points i of row i of the first, as a column, times row i of the second.
    `explain(cell)` gives the right-hand side with that cell's numbers, and the cells they came from.
    """

    id: str
    direction: Direction
    node: str
    symbol: str
    title: str
    action: str
    tex: str
    sentence: str
    value: Array
    reads: tuple[str, ...]
    explain: Callable[[Cell], tuple[str, list[Source]]]
    scale: float = 1.0
    per_point: bool = False
    product: tuple[str, str] | None = None
