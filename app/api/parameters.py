"""Numbers that stand for W and b besides the weights, and how many of them may be looked at one by one."""

from collections.abc import Sequence

import numpy as np

from app.api.problems import invalid, over_limit
from app.core.problem import Problem
from app.core.types import Array
from app.settings import Settings


def check_parameters(problem: Problem, settings: Settings, times: int) -> None:
    """Refuses to move every parameter in turn, `times` times, where that would take the worker too long."""
    points, parameters, columns = len(problem.X), problem.theta.size, problem.W.shape[1]
    if parameters > settings.max_parameters:
        detail = f"W and b have {parameters:,} numbers; at most {settings.max_parameters:,} are looked at one by one."
        raise over_limit("/X/0", detail + " Drop some features.")
    if points * columns * parameters * times > settings.max_work:
        most = settings.max_work // (columns * parameters * times)
        detail = (
            f"To look at {parameters:,} numbers over {points:,} points takes too long; send at most {most:,} points."
        )
        raise over_limit("/X", detail)


def matrix(name: str, rows: Sequence[Sequence[float]], problem: Problem) -> Array:
    """`rows` as an array of W's shape; `name` is their field. Raises Problem: 422."""
    features, columns = problem.W.shape
    uneven = next((at for at, row in enumerate(rows) if len(row) != len(rows[0])), None)
    if uneven is not None:
        counts = f"Row {uneven} has another length than row 0, {len(rows[uneven])} for {len(rows[0])}"
        raise invalid(f"/{name}/{uneven}", f"{counts}; make all rows equally long.")
    shape = (len(rows), len(rows[0]))
    if shape != (features, columns):
        transposed = " It looks transposed." if shape == (columns, features) else ""
        wanted = f"must be like W, {features}×{columns}.{transposed}"
        raise invalid(f"/{name}", f"{name} is {shape[0]}×{shape[1]} and {wanted}")
    return np.array(rows, dtype=np.float64)


def vector(name: str, numbers: Sequence[float], problem: Problem) -> Array:
    """`numbers` as an array of b's length; `name` is their field. Raises Problem: 422."""
    wanted = problem.W.shape[1]
    if len(numbers) != wanted:
        raise invalid(f"/{name}", f"The length of {name} is {len(numbers):,} and must be that of b, {wanted}.")
    return np.array(numbers, dtype=np.float64)
