"""One binary hinge loss a class, each class against all the others."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.code_fragments import LossCode, above, each_above, relu
from app.core.losses.base import Loss, over_classes
from app.core.losses.knobs import DELTA, KINK, TOLERANCE
from app.core.tape.tape import V, step, value_of
from app.core.text import tr
from app.core.types import Array, Ints


@dataclass(frozen=True, kw_only=True)
class OneVsAll(Loss):
    """Each class is a machine of its own: its score must be above Δ for its points and below −Δ for all others."""

    kind: Literal["one_vs_all"] = "one_vs_all"
    delta: Annotated[float, DELTA] = 1.0
    kink: Annotated[float, KINK] = 0.0
    tolerance: Annotated[float, TOLERANCE] = 0.0

    title: ClassVar[str] = "One-vs-all"
    tex: ClassVar[str] = r"\sum_j \max(0,\; \Delta - t_j s_j), \quad t_j = +1 \text{ if } j = y_i \text{, else } -1"
    has_margins: ClassVar[bool] = True
    slack: ClassVar[bool] = True
    pairwise: ClassVar[bool] = False

    def __call__(self, S: V, y: Any) -> V:
        T = step("T", tr("q.signs", "signs"), ops.class_signs(y, value_of(S).shape[-1]))
        U = step("U", tr("q.margins", "margins"), ops.class_shortfall(S, T, self.delta))
        H = step("H", tr("q.hinge", "hinge"), ops.relu(self.kink, self.tolerance)(U))
        return step("l", tr("q.loss_per_point", "loss per point"), ops.sum_all(H), symbol="ℓ", tex=r"\ell")

    def slope(self, scores: Array, own: Ints) -> tuple[Array, Array]:
        U, places = scores, scores.ravel()
        places[own] *= -1.0  # now −t·s
        U += self.delta
        G = ops.indicator(U, self.kink, self.tolerance)
        G.ravel()[own] = 0.0 - G.ravel()[own]
        return over_classes(np.maximum(U, 0.0, out=U)), G

    def margins(self, S: Array, y: Ints) -> Array:
        return self.delta - ops.class_signs(y, S.shape[-1]) * S

    def hinge(self, M: Array, y: Ints) -> Array:
        return np.maximum(M, 0.0)

    def code(self) -> LossCode:
        kink = self.kink, self.tolerance
        return LossCode(
            forward="""
            T = np.where(np.arange(S.shape[1]) == y[:, None], 1, -1)  # signs: +1 for a point's own class § T
            U = delta - T * S  # margins: what is missing on each class's own side § U
            H = np.maximum(U, 0)  # hinge: only broken margins cost anything § H
            losses = H.sum(axis=1)  # loss of each point § l
            """,
            backward=f"""
            mask = -T * {above("U", *kink)}  # mask: −t where a margin is broken § dL dl dH dU dS
            """,
            loops=f"""
            for j in range(C):
                t = 1 if j == y[i] else -1  # sign: +1 for the point's own class § T
                u = delta - t * s[j]  # margin: what is missing on this class's own side § U
                losses[i] += max(0, u)  # hinge: only broken margins cost anything § H l
                broken = {each_above("u", *kink)}  # indicator § dL dl dH dU
                mask[i, j] = -t * broken  # mask: −t where the margin is broken § dS
            """,
            torch=f"""
            T = torch.where(rivals, -1, 1)  # signs: +1 for a point's own class § T
            U = delta - T * S  # margins: what is missing on each class's own side § U
            H = {relu("U", self.kink)}  # hinge: only broken margins cost anything § H
            losses = H.sum(dim=1)  # loss of each point § l
            """,
        )
