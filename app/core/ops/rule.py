"""Operations that only move forward, those of updates and learning rates: no gradient flows back through them."""

from collections.abc import Callable
from typing import Any

from app.core.tape import Formula, Op


def rule(tex: str, sentence: str, forward: Callable[..., Any], cell: Callable[..., Formula]) -> Op:
    """An operation without a way back."""
    return Op(tex, sentence, forward, cell, ())
