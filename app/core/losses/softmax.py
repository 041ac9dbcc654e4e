"""The cross-entropy of the softmax, also called multinomial logistic loss."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.code_fragments import LossCode
from app.core.losses.base import Loss, over_classes
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array, Ints


@dataclass(frozen=True, kw_only=True)
class Softmax(Loss):
    """Scores become probabilities, and a point pays the surprise at its class: little if right, never nothing."""

    kind: Literal["softmax"] = "softmax"

    title: ClassVar[str] = "Softmax"
    tex: ClassVar[str] = r"\log\!\sum_j e^{s_j} - s_{y_i}"
    has_margins: ClassVar[bool] = False

    def __call__(self, S: V, y: Any) -> V:
        L = step("Z", tr("q.log_probabilities", "log-probabilities"), ops.log_softmax(S), symbol="log P", tex=r"\log P")
        step("P", tr("q.probabilities", "probabilities"), ops.exponential(L))
        return step("l", tr("q.loss_per_point", "loss per point"), ops.negative_own(L, y), symbol="ℓ", tex=r"\ell")

    def slope(self, scores: Array, own: Ints) -> tuple[Array, Array]:
        scores -= scores.max(axis=0)  # the largest exponent is 0: nothing overflows
        correct = scores.ravel()[own]
        P = np.exp(scores, out=scores)
        total = over_classes(P)
        P /= total
        P.ravel()[own] -= 1.0
        return np.log(total) - correct, P

    def code(self) -> LossCode:
        return LossCode(
            forward="""
            Z = S - S.max(axis=1, keepdims=True)  # shifted by the row maximum: nothing overflows § Z
            Z = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))  # log-probabilities § Z
            P = np.exp(Z)  # probabilities § P
            losses = -Z[rows, y]  # loss of each point: the surprise at its class § l
            """,
            backward="""
            G = P.copy()  # N·∂L/∂S: the probabilities, § dL dl dZ
            G[rows, y] -= 1  # less 1 at the correct class § dS
            """,
            loops="""
            z = [s[j] - max(s) for j in range(C)]  # shifted by the maximum: nothing overflows § Z
            total = sum(np.exp(z[j]) for j in range(C))
            losses[i] = np.log(total) - z[y[i]]  # loss of the point: the surprise at its class § Z l
            for j in range(C):
                p = np.exp(z[j]) / total  # probability of class j § P
                G[i, j] = p - (j == y[i])  # N·∂L/∂S: less 1 at the correct class § dL dl dZ dS
            """,
            torch="""
            Z = torch.log_softmax(S, dim=1)  # log-probabilities § Z P
            losses = -Z[rows, y]  # loss of each point: the surprise at its class § l
            """,
        )
