"""Mistakes in the scores and in the loss: the bias, the kink, Δ, another loss."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from app.core.diagnose.mistake import Mistake
from app.core.diagnose.mistakes.rules import has_knob
from app.core.losses import LOSSES, Loss
from app.core.problem import Problem

DELTAS = (0.01, 0.1, 0.2, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0)  # besides 0: those one meets in the field


def _changed(loss: Loss, name: str, values: tuple[float, ...]) -> list[tuple[float, Loss]]:
    if not has_knob(loss, name):
        return []
    there = getattr(loss, name)
    return [(value, replace(loss, **{name: value})) for value in values if value != there]  # type: ignore[type-var]


def _no_delta(problem: Problem) -> Iterator[tuple[str, Loss]]:
    yield from (("", loss) for _, loss in _changed(problem.loss, "delta", (0.0,)))


def _other_delta(problem: Problem) -> Iterator[tuple[str, Loss]]:
    yield from ((f"Δ = {value:g}", loss) for value, loss in _changed(problem.loss, "delta", DELTAS))


def _other_kink(problem: Problem) -> Iterator[tuple[str, Loss]]:
    signs = {0.0: "> 0", 0.5: "half of it at 0", 1.0: "≥ 0"}
    yield from ((signs[value], loss) for value, loss in _changed(problem.loss, "kink", (1.0, 0.0, 0.5)))


def _other_loss(problem: Problem) -> Iterator[tuple[str, Loss]]:
    """Every other loss that fits these scores, with the same Δ and kink where it has them."""
    mine = {field.name: getattr(problem.loss, field.name) for field in fields(problem.loss)}  # type: ignore[arg-type]
    for other in LOSSES:
        names = {field.name for field in fields(other)} - {"kind"}  # type: ignore[arg-type]
        if other is not type(problem.loss) and other.binary == problem.loss.binary:
            yield other.title, other(**{name: mine[name] for name in names & mine.keys()})


def _bias_in_scores(problem: Problem) -> Iterator[tuple[str, Any]]:
    if problem.bias:
        yield "left out", lambda problem: (problem.X @ problem.W).T.copy()
        yield "subtracted", lambda problem: (problem.X @ problem.W - problem.b).T.copy()


SCORES = (
    Mistake(
        "score_bias", "scores", "bias not added to the scores",
        "The scores are XW + b; here b is missing or has the other sign, and other margins are broken.",
        "S = X @ W", "S = X @ W + b", _bias_in_scores,
    ),
)  # fmt: skip

LOSS = (
    Mistake(
        "other_kink", "loss", "≥ for >", "Margins of exactly 0 are treated in another way than the problem says.",
        "mask = (margins >= 0)", "mask = (margins > 0)", _other_kink,
    ),
    Mistake(
        "no_delta", "loss", "Δ = 0", "The margin Δ is missing: only points on the wrong side count.",
        "margins = S - s_y", "margins = S - s_y + delta", _no_delta,
    ),
    Mistake(
        "other_delta", "loss", "another Δ", "The margins were computed with another Δ than the problem's.",
        "margins = S - s_y + 1.0", "margins = S - s_y + delta", _other_delta, cost=1.2,
    ),
    Mistake(
        "other_loss", "loss", "another loss", "This is the gradient of another loss.",
        "loss = other_loss(S, y)", "loss = this_loss(S, y)", _other_loss, cost=1.1,
    ),
)  # fmt: skip
