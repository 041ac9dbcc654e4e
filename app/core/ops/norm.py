"""The squared norm as a penalty, in the two conventions of the field: lambda‖W‖² and half of it.

The bias is an operand only where it is penalized: an op has no switch for what it reads.
"""

from typing import Any

import numpy as np

from app.core.numeral import factor, numeral, sum_of
from app.core.tape.layers import Picture
from app.core.tape.tape import Formula, Op, Pull, Reads
from app.core.text import tr
from app.core.types import Array, Cell

_SENTENCE = tr(
    "back.norm", "Every weight is pulled back towards zero, the more the larger it is: this is weight decay."
)


def penalizing(k: int) -> Picture:
    """What is drawn of a penalty's slope: of the weights, its first operand, or of the bias."""
    return ("shifts",) if k else ("decay",)


def squared_norm(*, half: bool, with_bias: bool) -> Op:
    """An op of (W, λ) or (W, b, λ): λ‖·‖² with the slope 2λ·, or ½λ‖·‖² with the slope λ·."""
    share, coefficient = (0.5, r"\tfrac{{\lambda}}{{2}}") if half else (1.0, r"\lambda")
    count = 2 if with_bias else 1
    norms = [rf"\lVert {{{k}}} \rVert^2" for k in range(count)]

    def forward(*operands: Any) -> Any:
        return share * operands[-1] * sum(np.vdot(a, a) for a in operands[:-1])

    def cell(at: Cell, out: Array, *operands: Any) -> Formula:
        squares = (f"{factor(x)}²" for a in operands[:-1] for x in np.ravel(a))
        reads: Reads = [(k, place) for k, a in enumerate(operands[:-1]) for place in np.ndindex(a.shape)]
        return f"{'½·' if half else ''}{numeral(operands[-1])}·({sum_of(squares)})", reads

    return Op(
        f"{coefficient}\\left({' + '.join(norms)}\\right)" if with_bias else coefficient + norms[0],
        tr(
            "op.squared_norm",
            "Large weights cost as well, so that of two fits equally good the one with the smaller weights wins.",
        ),
        tr("op.squared_norm.question", "What do the weights themselves cost?"),
        ("weights",),
        forward,
        cell,
        (*(_decay(k, half) for k in range(count)), None),
    )


def _decay(k: int, half: bool) -> Pull:
    twice = 1.0 if half else 2.0

    def cell(at: Cell, part: Array, g: Array, out: Array, *operands: Any) -> Formula:
        return f"{'' if half else '2·'}{numeral(operands[-1])}·{factor(operands[k][at])}", [(k, at)]

    return Pull(
        tr("pull.penalty_part", "penalty part"),
        rf"\lambda\,{{{k}}}" if half else rf"2\lambda\,{{{k}}}",
        _SENTENCE,
        tr("back.squared_norm.question", "What does the penalty want?"),
        penalizing(k),
        lambda g, out, *operands: twice * operands[-1] * g * operands[k],
        cell,
    )
