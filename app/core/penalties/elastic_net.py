"""The elastic net of Zou and Hastie (2005): the sizes of the weights and their squares, mixed."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np

from app.core.code_fragments import PenaltyCode
from app.core.knob import Knob
from app.core.ops import mixed_norm
from app.core.penalties.base import Penalty
from app.core.penalties.knobs import BIAS, STRENGTH
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array

_NORMS = {with_bias: mixed_norm(with_bias=with_bias) for with_bias in (False, True)}


@dataclass(frozen=True, kw_only=True)
class ElasticNet(Penalty):
    """L1 and half of L2 in one: α is the share of L1. Its squares are halved, and its slope at 0 is taken to be 0."""

    kind: Literal["elastic_net"] = "elastic_net"
    strength: Annotated[float, STRENGTH] = 0.1
    alpha: Annotated[float, Knob("share of L1 α", symbol="α", min=0.0, max=1.0, step=0.05)] = 0.5
    penalize_bias: Annotated[bool, BIAS] = False

    title: ClassVar[str] = "elastic net"
    tex: ClassVar[str] = r"\lambda\left(\alpha \lVert W \rVert_1 + \tfrac{1 - \alpha}{2} \lVert W \rVert^2\right)"

    def __call__(self, W: V, b: V) -> V:
        norm, knobs = _NORMS[self.penalize_bias], (self.strength, self.alpha)
        return step("R", tr("q.penalty", "penalty"), norm(W, b, *knobs) if self.penalize_bias else norm(W, *knobs))

    @property
    def l1(self) -> float:
        """The weight of ‖W‖₁ in it."""
        return self.strength * self.alpha

    @property
    def curvature(self) -> float:
        """How fast the slope of its square grows with the weights."""
        return self.strength * (1.0 - self.alpha)

    def slope(self, theta: Array) -> tuple[float, Array]:
        signs, rest = self.l1 * np.sign(theta), self.curvature * theta
        if not self.penalize_bias:
            signs[:, -1] = rest[:, -1] = 0.0
        return float(np.vdot(signs, theta) + 0.5 * np.vdot(rest, theta)), signs + rest

    def prices(self, thetas: Array) -> Array:
        paid = thetas if self.penalize_bias else thetas[..., :-1]
        return self.l1 * np.abs(paid).sum(axis=(1, 2)) + 0.5 * self.curvature * np.einsum("tcd,tcd->t", paid, paid)

    def code(self) -> PenaltyCode:
        return PenaltyCode(
            price="lam * (alpha * np.sum(np.abs(@)) + (1 - alpha) / 2 * np.sum(@**2))",
            slope="lam * alpha * np.sign(@) + lam * (1 - alpha) * @",
            each="lam * (alpha * abs(@) + (1 - alpha) / 2 * @ ** 2)",
            curvature="lam * (1 - alpha)",
            l1="lam * alpha",
        )
