"""The landscape of two parameters as a surface in space. It needs WebGL where it is shown.

The run's way is drawn as its shadow on the slice: only the place of the iteration looked at really lies in it.
"""

import numpy as np
import plotly.graph_objects as go

from app.core.fast.landscape import Landscape, totals_at
from app.core.types import Array
from app.figures.chart import chart
from app.figures.landscape import height, slice_of, way
from app.figures.source import FigureSource

LIFT = 0.006  # of the height, so that the line lies on the surface and not in it


def surface(source: FigureSource) -> go.Figure:
    first, second = source.names
    found = slice_of(source)
    z = height(found.totals, source.log)
    marks = _shadow(source, found, LIFT * float(np.ptp(z)))
    figure = chart(_hill(found, z), *marks, x=first, y=second, cursor=None, showlegend=False)
    titles = {"xaxis": first, "yaxis": second, "zaxis": "log₁₀ loss" if source.log else "loss"}
    scene = {name: {"title": {"text": title}} for name, title in titles.items()}
    camera = {"eye": {"x": 1.1, "y": -1.35, "z": 0.8}, "center": {"x": 0, "y": 0, "z": -0.12}}
    return figure.update_layout(scene=scene | {"camera": camera}, margin={"l": 0, "r": 0, "t": 0, "b": 0})


def _hill(found: Landscape, z: Array) -> go.Surface:
    hover = "total loss %{customdata:.4g}<br>at (%{x:.3g}, %{y:.3g})<extra></extra>"
    hill = go.Surface(x=found.xs, y=found.ys, z=z, customdata=found.totals, hovertemplate=hover, showscale=False)
    hill.update(lighting={"ambient": 0.85, "diffuse": 0.4, "specular": 0.05})
    return hill.update(name="total loss", meta={"colour": "heights"})


def _shadow(source: FigureSource, found: Landscape, lift: float) -> list[go.Scatter3d]:
    x, y = way(source)
    z = height(totals_at(source.here, source.parameters, (x, y)), source.log) + lift
    inside = np.flatnonzero(
        (np.abs(x - x[source.iteration]) <= np.ptp(found.xs) / 2)
        & (np.abs(y - y[source.iteration]) <= np.ptp(found.ys) / 2)
    )
    path = go.Scatter3d(x=x[inside], y=y[inside], z=z[inside], mode="lines", line={"width": 5}, name="the run")
    path.update(meta={"colour": "way"}, customdata=inside, hovertemplate="iteration %{customdata}<extra></extra>")
    at = source.iteration
    here = go.Scatter3d(x=x[at, None], y=y[at, None], z=z[at, None], mode="markers", marker={"size": 6})
    return [path, here.update(name=f"iteration {at}", meta={"colour": "here"}, hoverinfo="skip")]
