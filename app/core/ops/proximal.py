"""The steps of a proximal gradient method: the slope of the smooth part, the soft threshold, the run-up to the next."""

import numpy as np

from app.core.numeral import exact, factor, numeral, precise
from app.core.tape.tape import MINUS, Formula, rule
from app.core.text import tr
from app.core.types import Array, Cell

without_l1 = rule(
    r"{0} - \lambda_1\,\operatorname{{sign}}({1})",
    tr("op.without_l1", "Only the smooth part is followed by its slope: the part of λ₁‖·‖₁ is taken out again."),
    tr("op.without_l1.question", "Which part of the slope is smooth?"),
    ("direction",),
    lambda gradient, W, weight: gradient - weight * np.sign(W),
    lambda at, out, gradient, W, weight: (
        f"{numeral(gradient[at])} − {exact(weight)}·{factor(np.sign(W[at]))}", [(0, at), (1, at, MINUS)],
    ),
)  # fmt: skip


def _shrunk(at: Cell, out: Array, W: Array, rate: float, weight: float) -> Formula:
    threshold = f"{precise(rate)}·{exact(weight)}"
    sign = "−" if W[at] < 0 else ""
    return f"{sign}max(0, {numeral(abs(W[at]))} − {threshold})", [(0, at), (1, ())]


soft_threshold = rule(
    r"\operatorname{{sign}}({0})\,\max(0,\; |{0}| - \eta\lambda_1)",
    tr(
        "op.soft_threshold",
        "The L1 part pulls every weight towards zero by the same length, and those that are nearer "
        "become exactly zero.",
    ),
    tr("op.soft_threshold.question", "Which weights become exactly zero?"),
    ("turn",),
    lambda W, rate, weight: np.sign(W) * np.maximum(np.abs(W) - rate * weight, 0.0),
    _shrunk,
)

run_up = rule(
    r"{0} + \frac{{t}}{{t+3}}\left({0} - {1}^\text{{old}}\right)",
    tr(
        "op.run_up",
        "The next slope is taken a little further on, the way the last two points lead: that is the acceleration.",
    ),
    tr("op.run_up.question", "Why look further ahead?"),
    ("turn",),
    lambda new, old, t: new + (t / (t + 3.0)) * (new - old),
    lambda at, out, new, old, t: (
        f"{numeral(new[at])} + {t}/{t + 3}·({numeral(new[at])} − {factor(old[at])})",
        [(0, at), (1, at, MINUS)],
    ),
)
