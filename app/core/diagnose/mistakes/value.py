"""Mistakes in the loss that is reported, beside a gradient that is right or has mistakes of its own."""

from app.core.diagnose.mistake import Mistake, constant
from app.core.diagnose.mistakes.rules import Found, own_slope, pairwise
from app.core.problem import Problem


def _with_own(problem: Problem) -> Found:
    if pairwise(problem.loss) and own_slope(problem.loss)[0]:
        yield (
            "",
            lambda parts: parts.losses.sum() * parts.share + parts.own * len(parts.losses) * parts.share + parts.paid,
        )


VALUE = (
    Mistake(
        "loss_summed", "value", "loss summed, gradient averaged",
        "The points' losses are added up, but the gradient is that of their mean.",
        "loss = np.sum(H)", "loss = np.sum(H) / N", constant(lambda parts: float(parts.losses.sum()) + parts.paid),
    ),
    Mistake(
        "sum_over_own", "value", "sum over j = y too",
        "The own class was summed over too: its margin is Δ, so every point pays that much more.",
        "loss = np.sum(np.maximum(0, margins)) / N", "H[np.arange(N), y] = 0   # before the sum", _with_own,
    ),
    Mistake(
        "loss_without_penalty", "value", "penalty left out of the loss",
        "The loss is that of the data alone, but the gradient has the penalty's part.",
        "loss = np.sum(H) / N", "loss = np.sum(H) / N + lam * np.sum(W * W)",
        constant(lambda parts: float(parts.losses.sum()) * parts.share),
    ),
    Mistake(
        "loss_half_penalty", "value", "half the penalty in the loss",
        "The loss has ½λ‖W‖² where this problem has λ‖W‖², or half of that again.",
        "loss = data + 0.5 * lam * np.sum(W * W)", "loss = data + lam * np.sum(W * W)",
        constant(lambda parts: float(parts.losses.sum()) * parts.share + parts.paid / 2.0),
    ),
    Mistake(
        "loss_double_penalty", "value", "twice the penalty in the loss",
        "The loss has λ‖W‖² where this problem has ½λ‖W‖².",
        "loss = data + lam * np.sum(W * W)", "loss = data + 0.5 * lam * np.sum(W * W)",
        constant(lambda parts: float(parts.losses.sum()) * parts.share + parts.paid * 2.0),
    ),
)  # fmt: skip
