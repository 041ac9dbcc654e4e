"""The learning rate as it was set."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from app.core.schedules.base import Schedule


@dataclass(frozen=True, kw_only=True)
class Constant(Schedule):
    """The learning rate stays what it is."""

    kind: Literal["constant"] = "constant"

    title: ClassVar[str] = "constant"
    tex: ClassVar[str] = r"\eta"

    def __call__(self, rate: float, t: Any) -> Any:
        return rate

    def code(self) -> str:
        return ""
