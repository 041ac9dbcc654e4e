"""The operations of the softmax loss, written so that scores of a million stay finite."""

import numpy as np

from app.core.numeral import factor, numeral, sum_of
from app.core.ops.margin import own
from app.core.tape.tape import MINUS, Formula, Op, Pull
from app.core.text import tr
from app.core.types import Array, Cell, Ints


def _log_softmax(S: Array) -> Array:
    shifted = S - S.max(axis=-1, keepdims=True)  # the largest exponent is 0: nothing overflows
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def _one_hot(g: Array, L: Array, y: Ints) -> Array:
    return 0.0 - np.eye(L.shape[-1])[y] * g[..., None]  # 0 − 0, not −0


def _log_probability(at: Cell, out: Array, S: Array) -> Formula:
    exponentials = sum_of(f"e^{factor(s)}" for s in S[at[0]])
    return f"{numeral(S[at])} − log({exponentials})", [(0, (at[0], j)) for j in range(S.shape[1])]


def _less_probability(at: Cell, part: Array, g: Array, out: Array, S: Array) -> Formula:
    i, row = at[0], g[at[0]]
    used = [("g", (i, j)) for j in np.flatnonzero(row).tolist()]
    return f"{numeral(np.exp(out[at]))}·{factor(-row.sum())} + {factor(g[at])}", [("out", at), *used]


log_softmax = Op(
    r"{0} - \log\!\sum_j e^{{{0}_{{ij}}}}",
    tr(
        "op.log_softmax",
        "Take away the logarithm of the sum of exponentials: what is left is the logarithm of each "
        "class's probability.",
    ),
    tr("op.log_softmax.question", "What is left of a score among its rivals?"),
    ("scores",),
    _log_softmax,
    _log_probability,
    (
        Pull(
            tr("pull.probabilities_minus_one_hot", "probabilities minus one-hot"),
            r"{g} - e^{{{out}}} \sum_j {g}_{{ij}} = P - \mathbb{{1}}(j = y_i)",
            tr(
                "back.log_softmax",
                "Every class is pushed down by its probability, the correct one pulled up by 1: for each point "
                "that adds up to zero.",
            ),
            tr("back.log_softmax.question", "Why the probability, and minus one?"),
            ("pieces",),
            lambda g, out, S: g - np.exp(out) * g.sum(axis=-1, keepdims=True),
            _less_probability,
            tex_wx=r"{g} - e^{{{out}}} \sum_j {g}_{{ji}} = P - \mathbb{{1}}(j = y_i)",
        ),
    ),
    tex_wx=r"{0} - \log\!\sum_j e^{{{0}_{{ji}}}}",
)

exponential = Op(
    "e^{{{0}}}",
    tr(
        "op.exponential",
        "Each class's probability; those of a point add up to 1. The loss reads its logarithm, and the way back is "
        "written in it.",
    ),
    tr("op.exponential.question", "How probable is each class?"),
    ("shares",),
    np.exp,
    lambda at, out, L: (f"e^{factor(L[at])}", [(0, at)]),
    (
        Pull(
            tr("pull.exponential", "exponential"),
            "{out} \\odot {g}",
            tr("back.exponential", "An exponential is its own slope."),
            tr("back.exponential.question", "How does an exponential pull?"),
            ("numbers",),
            lambda g, out, L: g * out,
            lambda at, part, g, out, L: (f"{numeral(out[at])}·{factor(g[at])}", [("out", at), ("g", at)]),
        ),
    ),
)

negative_own = Op(
    "-{0}_{{i {1}_i}}",
    tr(
        "op.negative_own",
        "The surprise at the correct class: nothing when it was certain, without bound when it was ruled out.",
    ),
    tr("op.negative_own.question", "How surprising is the right class?"),
    ("ring",),
    lambda L, y: -own(L, y),
    lambda at, out, L, y: (f"−{factor(L[at[0], y[at[0]]])}", [(0, (at[0], int(y[at[0]])), MINUS)]),
    (
        Pull(
            tr("pull.minus_one_hot", "minus one-hot"),
            r"-\mathbb{{1}}(j = {1}_i)\,{g}",
            tr("back.negative_own", "Only the correct class's log-probability is in the loss, with a minus sign."),
            tr("back.negative_own.question", "Which class does the loss look at?"),
            ("numbers",),
            lambda g, out, L, y: _one_hot(g, L, y),
            lambda at, part, g, out, L, y: (
                (f"−{numeral(g[at[0]])}", [("g", at[:1], MINUS)]) if at[1] == y[at[0]] else ("0", [])
            ),
        ),
        None,
    ),
    tex_wx="-{0}_{{{1}_i i}}",
)
