"""What every optimizer is: a rule from a parameter, its gradient and a state to the next of each.

It holds no rule itself.
"""

from __future__ import annotations

from typing import Any, ClassVar

from app.core.tape import V
from app.core.types import Array


class Optimizer:
    """The rule of the update, and whatever it remembers from one update to the next."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    kind: str
    title: ClassVar[str]
    tex: ClassVar[str]

    def start(self, parameter: Array) -> Any:
        """The state before the first update; None for a rule without memory."""
        return None

    def update(self, parameter: V, gradient: V, state: Any) -> tuple[V, Any]:
        """The next parameter and state. On nodes every step is recorded; the last one is the new parameter."""
        raise NotImplementedError
