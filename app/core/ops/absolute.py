"""The sum of absolute values as a penalty, alone or mixed with half the squared norm.

‖W‖₁ has a kink wherever a weight is 0; any number from −λ to λ is a subgradient there. The middle, 0, is taken, as is
usual: every other choice would push a weight away from the zero at which it should rest.
"""

from typing import Any

import numpy as np

from app.core.numeral import factor, numeral, sum_of
from app.core.ops.norm import penalizing
from app.core.tape.tape import Formula, Op, Pull, Reads
from app.core.text import tr
from app.core.types import Array, Cell

_DRAWN = tr(
    "back.absolute", "Every weight is drawn to zero with the same force, however small it is; at zero none acts."
)


def absolute_norm(*, with_bias: bool) -> Op:
    """An op of (W, λ) or (W, b, λ): λ‖·‖₁ with the slope λ·sign."""
    count = 2 if with_bias else 1
    norms = [rf"\lVert {{{k}}} \rVert_1" for k in range(count)]

    def cell(at: Cell, out: Array, *operands: Any) -> Formula:
        sizes = (numeral(abs(x)) for a in operands[:-1] for x in np.ravel(a))
        return f"{numeral(operands[-1])}·({sum_of(sizes)})", _all(operands[:-1])

    return Op(
        rf"\lambda\left({' + '.join(norms)}\right)" if with_bias else rf"\lambda {norms[0]}",
        tr(
            "op.absolute_norm",
            "Every weight costs its size, so weights that do little are not worth having: they become exactly 0.",
        ),
        tr("op.absolute_norm.question", "Is every weight worth its size?"),
        ("weights",),
        lambda *operands: operands[-1] * sum(np.abs(a).sum() for a in operands[:-1]),
        cell,
        (*(_sign(k) for k in range(count)), None),
    )


def _all(arrays: tuple[Array, ...]) -> Reads:
    return [(k, place) for k, a in enumerate(arrays) for place in np.ndindex(a.shape)]


def _sign(k: int) -> Pull:
    def cell(at: Cell, part: Array, g: Array, out: Array, *operands: Any) -> Formula:
        return f"{numeral(operands[-1])}·{factor(np.sign(operands[k][at]))}", [(k, at)]

    return Pull(
        tr("pull.penalty_part", "penalty part"), rf"\lambda\,\mathrm{{{{sign}}}}({{{k}}})", _DRAWN,
        tr("back.absolute.question", "What does the penalty want, even of small weights?"), penalizing(k),
        lambda g, out, *operands: operands[-1] * g * np.sign(operands[k]), cell,
    )  # fmt: skip


def mixed_norm(*, with_bias: bool) -> Op:
    """An op of (W, λ, α) or (W, b, λ, α): λ(α‖·‖₁ + ½(1 − α)‖·‖²)."""
    count = 2 if with_bias else 1
    absolute = " + ".join(rf"\lVert {{{k}}} \rVert_1" for k in range(count))
    squares = " + ".join(rf"\lVert {{{k}}} \rVert^2" for k in range(count))
    inner = (rf"({absolute})", rf"({squares})") if with_bias else (absolute, squares)

    def forward(*operands: Any) -> Any:
        *arrays, strength, alpha = operands
        sizes, squared = sum(np.abs(a).sum() for a in arrays), sum(np.vdot(a, a) for a in arrays)
        return strength * (alpha * sizes + 0.5 * (1.0 - alpha) * squared)

    def cell(at: Cell, out: Array, *operands: Any) -> Formula:
        *arrays, strength, alpha = operands
        numbers = [x for a in arrays for x in np.ravel(a)]
        sizes, squared = (
            sum_of(terms) for terms in ((numeral(abs(x)) for x in numbers), (f"{factor(x)}²" for x in numbers))
        )
        text = f"{numeral(strength)}·({numeral(alpha)}·({sizes}) + ½·{numeral(1 - alpha)}·({squared}))"
        return text, _all(tuple(arrays))

    return Op(
        rf"\lambda\left(\alpha {inner[0]} + \tfrac{{{{1 - \alpha}}}}{{{{2}}}} {inner[1]}\right)",
        tr(
            "op.mixed_norm",
            "A mixture: the sizes make small weights exactly 0, the squares keep large ones from growing.",
        ),
        tr("op.mixed_norm.question", "What do size and square cost together?"),
        ("weights",),
        forward,
        cell,
        (*(_mixed(k) for k in range(count)), None, None),
    )


def _mixed(k: int) -> Pull:
    def cell(at: Cell, part: Array, g: Array, out: Array, *operands: Any) -> Formula:
        w, (strength, alpha) = operands[k][at], operands[-2:]
        slope = f"{numeral(alpha)}·{factor(np.sign(w))} + {numeral(1 - alpha)}·{factor(w)}"
        return f"{numeral(strength)}·({slope})", [(k, at)]

    def vjp(g: Array, out: Array, *operands: Any) -> Array:
        w, (strength, alpha) = operands[k], operands[-2:]
        slope: Array = strength * g * (alpha * np.sign(w) + (1.0 - alpha) * w)
        return slope

    return Pull(
        tr("pull.penalty_part", "penalty part"),
        rf"\lambda\left(\alpha\,\mathrm{{{{sign}}}}({{{k}}}) + (1 - \alpha)\,{{{k}}}\right)",
        tr(
            "back.mixed",
            "Two pulls towards zero: one the same for every weight, none at zero, and one that grows with the weight.",
        ),
        tr("back.mixed.question", "Which two pulls does the penalty join?"),
        penalizing(k),
        vjp,
        cell,
    )
