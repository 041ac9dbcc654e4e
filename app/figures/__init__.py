"""The registry of figures: Plotly charts of a run. They leave the colours of the page to the page."""

from app.figures.accuracy import accuracy
from app.figures.comparison import comparison
from app.figures.figure import Figure
from app.figures.gradient_check import gradient_check
from app.figures.gradient_norm import gradient_norm
from app.figures.landscape import landscape
from app.figures.loss import loss
from app.figures.margins import margins
from app.figures.paths import paths
from app.figures.source import FigureSource
from app.figures.surface import surface
from app.figures.update_ratio import update_ratio

_CURVE = ("log", "compare")
_SLICE = ("iteration", "parameters", "span", "resolution", "log")

_ALL = (
    Figure("loss", "Loss", "The loss and its two parts over the run.", loss, _CURVE),
    Figure("accuracy", "Accuracy", "The share of points classified right.", accuracy, ("compare",)),
    Figure("gradient_norm", "Gradient", "How long the gradient is: how steep it still is.", gradient_norm, _CURVE),
    Figure("update_ratio", "Update", "How far an update moves the weights, for their size.", update_ratio, _CURVE),
    Figure("margins", "Margins", "How the margins lie at this iteration: broken or kept.", margins, ("iteration",)),
    Figure("paths", "Paths", "The way each class's weights take.", paths),
    Figure("landscape", "Landscape", "The total loss over two parameters, from above.", landscape, _SLICE),
    Figure("surface", "Surface", "The same landscape as a surface in space.", surface, _SLICE, "landscape"),
    Figure(
        "gradient_check", "Check", "How far the gradient is from differences of the loss, for every step h.",
        gradient_check, ("iteration",), moves_all=True,
    ),
    Figure(
        "comparison", "Comparison", "One measure of up to four variants of the problem.", comparison,
        ("variants", "measure", "log"), "loss",
    ),
)  # fmt: skip

FIGURES: dict[str, Figure] = {figure.kind: figure for figure in _ALL}

__all__ = ["FIGURES", "Figure", "FigureSource"]
