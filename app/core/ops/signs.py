"""The signs t = ±1 of the classes, and the margins that they make of scores, each column for itself.

A loss with one score column has one sign a point; the scores of several classes have one sign a class and point.
"""

from typing import Any

import numpy as np

from app.core.numeral import factor, numeral
from app.core.tape.tape import MINUS, Formula, Op, Pull, Reads
from app.core.text import tr
from app.core.types import Array, Cell, Ints

signs = Op(
    "2\\,{0} - 1",
    tr("op.signs", "The two classes as signs: class 1 wants a score above zero, class 0 one below."),
    tr("op.signs.question", "On which side should each point be?"),
    ("numbers",),
    lambda y: 2.0 * y - 1.0,
    lambda at, out, y: (f"2·{numeral(y[at])} − 1", [(0, at)]),
    (None,),
)


def _own_or_other(at: Cell, out: Array, y: Ints, classes: int) -> Formula:
    own = at[1] == y[at[0]]
    return "1 (own class)" if own else f"{numeral(-1)} (another class)", [(0, at[:1])]


class_signs = Op(
    r"+1 \;\text{{if}}\; j = {0}_i \text{{, else}}\; -1",
    tr("op.class_signs", "Every class asks one question of its own: is this point mine (+1) or not (−1)?"),
    tr("op.class_signs.question", "Is this point mine?"),
    ("numbers",),
    lambda y, classes: 2.0 * np.eye(classes)[y] - 1.0,
    _own_or_other,
    (None, None),
)


def _cell(at: Cell) -> Cell:
    return (at[0], 0) if len(at) == 1 else at


def _reads(at: Cell, minus: bool = False) -> Reads:
    return [(1, at), (0, _cell(at), minus)]


def _column(S: Array, t: Array) -> Array:
    """The scores in the shape of the signs: of one column, the column."""
    return S[..., 0] if t.ndim == 1 else S


def _like(S: Array, g: Array) -> Array:
    return g.reshape(*g.shape, 1) if g.ndim < S.ndim else g


def _back(sign: str, title: str, sentence: str, question: str) -> Pull:
    turn = 1.0 if sign == "" else -1.0

    def cell(at: Cell, part: Array, g: Array, out: Array, S: Array, t: Array, *delta: float) -> Formula:
        place = at[: g.ndim]
        return f"{'' if sign == '' else '−'}{factor(t[place])}·{factor(g[place])}", [(1, place), ("g", place, turn < 0)]

    return Pull(
        title, sign + r"{1} \odot {g}", sentence, question, ("lengths", "pieces"),
        lambda g, out, S, t, *delta: _like(S, 0.0 + turn * t * g),  # 0 + −0 is 0
        cell,
    )  # fmt: skip


_THROUGH = tr("pull.through_the_sign", "through the sign")
_WHICH_WAY = tr("back.sign.question", "Which way should the score go?")
_TURNED = tr("back.turned", "The sign comes back: the score is pushed up where t = +1 and down where t = −1.")

signed_score = Op(
    r"{1} \odot {0}",
    tr(
        "op.signed_score",
        "How far the score lies on the side of the point's own class: below zero it is on the wrong side.",
    ),
    tr("op.signed_score.question", "Is the point on its own side?"),
    ("scores",),
    lambda S, t: t * _column(S, t),
    lambda at, out, S, t: (f"{factor(t[at])}·{factor(S[_cell(at)])}", _reads(at)),
    (_back("", _THROUGH, tr("back.sign", "The sign comes back, and turns the signal for class 0."), _WHICH_WAY), None),
)


def _shortfall(at: Cell, out: Array, S: Array, t: Array, delta: float) -> Formula:
    return f"{numeral(delta)} − {factor(t[at])}·{factor(S[_cell(at)])}", _reads(at, MINUS)


def _missing(S: Array, t: Array, delta: float) -> Any:
    return delta - t * _column(S, t)


shortfall = Op(
    r"\Delta - {1} \odot {0}",
    tr(
        "op.shortfall",
        "How much is missing until the score is Δ beyond zero on the point's own side: above zero "
        "the margin is broken.",
    ),
    tr("op.shortfall.question", "How much is missing?"),
    ("margins",),
    _missing,
    _shortfall,
    (_back("-", _THROUGH, _TURNED, _WHICH_WAY), None, None),
)

class_shortfall = Op(
    r"\Delta - {1} \odot {0}",
    tr(
        "op.class_shortfall",
        "How much each class's score lacks to be Δ beyond zero on the side it should be on: above "
        "zero the margin is broken.",
    ),
    tr("op.class_shortfall.question", "Which class gives a poor answer?"),
    ("margins",),
    _missing,
    _shortfall,
    (
        _back(
            "-",
            tr("pull.mask", "mask"),
            tr("back.class_shortfall", "Every class answers for itself: the signal, with the sign turned back."),
            tr("back.class_shortfall.question", "Does every class answer for itself?"),
        ),
        None,
        None,
    ),
)
