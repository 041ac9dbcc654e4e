"""Views of problems that are written out in the tests, and what a CSV file holds."""

import csv
import io
from dataclasses import replace
from typing import Any

from app.core import plane
from app.core.fast.train import train
from app.core.problem import Problem
from app.core.tape.trace import trace
from app.exports import ExportSource


def of_pass(problem: Problem, iteration: int = 0, **fields: Any) -> ExportSource:
    found = trace(problem, iteration)
    scene = plane.as_begun(problem) if problem.X.shape[1] == 2 else plane.FITTED
    return ExportSource(found.problem, iteration, found=found, **{"scene": scene, **fields})


def of_run(problem: Problem, iterations: int = 20, **fields: Any) -> ExportSource:
    return ExportSource(problem, run=train(problem, iterations), **fields)


def across(source: ExportSource) -> ExportSource:
    return replace(source, transposed=True)


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode())))
