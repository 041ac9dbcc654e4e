"""What every optimizer is: a rule from a parameter, its gradient and a memory to the next of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from app.core.code_fragments import PenaltyCode, RuleCode
from app.core.penalties import Penalty
from app.core.schedules import Schedule
from app.core.tape.tape import V, step
from app.core.types import Array


@dataclass(frozen=True, slots=True)
class Memory:
    """Something that is kept for every parameter from one update to the next.

    `id`, `title`, `symbol` and `tex` name it; `@` in them is the name of the parameter, W or b. What an update makes
    of it is the step `<id>_next`.
    """

    id: str
    title: str
    symbol: str
    tex: str

    def becomes(self, value: V) -> V:
        """Name what an update makes of it."""
        return step(f"{self.id}_next", self.title, value, symbol=self.symbol, tex=self.tex)


class Iteration(NamedTuple):
    """What a rule may know of the moment: `t` updates were made before, `rate` is the learning rate of this one.

    `l1` is the weight of |w| in the penalty for each number of the parameter, or None where there is none.
    """

    t: int
    rate: Any
    penalty: Penalty
    l1: Any


class Optimizer:
    """The rule of the update, and whatever it remembers from one update to the next."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    kind: str
    title: ClassVar[str]
    tex: ClassVar[str]
    memory: ClassVar[tuple[Memory, ...]] = ()
    learning_rate: float

    def refusal(self, penalty: Penalty) -> str | None:
        """Why this rule has no meaning with that penalty, and what to do; None where it has."""
        return None

    def rate(self, t: Any, schedule: Schedule, penalty: Penalty) -> Any:
        """The learning rate of iteration t = 0, 1, …. On a node `t` the step is recorded, where there is one."""
        return schedule(self.learning_rate, t)

    def start(self, parameter: Array) -> tuple[Array, ...]:
        """What each `memory` is before the first update, shaped like the parameter."""
        return tuple(np.zeros_like(parameter) for _ in self.memory)

    def update(self, parameter: V, gradient: V, memory: tuple[V, ...], now: Iteration) -> tuple[V, tuple[V, ...]]:
        """The next parameter and memory, number by number. On nodes every step is recorded."""
        raise NotImplementedError

    @property
    def confines(self) -> bool:
        """Is there anything that `confine` does?"""
        return False

    def confine(self, W: V, b: V, now: Iteration) -> tuple[V, V]:
        """The new weights (D, C) and bias (C,) brought back to where the rule wants them; if it `confines`."""
        return W, b

    def code(self, penalty: PenaltyCode, penalize_bias: bool) -> RuleCode | None:
        """The rule as program text, with a penalty that has one; None for a rule that has none."""
        return None
