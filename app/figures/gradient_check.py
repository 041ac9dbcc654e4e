"""The error of the gradient against central differences, for every step h.

Too long a step sees the loss bend or crosses a kink, too short a one sees nothing but rounding.
"""

import plotly.graph_objects as go

from app.core.check.check import KINKED, STEP, check
from app.figures.chart import ABOVE, chart
from app.figures.source import FigureSource

FLOOR = 1e-17  # what a logarithm takes for no error at all
STYLES = {"total": ("solid", 2.2), "data": ("dot", 1.5), "penalty": ("dash", 1.5)}


def gradient_check(source: FigureSource) -> go.Figure:
    curve = check(source.here).curve
    lines = [_line(curve["h"], curve[name], name) for name in STYLES]
    figure = chart(*lines, x="step h", y="relative error", cursor=None, log=True, legend=ABOVE)
    figure.update_xaxes(type="log", autorange="reversed", exponentformat="power", dtick=2)
    figure.update_yaxes(exponentformat="power", nticks=7)
    figure.add_vline(x=STEP, line={"width": 1, "dash": "dot"})
    return figure.add_hline(y=KINKED, line={"width": 1, "dash": "dot"})


def _line(h: object, errors: object, name: str) -> go.Scatter:
    dash, width = STYLES[name]
    return go.Scatter(
        x=h,
        y=[max(FLOOR, float(error)) for error in errors],  # type: ignore[attr-defined]
        name=name,
        meta={"colour": name},
        mode="lines+markers",
        line={"dash": dash, "width": width},
        customdata=errors,
        hovertemplate="h = %{x:.0e}: %{customdata:.2g}",
    )
