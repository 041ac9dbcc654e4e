"""Sums and running means of the gradient and of its square, and the step that is scaled by them."""

import numpy as np

from app.core.numeral import bracketed, exact, numeral, precise
from app.core.ops.linear import TURN
from app.core.tape.tape import MINUS, Op, rule
from app.core.text import tr

add_square = rule(
    r"{0} + \left({1}\right)^2",
    tr("op.add_square", "Every weight keeps the sum of the squares of its own slopes: it only grows."),
    tr("op.add_square.question", "How steep has it been so far?"),
    ("spread",),
    lambda total, gradient: total + gradient * gradient,
    lambda at, out, total, gradient: (f"{precise(total[at])} + {bracketed(gradient[at])}²", [(0, at), (1, at)]),
)


def running_mean(share: str, squared: bool = False) -> Op:
    """An op of (mean, gradient, share): the running mean (of the squares), whose share is written as this TeX."""
    power, mark = (r"\left({1}\right)^2", "²") if squared else ("{1}", "")
    return rule(
        rf"{share}\,{{0}} + (1 - {share})\,{power}",
        tr(
            "op.running_square",
            "A running mean of the squared slopes: how large this weight's slope has been lately, whatever its sign.",
        )
        if squared
        else tr(
            "op.running_mean",
            "A running mean of the slopes: old ones fade, so that it shows where the slope points most of the time.",
        ),
        tr("op.running_square.question", "How large has the slope been lately?")
        if squared
        else tr("op.running_mean.question", "Where has the slope pointed lately?"),
        ("spread",) if squared else ("direction",),
        lambda mean, gradient, beta: beta * mean + (1.0 - beta) * (gradient * gradient if squared else gradient),
        lambda at, out, mean, gradient, beta: (
            f"{exact(beta)}·{bracketed(mean[at])} + {exact(1.0 - beta)}·{bracketed(gradient[at])}{mark}",
            [(0, at), (1, at)],
        ),
    )


def corrected(share: str, squared: bool = False) -> Op:
    """An op of (mean, share, t): the mean (of the squares) without the bias of its start at zero, t updates later."""
    return rule(
        rf"\frac{{{{{{0}}}}}}{{{{1 - {share}^{{{{t+1}}}}}}}}",
        tr(
            "op.corrected",
            "The mean began at zero and is too small at first: divided by what it has seen so far it is a true mean.",
        ),
        tr("op.corrected.square.question", "Are the squares too small at first as well?")
        if squared
        else tr("op.corrected.question", "Why is the mean too small at first?"),
        ("spread",) if squared else ("direction",),
        lambda mean, beta, t: mean / (1.0 - beta ** (t + 1)),
        lambda at, out, mean, beta, t: (f"{precise(mean[at])} / (1 − {exact(beta)}^{t + 1})", [(0, at)]),
    )


descend_scaled = rule(
    r"{0} - \eta\,\frac{{{1}}}{{\sqrt{{{2}}} + \epsilon}}",
    tr(
        "op.descend_scaled",
        "Each weight has a step of its own: divided by the size that its slopes have had, all weights move alike.",
    ),
    tr("op.descend_scaled.question", "How far does each line {turn}?", turn=TURN),
    ("turn",),
    lambda W, direction, square, rate, epsilon: W - rate * (direction / (np.sqrt(square) + epsilon)),
    lambda at, out, W, direction, square, rate, epsilon: (
        f"{numeral(W[at])} − {precise(rate)}·{bracketed(direction[at])} / "
        f"(√({precise(square[at])}) + {exact(epsilon)})",
        [(0, at), (1, at, MINUS), (2, at), (3, ())],
    ),
)
