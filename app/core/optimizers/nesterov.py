"""Gradient descent with the momentum of Nesterov (1983); as in torch.optim."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from app.core import ops
from app.core.code_fragments import PenaltyCode, RuleCode
from app.core.optimizers.base import Iteration, Optimizer
from app.core.optimizers.knobs import MOMENTUM, RATE
from app.core.optimizers.momentum import VELOCITY
from app.core.tape.tape import V, step
from app.core.text import tr


@dataclass(frozen=True, kw_only=True)
class Nesterov(Optimizer):
    """Momentum that looks ahead: it goes by the velocity as it will be one update later, and so brakes in time."""

    kind: Literal["nesterov"] = "nesterov"
    learning_rate: Annotated[float, RATE] = 0.05
    momentum: Annotated[float, MOMENTUM] = 0.9

    title: ClassVar[str] = "Nesterov"
    tex: ClassVar[str] = (
        r"V \leftarrow \mu V + \frac{\partial L}{\partial W}, \quad "
        r"W \leftarrow W - \eta\left(\frac{\partial L}{\partial W} + \mu V\right)"
    )
    memory: ClassVar = (VELOCITY,)

    def update(self, parameter: V, gradient: V, memory: tuple[V, ...], now: Iteration) -> tuple[V, tuple[V, ...]]:
        velocity = VELOCITY.becomes(ops.gather(memory[0], gradient, self.momentum))
        ahead = step(
            "ahead", tr("q.velocity_ahead", "velocity ahead"), ops.look_ahead(velocity, gradient, self.momentum),
            symbol="Ṽ_@", tex=r"\tilde{V}_{@}",
        )  # fmt: skip
        return ops.descend(parameter, ahead, now.rate), (velocity,)

    def code(self, penalty: PenaltyCode, penalize_bias: bool) -> RuleCode:
        nesterov = "momentum=mu, nesterov=True" if self.momentum else "momentum=mu"  # torch.optim refuses 0 with it
        return RuleCode(
            start="V_@ = np.zeros_like(@)  # velocity",
            update="""
            V_@ = mu * V_@ + d@  # velocity: most of the old one and the new slope § @_v @_v_next
            @ = @ - eta * (d@ + mu * V_@)  # downhill by the velocity one update ahead § @_ahead @_next
            """,
            torch=f"torch.optim.SGD([W, b], lr=eta, {nesterov})",
        )
