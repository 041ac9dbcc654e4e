"""The landscape of two parameters as a surface in space. It needs WebGL where it is shown."""

import plotly.graph_objects as go

from app.figures.frame import frame
from app.figures.landscape import height, slice_of, way
from app.figures.view import View


def surface(view: View) -> go.Figure:
    """The same slice as `landscape`; the way of the run is drawn at the height of its own losses, within the view."""
    first, second = view.parameters
    found, log = slice_of(view), view.log
    x, y = way(view)
    z = height(view.run.totals, log)
    inside = (abs(x - found.xs.mean()) <= abs(found.xs[0] - found.xs[-1]) / 2) & (
        abs(y - found.ys.mean()) <= abs(found.ys[0] - found.ys[-1]) / 2
    )
    hover = "total loss %{customdata:.4g}<br>at (%{x:.3g}, %{y:.3g})<extra></extra>"
    hill = go.Surface(
        x=found.xs, y=found.ys, z=height(found.totals, log), customdata=found.totals, hovertemplate=hover
    ).update(name="total loss", meta={"colour": "heights"}, showscale=False)
    path = go.Scatter3d(
        x=x[inside], y=y[inside], z=z[inside], mode="lines", line={"width": 5}, name="the run", meta={"colour": "way"}
    )
    at = view.iteration
    here = go.Scatter3d(x=x[at, None], y=y[at, None], z=z[at, None], mode="markers", marker={"size": 5})
    here.update(name=f"iteration {at}", meta={"colour": "here"})
    loss = "log₁₀ loss" if log else "loss"
    figure = frame(hill, path, here, x=str(first), y=str(second), cursor=None, showlegend=False)
    return figure.update_layout(
        scene={
            "xaxis": {"title": {"text": str(first)}},
            "yaxis": {"title": {"text": str(second)}},
            "zaxis": {"title": {"text": loss}},
            "camera": {"eye": {"x": 1.3, "y": -1.5, "z": 0.9}},
        },
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
    )
