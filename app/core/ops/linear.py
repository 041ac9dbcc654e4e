"""The two linear operations: the scores of a linear classifier, and a step of gradient descent."""

import numpy as np

from app.core.numeral import factor, numeral, precise, sum_of
from app.core.tape.tape import MINUS, Formula, Op, Pull, Reads
from app.core.text import sentences, tr
from app.core.types import Array, Cell


def _scores(X: Array, W: Array, *b: Array) -> Array:
    # X @ W + b by the very product that training uses: at a kink the last digit decides.
    bias, coordinate = (b[0], 1.0) if b else (np.zeros(W.shape[1]), 0.0)
    theta, rows = np.vstack([W, bias]).T.copy(), np.column_stack([X, np.full(len(X), coordinate)])
    return theta.dot(rows.T).T.copy()


def _score(at: Cell, out: Array, X: Array, W: Array, *b: Array) -> Formula:
    i, j = at
    products = [f"{factor(X[i, k])}·{factor(W[k, j])}" for k in range(X.shape[1])]
    reads: Reads = [*((0, (i, k)) for k in range(X.shape[1])), *((1, (k, j)) for k in range(X.shape[1]))]
    return (f"{sum_of(products)} + {factor(b[0][j])}", [*reads, (2, (j,))]) if b else (sum_of(products), reads)


def _product_with_points(at: Cell, part: Array, g: Array, out: Array, X: Array, W: Array, *b: Array) -> Formula:
    k, j = at
    used = np.flatnonzero(g[:, j])
    return sum_of(f"{factor(X[i, k])}·{factor(g[i, j])}" for i in used), [
        pair for i in used.tolist() for pair in ((0, (i, k)), ("g", (i, j)))
    ]


def _product_with_weights(at: Cell, part: Array, g: Array, out: Array, X: Array, W: Array, *b: Array) -> Formula:
    i, k = at
    columns = range(W.shape[1])
    return sum_of(f"{factor(g[i, j])}·{factor(W[k, j])}" for j in columns), [
        pair for j in columns for pair in (("g", (i, j)), (1, (k, j)))
    ]


def _column_sum(at: Cell, part: Array, g: Array, out: Array, X: Array, W: Array, b: Array) -> Formula:
    used = np.flatnonzero(g[:, at[0]])
    return sum_of(factor(g[i, at[0]]) for i in used), [("g", (i, at[0])) for i in used.tolist()]


_TO_POINTS = Pull(
    tr("pull.scores_to_points", "scores to points"),
    r"{signal}\,{1}^\top",
    tr("back.to_points", "How the loss would change if the points moved."),
    tr("back.to_points.question", "What if the points moved?"),
    ("numbers",),
    lambda g, out, X, W, *b: g @ W.T,
    _product_with_weights,
    tex_wx=r"{1}^\top\,{signal}",
)

_TO_WEIGHTS = Pull(
    tr("pull.data_part", "data part"), r"\frac{{1}}{{{n}}}\,{0}^\top\,{signal}",
    tr("back.to_weights", "Every point adds its coordinates to each class's weights, times its number for that class: "
    "positive pushes the class away, negative draws it near."),
    tr("back.to_weights.question", "Where do all points pull together?"),
    ("chain",),
    lambda g, out, X, W, *b: X.T @ g,
    _product_with_points,
    product=0,
    tex_wx=r"\frac{{1}}{{{n}}}\,{signal}\,{0}^\top",
)  # fmt: skip

_TO_BIAS = Pull(
    tr("pull.data_part", "data part"),
    r"\frac{{1}}{{{n}}}\sum_i {signal}_{{i}}",
    tr(
        "back.to_bias",
        "The bias is the weight of a coordinate that is always 1, so its gradient is a plain sum over the points.",
    ),
    tr("back.to_bias.question", "And the offset?"),
    ("shifts",),
    lambda g, out, X, W, b: g.sum(axis=0),
    _column_sum,
    tex_wx=r"\frac{{1}}{{{n}}}\sum_i {signal}_{{\cdot i}}",
)

_SENTENCE = tr(
    "op.affine", "Each point is weighed by each class's weights: the higher the score, the stronger the class's claim."
)
TURN = tr("line.turn", "turn")  # what a change of W does to the lines
_QUESTION = tr("op.affine.question", "How loudly does each class claim this point?")

affine = Op(
    "{0} {1} + {2}", _SENTENCE, _QUESTION, ("scores",),
    _scores, _score, (_TO_POINTS, _TO_WEIGHTS, _TO_BIAS), (0, 1), tex_wx="{1} {0} + {2}",
)  # fmt: skip

matmul = Op(
    "{0} {1}", sentences(_SENTENCE, tr("op.nobias", "There is no bias: every line s = 0 goes through the origin.")),
    _QUESTION, ("scores",),
    _scores, _score, (_TO_POINTS, _TO_WEIGHTS), (0, 1), tex_wx="{1} {0}",
)  # fmt: skip

descend = Op(
    r"{0} - \eta\,{1}",
    tr(
        "op.descend",
        "Step against the gradient: each weight moves the way that lowers the loss, by the learning "
        "rate times its slope.",
    ),
    tr("op.descend.question", "Which way does the line {turn}?", turn=TURN),
    ("turn",),
    lambda W, gradient, rate: W - rate * gradient,
    lambda at, out, W, gradient, rate: (
        f"{numeral(W[at])} − {precise(rate)}·{factor(gradient[at])}",
        [(0, at), (1, at, MINUS), (2, ())],
    ),
    (None, None, None),
)
