"""The loss of the multiclass perceptron: Crammer–Singer without a margin."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from app.core import ops
from app.core.code_fragments import LossCode
from app.core.losses.base import Loss
from app.core.losses.closest import closest_rival, closest_rival_code
from app.core.losses.knobs import KINK, TOLERANCE
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array, Ints


@dataclass(frozen=True, kw_only=True)
class Perceptron(Loss):
    """A point costs something only if a rival wins it. Zero weights are a tie: a slope of 0 there moves nothing."""

    kind: Literal["perceptron"] = "perceptron"
    kink: Annotated[float, KINK] = 0.0
    tolerance: Annotated[float, TOLERANCE] = 0.0

    title: ClassVar[str] = "Perceptron"
    tex: ClassVar[str] = r"\max(0,\; \max_{j \neq y_i} s_j - s_{y_i})"
    has_margins: ClassVar[bool] = True
    delta: ClassVar[float] = 0.0  # type: ignore[misc]

    def __call__(self, S: V, y: Any) -> V:
        M = step("M", tr("q.margins", "margins"), ops.leads(S, y))
        r = step("r", tr("q.closest_rival", "closest rival"), ops.max_others(M, y))
        return step(
            "l",
            tr("q.loss_per_point", "loss per point"),
            ops.relu(self.kink, self.tolerance)(r),
            symbol="ℓ",
            tex=r"\ell",
        )

    def slope(self, scores: Array, own: Ints) -> tuple[Array, Array]:
        scores -= scores.ravel()[own]
        return closest_rival(scores, own, self.kink, self.tolerance)

    def margins(self, S: Array, y: Ints) -> Array:
        return ops.leads(S, y)

    def code(self) -> LossCode:
        return closest_rival_code("", self.kink, self.tolerance)
