"""How far each update moves the weights, relative to their size. It looks at W alone, not at the bias."""

import numpy as np
import plotly.graph_objects as go

from app.core.fast.train import Run
from app.core.types import Array, Ints
from app.figures.chart import ABOVE, INSIDE, chart, line, pinned
from app.figures.source import FigureSource

NAME = "‖update‖ / ‖W‖"
USUAL = 1e-3


def update_ratio(source: FigureSource) -> go.Figure:
    """‖W′ − W‖/‖W‖ of every iteration whose weights are not all zero, and the thousandth that is a rule of thumb."""
    when, ratios = ratios_of(source.run)
    lines = [line(ratios, NAME, "total", x=when)]
    if source.other:
        when, ratios = ratios_of(source.other)
        lines.append(pinned(ratios, "total", x=when))
    usual = line([USUAL, USUAL], "a rule of thumb", "muted", "dash", 1, x=[0, max(1, len(source.run.W) - 1)])
    legend = ABOVE if source.other else INSIDE
    return chart(*lines, usual, x="iteration", y="update relative to the weights", log=source.log, legend=legend)


def ratios_of(run: Run) -> tuple[Ints, Array]:
    """The iterations with an update and weights that are not all zero, and the ratio at each."""
    moved = np.linalg.norm(np.diff(run.W, axis=0), axis=(1, 2))
    size = np.linalg.norm(run.W[:-1], axis=(1, 2))
    when = np.flatnonzero(size > 0)
    return when, moved[when] / size[when]
