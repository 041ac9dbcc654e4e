"""One measure of several runs over the iterations, a line each, told apart by letter and pattern."""

from typing import Any

import plotly.graph_objects as go

from app.core.compare import UNCHANGED
from app.figures.accuracy import PERCENT
from app.figures.chart import ABOVE, chart, line
from app.figures.source import FigureSource

STYLES = (("A", "solid"), ("B", "dash"), ("C", "dot"), ("D", "dashdot"))
TITLES = {
    "total": "total loss", "data": "data loss", "accuracy": "points classified right", "gradient_norm": "‖∂L/∂(W, b)‖",
}  # fmt: skip


def comparison(source: FigureSource) -> go.Figure:
    """Of each variant the total loss, the data loss, the accuracy or the norm of the gradient."""
    attribute = "totals" if source.measure == "total" else source.measure
    named = source.variants or ((UNCHANGED, source.run),)
    percent: dict[str, Any] = {"hovertemplate": PERCENT} if source.measure == "accuracy" else {}
    lines = [
        line(getattr(run, attribute), f"{letter} · {name}", f"variant{place}", dash, **percent)
        for place, ((name, run), (letter, dash)) in enumerate(zip(named, STYLES, strict=False))
    ]
    figure = chart(*lines, x="iteration", y=TITLES[source.measure], log=source.log, legend=ABOVE, showlegend=True)
    return figure.update_yaxes(range=[0, 1.04], tickformat=".0%") if percent else figure
