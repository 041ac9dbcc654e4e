"""The margins of the multiclass hinge losses, and the mask that comes back through them.

`y` is an operand: the column of each row that belongs to the correct class, written s_y; the others are its rivals.
These operations take leading axes before (N, C), so that one call can serve many weights at once.
"""

from dataclasses import replace
from typing import Any

import numpy as np

from app.core.numeral import factor, numeral, sum_of
from app.core.tape.tape import MINUS, Formula, Op, Pull
from app.core.text import tr
from app.core.types import Array, Cell, Ints


def own(S: Array, y: Ints) -> Array:
    """s_y: of every row the number in its correct class's column."""
    return S[..., np.arange(len(y)), y]


def with_own(A: Array, y: Ints, value: Any) -> Array:
    """A copy with `value` in the correct class's column of every row."""
    A = A.copy()
    A[..., np.arange(len(y)), y] = value
    return A


def _margin(at: Cell, out: Array, S: Array, y: Ints, *delta: float) -> Formula:
    i, j = at
    more = "".join(f" + {numeral(d)}" for d in delta)
    return f"{numeral(S[i, j])} − {factor(S[i, y[i]])}{more}", [(0, at), (0, (i, int(y[i])), MINUS)]


def _mask(at: Cell, part: Array, g: Array, out: Array, S: Array, y: Ints, *delta: float) -> Formula:
    i, j = at
    if j != y[i]:
        return numeral(g[at]), [("g", at)]
    rivals = [k for k in range(S.shape[1]) if k != j]
    return f"−({sum_of(factor(g[i, k]) for k in rivals)})", [("g", (i, k), MINUS) for k in rivals]


def _minus_count(g: Array, out: Array, S: Array, y: Ints, *delta: float) -> Array:
    # Every M_ij holds −s_y, its own column too (where the two cancel): the correct class collects them all.
    return g - np.eye(S.shape[-1])[y] * g.sum(axis=-1, keepdims=True)


_TO_SCORES = Pull(
    tr("pull.mask", "mask"),
    r"{g}_{{ij}}, \quad \mathrm{{mask}}_{{i {1}_i}} = -\!\sum_{{j \neq {1}_i}} {g}_{{ij}}",
    tr(
        "back.to_scores",
        "Every margin subtracts the correct class's score, so that class collects one minus for each that is broken.",
    ),
    tr("back.to_scores.question", "Why minus the count?"),
    ("lengths", "pieces"),
    _minus_count,
    _mask,
    name=(r"\mathrm{mask}", "mask"),
    tex_wx=r"{g}_{{ji}}, \quad \mathrm{{mask}}_{{{1}_i i}} = -\!\sum_{{j \neq {1}_i}} {g}_{{ji}}",
)
_WEIGHED = replace(
    _TO_SCORES,
    sentence=tr(
        "back.weighed",
        "Every margin of a point subtracts the correct class's score, so that class collects minus the sum "
        "of the point's signals: no mere count, for here each has a strength of its own.",
    ),
    question=tr("back.weighed.question", "Why minus the sum?"),
)

margins = Op(
    r"{0} - s_{1} + \Delta",
    tr("op.margins", "By how much each rival comes too close to the correct class: above zero the margin is broken."),
    tr("op.margins.question", "Which rival comes too close?"),
    ("margins",),
    lambda S, y, delta: S - own(S, y)[..., None] + delta,
    _margin,
    (_TO_SCORES, None, None),
)
weighed_margins = replace(margins, pulls=(_WEIGHED, None, None))  # for losses whose signal is not 0 or 1

leads = Op(
    "{0} - s_{1}",
    tr("op.leads", "By how much each rival leads the correct class: above zero it wins the point."),
    tr("op.leads.question", "Which rival is ahead?"),
    ("margins",),
    lambda S, y: S - own(S, y)[..., None],
    _margin,
    (_TO_SCORES, None),
)
