"""Gradient descent with momentum, also called the heavy ball (Polyak, 1964); as in torch.optim."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from app.core import ops
from app.core.code_fragments import PenaltyCode, RuleCode
from app.core.optimizers.base import Iteration, Memory, Optimizer
from app.core.optimizers.knobs import MOMENTUM, RATE
from app.core.tape.tape import V
from app.core.text import tr

VELOCITY = Memory("v", tr("q.velocity", "velocity"), "V_@", "V_{@}")


@dataclass(frozen=True, kw_only=True)
class Momentum(Optimizer):
    """A heavy ball: it keeps most of its velocity, so steps that agree add up and swings cancel."""

    kind: Literal["momentum"] = "momentum"
    learning_rate: Annotated[float, RATE] = 0.05
    momentum: Annotated[float, MOMENTUM] = 0.9

    title: ClassVar[str] = "Momentum"
    tex: ClassVar[str] = r"V \leftarrow \mu V + \frac{\partial L}{\partial W}, \quad W \leftarrow W - \eta V"
    memory: ClassVar = (VELOCITY,)

    def update(self, parameter: V, gradient: V, memory: tuple[V, ...], now: Iteration) -> tuple[V, tuple[V, ...]]:
        velocity = VELOCITY.becomes(ops.gather(memory[0], gradient, self.momentum))
        return ops.descend(parameter, velocity, now.rate), (velocity,)

    def code(self, penalty: PenaltyCode, penalize_bias: bool) -> RuleCode:
        return RuleCode(
            start="V_@ = np.zeros_like(@)  # velocity",
            update="""
            V_@ = mu * V_@ + d@  # velocity: most of the old one and the new slope § @_v @_v_next
            @ = @ - eta * V_@  # downhill by the velocity § @_next
            """,
            torch="torch.optim.SGD([W, b], lr=eta, momentum=mu)",
        )
