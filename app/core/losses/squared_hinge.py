"""The squared hinge loss of the binary support vector machine."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.code_fragments import LossCode
from app.core.losses.base import BinaryLoss
from app.core.losses.knobs import DELTA
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array


@dataclass(frozen=True, kw_only=True)
class SquaredHinge(BinaryLoss):
    """As the hinge, squared: what is missing pulls in proportion, and there is no kink."""

    kind: Literal["squared_hinge"] = "squared_hinge"
    delta: Annotated[float, DELTA] = 1.0

    name: ClassVar[str] = "Squared hinge"
    tex: ClassVar[str] = r"\max(0,\; \Delta - t s)^2, \quad t = \pm 1"
    has_margins: ClassVar[bool] = True

    def __call__(self, S: V, y: Any) -> V:
        h = step("h", tr("q.hinge", "hinge"), ops.relu(0.0, 0.0, squared=True)(self.shortfall(S, y)))
        return step("l", tr("q.loss_per_point", "loss per point"), ops.square(h), symbol="ℓ", tex=r"\ell")

    def cost(self, u: Array) -> tuple[Array, Array]:
        h = np.maximum(u, 0.0)
        return h * h, 2.0 * h

    def pieces(self, M: Array, slopes: Array) -> Array:
        return np.zeros_like(M)  # a square has no kink

    def code(self) -> LossCode:
        return self.coded(
            forward="""
            h = np.maximum(u, 0)  # hinge: only broken margins cost anything § h
            losses = h**2  # loss of each point § l
            """,
            backward="du = 2 * h  # the slope of the square: 0 where no margin is broken § dL dl dh du",
            loops="""
            h = max(0, u)  # hinge: only a broken margin costs anything § h
            losses[i] = h**2  # loss of the point § l
            du = 2 * h  # the slope of the square § dL dl dh du
            """,
            torch="""
            h = torch.relu(u)  # hinge: only broken margins cost anything § h
            losses = h**2  # loss of each point § l
            """,
        )
