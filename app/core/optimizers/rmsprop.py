"""RMSprop (Tieleman and Hinton, 2012); as in torch.optim."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from app.core import ops
from app.core.code_fragments import PenaltyCode, RuleCode
from app.core.knob import Knob
from app.core.optimizers.base import Iteration, Memory, Optimizer
from app.core.optimizers.knobs import RATE
from app.core.tape.tape import V
from app.core.text import tr

MEAN_SQUARE = ops.running_mean(r"\beta", squared=True)

SQUARE = Memory("q", tr("q.mean_square", "mean square"), "Q_@", "Q_{@}")


@dataclass(frozen=True, kw_only=True)
class RMSprop(Optimizer):
    """Like AdaGrad with a memory that fades: each step is divided by how large the slope has been lately."""

    kind: Literal["rmsprop"] = "rmsprop"
    learning_rate: Annotated[float, RATE] = 0.02
    decay: Annotated[float, Knob("fading β", symbol="β", min=0.0, max=0.999, step=0.001)] = 0.99

    title: ClassVar[str] = "RMSprop"
    tex: ClassVar[str] = (
        r"Q \leftarrow \beta\,Q + (1-\beta)\left(\frac{\partial L}{\partial W}\right)^2, \quad "
        r"W \leftarrow W - \eta\,\frac{\partial L/\partial W}{\sqrt{Q} + \epsilon}"
    )
    memory: ClassVar = (SQUARE,)
    epsilon: ClassVar[float] = 1e-8  # the value of torch.optim; it only keeps the divisor from being zero

    def update(self, parameter: V, gradient: V, memory: tuple[V, ...], now: Iteration) -> tuple[V, tuple[V, ...]]:
        square = SQUARE.becomes(MEAN_SQUARE(memory[0], gradient, self.decay))
        return ops.descend_scaled(parameter, gradient, square, now.rate, self.epsilon), (square,)

    def code(self, penalty: PenaltyCode, penalize_bias: bool) -> RuleCode:
        return RuleCode(
            start="Q_@ = np.zeros_like(@)  # mean square",
            update="""
            Q_@ = beta * Q_@ + (1 - beta) * d@**2  # mean square of the slopes, fading § @_q @_q_next
            @ = @ - eta * d@ / (np.sqrt(Q_@) + 1e-8)  # a learning rate for every weight § @_next
            """,
            torch="torch.optim.RMSprop([W, b], lr=eta, alpha=beta, eps=1e-8)",
        )
