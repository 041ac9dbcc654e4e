"""Averaged stochastic gradient descent (Ruppert, 1988; Polyak and Juditsky, 1992)."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from app.core import ops
from app.core.code_fragments import PenaltyCode, RuleCode
from app.core.optimizers.base import Iteration, Memory, Optimizer
from app.core.optimizers.knobs import RATE
from app.core.tape.tape import V
from app.core.text import tr
from app.core.types import Array

AVERAGE = Memory("mean", tr("q.average", "average"), "@\u0304", r"\overline{@}")


@dataclass(frozen=True, kw_only=True)
class AveragedSGD(Optimizer):
    """SGD that also keeps the average of its weights. The plane shows the last weights, the board the average too."""

    kind: Literal["averaged_sgd"] = "averaged_sgd"
    learning_rate: Annotated[float, RATE] = 0.1

    title: ClassVar[str] = "Averaged SGD"
    tex: ClassVar[str] = (
        r"W \leftarrow W - \eta\,\frac{\partial L}{\partial W}, \quad "
        r"\overline{W} \leftarrow \overline{W} + \frac{W - \overline{W}}{t+1}"
    )
    memory: ClassVar = (AVERAGE,)

    def start(self, parameter: Array) -> tuple[Array, ...]:
        return (parameter,)

    def update(self, parameter: V, gradient: V, memory: tuple[V, ...], now: Iteration) -> tuple[V, tuple[V, ...]]:
        new = ops.descend(parameter, gradient, now.rate)
        return new, (AVERAGE.becomes(ops.average(memory[0], new, now.t)),)

    def code(self, penalty: PenaltyCode, penalize_bias: bool) -> RuleCode:
        return RuleCode(
            start="mean_@ = @  # average",
            update="""
            @ = @ - eta * d@  # straight downhill § @_next
            mean_@ = mean_@ + (@ - mean_@) / (t + 1)  # average of all so far § @_mean @_mean_next
            """,
        )
