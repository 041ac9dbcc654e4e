"""The length of the weights, and the way back into a ball when they have left it."""

from typing import Any

import numpy as np

from app.core.numeral import exact, factor, numeral, sum_of
from app.core.tape.tape import Formula, Op, Reads, rule
from app.core.text import tr
from app.core.types import Array, Cell


def _length(*parts: Array) -> Any:
    # In the order of D×C whatever the layout in memory: the board and the run must add up alike.
    squares = (np.vdot(flat, flat) for flat in map(np.ravel, parts))
    return np.sqrt(sum(squares))


def _squares(at: Cell, out: Array, *parts: Array) -> Formula:
    terms = (f"{factor(x)}²" for part in parts for x in np.ravel(part))
    reads: Reads = [(k, place) for k, part in enumerate(parts) for place in np.ndindex(part.shape)]
    return f"√({sum_of(terms)})", reads


def _norm(tex: str) -> Op:
    return rule(
        tex,
        tr("op.norm", "How long the weights are: if too long they are brought back next."),
        tr("op.norm.question", "How long are the weights?"),
        ("weights",),
        _length,
        _squares,
    )


length = _norm(r"\lVert {0} \rVert")
length_with_bias = _norm(r"\sqrt{{\lVert {0} \rVert^2 + \lVert {1} \rVert^2}}")


def _factor(length: Any, radius: float) -> float:
    return 1.0 if length <= radius else radius / float(length)


pull_back = rule(
    r"{0}\,\min\left(1, \frac{{\rho}}{{{1}}}\right)",
    tr(
        "op.pull_back",
        "The best weights lie within a ball of radius ρ = 1/√λ: what has left it is drawn straight "
        "back to its surface.",
    ),
    tr("op.pull_back.question", "Have the weights left the ball?"),
    ("turn",),
    lambda W, length, radius: W * _factor(length, radius),
    lambda at, out, W, length, radius: (
        f"{numeral(W[at])}·" + (f"{exact(round(radius, 4))} / {numeral(length)}" if length > radius else "1"),
        [(0, at), (1, ())],
    ),
)
