"""A learning rate that falls along half a wave of the cosine (Loshchilov and Hutter, 2017, without restarts)."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from app.core import ops
from app.core.knob import Knob
from app.core.schedules.base import Schedule
from app.core.tape.tape import step
from app.core.text import tr


@dataclass(frozen=True, kw_only=True)
class Cosine(Schedule):
    """The learning rate follows half a wave of the cosine, from its first value to its last, and stays there."""

    kind: Literal["cosine"] = "cosine"
    period: Annotated[int, Knob("iterations of the fall T", symbol="T", min=1, max=1000, step=1)] = 200
    floor: Annotated[float, Knob("last share f", symbol="f", min=0.0, max=1.0, step=0.01)] = 0.0

    title: ClassVar[str] = "cosine"
    tex: ClassVar[str] = r"\eta_0\left(f + (1 - f)\,\tfrac{1}{2}\left(1 + \cos\frac{\pi\,\min(t, T)}{T}\right)\right)"

    def __call__(self, rate: float, t: Any) -> Any:
        return step(
            "eta",
            tr("q.learning_rate", "learning rate"),
            ops.half_wave(rate, t, self.period, self.floor),
            symbol="η",
            tex=r"\eta",
        )

    def code(self) -> str:
        wave = f"0.5 * (1 + math.cos(math.pi * min(t, {self.period}) / {self.period}))"
        return f"({self.floor} + {1.0 - self.floor} * {wave})" if self.floor else wave
