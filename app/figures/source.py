"""What a figure is drawn from: a problem, its run, and how the reader wants to look at them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.core.fast.landscape import Parameter
from app.core.fast.train import Run
from app.core.problem import Problem


@dataclass(frozen=True)
class FigureSource:
    """`problem` with the weights it began with; `other` is a second run to lay beside this one.

    `variants`, of the same problem, have their names; `measure` is what of them is drawn.
    """

    problem: Problem
    run: Run
    iteration: int = 0
    log: bool = False
    other: Run | None = None
    parameters: tuple[Parameter, Parameter] = (Parameter(0, 0), Parameter(0))
    span: float | None = None
    resolution: int = 101
    variants: tuple[tuple[str, Run], ...] = ()
    measure: str = "total"
    transposed: bool = False  # are weights named class first, W[k,d], as in the layout S = WX?

    @property
    def names(self) -> tuple[str, str]:
        """What both parameters are called."""
        first, second = (str(p) if p.row is None else self.weight(str(p.row), str(p.column)) for p in self.parameters)
        return first, second

    def weight(self, row: str, column: str) -> str:
        """What a weight is called that stands in this row and column of W (D, C)."""
        return f"W[{column},{row}]" if self.transposed else f"W[{row},{column}]"

    @property
    def here(self) -> Problem:
        """The problem with the weights of the iteration looked at."""
        return replace(self.problem, W=self.run.W[self.iteration], b=self.run.b[self.iteration])
