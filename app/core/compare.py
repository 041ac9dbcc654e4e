"""Variants of one problem, to be run side by side from the same start."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, get_type_hints

import numpy as np

from app.core.knob import Choice, Knob, marks
from app.core.losses import Loss
from app.core.plane import Viewport
from app.core.problem import Problem
from app.core.types import Array

MOST = 4
"""Variants of one comparison: more lines than these are not told apart."""

UNCHANGED = "Unchanged"
ALWAYS = "learning_rate"  # never left out of a name: two rules are hardly ever compared at the same one


def variant(problem: Problem, stated: Mapping[str, Any]) -> Problem:
    """The problem with other members (`stated`: field → member), on the same points from the same start.

    Between a loss of many classes and one of two the weights change their shape and keep the decision line: w is
    w₁ − w₀ (D, 1), or the columns are −w/2 and w/2 (D, 2), and so with b. The caller has asked `refusal` before.
    """
    loss = stated.get("loss", problem.loss)
    W, b = (_shaped(weights, problem.loss, loss) for weights in (problem.W, problem.b))
    return replace(problem, W=W, b=b, **stated)


def refusal(problem: Problem, loss: Loss) -> str | None:
    """Why this loss cannot take the problem's points and start, and what to do; None where it can."""
    if not loss.binary or problem.classes == 2:
        return None
    return (
        f"The loss {loss.kind} tells two classes apart, and this problem has {problem.classes}; "
        "compare losses for any number of classes, or send a problem of two classes."
    )


def _shaped(weights: Array, old: Loss, new: Loss) -> Array:
    if old.binary == new.binary:
        return weights
    return weights[..., 1:] - weights[..., :1] if new.binary else weights * np.array([-0.5, 0.5])


def name_of(problem: Problem, stated: Mapping[str, Any]) -> str:
    """What a variant is called: its other members, each with the knobs that differ from the problem's or the usual."""
    parts = [_named(field, member, getattr(problem, field)) for field, member in stated.items()]
    name = " · ".join(parts) or UNCHANGED
    return name[0].upper() + name[1:]


def _named(field: str, member: Any, usual: Any) -> str:
    title = f"{field} {member.title}" if field in ("penalty", "schedule") else member.title
    hints = get_type_hints(type(member), include_extras=True)
    knobs = [(knob, each.name, each.default) for each in fields(member) for knob in marks(hints[each.name])]
    said = [
        _said(knob, getattr(member, name))
        for knob, name, default in knobs
        if name == ALWAYS or getattr(member, name) != getattr(usual, name, default)
    ]
    return ", ".join([title, *said])


def _said(knob: Knob | Choice, value: Any) -> str:
    label = knob.symbol if isinstance(knob, Knob) and knob.symbol else knob.label
    text = next(text for each, text in knob.options if each == value) if isinstance(knob, Choice) else _number(value)
    return f"{label} {text}"


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:g}"


def comparable(problems: Sequence[Problem]) -> bool:
    """Do all minimise the same, so that their totals are in one unit?"""
    first = problems[0]
    return all(each.loss == first.loss and each.penalty == first.penalty for each in problems)


def shared_view(problem: Problem, weights: Sequence[Array], view: Viewport) -> Viewport:
    """One window and one length of arrows for all variants: those of the start; `weights` (T, 2, C) for each of them.

    Where the start is all zeros the longest column of any variant has the standard length.
    """
    longest = float(np.hypot(*problem.W).max()) or max(float(np.hypot(W[:, 0], W[:, 1]).max()) for W in weights)
    return Viewport(view.box, view.unit or longest or None)
