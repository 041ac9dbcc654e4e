"""The hinge loss over all rivals with its corner rounded off, so that it has a slope everywhere."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

import numpy as np

from app.core import ops
from app.core.code_fragments import MARGINS, LossCode, each_rival
from app.core.knob import Knob
from app.core.losses.base import MarginLoss, over_classes
from app.core.losses.knobs import DELTA
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array, Ints


@dataclass(frozen=True, kw_only=True)
class SmoothHinge(MarginLoss):
    """As Weston–Watkins, but the corner is a parabola of width γ: margins a little broken pull a little."""

    kind: Literal["smooth_hinge"] = "smooth_hinge"
    delta: Annotated[float, DELTA] = 1.0
    gamma: Annotated[float, Knob("corner width γ", symbol="γ", min=0.05, max=5.0, step=0.05)] = 0.5

    title: ClassVar[str] = "Smooth hinge"
    tex: ClassVar[str] = (
        r"\sum_{j \neq y_i} \varphi(s_j - s_{y_i} + \Delta), \quad \varphi(z) = "
        r"0 \text{ if } z \le 0, \; z^2 / (2\gamma) \text{ if } z < \gamma, \text{ else } z - \gamma/2"
    )

    def __call__(self, S: V, y: Any) -> V:
        M = step("M", tr("q.margins", "margins"), ops.weighed_margins(S, y, self.delta))
        F = step(
            "Phi", tr("q.smoothed_hinge", "smoothed hinge"), ops.smooth_hinge(M, y, self.gamma), symbol="Φ", tex=r"\Phi"
        )
        return step("l", tr("q.loss_per_point", "loss per point"), ops.sum_others(F, y), symbol="ℓ", tex=r"\ell")

    def slope(self, scores: Array, own: Ints) -> tuple[Array, Array]:
        costs, G = ops.rounded(self.broken(scores, own), self.gamma)
        G.ravel()[own] = 0.0 - over_classes(G)
        return over_classes(costs), G

    def pieces(self, M: Array, slopes: Array) -> Array:
        return np.zeros_like(M)  # its corner is round: there is no kink

    def code(self) -> LossCode:
        bent = "M.clamp(min=0) ** 2 / (2 * gamma)"
        return LossCode(
            forward=f"""
            {MARGINS}
            M[rows, y] = 0  # the correct class is no rival of its own § M
            Phi = np.where(M < gamma, np.maximum(M, 0) ** 2 / (2 * gamma), M - gamma / 2)  # smoothed hinge § Phi
            losses = Phi.sum(axis=1)  # loss of each point § l
            """,
            backward="""
            mask = np.clip(M / gamma, 0, 1)  # slope: it grows from 0 to 1 over the corner § dL dl dPhi dM
            mask[rows, y] = -mask.sum(axis=1)  # mask: minus their sum at the correct class § dS
            """,
            loops=each_rival("""
            if m < gamma:
                losses[i] += max(0, m) ** 2 / (2 * gamma)  # in the corner: a parabola § Phi l
            else:
                losses[i] += m - gamma / 2  # beyond it: a straight line § Phi l
            slope = min(max(m / gamma, 0), 1)  # it grows from 0 to 1 over the corner § dL dl dPhi dM
            mask[i, j] += slope  # mask: the slope, § dS
            mask[i, y[i]] -= slope  # minus their sum at the correct class § dS
            """),
            torch=f"""
            {MARGINS}
            Phi = rivals * torch.where(M < gamma, {bent}, M - gamma / 2)  # smoothed hinge § Phi
            losses = Phi.sum(dim=1)  # loss of each point § l
            """,
        )
