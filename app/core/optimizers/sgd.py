"""Gradient descent, on all points or on a batch of them."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from app.core import ops
from app.core.code_fragments import PenaltyCode, RuleCode
from app.core.optimizers.base import Iteration, Optimizer
from app.core.optimizers.knobs import RATE
from app.core.tape.tape import V


@dataclass(frozen=True, kw_only=True)
class SGD(Optimizer):
    """One step straight downhill, as long as the slope times the learning rate."""

    kind: Literal["sgd"] = "sgd"
    learning_rate: Annotated[float, RATE] = 0.1

    title: ClassVar[str] = "SGD"
    tex: ClassVar[str] = r"W \leftarrow W - \eta\,\frac{\partial L}{\partial W}"

    def update(self, parameter: V, gradient: V, memory: tuple[V, ...], now: Iteration) -> tuple[V, tuple[V, ...]]:
        return ops.descend(parameter, gradient, now.rate), memory

    def code(self, penalty: PenaltyCode, penalize_bias: bool) -> RuleCode:
        return RuleCode("@ = @ - eta * d@  # straight downhill § @_next", torch="torch.optim.SGD([W, b], lr=eta)")
