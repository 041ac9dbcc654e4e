"""The learning rate of iteration t, in the forms that schedules and rules give it; t counts from 0."""

from math import cos, pi

from app.core.numeral import exact
from app.core.tape.tape import rule

staircase = rule(
    r"\eta_0\, q^{{\lfloor t/T \rfloor}}",
    "The learning rate stays for T iterations, then drops to the share q of itself: first coarse, then fine.",
    lambda rate, t, factor, every: rate * factor ** (t // every),
    lambda at, out, rate, t, factor, every: (f"{exact(rate)}·{exact(factor)}^{t // every}", []),
)

geometric = rule(
    r"\eta_0\, q^{{t}}",
    "Every iteration the learning rate falls to the share q of itself, soon to almost nothing.",
    lambda rate, t, ratio: rate * ratio**t,
    lambda at, out, rate, t, ratio: (f"{exact(rate)}·{exact(ratio)}^{t}", []),
)

harmonic = rule(
    r"\frac{{\eta_0}}{{1 + k\,t}}",
    "The learning rate falls as 1/t: slowly enough to get anywhere, fast enough to come to rest.",
    lambda rate, t, decay: rate / (1.0 + decay * t),
    lambda at, out, rate, t, decay: (f"{exact(rate)} / (1 + {exact(decay)}·{t})", []),
)


def _share(t: int, period: int) -> float:
    return 0.5 * (1.0 + cos(pi * min(t, period) / period))


half_wave = rule(
    r"\eta_0\left(f + (1 - f)\,\tfrac{{1}}{{2}}\left(1 + \cos\frac{{\pi\,\min(t, T)}}{{T}}\right)\right)",
    "The learning rate follows half a wave of the cosine: slow at first, fast in the middle, gently to its last value.",
    lambda rate, t, period, floor: rate * (floor + (1.0 - floor) * _share(t, period)),
    lambda at, out, rate, t, period, floor: (
        f"{exact(rate)}·({exact(floor)} + {exact(1.0 - floor)}·½·(1 + cos(π·{min(t, period)}/{period})))", [],
    ),
)  # fmt: skip

pegasos_rate = rule(
    r"\frac{{1}}{{\lambda\,(t+1)}}",
    "The learning rate comes from the penalty, λ being that of ½λ‖W‖² (twice the λ of λ‖W‖²), and falls as 1/t.",
    lambda curvature, t: 1.0 / (curvature * (t + 1)) if curvature else float("inf"),
    lambda at, out, curvature, t: (f"1 / ({exact(curvature)}·{t + 1})", []),
)
