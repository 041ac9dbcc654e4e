"""Accelerated proximal gradient descent (Nesterov, 1983; Beck and Teboulle, 2009; t/(t+3) as in Tseng, 2008)."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from app.core import ops
from app.core.code_fragments import PenaltyCode, RuleCode, flush
from app.core.optimizers.base import Iteration, Memory, Optimizer
from app.core.optimizers.knobs import RATE
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array

POINT = Memory("u", tr("q.proximal_point", "proximal point"), "U_@", "U_{@}")


@dataclass(frozen=True, kw_only=True)
class AcceleratedProximal(Optimizer):
    """The smooth part goes downhill, the L1 part cuts small weights to zero, and the next slope is taken further on."""

    kind: Literal["apg"] = "apg"
    learning_rate: Annotated[float, RATE] = 0.1

    title: ClassVar[str] = "Accelerated proximal gradient"
    tex: ClassVar[str] = (
        r"U \leftarrow \operatorname{prox}_{\eta\lambda_1\lVert\cdot\rVert_1}"
        r"\left(W - \eta\,\frac{\partial f}{\partial W}\right), \quad "
        r"W \leftarrow U + \frac{t}{t+3}\left(U - U_\text{old}\right)"
    )
    memory: ClassVar = (POINT,)

    def start(self, parameter: Array) -> tuple[Array, ...]:
        return (parameter,)

    def update(self, parameter: V, gradient: V, memory: tuple[V, ...], now: Iteration) -> tuple[V, tuple[V, ...]]:
        # The weights of the run are those at which the slope is taken, as everywhere; U is the iterate of the papers.
        new = POINT.becomes(self._proximal(parameter, gradient, now))
        return ops.run_up(new, memory[0], now.t), (new,)

    def _proximal(self, parameter: V, gradient: V, now: Iteration) -> V:
        if now.l1 is None:
            return ops.descend(parameter, gradient, now.rate)
        smooth = ops.without_l1(gradient, parameter, now.l1)
        step(
            "smooth",
            tr("q.slope_of_the_smooth_part", "slope of the smooth part"),
            smooth,
            symbol="∂f/∂@",
            tex=r"\partial f/\partial @",
        )
        moved = ops.descend(parameter, smooth, now.rate)
        step("moved", tr("q.gradient_step", "gradient step"), moved, symbol="@′", tex="@'")
        return ops.soft_threshold(moved, now.rate, now.l1)

    def code(self, penalty: PenaltyCode, penalize_bias: bool) -> RuleCode:
        plain = "new = @ - eta * d@  # gradient step § @_u_next"
        proximal = f"""
        smooth = d@ - {penalty.l1} * np.sign(@)  # slope of the smooth part alone § @_smooth
        moved = @ - eta * smooth  # gradient step § @_moved
        new = np.sign(moved) * np.clip(np.abs(moved) - eta * {penalty.l1}, 0, None)  # soft threshold § @_u_next
        """
        ahead = """
        @ = new + t / (t + 3) * (new - U_@)  # further on, the way the last two points lead § @_u @_next
        U_@ = new
        """
        of_W, of_b = (
            f"{flush(proximal if penalty.l1 and paid else plain)}\n{flush(ahead)}" for paid in (True, penalize_bias)
        )
        return RuleCode(of_W, start="U_@ = @  # proximal point", update_of_b=of_b)
