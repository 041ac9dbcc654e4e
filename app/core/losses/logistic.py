"""The logistic loss of two classes."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from app.core import ops
from app.core.losses.base import BinaryLoss
from app.core.tape import V, step
from app.core.types import Array


@dataclass(frozen=True, kw_only=True)
class Logistic(BinaryLoss):
    """The score becomes the probability of class 1; a point pays the surprise at its class: little if right."""

    kind: Literal["logistic"] = "logistic"

    title: ClassVar[str] = "Logistic (binary)"
    tex: ClassVar[str] = r"\log(1 + e^{-t s}), \quad t = \pm 1"
    has_margins: ClassVar[bool] = False
    delta: ClassVar[float] = 0.0  # type: ignore[misc]  # u = −t·s

    def __call__(self, S: V, y: Any) -> V:
        z = step("z", "signed scores", ops.signed_score(S, step("t", "signs", ops.signs(y))))
        return step("l", "loss per point", ops.logistic(z), symbol="ℓ", tex=r"\ell")

    def cost(self, u: Array) -> tuple[Array, Array]:
        return ops.softplus_and_slope(u)
