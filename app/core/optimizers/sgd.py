"""Gradient descent, on all points or on a batch of them."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from app.core.knob import Knob
from app.core.ops import descend
from app.core.optimizers.base import Optimizer
from app.core.tape import V


@dataclass(frozen=True, kw_only=True)
class SGD(Optimizer):
    """One step straight downhill, as long as the slope times the learning rate."""

    kind: Literal["sgd"] = "sgd"
    learning_rate: Annotated[float, Knob("learning rate η", min=0.0001, max=100.0, step=0.0001, scale="log")] = 0.1

    title: ClassVar[str] = "SGD"
    tex: ClassVar[str] = r"W \leftarrow W - \eta\,\frac{\partial L}{\partial W}"

    def update(self, parameter: V, gradient: V, state: Any) -> tuple[V, Any]:
        return descend(parameter, gradient, self.learning_rate), state
