"""What every schedule is: a rule from the learning rate that was set and the iteration to the one that is used."""

from __future__ import annotations

from typing import Any, ClassVar


class Schedule:
    """The learning rate over the iterations."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    kind: str
    title: ClassVar[str]
    tex: ClassVar[str]

    def __call__(self, rate: float, t: Any) -> Any:
        """The learning rate of iteration t = 0, 1, … from the one set. On a node `t` the step is recorded."""
        raise NotImplementedError

    def code(self) -> str | None:
        """What the learning rate is multiplied by in iteration t, as an expression in Python; None for none of it."""
        return None
