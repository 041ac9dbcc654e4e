"""A learning rate that falls as 1/t."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from app.core import ops
from app.core.knob import Knob
from app.core.schedules.base import Schedule
from app.core.tape.tape import step
from app.core.text import tr


@dataclass(frozen=True, kw_only=True)
class InverseTime(Schedule):
    """The learning rate falls as 1/t: slowly enough to get anywhere, fast enough to come to rest."""

    kind: Literal["inverse_time"] = "inverse_time"
    decay: Annotated[float, Knob("speed of the fall k", symbol="k", min=0.0, max=10.0, step=0.001, scale="log")] = 0.05

    title: ClassVar[str] = "1/t"
    tex: ClassVar[str] = r"\frac{\eta_0}{1 + k\,t}"

    def __call__(self, rate: float, t: Any) -> Any:
        return step(
            "eta", tr("q.learning_rate", "learning rate"), ops.harmonic(rate, t, self.decay), symbol="η", tex=r"\eta"
        )

    def code(self) -> str:
        return f"1 / (1 + {self.decay} * t)"
