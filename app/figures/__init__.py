"""The registry of figures: Plotly charts of a run. They leave the colours of the page to the page."""

from collections.abc import Callable
from typing import Any

from app.core.train import Run
from app.figures.loss import loss

FIGURES: dict[str, Callable[[Run], Any]] = {"loss": loss}

__all__ = ["FIGURES", "loss"]
