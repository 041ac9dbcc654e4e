"""The multiclass hinge loss of Crammer and Singer (2001)."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.losses.base import Loss
from app.core.losses.knobs import DELTA, KINK, TOLERANCE
from app.core.tape import V, step
from app.core.types import Array, Ints


@dataclass(frozen=True, kw_only=True)
class CrammerSinger(Loss):
    """Only the closest rival counts: the correct class must beat the best of the others by at least Δ."""

    kind: Literal["crammer_singer"] = "crammer_singer"
    delta: Annotated[float, DELTA] = 1.0
    kink: Annotated[float, KINK] = 0.0
    tolerance: Annotated[float, TOLERANCE] = 0.0

    title: ClassVar[str] = "Crammer–Singer"
    tex: ClassVar[str] = r"\max(0,\; \max_{j \neq y_i} s_j - s_{y_i} + \Delta)"
    has_margins: ClassVar[bool] = True

    def __call__(self, S: V, y: Any) -> V:
        M = step("M", "margins", ops.margins(S, y, self.delta))
        r = step("r", "closest rival", ops.max_others(M, y))
        return step("l", "loss per point", ops.relu(self.kink, self.tolerance)(r), symbol="ℓ", tex=r"\ell")

    def slope(self, scores: Array, own: Ints) -> tuple[Array, Array]:
        M, places = scores, scores.ravel()
        M -= places[own]
        M += self.delta  # added last, as in `margins`: the same rounding, so the same ties and kinks
        places[own] = -np.inf
        n = M.shape[1]
        rival = M.argmax(axis=0) * n + np.arange(n)  # the first of equals, as everywhere
        r = places[rival]
        gate = ops.indicator(r, self.kink, self.tolerance)
        G = np.zeros_like(M)
        G.ravel()[rival] = gate
        G.ravel()[own] = 0.0 - gate
        return np.maximum(r, 0.0), G

    def margins(self, S: Array, y: Ints) -> Array:
        return ops.margins(S, y, self.delta)
