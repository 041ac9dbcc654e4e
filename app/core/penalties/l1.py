"""The sum of the weights' sizes, known from the lasso."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np

from app.core.code_fragments import PenaltyCode
from app.core.ops import absolute_norm
from app.core.penalties.base import Penalty
from app.core.penalties.knobs import BIAS, STRENGTH
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array

_NORMS = {with_bias: absolute_norm(with_bias=with_bias) for with_bias in (False, True)}


@dataclass(frozen=True, kw_only=True)
class L1(Penalty):
    """The sizes of the weights added up, so that weights of little use become 0. At 0 its slope is taken to be 0."""

    kind: Literal["l1"] = "l1"
    strength: Annotated[float, STRENGTH] = 0.1
    penalize_bias: Annotated[bool, BIAS] = False

    title: ClassVar[str] = "L1"
    tex: ClassVar[str] = r"\lambda \lVert W \rVert_1"

    def __call__(self, W: V, b: V) -> V:
        norm = _NORMS[self.penalize_bias]
        return step(
            "R", tr("q.penalty", "penalty"), norm(W, b, self.strength) if self.penalize_bias else norm(W, self.strength)
        )

    @property
    def l1(self) -> float:
        """The weight of ‖W‖₁ in it."""
        return self.strength

    def slope(self, theta: Array) -> tuple[float, Array]:
        slope = self.strength * np.sign(theta)
        if not self.penalize_bias:
            slope[:, -1] = 0.0
        return float(np.vdot(slope, theta)), slope  # |w| is sign(w)·w

    def prices(self, thetas: Array) -> Array:
        paid = thetas if self.penalize_bias else thetas[..., :-1]
        return self.strength * np.abs(paid).sum(axis=(1, 2))

    def code(self) -> PenaltyCode:
        return PenaltyCode("lam * np.sum(np.abs(@))", "lam * np.sign(@)", "lam * abs(@)", l1="lam")
