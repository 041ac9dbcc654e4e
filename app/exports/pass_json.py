"""A pass as a JSON file: its inputs and every step, one a line, with all digits."""

from typing import Any

from app.exports.lines import as_lines
from app.exports.matrices import matrices
from app.exports.source import ExportSource


def pass_json(source: ExportSource) -> bytes:
    found = source.passed
    all_of_it = [*matrices(found, source.transposed)]
    inputs = {matrix.id: matrix.value.tolist() for matrix in all_of_it[: len(found.inputs)]}
    steps = [
        {"id": step.id, "direction": step.direction, "title": step.title, "tex": matrix.tex}
        | {"scale": step.scale, "value": matrix.value.tolist()}
        for step, matrix in zip(found.steps, all_of_it[len(found.inputs) :], strict=True)
    ]
    about: dict[str, Any] = {"layout": "WX" if source.transposed else "XW", "iteration": found.iteration}
    return as_lines(about | {"batch": found.batch.tolist()} | inputs | {"steps": steps})
