"""Costs made of straight and bent pieces: the pinball, its cuts, its round bottom. It says what is chosen at a corner.

At a corner the slope lies `kink` of the way from the slope on the left to the one on the right: 0 takes the left one,
as the strict > of the hinge does, 1 the right one. Within `tolerance` of a corner counts as on it.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np

from app.core.numeral import factor, numeral
from app.core.tape.tape import Formula, Op, Pull
from app.core.text import Text, sentences, tr
from app.core.types import Array, Cell

Piece = Callable[[Array, Any], Array]


def _at_corners(u: Array, kink: float, tolerance: float, piece: Piece) -> Array:
    """`piece(v, beyond)`: the slope at v, where `beyond(v, c)` says whether v lies to the right of corner c."""
    left = piece(u - tolerance, np.greater)
    return left if not kink else (1.0 - kink) * left + kink * piece(u + tolerance, np.greater_equal)


def pinball_slope(u: Array, tau: float, kink: float, tolerance: float) -> Array:
    """The slope of max(u, −τu): 1 on the right of 0, −τ on the left."""
    return _at_corners(u, kink, tolerance, lambda v, beyond: np.where(beyond(v, 0.0), 1.0, -tau))


def clip_slope(u: Array, a: float, kappa: float, kink: float, tolerance: float) -> Array:
    """The slope of clip(u, −a, κ): 1 between the corners, 0 outside."""
    return _at_corners(u, kink, tolerance, lambda v, beyond: (beyond(v, -a) & ~beyond(v, kappa)).astype(np.float64))


def huber(u: Array, tau: float, width: float) -> Array:
    """The pinball loss whose corner is two parabolas from −width to width, less width / 2 outside."""
    side, size = np.where(u < 0.0, tau, 1.0), np.abs(u)
    return side * np.where(size < width, u * u / (2.0 * width), size - width / 2.0)


def huber_slope(u: Array, tau: float, width: float) -> Array:
    return np.where(u < 0.0, tau, 1.0) * np.clip(u / width, -1.0, 1.0)


_SIDES = {0.0: tr("op.corner.left", "the one on its left"), 1.0: tr("op.corner.right", "the one on its right")}
_BETWEEN = tr("op.corner.between", "between the two beside it")


def _choice(kink: float, tolerance: float) -> Text:
    side = _SIDES.get(kink, _BETWEEN)
    if tolerance:
        return tr(
            "op.corner.wide",
            "The slope within {width} of a corner is a choice, here {side}.",
            width=numeral(tolerance),
            side=side,
        )
    return tr("op.corner", "The slope exactly at a corner is a choice, here {side}.", side=side)


@lru_cache(maxsize=64)
def pinball(kink: float, tolerance: float) -> Op:
    """An op of (u, τ): max(u, −τu)."""

    def cell(at: Cell, part: Array, g: Array, out: Array, u: Array, tau: float) -> Formula:
        return f"{numeral(g[at])}·{factor(float(pinball_slope(u[at], tau, kink, tolerance)))}", [(0, at), ("g", at)]

    return Op(
        r"\max({0},\, -\tau\,{0})",
        tr(
            "op.pinball",
            "A broken margin costs what is missing; one that is more than kept costs τ times what there is too much.",
        ),
        tr("op.pinball.question", "Can a margin be too wide?"),
        ("lengths",),
        lambda u, tau: np.maximum(u, -tau * u),
        lambda at, out, u, tau: (f"max({numeral(u[at])}, −{numeral(tau)}·{factor(u[at])})", [(0, at)]),
        (
            Pull(
                tr("pull.slope_of_the_pinball", "slope of the pinball"),
                r"\left(\mathbb{{1}}({0} > 0) - \tau\,\mathbb{{1}}({0} < 0)\right) \odot {g}",
                sentences(
                    tr(
                        "back.pinball",
                        "Points short of the margin pull with full force, points beyond it push back with the share τ.",
                    ),
                    _choice(kink, tolerance),
                ),
                tr("back.pinball.question", "Can a point push back?"),
                ("ticks",),
                lambda g, out, u, tau: 0.0 + g * pinball_slope(u, tau, kink, tolerance),
                cell,
            ),
            None,
        ),
    )


@lru_cache(maxsize=64)
def clip(kink: float, tolerance: float) -> Op:
    """An op of (u, a, κ): min(max(u, −a), κ); a and κ may be infinite."""

    def forward(at: Cell, out: Array, u: Array, a: float, kappa: float) -> Formula:
        low = numeral(u[at]) if a == np.inf else f"max({numeral(u[at])}, {numeral(-a)})"
        return low if kappa == np.inf else f"min({low}, {numeral(kappa)})", [(0, at)]

    def cell(at: Cell, part: Array, g: Array, out: Array, u: Array, a: float, kappa: float) -> Formula:
        return f"{numeral(g[at])}·{numeral(float(clip_slope(u[at], a, kappa, kink, tolerance)))}", [(0, at), ("g", at)]

    return Op(
        r"\min(\max({0}, -a), \kappa)",
        tr(
            "op.clip",
            "Cut off on both sides: a point far beyond the margin or far short of it pays no more than one at the cut.",
        ),
        tr("op.clip.question", "How far off does a point still count?"),
        ("margins",),
        lambda u, a, kappa: np.clip(u, -a, kappa),
        forward,
        (
            Pull(
                tr("pull.inside_the_cuts", "inside the cuts"),
                r"\mathbb{{1}}(-a < {0} < \kappa) \odot {g}",
                sentences(
                    tr("back.clip", "Only points between the two cuts pass the signal on: an outlier pulls no more."),
                    _choice(kink, tolerance),
                ),
                tr("back.clip.question", "Does an outlier still pull?"),
                ("lengths", "ticks"),
                lambda g, out, u, a, kappa: 0.0 + g * clip_slope(u, a, kappa, kink, tolerance),
                cell,
            ),
            None,
            None,
        ),
    )


def _huber_cell(at: Cell, out: Array, u: Array, tau: float, width: float) -> Formula:
    x, side = u[at], f"{numeral(tau)}·" if u[at] < 0 else ""
    if abs(x) < width:
        return f"{side}{factor(x)}² / (2·{numeral(width)})", [(0, at)]
    return f"{side}({numeral(abs(x))} − {numeral(width)}/2)", [(0, at)]


def _huber_back(at: Cell, part: Array, g: Array, out: Array, u: Array, tau: float, width: float) -> Formula:
    return f"{numeral(g[at])}·{factor(float(huber_slope(u[at], tau, width)))}", [(0, at), ("g", at)]


huberized_pinball = Op(
    r"h({0})",
    tr(
        "op.huberized_pinball",
        "As the pinball, but with a round bottom: within δ of zero two parabolas join the slopes.",
    ),
    tr("op.huberized_pinball.question", "What if the corner is round?"),
    ("lengths",),
    huber,
    _huber_cell,
    (
        Pull(
            tr("pull.slope_of_the_rounded_pinball", "slope of the rounded pinball"),
            r"\min(1, \max(-\tau, {0}/\delta, \tau\,{0}/\delta)) \odot {g}",
            tr(
                "back.huberized_pinball",
                "The slope goes from −τ to 1 without a jump: there is nothing to choose at zero.",
            ),
            tr("back.huberized_pinball.question", "How does a pull turn into a push?"),
            ("ticks",),
            lambda g, out, u, tau, width: 0.0 + g * huber_slope(u, tau, width),
            _huber_back,
        ),
        None,
        None,
    ),
)
