"""The cross-entropy of the softmax, also called multinomial logistic loss."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.losses.base import Loss, over_classes
from app.core.tape import V, step
from app.core.types import Array, Ints


@dataclass(frozen=True, kw_only=True)
class Softmax(Loss):
    """Scores become probabilities, and a point pays the surprise at its class: little if right, never nothing."""

    kind: Literal["softmax"] = "softmax"

    title: ClassVar[str] = "Softmax"
    tex: ClassVar[str] = r"\log\!\sum_j e^{s_j} - s_{y_i}"
    has_margins: ClassVar[bool] = False

    def __call__(self, S: V, y: Any) -> V:
        L = step("Z", "log-probabilities", ops.log_softmax(S), symbol="log P", tex=r"\log P")
        step("P", "probabilities", ops.exponential(L))
        return step("l", "loss per point", ops.negative_own(L, y), symbol="ℓ", tex=r"\ell")

    def slope(self, scores: Array, own: Ints) -> tuple[Array, Array]:
        scores -= scores.max(axis=0)  # the largest exponent is 0: nothing overflows
        correct = scores.ravel()[own]
        P = np.exp(scores, out=scores)
        total = over_classes(P)
        P /= total
        P.ravel()[own] -= 1.0
        return np.log(total) - correct, P
