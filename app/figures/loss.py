"""The loss over the iterations: total, data and penalty. It draws no cursor: that is the page's."""

import plotly.graph_objects as go

from app.figures.chart import chart, line, pinned
from app.figures.source import FigureSource


def loss(source: FigureSource) -> go.Figure:
    """A line each for the total, the data loss and the penalty; of another run the total and the data loss."""
    run, other = source.run, source.other
    lines = [
        line(run.totals, "total", "total", width=2.2),
        line(run.data, "data", "data", width=1.5),
        line(run.penalty, "penalty", "penalty", "dash", 1.5),
    ]
    if other:
        lines += [pinned(other.totals, "total"), pinned(other.data, "data", name="other run, data", showlegend=False)]
    return chart(*lines, x="iteration", y="loss", log=source.log)
