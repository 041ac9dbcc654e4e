"""The learning rate of iteration t, in the forms that schedules and rules give it; t counts from 0."""

from math import cos, pi

from app.core.numeral import exact
from app.core.tape.tape import rule
from app.core.text import tr

staircase = rule(
    r"\eta_0\, q^{{\lfloor t/T \rfloor}}",
    tr(
        "op.staircase",
        "The learning rate stays for T iterations, then drops to the share q of itself: first coarse, then fine.",
    ),
    tr("op.staircase.question", "Is it time for smaller steps?"),
    (),
    lambda rate, t, factor, every: rate * factor ** (t // every),
    lambda at, out, rate, t, factor, every: (f"{exact(rate)}·{exact(factor)}^{t // every}", []),
)

geometric = rule(
    r"\eta_0\, q^{{t}}",
    tr("op.geometric", "Every iteration the learning rate falls to the share q of itself, soon to almost nothing."),
    tr("op.geometric.question", "How much shorter are the steps by now?"),
    (),
    lambda rate, t, ratio: rate * ratio**t,
    lambda at, out, rate, t, ratio: (f"{exact(rate)}·{exact(ratio)}^{t}", []),
)

harmonic = rule(
    r"\frac{{\eta_0}}{{1 + k\,t}}",
    tr("op.harmonic", "The learning rate falls as 1/t: slowly enough to get anywhere, fast enough to come to rest."),
    tr("op.harmonic.question", "How fast may the steps shrink?"),
    (),
    lambda rate, t, decay: rate / (1.0 + decay * t),
    lambda at, out, rate, t, decay: (f"{exact(rate)} / (1 + {exact(decay)}·{t})", []),
)


def _share(t: int, period: int) -> float:
    return 0.5 * (1.0 + cos(pi * min(t, period) / period))


half_wave = rule(
    r"\eta_0\left(f + (1 - f)\,\tfrac{{1}}{{2}}\left(1 + \cos\frac{{\pi\,\min(t, T)}}{{T}}\right)\right)",
    tr(
        "op.half_wave",
        "The learning rate follows half a wave of the cosine: slow at first, fast in the middle, "
        "gently to its last value.",
    ),
    tr("op.half_wave.question", "Where on the wave are the steps?"),
    (),
    lambda rate, t, period, floor: rate * (floor + (1.0 - floor) * _share(t, period)),
    lambda at, out, rate, t, period, floor: (
        f"{exact(rate)}·({exact(floor)} + {exact(1.0 - floor)}·½·(1 + cos(π·{min(t, period)}/{period})))",
        [],
    ),
)

pegasos_rate = rule(
    r"\frac{{1}}{{\lambda\,(t+1)}}",
    tr(
        "op.pegasos_rate",
        "The learning rate comes from the penalty, λ being that of ½λ‖W‖² (twice the λ of λ‖W‖²), and falls as 1/t.",
    ),
    tr("op.pegasos_rate.question", "How long is a step that fits the penalty?"),
    (),
    lambda curvature, t: 1.0 / (curvature * (t + 1)) if curvature else float("inf"),
    lambda at, out, curvature, t: (f"1 / ({exact(curvature)}·{t + 1})", []),
)
