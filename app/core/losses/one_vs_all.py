"""One binary hinge loss a class, each class against all the others."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.losses.base import Loss, over_classes
from app.core.losses.knobs import DELTA, KINK, TOLERANCE
from app.core.tape import V, step, value_of
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
        T = step("T", "signs", ops.class_signs(y, value_of(S).shape[-1]))
        U = step("U", "margins", ops.class_shortfall(S, T, self.delta))
        H = step("H", "hinge", ops.relu(self.kink, self.tolerance)(U))
        return step("l", "loss per point", ops.sum_all(H), symbol="ℓ", tex=r"\ell")

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
