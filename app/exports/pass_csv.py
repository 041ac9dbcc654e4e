"""A pass as a CSV file in the long form: step, row, column, value, with all digits."""

import numpy as np

from app.exports.matrices import matrices
from app.exports.source import ExportSource


def pass_csv(source: ExportSource) -> bytes:
    lines = ["step,row,column,value"]
    for matrix in matrices(source.passed, source.transposed):
        places = np.ndindex(matrix.rows.shape)
        numbers = matrix.rows.ravel().tolist()
        lines += [f"{matrix.id},{i},{j},{value!r}" for (i, j), value in zip(places, numbers, strict=True)]
    return ("\n".join(lines) + "\n").encode()
