"""AdaGrad (Duchi, Hazan and Singer, 2011); as in torch.optim."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from app.core import ops
from app.core.code_fragments import PenaltyCode, RuleCode
from app.core.optimizers.base import Iteration, Memory, Optimizer
from app.core.optimizers.knobs import RATE
from app.core.tape.tape import V
from app.core.text import tr

TOTAL = Memory("q", tr("q.sum_of_squares", "sum of squares"), "Q_@", "Q_{@}")


@dataclass(frozen=True, kw_only=True)
class AdaGrad(Optimizer):
    """A learning rate for every weight: the more its slopes have added up to, the smaller its steps."""

    kind: Literal["adagrad"] = "adagrad"
    learning_rate: Annotated[float, RATE] = 0.2

    title: ClassVar[str] = "AdaGrad"
    tex: ClassVar[str] = (
        r"Q \leftarrow Q + \left(\frac{\partial L}{\partial W}\right)^2, \quad "
        r"W \leftarrow W - \eta\,\frac{\partial L/\partial W}{\sqrt{Q} + \epsilon}"
    )
    memory: ClassVar = (TOTAL,)
    epsilon: ClassVar[float] = 1e-10  # the value of torch.optim; it only keeps the divisor from being zero

    def update(self, parameter: V, gradient: V, memory: tuple[V, ...], now: Iteration) -> tuple[V, tuple[V, ...]]:
        total = TOTAL.becomes(ops.add_square(memory[0], gradient))
        return ops.descend_scaled(parameter, gradient, total, now.rate, self.epsilon), (total,)

    def code(self, penalty: PenaltyCode, penalize_bias: bool) -> RuleCode:
        return RuleCode(
            start="Q_@ = np.zeros_like(@)  # sum of squares",
            update="""
            Q_@ = Q_@ + d@**2  # sum of the squares of all slopes so far § @_q @_q_next
            @ = @ - eta * d@ / (np.sqrt(Q_@) + 1e-10)  # a learning rate for every weight § @_next
            """,
            torch="torch.optim.Adagrad([W, b], lr=eta, eps=1e-10)",
        )
