"""The matrices of a pass as a LaTeX file, each with the symbol that it has on the page. It rounds, and only here."""

import re
from collections.abc import Iterator

from app.core.types import Array
from app.exports.matrices import Matrix, matrices
from app.exports.source import ExportSource

NAMED = re.compile(r"(?P<left>.*?)(?P<sign> = | \\leftarrow | \\;\\text\{as )")
PLACE = re.compile(r"_\{(ij|ji)\}$")
LARGE = 1e5  # from here on a number has an exponent, as on the page
ALWAYS = 10  # columns that a matrix of amsmath may have unless it is told otherwise


def matrices_tex(source: ExportSource) -> bytes:
    all_of_it = [*matrices(source.passed, source.transposed)]
    widest = max(matrix.rows.shape[1] for matrix in all_of_it)
    lines = [
        f"% The matrices of iteration {source.passed.iteration}, written out by Hingelab.",
        r"\documentclass{article}",
        r"\usepackage{amsmath}",
        *([rf"\setcounter{{MaxMatrixCols}}{{{widest}}}"] if widest > ALWAYS else []),
        r"\begin{document}",
        *(line for matrix in all_of_it for line in _displayed(matrix, source.digits)),
        r"\end{document}",
    ]
    return ("\n".join(lines) + "\n").encode()


def _displayed(matrix: Matrix, digits: int) -> Iterator[str]:
    yield ""
    yield f"% {matrix.title}"
    yield r"\["
    if matrix.value.ndim:
        yield rf"{_left(matrix.tex)} \begin{{bmatrix}}"
        yield from _rows(matrix.rows, digits)
        yield r"\end{bmatrix}"
    else:
        yield f"{_left(matrix.tex)} {number(float(matrix.value), digits)}"
    yield r"\]"


def _left(tex: str) -> str:
    """The symbol of a formula with the sign behind it: = or ←."""
    found = NAMED.match(f"{tex} = ")
    assert found
    return PLACE.sub("", found["left"]) + (r" \leftarrow" if "leftarrow" in found["sign"] else " =")


def _rows(rows: Array, digits: int) -> Iterator[str]:
    whole = bool(((rows == rows.round()) & (abs(rows) < LARGE)).all())  # counts and classes need no decimals
    for row in rows.tolist():
        yield "  " + " & ".join(number(value, 0 if whole else digits) for value in row) + r" \\"


def number(value: float, digits: int) -> str:
    """Rounded, with an exponent where it is large or would look like zero, and never less than nothing by nothing."""
    text = f"{value:.{digits}f}" if abs(value) < LARGE else f"{value:.{digits}e}"
    if not text.strip("-0."):
        if not value:
            return text.removeprefix("-")
        text = f"{value:.{max(1, digits)}e}"
    mantissa, _, power = text.partition("e")
    return mantissa + (rf" \cdot 10^{{{int(power)}}}" if power else "")
