"""The operations that end a loss: the mean over the batch, and the sum of its data and penalty parts."""

import numpy as np

from app.core.numeral import factor, numeral, sum_of
from app.core.tape.tape import Formula, Op, Pull
from app.core.types import Array, Cell, Ints


def _in_batch(losses: Array, batch: Ints) -> Array:
    member = np.zeros_like(losses)
    member[batch] = 1.0
    return member


def _mean(at: Cell, out: Array, losses: Array, batch: Ints) -> Formula:
    return (
        f"({sum_of(factor(losses[i]) for i in batch)}) / {len(batch)}",
        [(0, (int(i),)) for i in batch],
    )


mean = Op(
    r"\frac{{1}}{{{n}}}\sum_i {0}_i",
    "The data loss is the average over the points of the batch.",
    lambda losses, batch: losses[..., batch].mean(axis=-1),
    _mean,
    (
        Pull(
            "share of each point", r"1 \;\text{{for each point of the batch}}",
            "Every point of the batch counts the same, 1/{n}. That factor is set aside until the weights, "
            "so that the numbers in between are easy to read.",
            lambda g, out, losses, batch: g * _in_batch(losses, batch),
            lambda at, part, g, out, losses, batch: (
                ("1", [("g", ())]) if at[0] in batch else ("0 (not in this batch)", [])
            ),
            factor=lambda losses, batch: 1.0 / len(batch),
        ),
        None,
    ),
)  # fmt: skip

_passed_on = Pull(
    "passed on", "{g}", "A sum passes the signal on to each of its terms.",
    lambda g, out, a, b: g,
    lambda at, part, g, out, a, b: (numeral(g), [("g", ())]),
)  # fmt: skip

add = Op(
    "{0} + {1}",
    "What the data cost plus what the weights cost: training trades one against the other.",
    np.add,
    lambda at, out, a, b: (f"{numeral(a)} + {factor(b)}", [(0, ()), (1, ())]),
    (_passed_on, _passed_on),
)
