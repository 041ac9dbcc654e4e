"""The way of the weights over a run: each class's column of W in its plane, or every weight over the iterations."""

import numpy as np
import plotly.graph_objects as go

from app.core.fast.train import Run
from app.figures.chart import ABOVE, chart, line
from app.figures.source import FigureSource

MOST = 60  # lines; of more weights those are drawn that move furthest


def paths(source: FigureSource) -> go.Figure:
    """With two features a curve a class, from a hollow mark to a full one; with more or fewer a line a weight."""
    return _in_the_plane(source) if source.run.W.shape[1] == 2 else _over_iterations(source)


def _in_the_plane(source: FigureSource) -> go.Figure:
    run, binary = source.run, source.problem.loss.binary
    columns = range(run.W.shape[2])
    curves = [
        _curve(source, k, k + binary) for k in columns
    ]  # a single column is drawn as class 1, whose side it points to
    ends = [_end(run, at, mark, k, k + binary) for k in columns for at, mark in ((0, "circle-open"), (-1, "circle"))]
    figure = chart(*curves, *ends, x=source.weight("0", "k"), y=source.weight("1", "k"), cursor="path", legend=ABOVE)
    figure.update_xaxes(zeroline=True)
    return figure.update_yaxes(zeroline=True, scaleanchor="x")


def _curve(source: FigureSource, k: int, of: int) -> go.Scatter:
    run, weights = source.run, source.weight(":", str(k))
    return go.Scatter(
        x=run.W[:, 0, k],
        y=run.W[:, 1, k],
        name=f"class {of}",
        meta={"colour": f"k{of}", "follows": True},
        mode="lines",
        line={"width": 2},
        hovertemplate=f"iteration %{{pointNumber}}<br>{weights} = (%{{x:.3g}}, %{{y:.3g}})<extra></extra>",
    )


def _end(run: Run, at: int, symbol: str, k: int, of: int) -> go.Scatter:
    return go.Scatter(
        x=run.W[at, 0, k][None],
        y=run.W[at, 1, k][None],
        meta={"colour": f"k{of}"},
        mode="markers",
        marker={"symbol": symbol, "size": 7},
        showlegend=False,
        hoverinfo="skip",
    )


def _over_iterations(source: FigureSource) -> go.Figure:
    run = source.run
    _, features, classes = run.W.shape
    reach = np.ptp(run.W, axis=0).ravel()
    chosen = np.sort(np.argsort(-reach, kind="stable")[:MOST])
    weights = [divmod(int(place), classes) for place in chosen]
    lines = [line(run.W[:, d, k], source.weight(str(d), str(k)), f"k{k}", width=1.5) for d, k in weights]
    title = "weights" if features * classes <= MOST else f"the {MOST} weights that move furthest"
    few = len(lines) <= 12
    figure = chart(*lines, x="iteration", y=title, showlegend=few, hovermode="x unified" if few else "closest")
    return figure.update_yaxes(rangemode="normal", zeroline=True)
