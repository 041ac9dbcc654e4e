"""Costs of a margin without a kink: its square, the hinge with a rounded corner, the logistic loss."""

import numpy as np

from app.core.numeral import factor, numeral
from app.core.ops.margin import with_own
from app.core.tape.tape import MINUS, Formula, Op, Pull
from app.core.text import tr
from app.core.types import Array, Cell, Ints

square = Op(
    "{0}^2",
    tr("op.square", "Squared: twice as much missing costs four times as much, so the worst offenders count most."),
    tr("op.square.question", "What if twice as much is missing?"),
    ("squares",),
    np.square,
    lambda at, out, H: (f"{factor(H[at])}²", [(0, at)]),
    (
        Pull(
            tr("pull.slope_of_the_square", "slope of the square"),
            r"2\,{0} \odot {g}",
            tr(
                "back.square",
                "The slope of a square is twice its root: the more is missing, the stronger the "
                "pull, and none at zero.",
            ),
            tr("back.square.question", "Does it matter by how much it is broken?"),
            ("ticks",),
            lambda g, out, H: 2.0 * H * g,
            lambda at, part, g, out, H: (f"2·{factor(H[at])}·{factor(g[at])}", [(0, at), ("g", at)]),
        ),
    ),
)


def rounded(M: Array, gamma: float) -> tuple[Array, Array]:
    """φ(M): 0 up to 0, M²/(2γ) up to γ, M − γ/2 from there; and its slope σ. In all three φ = σ·(M − σγ/2)."""
    H = np.maximum(M, 0.0)
    slope = H / gamma
    np.minimum(slope, 1.0, out=slope)
    H -= (0.5 * gamma) * slope  # in place: large arrays cost more to make than to fill
    H *= slope
    return H, slope


def _rounded(at: Cell, out: Array, M: Array, y: Ints, gamma: float) -> Formula:
    m = M[at]
    if at[1] == y[at[0]]:
        return "0 (own class)", []
    if m <= 0:
        return "0 (margin kept)", [(0, at)]
    text = f"{numeral(m)}² / (2·{numeral(gamma)})" if m < gamma else f"{numeral(m)} − {numeral(gamma)}/2"
    return text, [(0, at)]


def _rounded_back(at: Cell, part: Array, g: Array, out: Array, M: Array, y: Ints, gamma: float) -> Formula:
    if at[1] == y[at[0]]:
        return "0 (own class)", []
    slope = f"min(1, max(0, {numeral(M[at])} / {numeral(gamma)}))"
    return f"{numeral(g[at])}·{slope}", [(0, at), ("g", at)]


smooth_hinge = Op(
    r"\varphi({0}), \quad \Phi_{{i {1}_i}} = 0",
    tr(
        "op.smooth_hinge",
        "A kept margin costs nothing, a broken one what is missing; between the two the corner is a "
        "parabola of width γ.",
    ),
    tr("op.smooth_hinge.question", "What does a margin cost that is just broken?"),
    ("lengths",),
    lambda M, y, gamma: with_own(rounded(M, gamma)[0], y, 0.0),
    _rounded,
    (
        Pull(
            tr("pull.slope_of_the_rounded_hinge", "slope of the rounded hinge"),
            r"\min(1, \max(0, {0}/\gamma)) \odot {g}",
            tr(
                "back.smooth_hinge",
                "The indicator with its step made a ramp: margins broken by less than γ pass on a part of the signal.",
            ),
            tr("back.smooth_hinge.question", "How hard does a margin pull that is just broken?"),
            ("ticks",),
            lambda g, out, M, y, gamma: with_own(g * rounded(M, gamma)[1], y, 0.0),
            _rounded_back,
        ),
        None,
        None,
    ),
    tex_wx=r"\varphi({0}), \quad \Phi_{{{1}_i i}} = 0",
)


def softplus_and_slope(x: Array) -> tuple[Array, Array]:
    """l = log(1 + eˣ) and its slope 1 / (1 + e⁻ˣ) = eˣ⁻ˡ; no exponent taken is positive, so nothing overflows."""
    e = np.asarray(np.abs(x))
    np.exp(np.negative(e, out=e), out=e)
    losses = np.log1p(e) + np.maximum(x, 0.0)
    return losses, np.exp(np.subtract(x, losses, out=e), out=e)


logistic = Op(
    r"\log(1 + e^{{-{0}}})",
    tr(
        "op.logistic",
        "The surprise at the point's class: little far on its own side, as much as is missing far on the other.",
    ),
    tr("op.logistic.question", "How surprising is this point's class?"),
    ("ring",),
    lambda z: softplus_and_slope(-z)[0],
    lambda at, out, z: (f"log(1 + e^{factor(-z[at])})", [(0, at)]),
    (
        Pull(
            tr("pull.slope_of_the_logistic_loss", "slope of the logistic loss"),
            r"-\frac{{1}}{{1 + e^{{{0}}}}} \odot {g}",
            tr(
                "back.logistic",
                "Minus the probability of the wrong class: a point that is right still pulls, but ever less.",
            ),
            tr("back.logistic.question", "Does a point that is right still pull?"),
            ("numbers",),
            lambda g, out, z: 0.0 - g * softplus_and_slope(-z)[1],
            lambda at, part, g, out, z: (f"−{factor(g[at])} / (1 + e^{factor(z[at])})", [(0, at), ("g", at, MINUS)]),
        ),
    ),
)
