"""The two linear operations: the scores of a linear classifier, and a step of gradient descent."""

import numpy as np

from app.core.numeral import factor, numeral, precise, sum_of
from app.core.tape import Formula, Op, Pull
from app.core.types import Array, Cell


def _scores(X: Array, W: Array, b: Array) -> Array:
    # X @ W + b by the very product that training uses: at a kink the last digit decides.
    theta, rows = np.vstack([W, b]).T.copy(), np.column_stack([X, np.ones(len(X))])
    return theta.dot(rows.T).T.copy()


def _score(at: Cell, out: Array, X: Array, W: Array, b: Array) -> Formula:
    i, j = at
    products = [f"{factor(X[i, k])}·{factor(W[k, j])}" for k in range(X.shape[1])]
    reads = [(0, (i, k)) for k in range(X.shape[1])] + [(1, (k, j)) for k in range(X.shape[1])]
    return f"{sum_of(products)} + {factor(b[j])}", [*reads, (2, (j,))]


def _product_with_points(at: Cell, part: Array, g: Array, out: Array, X: Array, W: Array, b: Array) -> Formula:
    k, j = at
    used = np.flatnonzero(g[:, j])
    return sum_of(f"{factor(X[i, k])}·{factor(g[i, j])}" for i in used), [
        pair for i in used.tolist() for pair in ((0, (i, k)), ("g", (i, j)))
    ]


def _column_sum(at: Cell, part: Array, g: Array, out: Array, X: Array, W: Array, b: Array) -> Formula:
    used = np.flatnonzero(g[:, at[0]])
    return sum_of(factor(g[i, at[0]]) for i in used), [("g", (i, at[0])) for i in used.tolist()]


affine = Op(
    "{0} {1} + {2}",
    "Each point is weighed by each class's column of weights: the higher the score, the stronger the class's claim.",
    _scores,
    _score,
    (
        Pull(
            "scores to points", r"{signal}\,{1}^\top", "How the loss would change if the points moved.",
            lambda g, out, X, W, b: g @ W.T,
            lambda at, part, g, out, X, W, b: (
                sum_of(f"{factor(g[at[0], j])}·{factor(W[at[1], j])}" for j in range(W.shape[1])),
                [pair for j in range(W.shape[1]) for pair in (("g", (at[0], j)), (1, (at[1], j)))],
            ),
        ),
        Pull(
            "data part", r"\frac{{1}}{{{n}}}\,{0}^\top\,{signal}",
            "Every point adds its coordinates to each class's column, times the number in its row: "
            "positive pushes the class away, negative draws it near.",
            lambda g, out, X, W, b: X.T @ g,
            _product_with_points,
            product=0,
        ),
        Pull(
            "data part", r"\frac{{1}}{{{n}}}\sum_i {signal}_{{i}}",
            "The bias is the weight of a coordinate that is always 1, so its gradient is a plain column sum.",
            lambda g, out, X, W, b: g.sum(axis=0),
            _column_sum,
        ),
    ),
    product=(0, 1),
)  # fmt: skip

descend = Op(
    r"{0} - \eta\,{1}",
    "Step against the gradient: each weight moves the way that lowers the loss, by the learning rate times its slope.",
    lambda W, gradient, rate: W - rate * gradient,
    lambda at, out, W, gradient, rate: (
        f"{numeral(W[at])} − {precise(rate)}·{factor(gradient[at])}", [(0, at), (1, at), (2, ())],
    ),
    (None, None, None),
)  # fmt: skip
