"""The registry of dialects: their order is the order of the tabs on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.code.arrays import looped, vectorised
from app.code.listing import Limits, Listing, Part, script
from app.code.notebook import as_notebook
from app.code.pytorch import differentiated
from app.code.scikit_learn import fitted
from app.core.problem import Problem

Writer = Callable[[Problem, int, Limits], list[Part]]


@dataclass(frozen=True, slots=True)
class Dialect:
    """A way to write a problem down: what makes its parts, and what becomes of them."""

    kind: str
    title: str
    sentence: str
    write: Writer
    filename: str = "hingelab.py"
    notebook: bool = False


DIALECTS: dict[str, Dialect] = {
    dialect.kind: dialect
    for dialect in (
        Dialect("numpy-loops", "loops", "Point by point, class by class", looped),
        Dialect("numpy", "NumPy", "All points at once, in the form of the mask", vectorised),
        Dialect("pytorch", "PyTorch", "The gradient by autograd", differentiated),
        Dialect("scikit-learn", "scikit-learn", "The estimator with the same minimum", fitted),
        Dialect("notebook", "notebook", "The NumPy code as a Jupyter notebook", vectorised, "hingelab.ipynb", True),
    )
}


def write(problem: Problem, iterations: int, dialect: str, limits: Limits | None = None) -> Listing:
    """The program of a problem and of that many updates. Raises Unwritable where there is none in this dialect."""
    of = DIALECTS[dialect]
    parts = of.write(problem, iterations, limits or Limits())
    lines = script(parts)
    title = f'"""{problem.loss.title}, written out by Hingelab: {of.sentence[0].lower()}{of.sentence[1:]}."""'
    if of.notebook:
        return Listing(dialect, of.filename, "ipynb", as_notebook(problem, parts), tuple(lines))
    lines = [(title, ()), ("", ()), *lines]
    return Listing(dialect, of.filename, "python", "\n".join(text for text, _ in lines) + "\n", tuple(lines))
