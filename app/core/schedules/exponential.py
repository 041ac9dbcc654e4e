"""A learning rate that falls by the same share every iteration."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from app.core import ops
from app.core.knob import Knob
from app.core.schedules.base import Schedule
from app.core.tape.tape import step
from app.core.text import tr


@dataclass(frozen=True, kw_only=True)
class Exponential(Schedule):
    """Every iteration the learning rate falls by the same share, soon to almost nothing."""

    kind: Literal["exponential"] = "exponential"
    ratio: Annotated[float, Knob("share q each iteration", symbol="q", min=0.5, max=1.0, step=0.001)] = 0.99

    title: ClassVar[str] = "exponential"
    tex: ClassVar[str] = r"\eta_0\, q^{t}"

    def __call__(self, rate: float, t: Any) -> Any:
        return step(
            "eta", tr("q.learning_rate", "learning rate"), ops.geometric(rate, t, self.ratio), symbol="η", tex=r"\eta"
        )

    def code(self) -> str:
        return f"{self.ratio} ** t"
