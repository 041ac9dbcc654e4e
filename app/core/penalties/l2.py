"""The squared norm of the weights, in either of the field's two conventions."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np

from app.core.code_fragments import PenaltyCode
from app.core.knob import Choice
from app.core.ops import squared_norm
from app.core.penalties.base import Penalty
from app.core.penalties.knobs import BIAS, STRENGTH
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array

CONVENTION = Choice("convention", (("full", "λ‖W‖²"), ("half", "½λ‖W‖²")))
_NORMS = {
    (convention, with_bias): squared_norm(half=convention == "half", with_bias=with_bias)
    for convention in ("full", "half")
    for with_bias in (False, True)
}


@dataclass(frozen=True, kw_only=True)
class L2(Penalty):
    """The squared length of the weights, so that small ones win. Mind the convention: ½λ‖W‖² has half the slope."""

    kind: Literal["l2"] = "l2"
    strength: Annotated[float, STRENGTH] = 0.1
    convention: Annotated[Literal["full", "half"], CONVENTION] = "full"
    penalize_bias: Annotated[bool, BIAS] = False

    title: ClassVar[str] = "L2"
    tex: ClassVar[str] = r"\lambda \lVert W \rVert^2 \;\text{or}\; \tfrac{1}{2}\lambda \lVert W \rVert^2"

    def __call__(self, W: V, b: V) -> V:
        norm = _NORMS[self.convention, self.penalize_bias]
        return step(
            "R", tr("q.penalty", "penalty"), norm(W, b, self.strength) if self.penalize_bias else norm(W, self.strength)
        )

    @property
    def curvature(self) -> float:
        return 2.0 * self.strength if self.convention == "full" else self.strength

    def slope(self, theta: Array) -> tuple[float, Array]:
        slope = self.curvature * theta
        if not self.penalize_bias:
            slope[:, -1] = 0.0
        return 0.5 * float(np.vdot(slope, theta)), slope  # a square is half its slope times the weights

    def prices(self, thetas: Array) -> Array:
        paid = thetas if self.penalize_bias else thetas[..., :-1]
        return (self.strength if self.convention == "full" else self.strength / 2) * np.einsum("tcd,tcd->t", paid, paid)

    def code(self) -> PenaltyCode:
        if self.convention == "half":
            return PenaltyCode("lam / 2 * np.sum(@**2)", "lam * @", "lam / 2 * @ ** 2", "lam")
        return PenaltyCode("lam * np.sum(@**2)", "2 * lam * @", "lam * @ ** 2", "2 * lam")
