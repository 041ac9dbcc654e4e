"""The two layouts of one problem: XW (X is N×D, W is D×C, S = XW + b) and WX (all transposed, S = WX + b).

The core knows XW alone. A body is turned here on its way in, an answer on its way out. Vectors stay as they are; the
places of their numbers are turned like all others: what has a number a point is a row in WX, b a column.
"""

from typing import Any, TypeVar

from app.core.fast.landscape import Parameter
from app.core.tape.step import Step
from app.core.types import Array
from app.requests.run_schemas import PARAMETER
from app.requests.schemas import Layout, ProblemBody
from app.requests.weights import width

Body = TypeVar("Body", bound=ProblemBody)
MATRICES = ("X", "W", "dW")


def inward(body: Body, inside: str = "") -> Body:
    """The body with matrices and places as in XW; `layout` still says how they came. Raises Refusal: 422, if ragged."""
    other = getattr(body, "compare", None)
    turned: dict[str, Any] = {} if other is None else {"compare": inward(other, f"{inside}/compare")}
    if body.layout == "WX":
        given = {name: rows for name in MATRICES if (rows := getattr(body, name, None)) is not None}
        turned |= {name: _transposed(rows, f"{inside}/{name}") for name, rows in given.items()}
        if cells := getattr(body, "cells", None):
            turned["cells"] = [cell.model_copy(update={"row": cell.column, "column": cell.row}) for cell in cells]
        if parameters := getattr(body, "parameters", None):
            turned["parameters"] = [_swapped(text) for text in parameters]
    return body.model_copy(update=turned) if turned else body


def _transposed(rows: list[list[float]], name: str) -> list[list[float]]:
    width(rows, name)
    return [list(column) for column in zip(*rows, strict=True)]


def _swapped(text: str) -> str:
    found = PARAMETER.fullmatch(text)
    assert found, "the schema lets nothing else pass"
    return text if found[3] else f"W[{found[2]},{found[1]}]"


def outward(layout: Layout, array: Array | None) -> Array | None:
    """A matrix, or an array of matrices, as that layout has it; a vector or a number as it is."""
    return array if layout == "XW" or array is None or array.ndim < 2 else array.swapaxes(-1, -2)


def place(layout: Layout, row: int, column: int) -> dict[str, int]:
    """Where a number stands."""
    return {"row": row, "column": column} if layout == "XW" else {"row": column, "column": row}


def parameter(layout: Layout, found: Parameter) -> str:
    """The name of a weight, row first."""
    return str(found) if layout == "XW" or found.row is None else f"W[{found.column},{found.row}]"


def step(layout: Layout, formulas: Layout, found: Step) -> dict[str, Any]:
    """What of a step differs between the layouts: its numbers in `layout`, its formula in `formulas`."""
    value = outward(layout, found.value)
    assert value is not None
    product = found.product and (found.product if layout == "XW" else found.product[::-1])
    tex = found.written(transposed=formulas == "WX")
    return {"value": value, "shape": value.shape, "tex": tex, "product": product}
