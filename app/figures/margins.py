"""The margins of all points at one iteration, as a histogram: those that are broken and those that are kept."""

import numpy as np
import plotly.graph_objects as go

from app.core.fast.gradient import gradient
from app.core.ops.margin import own, with_own
from app.core.plane.clip import Flags
from app.core.problem import Problem
from app.core.types import Array
from app.figures.chart import ABOVE, chart
from app.figures.source import FigureSource

BINS = 24  # about


def margins(source: FigureSource) -> go.Figure:
    """M of every point and rival, broken above 0; for a loss without Δ, by how much every point's own class leads."""
    values, split, title = _margins(source.here)
    edges = bins(values)
    traces = [_bars(values[chosen], edges, name, colour) for name, colour, chosen in split]
    figure = chart(*traces, x=title, y="count", cursor=None, barmode="stack", legend=ABOVE)
    figure.add_vline(x=0, line={"width": 1.5, "dash": "dash"})
    return figure


def _margins(problem: Problem) -> tuple[Array, list[tuple[str, str, Flags]], str]:
    """The values, who is who among them (name, part, which), and what they are."""
    found = gradient(problem)
    if found.margins is None:
        values, title = _leads(problem, found.scores)
        return values, [("right", "kept", values > 0), ("wrong", "broken", values <= 0)], title
    values, title = _broken(problem, found.margins)
    return values, [("margin kept", "kept", values <= 0), ("margin broken", "broken", values > 0)], title


def _leads(problem: Problem, scores: Array) -> tuple[Array, str]:
    if problem.loss.binary:
        return scores[:, 0] * (2 * problem.y - 1), "t·s: how far on the own side"
    best = with_own(scores, problem.y, -np.inf).max(axis=1)
    return own(scores, problem.y) - best, "s_y − max s_j: by how much the own class leads"


def _broken(problem: Problem, margins: Array) -> tuple[Array, str]:
    if not problem.loss.pairwise:
        return margins.ravel(), "Δ − t·s: what is missing of the margin"
    rivals = np.arange(problem.classes) != problem.y[:, None]
    return margins[rivals], "s_j − s_y + Δ: what a rival takes of the margin"


def bins(values: Array) -> Array:
    """Edges of about 24 bins of a round width, multiples of it: no bin reaches over 0."""
    largest = float(np.abs(values).max())
    width = _round(max(float(np.ptp(values)), 1e-6 * largest, 1e-12) / BINS)
    first, last = np.floor(values.min() / width), np.floor(values.max() / width) + 1
    return np.arange(first, last + 1) * width


def _round(width: float) -> float:
    """The next larger of 1, 2, 5, 10, … times a power of ten."""
    power = 10.0 ** np.floor(np.log10(width))
    return float(next(power * digit for digit in (1, 2, 5, 10) if power * digit >= width))


def _bars(values: Array, edges: Array, name: str, colour: str) -> go.Bar:
    counts = np.histogram(values, edges)[0]
    return go.Bar(
        x=(edges[:-1] + edges[1:]) / 2,
        y=counts,
        width=np.diff(edges),
        name=f"{name}: {len(values)}",
        meta={"colour": colour},
        marker={"pattern": {"shape": "/" if colour == "broken" else "", "fillmode": "overlay"}},
        customdata=np.stack([edges[:-1], edges[1:]], axis=1),
        hovertemplate="%{y} from %{customdata[0]:.3g} to %{customdata[1]:.3g}",
    )
