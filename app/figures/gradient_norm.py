"""The length of the gradient over the iterations, over the points of each iteration's batch."""

import plotly.graph_objects as go

from app.figures.chart import ABOVE, chart, line, pinned
from app.figures.source import FigureSource

NAME = "‖∂L/∂(W, b)‖"


def gradient_norm(source: FigureSource) -> go.Figure:
    lines = [line(source.run.gradient_norm, NAME, "total")]
    if source.other:
        lines.append(pinned(source.other.gradient_norm, "total"))
    title, both = "length of the gradient", source.other is not None
    return chart(*lines, x="iteration", y=title, log=source.log, legend=ABOVE, showlegend=both)
