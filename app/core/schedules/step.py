"""A learning rate that falls in steps."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from app.core import ops
from app.core.knob import Knob
from app.core.schedules.base import Schedule
from app.core.tape.tape import step
from app.core.text import tr


@dataclass(frozen=True, kw_only=True)
class StepDecay(Schedule):
    """The learning rate drops to a share of itself every few iterations: coarse steps first, then fine ones."""

    kind: Literal["step"] = "step"
    factor: Annotated[float, Knob("share q at each drop", symbol="q", min=0.01, max=1.0, step=0.01)] = 0.5
    every: Annotated[int, Knob("iterations between drops T", symbol="T", min=1, max=1000, step=1)] = 50

    title: ClassVar[str] = "step"
    tex: ClassVar[str] = r"\eta_0\, q^{\lfloor t/T \rfloor}"

    def __call__(self, rate: float, t: Any) -> Any:
        return step(
            "eta",
            tr("q.learning_rate", "learning rate"),
            ops.staircase(rate, t, self.factor, self.every),
            symbol="η",
            tex=r"\eta",
        )

    def code(self) -> str:
        return f"{self.factor} ** (t // {self.every})"
