"""What a figure is to those who offer it."""

from collections.abc import Callable
from dataclasses import dataclass

import plotly.graph_objects as go

from app.figures.source import FigureSource


@dataclass(frozen=True)
class Figure:
    """`fields` are those of a request that this figure uses besides the problem's own.

    `tab`: the figure in whose tab the page shows it, where it has none of its own.
    `moves_all`: it moves every parameter in turn, which takes long where there are many.
    """

    kind: str
    title: str
    sentence: str
    draw: Callable[[FigureSource], go.Figure]
    fields: tuple[str, ...] = ()
    tab: str = ""
    moves_all: bool = False
