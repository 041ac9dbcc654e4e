"""What a member of a registry knows of itself as program text: fragments, which `app.code` puts together.

A line of a fragment is code, then `# comment`, then `§` and the ids of the steps of a pass that it stands for; each
part but the first may be missing. Names are those of the page: X, y, W, b, S, M, mask; a field of the member goes by
its own name, but λ, η, μ and β by theirs (`NAMES`).
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import NamedTuple

NAMES = {"strength": "lam", "learning_rate": "eta", "momentum": "mu", "decay": "beta"}
"""Fields that are called otherwise in code: by the Greek letter that they have in the formulas."""


class LossCode(NamedTuple):
    """A loss from S to the losses and back, in three dialects; `G` is the name of N·∂L/∂S in the first two.

    numpy: `forward` makes `losses` (N,) from S (N, C) and y, `backward` makes G (N, C); `rows` is arange(N).
    numpy-loops: `loops` adds to `losses[i]` and row i of G, from the scores s of point i.
    pytorch: `torch` makes `losses` from S; `rows`, and `rivals`, which is false at the correct class, are there.
    """

    forward: str
    backward: str
    loops: str
    torch: str


class PenaltyCode(NamedTuple):
    """A penalty: `price` of a whole array @ and its `slope`, the price `each` number @, in numpy's words.

    `curvature` is how fast its slope grows and `l1` the weight of its ‖W‖₁, both empty for nothing.
    """

    price: str
    slope: str
    each: str
    curvature: str = ""
    l1: str = ""


class RuleCode(NamedTuple):
    """An optimizer: `start` and `update` for one parameter, called @, with the gradient d@, in numpy's words.

    `before` and `after` stand once an update, ahead of all parameters and behind; `update_of_b` takes the place of
    `update` for the bias where it differs. `torch` makes the same rule of torch.optim, where there is one.
    """

    update: str
    start: str = ""
    before: str = ""
    after: str = ""
    update_of_b: str = ""
    torch: str = ""


MARGINS = "M = S - S[rows, y][:, None] + delta  # margins: how far each rival comes too close § M"
_EACH_RIVAL = """for j in range(C):
    if j == y[i]:
        continue  # the correct class is no rival of its own
    m = s[j] - s[y[i]] + delta  # margin: how far this rival comes too close § M"""


def flush(fragment: str) -> str:
    """A fragment without the indentation of the file it stands in, if it begins on a line of its own."""
    return inspect.cleandoc(fragment) if fragment.startswith("\n") else fragment


def each_rival(body: str) -> str:
    """A loop over the rivals of point i; `body` has the margin m."""
    return "\n    ".join([_EACH_RIVAL, *flush(body).splitlines()])


def above(name: str, kink: float, tolerance: float) -> str:
    """𝟙(name > 0) on arrays, with the slope that is chosen at the kink."""
    if kink in (0.0, 1.0):
        return f"({name} {_strict(kink, tolerance)})"
    return f"np.where(np.abs({name}) <= {_zero(tolerance)}, kink, {name} > {_zero(tolerance)})"


def each_above(name: str, kink: float, tolerance: float) -> str:
    """The same of one number."""
    if kink in (0.0, 1.0):
        return f"float({name} {_strict(kink, tolerance)})"
    return f"kink if abs({name}) <= {_zero(tolerance)} else float({name} > {_zero(tolerance)})"


def relu(name: str, kink: float) -> str:
    """max(0, name) for autograd: `relu` has the slope 0 at zero, `clamp` has 1."""
    left, right = f"torch.relu({name})", f"{name}.clamp(min=0)"
    return {0.0: left, 1.0: right}.get(kink, f"((1 - kink) * {left} + kink * {right})")


def corners(kink: float, tolerance: float, name: str, piece: Callable[[str, str, str, str], str]) -> str:
    """A slope in pieces, `piece(v, >, <, ≤)`: at a corner that of the left, of the right, or between the two."""
    v, w = (f"({name} - tolerance)", f"({name} + tolerance)") if tolerance else (name, name)
    left, right = piece(v, ">", "<", "<="), piece(w, ">=", "<=", "<")
    return {0.0: left, 1.0: right}.get(kink, f"(1 - kink) * ({left}) + kink * ({right})")


def choice(kink: float, name: str, piece: Callable[[str, str, str], str], comment: str) -> str:
    """The same for autograd, as lines that make `name`: `piece(>, <, ≤)` has one value whatever side it takes."""
    left, right = piece(">", "<", "<="), piece(">=", "<=", "<")
    if kink in (0.0, 1.0):
        return f"{name} = {right if kink else left}{comment}"
    sides = f"left = {left}{comment}\nright = {right}  # the same, with the slope of the other side at a corner"
    return f"{sides}\n{name} = (1 - kink) * left + kink * right"


def _strict(kink: float, tolerance: float) -> str:
    return f">= {'-tolerance' if tolerance else 0}" if kink else f"> {_zero(tolerance)}"


def _zero(tolerance: float) -> str:
    return "tolerance" if tolerance else "0"
