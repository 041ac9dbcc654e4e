"""The accuracy over the iterations: the share of all points that are classified right."""

import plotly.graph_objects as go

from app.figures.chart import ABOVE, chart, line, pinned
from app.figures.source import FigureSource

PERCENT = "%{y:.1%}"


def accuracy(source: FigureSource) -> go.Figure:
    lines = [line(source.run.accuracy, "accuracy", "total", hovertemplate=PERCENT)]
    if source.other:
        lines.append(pinned(source.other.accuracy, "total", hovertemplate=PERCENT))
    figure = chart(
        *lines, x="iteration", y="points classified right", legend=ABOVE, showlegend=source.other is not None
    )
    return figure.update_yaxes(range=[0, 1.04], tickformat=".0%")
