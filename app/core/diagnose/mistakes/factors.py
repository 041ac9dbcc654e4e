"""Mistakes in what a part of the gradient is multiplied by: the mean over the points, the strength, the signs."""

from collections.abc import Callable

import numpy as np

from app.core.diagnose.mistake import Mistake, constant
from app.core.diagnose.mistakes.rules import Found
from app.core.problem import Problem


def _by(factor: Callable[[Problem], float]) -> Callable[[Problem], Found]:
    def variants(problem: Problem) -> Found:
        found = factor(problem)
        if np.isfinite(found):
            yield "", found

    return variants


def _over(divisor: float) -> float:
    return 1.0 / divisor if divisor else np.inf


def _strength(problem: Problem) -> float:
    return float(getattr(problem.penalty, "strength", 0.0))


def _quarter(problem: Problem) -> Found:
    if getattr(problem.penalty, "convention", "full") == "full":
        yield "", 0.25


MEAN = (
    Mistake(
        "no_mean", "mean", "no 1/N", "The points' slopes are added up and never divided by their number.",
        "dW = X.T @ mask", "dW = X.T @ mask / N", _by(lambda problem: 1.0),
    ),
    Mistake(
        "mean_twice", "mean", "1/N twice", "The data part is divided by N twice: in the mask and again in the product.",
        "mask /= N; dW = X.T @ mask / N", "dW = X.T @ mask / N", _by(lambda problem: 1.0 / len(problem.X) ** 2),
    ),
    Mistake(
        "mean_of_cells", "mean", "1/(N·C) for 1/N",
        "The mean goes over points and classes; it belongs over the points.",
        "loss = np.mean(H)", "loss = np.sum(H) / N", _by(lambda p: 1.0 / (len(p.X) * p.W.shape[1])),
    ),
    Mistake(
        "mean_of_features", "mean", "1/D for 1/N",
        "The sum over the points was divided by the number of features: X.shape[1] stands for X.shape[0].",
        "dW /= X.shape[1]", "dW /= X.shape[0]", _by(lambda p: 1.0 / p.X.shape[1]),
    ),
    Mistake(
        "mean_of_classes", "mean", "1/C for 1/N",
        "The sum over the points was divided by the number of classes; it belongs over the points.",
        "dW /= W.shape[1]", "dW /= X.shape[0]", _by(lambda p: 1.0 / p.W.shape[1]),
    ),
    Mistake(
        "one_too_few", "mean", "1/(N − 1) for 1/N",
        "The sum over the points was divided by one less than there are; all N points are in it.",
        "dW /= N - 1", "dW /= N", _by(lambda p: _over(len(p.X) - 1)),
    ),
)  # fmt: skip

FACTOR = (
    Mistake(
        "no_data", "factor", "data part missing",
        "Only the penalty's part is there: the data part was overwritten by it, or never added up.",
        "dW = 2 * lam * W", "dW += 2 * lam * W", constant(0.0),
    ),
    Mistake(
        "double_data", "factor", "twice the data part", "The data part is twice as large as it should be.",
        "dW = 2 * X.T @ mask / N", "dW = X.T @ mask / N", constant(2.0),
    ),
    Mistake(
        "half_data", "factor", "half the data part", "The data part is half as large as it should be.",
        "dW = 0.5 * X.T @ mask / N", "dW = X.T @ mask / N", constant(0.5),
    ),
)  # fmt: skip

STRENGTH = (
    Mistake(
        "no_penalty", "strength", "penalty's gradient missing",
        "Only the data's part is there; the penalty's was not added.",
        "dW = X.T @ mask / N", "dW = X.T @ mask / N + 2 * lam * W", constant(0.0),
    ),
    Mistake(
        "half_penalty", "strength", "half the penalty's gradient",
        "The penalty's part is half as large: λW for 2λW, or ½λW for λW. The two conventions of L2 are mixed.",
        "dW += lam * W", "dW += 2 * lam * W", constant(0.5),
    ),
    Mistake(
        "double_penalty", "strength", "twice the penalty's gradient",
        "The penalty's part is twice as large: 2λW for λW. The two conventions of L2 are mixed.",
        "dW += 2 * lam * W", "dW += lam * W", constant(2.0),
    ),
    Mistake(
        "quarter_penalty", "strength", "a quarter of the penalty's gradient",
        "The loss has λ‖W‖², the gradient ½λW: it should be 2λW, four times as much.",
        "dW += 0.5 * lam * W", "dW += 2 * lam * W", _quarter,
    ),
    Mistake(
        "penalty_by_points", "strength", "penalty divided by N",
        "The penalty was divided by N together with the data; it is no mean over points.",
        "dW = (X.T @ mask + 2 * lam * W) / N", "dW = X.T @ mask / N + 2 * lam * W", _by(lambda p: 1.0 / len(p.X)),
    ),
    Mistake(
        "penalty_times_points", "strength", "penalty once for each point",
        "The penalty is inside the loop over the points and was added N times; it is added once.",
        "for i in range(N): dW += 2 * lam * W", "dW += 2 * lam * W   # after the loop", _by(lambda p: float(len(p.X))),
    ),
    Mistake(
        "no_strength", "strength", "λ forgotten in the gradient", "The penalty's part was not multiplied by λ.",
        "dW += 2 * W", "dW += 2 * lam * W", _by(lambda p: _over(_strength(p))),
    ),
    Mistake(
        "strength_twice", "strength", "λ twice", "The penalty's part was multiplied by λ twice.",
        "dW += 2 * lam**2 * W", "dW += 2 * lam * W", _by(lambda p: _strength(p) or np.inf),
    ),
)  # fmt: skip

SIGN = (
    Mistake(
        "sign", "sign", "sign flipped",
        "Every number has the other sign: this way lies downhill, the gradient points up.",
        "dW = -(X.T @ mask / N + 2 * lam * W)", "dW = X.T @ mask / N + 2 * lam * W", constant((-1.0, -1.0)),
    ),
    Mistake(
        "data_sign", "sign", "sign of the data part flipped",
        "The data part has the other sign: margins were taken as s_y − s_j, and the minus sign was lost.",
        "mask[np.arange(N), y] = count   # and -1 elsewhere", "mask[np.arange(N), y] = -count", constant((-1.0, 1.0)),
    ),
    Mistake(
        "penalty_sign", "sign", "sign of the penalty's part flipped",
        "The penalty is subtracted: it makes the weights grow.",
        "dW -= 2 * lam * W", "dW += 2 * lam * W", constant((1.0, -1.0)),
    ),
)  # fmt: skip
