"""The total loss over two parameters around the weights of one iteration, with the way of the run, as lines of height.

The run's way is seen from above: only the place of that iteration lies in this slice, for the other parameters move.
"""

import numpy as np
import plotly.graph_objects as go

from app.core.fast.landscape import Landscape
from app.core.fast.landscape import landscape as total_loss
from app.core.types import Array
from app.figures.chart import chart
from app.figures.source import FigureSource

FLOOR = 1e-6  # of the largest loss: what a logarithm takes for zero
FAR = 8.0  # times the size of the parameters: the widest view that is chosen without being asked for


def landscape(source: FigureSource) -> go.Figure:
    found = slice_of(source)
    x, y = way(source)
    heights = go.Contour(x=found.xs, y=found.ys, z=height(found.totals, source.log), **_heights(found, source.log))
    figure = chart(
        heights, *_marks(source, x, y), x=source.names[0], y=source.names[1], cursor="path", showlegend=False
    )
    figure.update_xaxes(range=[found.xs[0], found.xs[-1]])
    return figure.update_yaxes(range=[found.ys[0], found.ys[-1]])


def slice_of(source: FigureSource) -> Landscape:
    span = source.span if source.span is not None else _span(source)
    return total_loss(source.here, *source.parameters, span, source.resolution)


def way(source: FigureSource) -> tuple[Array, Array]:
    """Both parameters over the run."""
    first, second = (parameter.of(source.run.W, source.run.b) for parameter in source.parameters)
    return first, second


def height(totals: Array, log: bool) -> Array:
    return np.log10(np.maximum(totals, max(FLOOR * float(totals.max()), 1e-300))) if log else totals


def _span(source: FigureSource) -> float:
    """Far enough to see the whole run, unless it goes very far; never less than 1."""
    both = np.stack(way(source))
    here = both[:, source.iteration, None]
    return float(np.clip(1.15 * np.abs(both - here).max(), 1.0, FAR * max(1.0, np.abs(here).max())))


def _heights(found: Landscape, log: bool) -> dict[str, object]:
    return {
        "name": "total loss",
        "meta": {"colour": "heights"},
        "customdata": found.totals,
        "hovertemplate": "total loss %{customdata:.4g}<br>at (%{x:.3g}, %{y:.3g})<extra></extra>",
        "ncontours": 24,
        "line": {"width": 0.5},
        "colorbar": {"title": {"text": "log₁₀ loss" if log else "loss"}, "thickness": 12},
    }


def _marks(source: FigureSource, x: Array, y: Array) -> list[go.Scatter]:
    at = source.iteration
    path = go.Scatter(
        x=x,
        y=y,
        name="the run",
        meta={"colour": "way", "follows": True},
        mode="lines",
        line={"width": 2},
        customdata=source.run.totals,
        hovertemplate="iteration %{pointNumber}<br>total loss %{customdata:.4g}<extra></extra>",
    )
    mark = {"symbol": "diamond-open", "size": 11, "line": {"width": 2}}
    here = go.Scatter(x=x[at, None], y=y[at, None], mode="markers", marker=mark, meta={"colour": "way"})
    return [path, here.update(name=f"iteration {at}", hoverinfo="skip")]
