"""The hinge max(0, ·), of every rival's margin or of one number a point, and its slope at the kink.

The choices at the kink are no operands: they make another operation, whose formula says what was chosen.
"""

from functools import lru_cache
from typing import Any

import numpy as np

from app.core.numeral import numeral
from app.core.ops.margin import with_own
from app.core.tape.layers import Picture
from app.core.tape.tape import Formula, Op, Pull, Reads
from app.core.text import Text, sentences, tr
from app.core.types import Array, Cell, Ints


def indicator(M: Array, kink: float = 0.0, tolerance: float = 0.0) -> Array:
    """𝟙(M > 0), the slope of max(0, M); this is the one place where the slope at the kink is chosen."""
    if not kink and not tolerance:
        return (M > 0.0).astype(np.float64)
    return np.where(np.abs(M) <= tolerance, kink, M > tolerance)


@lru_cache(maxsize=64)
def hinge(kink: float, tolerance: float, *, squared: bool = False) -> Op:
    """An op of (M, y): max(0, M), and 0 in the column of the correct class; `squared` says that a square follows."""
    return Op(
        r"\max(0, {0}), \quad H_{{i {1}_i}} = 0",
        tr("op.hinge", "Only broken margins cost anything, and the correct class is not its own rival."),
        tr("op.hinge.question", "Which margins cost anything?"),
        ("lengths",),
        lambda M, y: with_own(np.maximum(M, 0.0), y, 0.0),
        lambda at, out, M, y: ("0 (own class)", []) if at[1] == y[at[0]] else _positive_part(M, at),
        (
            _gate(
                kink,
                tolerance,
                lambda g, out, M, y: with_own(g * indicator(M, kink, tolerance), y, 0.0),
                lambda at, y: at[1] == y[at[0]],
                squared,
            ),
            None,
        ),
        tex_wx=r"\max(0, {0}), \quad H_{{{1}_i i}} = 0",
    )


@lru_cache(maxsize=64)
def relu(kink: float, tolerance: float, *, squared: bool = False) -> Op:
    """An op of (r): max(0, r); `squared` says that a square follows, which leaves nothing to choose at zero."""
    return Op(
        r"\max(0, {0})",
        tr("op.relu", "Nothing to pay once the margin is kept; before that, the price grows in a straight line."),
        tr("op.relu.question", "Which margins cost anything?"),
        ("lengths",),
        lambda r: np.maximum(r, 0.0),
        lambda at, out, r: _positive_part(r, at),
        (_gate(kink, tolerance, lambda g, out, r: g * indicator(r, kink, tolerance), lambda at: False, squared),),
    )


def _positive_part(M: Array, at: Cell) -> Formula:
    return f"max(0, {numeral(M[at])})", [(0, at)]


def _gate(kink: float, tolerance: float, vjp: Any, is_own: Any, squared: bool) -> Pull:
    def cell(at: Cell, part: Array, g: Array, out: Array, M: Array, *y: Ints) -> Formula:
        reads: Reads = [(0, at), ("g", at)]
        if is_own(at, *y):
            return "0 (own class)", []
        if abs(M[at]) <= tolerance:
            return f"{numeral(g[at])}·{numeral(kink)} (at the kink)", reads
        return f"{numeral(g[at])}·𝟙({numeral(M[at])} > {numeral(tolerance)})", reads

    sentence = _SQUARED if squared else sentences(_PLAIN, _choice(kink, tolerance))
    question = _SQUARED_QUESTION if squared else _PLAIN_QUESTION
    picture: Picture = ("lengths", "ticks") if squared else ("ticks",)
    tex = _gate_tex(kink, f"{tolerance:g}") + r" \odot {g}"
    return Pull(tr("pull.indicator", "indicator"), tex, sentence, question, picture, vjp, cell)


_SQUARED = tr(
    "back.hinge.squared",
    "Only margins above zero cost anything, so only they pass the signal on. At zero there is no signal to pass.",
)
_PLAIN = tr(
    "back.hinge",
    "Only margins above zero cost anything, so only they pass the signal on; how large they are no longer matters.",
)
_SQUARED_QUESTION = tr("back.hinge.squared.question", "Which margins pass the signal on?")
_PLAIN_QUESTION = tr("back.hinge.question", "Does it matter by how much it is broken?")


def _choice(kink: float, tolerance: float) -> Text:
    at = numeral(kink)
    if not tolerance:
        return tr("op.kink", "The slope exactly at zero is a choice, here {at}.", at=at)
    width = numeral(tolerance)
    return tr("op.kink.wide", "The slope within {width} of zero is a choice, here {at}.", width=width, at=at)


def _gate_tex(kink: float, tolerance: str) -> str:
    above, at = rf"\mathbb{{{{1}}}}({{0}} > {tolerance})", rf"\mathbb{{{{1}}}}(|{{0}}| \le {tolerance})"
    return rf"\left({above} + {kink:g}\cdot{at}\right)" if kink else above
