"""The logistic loss of two classes."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from app.core import ops
from app.core.code_fragments import LossCode
from app.core.losses.base import BinaryLoss
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array


@dataclass(frozen=True, kw_only=True)
class Logistic(BinaryLoss):
    """The score becomes the probability of class 1; a point pays the surprise at its class: little if right."""

    kind: Literal["logistic"] = "logistic"

    name: ClassVar[str] = "Logistic"
    tex: ClassVar[str] = r"\log(1 + e^{-t s}), \quad t = \pm 1"
    has_margins: ClassVar[bool] = False
    delta: ClassVar[float] = 0.0  # type: ignore[misc]  # u = −t·s

    def __call__(self, S: V, y: Any) -> V:
        z = step(
            "z",
            tr("q.signed_scores", "signed scores"),
            ops.signed_score(S, step("t", tr("q.signs", "signs"), ops.signs(y))),
        )
        return step("l", tr("q.loss_per_point", "loss per point"), ops.logistic(z), symbol="ℓ", tex=r"\ell")

    def cost(self, u: Array) -> tuple[Array, Array]:
        return ops.softplus_and_slope(u)

    def code(self) -> LossCode:
        return LossCode(
            forward="""
            t = 2 * y - 1  # signs: −1 and +1 § t
            z = t * S[:, 0]  # signed scores: above 0 on the point's own side § z
            losses = np.logaddexp(0, -z)  # log(1 + e^−z), the surprise at the point's class § l
            """,
            backward="""
            dz = -np.exp(-np.logaddexp(0, z))  # −1 / (1 + e^z), without overflow § dL dl dz
            G = (t * dz)[:, None]  # N·∂L/∂S § dS
            """,
            loops="""
            t = 2 * y[i] - 1  # sign: −1 or +1 § t
            z = t * s[0]  # signed score: above 0 on the point's own side § z
            losses[i] = np.logaddexp(0, -z)  # log(1 + e^−z), the surprise at the point's class § l
            dz = -np.exp(-np.logaddexp(0, z))  # −1 / (1 + e^z), without overflow § dL dl dz
            G[i, 0] = t * dz  # N·∂L/∂S § dS
            """,
            torch="""
            t = 2 * y - 1  # signs: −1 and +1 § t
            z = t * S[:, 0]  # signed scores: above 0 on the point's own side § z
            losses = torch.logaddexp(torch.zeros_like(z), -z)  # log(1 + e^−z) § l
            """,
        )
