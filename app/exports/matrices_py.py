"""The matrices of a pass as a Python file of NumPy arrays: run, it has every number to the last digit."""

from collections.abc import Iterator
from textwrap import wrap

from app.core.tape.trace import Trace
from app.exports.matrices import Matrix, matrices
from app.exports.source import ExportSource

WIDTH, INDENT = 100, "    "


def matrices_py(source: ExportSource) -> bytes:
    found = source.passed
    layout = "S = WX + b" if source.transposed else "S = XW + b"
    head = f'"""The matrices of iteration {found.iteration}, written out by Hingelab, in the layout {layout}."""'
    blocks = ["\n".join(_assigned(matrix, found)) for matrix in matrices(found, source.transposed)]
    return ("\n\n".join([head, "import numpy as np", *blocks]) + "\n").encode()


def _assigned(matrix: Matrix, found: Trace) -> Iterator[str]:
    said = f"# {matrix.symbol}: {matrix.title}"
    yield said if matrix.scale == 1.0 else f"{said}; times {matrix.scale!r} it is the gradient"
    value = matrix.value.tolist()
    line = f"{matrix.id} = np.array({value!r})"
    if len(line) <= WIDTH or not matrix.value.ndim:
        yield line
        return
    yield f"{matrix.id} = np.array(["
    rows = [f"[{_listed(row)}]," for row in value] if matrix.value.ndim > 1 else [f"{_listed(value)},"]
    for row in rows:
        inner = INDENT + " " * row.startswith("[")
        yield from wrap(row, WIDTH, initial_indent=INDENT, subsequent_indent=inner, break_on_hyphens=False)
    yield "])"


def _listed(numbers: list[float]) -> str:
    return ", ".join(map(repr, numbers))
