"""No penalty at all."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from app.core.code_fragments import PenaltyCode
from app.core.penalties.base import Penalty
from app.core.tape.tape import V
from app.core.types import Array


@dataclass(frozen=True, kw_only=True)
class NoPenalty(Penalty):
    """The weights cost nothing: only the data speak."""

    kind: Literal["none"] = "none"

    title: ClassVar[str] = "none"
    tex: ClassVar[str] = "0"
    penalize_bias: ClassVar[bool] = False  # type: ignore[misc]

    def __call__(self, W: V, b: V) -> V | None:
        return None

    def slope(self, theta: Array) -> tuple[float, float]:
        return 0.0, 0.0

    def code(self) -> PenaltyCode:
        return PenaltyCode("", "", "")
