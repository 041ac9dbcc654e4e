"""Cells of a pass, by name and by point: found in the trace, checked, and answered with their formulas."""

from typing import Any

import numpy as np

from app.core.tape.step import Step
from app.core.tape.trace import Trace
from app.core.types import Cell
from app.requests.layout import place
from app.requests.refusal import Refusal, invalid, over_limit
from app.requests.schemas import CellAt, Layout, Wanted
from app.settings import Settings

Asked = list[tuple[str, Cell]]


def wanted_cells(found: Trace, wanted: Wanted, settings: Settings) -> Asked:
    """Every cell that is wanted, once each. Raises Refusal: 422, naming the cell that does not exist."""
    steps = {step.id: step for step in found.steps}
    named = [(cell.step, _place(cell, index, steps, wanted.layout)) for index, cell in enumerate(wanted.cells)]
    if len(named) > settings.max_cells:
        raise _too_many("/cells", len(named), settings)
    if wanted.point is None:
        return list(dict.fromkeys(named))
    if wanted.point >= len(found.problem.X):
        raise invalid("/point", f"There is no point {wanted.point}; the last one is {len(found.problem.X) - 1}.")
    size = sum(_share(step) for step in found.steps)
    if len(named) + size > settings.max_cells:
        raise _too_many("/point", len(named) + size, settings)
    pointed = [(step.id, at) for step in found.steps for at in _cells(step, wanted.point)]
    return list(dict.fromkeys([*named, *pointed]))


def formulas(found: Trace, cells: Asked, settings: Settings, wanted: Wanted) -> list[dict[str, Any]]:
    """Each of these cells: its value, its formula and what it reads, as `wanted` says.

    Raises Refusal: 422, past `max_reads`.
    """
    columns = {step.id for step in found.steps if step.per_point} | {"y"}
    values = {step.id: step.value for step in found.steps}
    explained, reads = [], 0
    for id, at in cells:
        explained.append(_formula(found, id, at, float(values[id][at]), columns, wanted))
        reads += len(explained[-1]["reads"])
        if reads > settings.max_reads:
            advice = "ask for fewer cells at once, or send fewer points."
            raise over_limit("/cells", f"These formulas read more than {settings.max_reads:,} numbers; {advice}")
    return explained


def _formula(found: Trace, id: str, at: Cell, value: float, columns: set[str], wanted: Wanted) -> dict[str, Any]:
    text, reads = found.formula(id, at, transposed=wanted.formulas == "WX")
    places = [_named(each.id, each.cell, columns, wanted.layout) | {"minus": each.minus} for each in reads]
    return _named(id, at, columns, wanted.layout) | {"text": text, "value": value, "reads": places}


def _named(id: str, at: Cell, columns: set[str], layout: Layout) -> dict[str, Any]:
    """A vector with a number a point is a column, one with a number a class is a row, as they are drawn."""
    row, column = (*at, 0, 0)[:2] if len(at) != 1 or id in columns else (0, at[0])
    return {"step": id} | place(layout, int(row), int(column))


def _place(cell: CellAt, index: int, steps: dict[str, Step], layout: Layout) -> Cell:
    step = steps.get(cell.step)
    if step is None:
        raise invalid(f"/cells/{index}/step", f"There is no such step in this pass; use one of {', '.join(steps)}.")
    rows, columns = _extent(step)
    names = ("row", "column") if layout == "XW" else ("column", "row")
    if cell.row >= rows:
        raise invalid(
            f"/cells/{index}/{names[0]}", f"Step {step.id} has {names[0]}s 0 to {rows - 1}; choose one of them."
        )
    if cell.column >= columns:
        raise invalid(
            f"/cells/{index}/{names[1]}", f"Step {step.id} has {names[1]}s 0 to {columns - 1}; choose one of them."
        )
    return {0: (), 1: (cell.row if step.per_point else cell.column,), 2: (cell.row, cell.column)}[step.value.ndim]


def _extent(step: Step) -> tuple[int, int]:
    shape = step.value.shape
    if len(shape) == 2:
        return shape[0], shape[1]
    return (1, 1) if not shape else (shape[0], 1) if step.per_point else (1, shape[0])


def _share(step: Step) -> int:
    """How many cells of a step belong to one point, or to the weights."""
    return step.value.size // len(step.value) if step.per_point else step.value.size


def _cells(step: Step, point: int) -> list[Cell]:
    if not step.per_point:
        return list(np.ndindex(step.value.shape))
    return [(point, *rest) for rest in np.ndindex(step.value.shape[1:])]


def _too_many(pointer: str, number: int, settings: Settings) -> Refusal:
    detail = f"That is {number:,} cells; at most {settings.max_cells:,} are explained at once. Ask for fewer."
    return over_limit(pointer, detail)
