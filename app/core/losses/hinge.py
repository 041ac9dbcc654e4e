"""The hinge loss of the binary support vector machine."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.code_fragments import LossCode, above, each_above, relu
from app.core.losses.base import BinaryLoss
from app.core.losses.knobs import DELTA, KINK, TOLERANCE
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array


@dataclass(frozen=True, kw_only=True)
class Hinge(BinaryLoss):
    """One line for two classes: every point must be on its own side of it by at least Δ, or pays what is missing."""

    kind: Literal["hinge"] = "hinge"
    delta: Annotated[float, DELTA] = 1.0
    kink: Annotated[float, KINK] = 0.0
    tolerance: Annotated[float, TOLERANCE] = 0.0

    name: ClassVar[str] = "Hinge"
    tex: ClassVar[str] = r"\max(0,\; \Delta - t s), \quad t = \pm 1"
    has_margins: ClassVar[bool] = True
    slack: ClassVar[bool] = True

    def __call__(self, S: V, y: Any) -> V:
        u = self.shortfall(S, y)
        return step(
            "l",
            tr("q.loss_per_point", "loss per point"),
            ops.relu(self.kink, self.tolerance)(u),
            symbol="ℓ",
            tex=r"\ell",
        )

    def cost(self, u: Array) -> tuple[Array, Array]:
        return np.maximum(u, 0.0), ops.indicator(u, self.kink, self.tolerance)

    def code(self) -> LossCode:
        kink = self.kink, self.tolerance
        return self.coded(
            forward="losses = np.maximum(u, 0)  # loss of each point: only broken margins cost anything § l",
            backward=f"du = {above('u', *kink)}  # indicator: 1 where a margin is broken § dL dl du",
            loops=f"""
            losses[i] = max(0, u)  # loss of the point: only a broken margin costs anything § l
            du = {each_above("u", *kink)}  # indicator: 1 where the margin is broken § dL dl du
            """,
            torch=f"losses = {relu('u', self.kink)}  # loss of each point: only broken margins cost anything § l",
        )
