"""The loss over the iterations: total, data and penalty. It draws no cursor: that is the page's."""

import plotly.graph_objects as go

from app.core.train import Run
from app.core.types import Array

_LINES = (("total", "solid", 2.2), ("data", "solid", 1.5), ("penalty", "dash", 1.5))


def loss(run: Run) -> go.Figure:
    """A line each for the total, the data loss and the penalty; `meta` names the line for those who colour it."""
    values = {"total": run.totals, "data": run.data, "penalty": run.penalty}
    figure = go.Figure([_line(name, values[name], dash, width) for name, dash, width in _LINES])
    return figure.update_layout(
        template="none",
        margin={"l": 40, "r": 8, "t": 6, "b": 22},
        hovermode="x unified",
        legend={"orientation": "h", "x": 1, "xanchor": "right", "y": 1, "yanchor": "top"},
        xaxis={"rangemode": "tozero", "zeroline": False, "nticks": 6},
        yaxis={"rangemode": "tozero", "zeroline": False, "nticks": 5},
    )


def _line(name: str, values: Array, dash: str, width: float) -> go.Scatter:
    return go.Scatter(
        y=values, name=name, meta=name, mode="lines", line={"dash": dash, "width": width}, hovertemplate="%{y:.4g}"
    )
