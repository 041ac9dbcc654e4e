"""What every loss is: an expression in the operations and, beside it, its slope in closed form."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

import numpy as np

from app.core import ops
from app.core.code_fragments import LossCode, flush
from app.core.tape.tape import V, step
from app.core.text import tr
from app.core.types import Array, Ints


class Loss:
    """The cost of scores for the classes of the points, one number a point."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    kind: str
    name: ClassVar[str]  # as in “hinge loss”; the title, where it is not stated
    title: ClassVar[str]  # as in a list of losses, where those for two classes are marked
    tex: ClassVar[str]
    has_margins: ClassVar[bool]  # are there margins that can be broken, lines to draw at the distance delta?
    binary: ClassVar[bool] = False  # one score column for two classes: s > 0 is class 1
    pairwise: ClassVar[bool] = True  # is a margin between a rival and the correct class, or a column's own affair?
    slack: ClassVar[bool] = False  # is the loss of a point its slack ξ, by how much it misses the margin Δ?
    delta: float

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "name" in vars(cls):
            cls.title = f"{cls.name} (binary)" if cls.binary else cls.name
        elif "title" in vars(cls):
            cls.name = cls.title

    def __call__(self, S: V, y: Any) -> V:
        """Scores (N, C) and classes (N,) to losses (N,). On arrays plain numpy; on nodes every step is recorded."""
        raise NotImplementedError

    def slope(self, scores: Array, own: Ints) -> tuple[Array, Array]:
        """Losses (N,) and ∂ℓ/∂Sᵀ (C, N) from `scores` = Sᵀ, C-contiguous, which is overwritten.

        `own` are the flat places of the correct classes in `scores`, y·N + arange(N). Points run along the last axis so
        that numpy's inner loops are long: with three classes that is three times as fast at N = 50,000.
        """
        raise NotImplementedError

    def margins(self, S: Array, y: Ints) -> Array | None:
        """M (N, C), by how much each margin is broken, or None where the loss has none; `S` may have leading axes."""
        return None

    def hinge(self, M: Array, y: Ints) -> Array | None:
        """H (N, C), or None where the loss does not pay for max(0, M) number by number."""
        return None

    def pieces(self, M: Array, slopes: Array) -> Array:
        """Something that changes exactly where a kink lies between two margins M; `slopes` are N·∂L/∂S there.

        A loss of straight pieces has a slope for each. One that bends has to tell its kinks from its bends.
        """
        return slopes

    def code(self) -> LossCode | None:
        """The loss as program text; None for a loss that has none."""
        return None


class MarginLoss(Loss):
    """A loss of the margins between the rivals of the correct class and it, s_j − s_y + Δ."""

    has_margins: ClassVar[bool] = True

    def margins(self, S: Array, y: Ints) -> Array:
        return ops.margins(S, y, self.delta)

    def broken(self, scores: Array, own: Ints, at_own: float = 0.0) -> Array:
        """`scores` and `own` as in `slope`, to Mᵀ (C, N) in place; `at_own` stands at the class that is no rival."""
        places = scores.ravel()
        scores -= places[own]
        scores += self.delta  # added last, as in `margins`: the same rounding, so the same ties and kinks
        places[own] = at_own
        return scores


class BinaryLoss(Loss):
    """A loss with one score column s for two classes, of the shortfall u = delta − t·s, t = ±1.

    Its steps are its own; in closed form it is its `cost`.
    """

    binary: ClassVar[bool] = True
    pairwise: ClassVar[bool] = False

    def cost(self, u: Array) -> tuple[Array, Array]:
        """ℓ (N,) and ∂ℓ/∂u (N,); `u` may be overwritten."""
        raise NotImplementedError

    def slope(self, scores: Array, own: Ints) -> tuple[Array, Array]:
        # In place: at N = 50,000 fresh memory costs more than what is done in it.
        t = np.where(own < scores.shape[1], -1.0, 1.0)  # y·N + i is past N for class 1 only
        u = scores[0]
        u *= t
        losses, slopes = self.cost(np.subtract(self.delta, u, out=u))
        pulls = slopes * t  # not in place: a loss may be its own slope
        return losses, np.subtract(0.0, pulls, out=pulls)[None]

    def margins(self, S: Array, y: Ints) -> Array | None:
        return self.delta - (2.0 * y - 1.0)[:, None] * S if self.has_margins else None

    def shortfall(self, S: V, y: Any) -> V:
        """The two steps that all of them begin with."""
        t = step("t", tr("q.signs", "signs"), ops.signs(y))
        return step("u", tr("q.margins", "margins"), ops.shortfall(S, t, self.delta))

    def coded(self, forward: str, backward: str, loops: str, torch: str) -> LossCode:
        """Their code between u and `losses`, `du`, with the steps that all of them begin and end with."""
        return LossCode(
            f"{_SHORTFALL}\n{flush(forward)}",
            f"{flush(backward)}\nmask = (-t * du)[:, None]  # mask: −t times the slope § dS",
            f"{_SHORTFALL_OF_ONE}\n{flush(loops)}\nmask[i, 0] = -t * du  # mask: −t times the slope § dS",
            f"{_SHORTFALL}\n{flush(torch)}",
        )


_SHORTFALL = """t = 2 * y - 1  # signs: −1 and +1 § t
u = delta - t * S[:, 0]  # margins: what is missing on the point's own side § u"""
_SHORTFALL_OF_ONE = """t = 2 * y[i] - 1  # sign: −1 or +1 § t
u = delta - t * s[0]  # margin: what is missing on the point's own side § u"""


def over_classes(A: Array) -> Array:
    """Σ over the first axis of A (C, N), as a product with ones: a third of the time of `sum` for so few rows."""
    return _ones(len(A)).dot(A)


@cache
def _ones(n: int) -> Array:
    ones = np.ones(n)
    ones.flags.writeable = False  # everyone gets the same array
    return ones
