"""The squared hinge loss over all rivals, known as L2-SVM."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.code_fragments import MARGINS, LossCode, each_rival
from app.core.losses.base import MarginLoss, over_classes
from app.core.losses.knobs import DELTA
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array, Ints

_HINGE = ops.hinge(0.0, 0.0, squared=True)


@dataclass(frozen=True, kw_only=True)
class SquaredWestonWatkins(MarginLoss):
    """Every rival that comes too close adds the square of what is missing: one bad miss costs more than many small."""

    kind: Literal["squared_weston_watkins"] = "squared_weston_watkins"
    delta: Annotated[float, DELTA] = 1.0

    title: ClassVar[str] = "Squared Weston–Watkins"
    tex: ClassVar[str] = r"\sum_{j \neq y_i} \max(0,\; s_j - s_{y_i} + \Delta)^2"

    def __call__(self, S: V, y: Any) -> V:
        M = step("M", tr("q.margins", "margins"), ops.weighed_margins(S, y, self.delta))
        H = step("H", tr("q.hinge", "hinge"), _HINGE(M, y))
        Q = step("Q", tr("q.squared_hinge", "squared hinge"), ops.square(H), symbol="H²", tex="H^2")
        return step("l", tr("q.loss_per_point", "loss per point"), ops.sum_others(Q, y), symbol="ℓ", tex=r"\ell")

    def slope(self, scores: Array, own: Ints) -> tuple[Array, Array]:
        M = self.broken(scores, own)
        H = np.maximum(M, 0.0, out=M)
        losses = over_classes(H * H)
        H *= 2.0
        H.ravel()[own] = 0.0 - over_classes(H)
        return losses, H

    def hinge(self, M: Array, y: Ints) -> Array:
        return _HINGE(M, y)

    def pieces(self, M: Array, slopes: Array) -> Array:
        return np.zeros_like(M)  # a square has no kink

    def code(self) -> LossCode:
        return LossCode(
            forward=f"""
            {MARGINS}
            H = np.maximum(M, 0)  # hinge: only broken margins cost anything § H
            H[rows, y] = 0  # the correct class is no rival of its own § H
            losses = (H**2).sum(axis=1)  # loss of each point § Q l
            """,
            backward="""
            mask = 2 * H  # the slope of the square: 0 where no margin is broken § dL dl dQ dH dM
            mask[rows, y] = -mask.sum(axis=1)  # mask: minus their sum at the correct class § dS
            """,
            loops=each_rival("""
            h = max(0, m)  # hinge: only broken margins cost anything § H
            losses[i] += h**2  # loss of the point § Q l
            mask[i, j] += 2 * h  # mask: the slope of the square, § dL dl dQ dH dM
            mask[i, y[i]] -= 2 * h  # minus their sum at the correct class § dS
            """),
            torch=f"""
            {MARGINS}
            H = rivals * torch.relu(M)  # hinge: only broken margins cost anything § H
            losses = (H**2).sum(dim=1)  # loss of each point § Q l
            """,
        )
