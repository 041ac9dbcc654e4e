"""What an export is written from: a problem, its run or one of its passes, and how it is wanted."""

from __future__ import annotations

from dataclasses import dataclass

from app.core import plane
from app.core.fast.train import Run
from app.core.problem import Problem
from app.core.tape.trace import Trace
from app.pictures import Theme


@dataclass(frozen=True)
class ExportSource:
    """`here` has the weights of the `iteration`; `run` and `found`, its pass, are there for those who ask for them."""

    here: Problem
    iteration: int = 0
    run: Run | None = None
    found: Trace | None = None
    transposed: bool = False  # are all matrices as in the layout S = WX?
    scene: plane.Viewport = plane.FITTED
    theme: Theme = "light"
    width: int = 800
    digits: int = 4
    frames: int = 60

    @property
    def whole_run(self) -> Run:
        assert self.run, "there for what is written from a run"
        return self.run

    @property
    def passed(self) -> Trace:
        assert self.found, "there for what is written from a pass"
        return self.found
