"""The frame that all figures share: axes, legend, hover. The colours of the page are left to the page.

Each trace's `meta.colour` names its part, for those who colour it; `meta.follows` marks a path along which the page
lets a dot move. The layout's `meta.cursor` says how the iteration is shown: "iteration" (on the x axis) or "path".
"""

from typing import Any

import numpy as np
import plotly.graph_objects as go

INSIDE = {"orientation": "h", "x": 1, "xanchor": "right", "y": 1, "yanchor": "top"}
ABOVE = INSIDE | {"yanchor": "bottom"}


def chart(*traces: Any, x: str, y: str, cursor: str | None = "iteration", log: bool = False, **more: Any) -> go.Figure:
    """A figure of these traces; `x` and `y` are the axes' titles, `more` goes over the layout."""
    layout = {
        "template": "none",
        "margin": {"l": 60, "r": 16, "t": 16, "b": 44},
        "hovermode": "x unified" if cursor == "iteration" else "closest",
        "legend": INSIDE,
        "xaxis": {"title": {"text": x}, "zeroline": False, "nticks": 6},
        "yaxis": {"title": {"text": y}, "zeroline": False, "nticks": 5, "type": "log" if log else "linear"},
        "meta": {"cursor": cursor},
    }
    figure = go.Figure([*traces], layout)
    if cursor == "iteration":
        figure.update_xaxes(rangemode="tozero")
        figure.update_yaxes(rangemode="normal" if log else "tozero", tickvals=_log_ticks(traces) if log else None)
    return figure.update_layout(**more)


def _log_ticks(traces: Any) -> list[float] | None:
    """Ticks at 1, 2 and 5 where there are few powers of ten; else Plotly's own choice among the powers."""
    positive = np.concatenate([trace.y[trace.y > 0] for trace in traces])
    if not len(positive) or positive.max() / positive.min() > 200:
        return None
    powers = range(int(np.floor(np.log10(positive.min()))), int(np.ceil(np.log10(positive.max()))) + 1)
    return [float(f"{digit}e{power}") for power in powers for digit in (1, 2, 5)]


def line(y: Any, name: str, colour: str, dash: str = "solid", width: float = 2, **more: Any) -> go.Scatter:
    """A line over the iterations."""
    style = {"dash": dash, "width": width}
    settings = {"hovertemplate": "%{y:.4g}", **more}
    return go.Scatter(y=np.asarray(y), name=name, meta={"colour": colour}, mode="lines", line=style, **settings)


def pinned(y: Any, colour: str, name: str = "other run", **more: Any) -> go.Scatter:
    """The same line of the other run."""
    return line(y, name, colour, "dot", opacity=0.75, **more)
