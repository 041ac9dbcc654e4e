"""The operations that end a loss: the mean over the batch, and the sum of its data and penalty parts."""

import numpy as np

from app.core.numeral import factor, numeral, sum_of
from app.core.tape.tape import Formula, Op, Pull
from app.core.text import tr
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
    tr("op.mean", "The data loss is the average over the points of the batch."),
    tr("op.mean.question", "What do all points pay?"),
    ("rings",),
    lambda losses, batch: losses[..., batch].mean(axis=-1),
    _mean,
    (
        Pull(
            tr("pull.share_of_each_point", "share of each point"),
            r"1 \;\text{{for each point of the batch}}",
            tr(
                "back.mean",
                "Every point of the batch counts the same, 1/{n}. That factor is set aside until the weights, "
                "so that the numbers in between are easy to read.",
            ),
            tr("back.mean.question", "Does every point count the same?"),
            ("numbers",),
            lambda g, out, losses, batch: g * _in_batch(losses, batch),
            lambda at, part, g, out, losses, batch: (
                ("1", [("g", ())]) if at[0] in batch else ("0 (not in this batch)", [])
            ),
            factor=lambda losses, batch: 1.0 / len(batch),
            passes_on=True,
        ),
        None,
    ),
)

_passed_on = Pull(
    tr("pull.passed_on", "passed on"), "{g}", tr("back.passed_on", "A sum passes the signal on to each of its terms."),
    tr("back.passed_on.question", "What does a sum do to a slope?"),
    (),
    lambda g, out, a, b: g,
    lambda at, part, g, out, a, b: (numeral(g), [("g", ())]),
    passes_on=True,
)  # fmt: skip

add = Op(
    "{0} + {1}",
    tr("op.add", "What the data cost plus what the weights cost: training trades one against the other."),
    tr("op.add.question", "What is there to bring down?"),
    (),
    np.add,
    lambda at, out, a, b: (f"{numeral(a)} + {factor(b)}", [(0, ()), (1, ())]),
    (_passed_on, _passed_on),
)
