"""The multiclass hinge loss of Crammer and Singer (2001)."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from app.core import ops
from app.core.code_fragments import LossCode
from app.core.losses.base import MarginLoss
from app.core.losses.closest import closest_rival, closest_rival_code
from app.core.losses.knobs import DELTA, KINK, TOLERANCE
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array, Ints


@dataclass(frozen=True, kw_only=True)
class CrammerSinger(MarginLoss):
    """Only the closest rival counts: the correct class must beat the best of the others by at least Δ."""

    kind: Literal["crammer_singer"] = "crammer_singer"
    delta: Annotated[float, DELTA] = 1.0
    kink: Annotated[float, KINK] = 0.0
    tolerance: Annotated[float, TOLERANCE] = 0.0

    title: ClassVar[str] = "Crammer–Singer"
    tex: ClassVar[str] = r"\max(0,\; \max_{j \neq y_i} s_j - s_{y_i} + \Delta)"
    slack: ClassVar[bool] = True

    def __call__(self, S: V, y: Any) -> V:
        M = step("M", tr("q.margins", "margins"), ops.margins(S, y, self.delta))
        r = step("r", tr("q.closest_rival", "closest rival"), ops.max_others(M, y))
        return step(
            "l",
            tr("q.loss_per_point", "loss per point"),
            ops.relu(self.kink, self.tolerance)(r),
            symbol="ℓ",
            tex=r"\ell",
        )

    def slope(self, scores: Array, own: Ints) -> tuple[Array, Array]:
        return closest_rival(self.broken(scores, own), own, self.kink, self.tolerance)

    def code(self) -> LossCode:
        return closest_rival_code(" + delta", self.kink, self.tolerance)
