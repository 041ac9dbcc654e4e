"""Operations that only move forward, those of updates and learning rates: no gradient flows back through them."""

from collections.abc import Callable
from typing import Any

from app.core.numeral import MINUS
from app.core.tape import Formula, Op


def rule(tex: str, sentence: str, forward: Callable[..., Any], cell: Callable[..., Formula]) -> Op:
    """An operation without a way back."""
    return Op(tex, sentence, forward, cell, ())


def exact(x: float) -> str:
    """A number that somebody has set, with all its digits: 0.999 must not become 1.00."""
    return f"{float(x):.12g}".replace("e-0", "e-").replace("-", MINUS)
