"""The accuracy over the iterations: the share of all points that are classified right."""

import plotly.graph_objects as go

from app.figures.frame import ABOVE, frame, line, pinned
from app.figures.view import View

PERCENT = "%{y:.1%}"


def accuracy(view: View) -> go.Figure:
    lines = [line(view.run.accuracy, "accuracy", "total", hovertemplate=PERCENT)]
    if view.other:
        lines.append(pinned(view.other.accuracy, "total", hovertemplate=PERCENT))
    figure = frame(*lines, x="iteration", y="points classified right", legend=ABOVE, showlegend=view.other is not None)
    return figure.update_yaxes(range=[0, 1.04], tickformat=".0%")
