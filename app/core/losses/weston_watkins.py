"""The multiclass hinge loss of Weston and Watkins (1999), as taught in CS231n."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.code_fragments import MARGINS, LossCode, above, each_above, each_rival, relu
from app.core.losses.base import MarginLoss, over_classes
from app.core.losses.knobs import DELTA, KINK, TOLERANCE
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array, Ints


@dataclass(frozen=True, kw_only=True)
class WestonWatkins(MarginLoss):
    """Every rival class must stay below the correct one by at least Δ; each that does not adds what is missing."""

    kind: Literal["weston_watkins"] = "weston_watkins"
    delta: Annotated[float, DELTA] = 1.0
    kink: Annotated[float, KINK] = 0.0
    tolerance: Annotated[float, TOLERANCE] = 0.0

    title: ClassVar[str] = "Weston–Watkins"
    tex: ClassVar[str] = r"\sum_{j \neq y_i} \max(0,\; s_j - s_{y_i} + \Delta)"
    slack: ClassVar[bool] = True

    def __call__(self, S: V, y: Any) -> V:
        M = step("M", tr("q.margins", "margins"), ops.margins(S, y, self.delta))
        H = step("H", tr("q.hinge", "hinge"), ops.hinge(self.kink, self.tolerance)(M, y))
        return step("l", tr("q.loss_per_point", "loss per point"), ops.sum_others(H, y), symbol="ℓ", tex=r"\ell")

    def slope(self, scores: Array, own: Ints) -> tuple[Array, Array]:
        M = self.broken(scores, own, at_own=-1.0 - self.tolerance)
        G = ops.indicator(M, self.kink, self.tolerance)
        G.ravel()[own] = 0.0 - over_classes(G)
        return over_classes(np.maximum(M, 0.0, out=M)), G

    def hinge(self, M: Array, y: Ints) -> Array:
        return ops.hinge(self.kink, self.tolerance)(M, y)

    def code(self) -> LossCode:
        kink = self.kink, self.tolerance
        return LossCode(
            forward=f"""
            {MARGINS}
            H = np.maximum(M, 0)  # hinge: only broken margins cost anything § H
            H[rows, y] = 0  # the correct class is no rival of its own § H
            losses = H.sum(axis=1)  # loss of each point § l
            """,
            backward=f"""
            mask = 1.0 * {above("M", *kink)}  # indicator: 1 where a margin is broken § dL dl dH dM
            mask[rows, y] = 0  # no rival of its own § dM
            mask[rows, y] = -mask.sum(axis=1)  # mask: minus their count at the correct class § dS
            """,
            loops=each_rival(f"""
            losses[i] += max(0, m)  # hinge: only broken margins cost anything § H l
            broken = {each_above("m", *kink)}  # indicator § dL dl dH dM
            mask[i, j] += broken  # mask: 1 for a broken margin, § dS
            mask[i, y[i]] -= broken  # minus their count at the correct class § dS
            """),
            torch=f"""
            {MARGINS}
            H = rivals * {relu("M", self.kink)}  # hinge: only broken margins cost anything § H
            losses = H.sum(dim=1)  # loss of each point § l
            """,
        )
