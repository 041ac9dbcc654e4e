"""The length of the gradient over the iterations, over the points of each iteration's batch."""

import plotly.graph_objects as go

from app.figures.frame import ABOVE, frame, line, pinned
from app.figures.view import View

NAME = "‖∂L/∂(W, b)‖"


def gradient_norm(view: View) -> go.Figure:
    lines = [line(view.run.gradient_norm, NAME, "total")]
    if view.other:
        lines.append(pinned(view.other.gradient_norm, "total"))
    title, both = "length of the gradient", view.other is not None
    return frame(*lines, x="iteration", y=title, log=view.log, legend=ABOVE, showlegend=both)
