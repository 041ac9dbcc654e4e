"""The dialect `notebook`: the program of `numpy` in the cells of a Jupyter notebook, nbformat 4.5."""

from __future__ import annotations

import json
from typing import Any

from app.code.listing import Part, set_out
from app.core.problem import Problem


def as_notebook(problem: Problem, parts: list[Part]) -> str:
    """The file: a title with the formula, then a heading and a cell for each part."""
    loss = problem.loss
    first = f"# {loss.title}\n\n{' '.join((type(loss).__doc__ or '').split())}\n\n$$\\ell = {loss.tex}$$"
    cells = [_cell("markdown", first)]
    for part in parts:
        cells += [_cell("markdown", f"## {part.title}")] if part.title else []
        cells.append(_cell("code", "\n".join(text for text, _ in set_out(part.lines))))
    for k, cell in enumerate(cells):
        cell["id"] = f"cell-{k}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    book = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(book, ensure_ascii=False, indent=1) + "\n"


def _cell(kind: str, source: str) -> dict[str, Any]:
    cell = {"cell_type": kind, "metadata": {}, "source": source.splitlines(keepends=True)}
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})
