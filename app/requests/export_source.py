"""From a body to what an export is written from; what would be too much is refused."""

from dataclasses import replace

import numpy as np

from app.core import plane
from app.core.fast.train import Run, advance, train
from app.core.problem import Problem
from app.core.tape.trace import Trace
from app.exports import EXPORTS, Export, ExportSource, Source
from app.pictures import MOST
from app.requests.limits import check_run
from app.requests.passes import diverged, passed
from app.requests.problem_from_body import problem_from, problem_of_run
from app.requests.refusal import invalid, over_limit
from app.requests.run_schemas import ExportBody
from app.settings import Settings

FEWEST = 2  # frames of a film
SERIES = 7  # numbers of an iteration besides its weights


def export_source(asked: ExportBody, export: Export, settings: Settings) -> ExportSource:
    """What `export` is to be written from. Raises Refusal: 422."""
    problem = problem_from(asked, settings)
    look = ExportSource(
        problem, asked.iteration, transposed=asked.written() == "WX", theme=asked.theme, width=asked.width,
        digits=asked.digits,
    )  # fmt: skip
    if export.source.draws:
        look = replace(look, frames=_frames(problem, export, settings), scene=plane.as_begun(problem, asked.view()))
    if export.source in (Source.FILM, Source.RUN):
        return replace(look, run=_run(asked, export, settings))
    if export.source is Source.PLANE:
        check_run(problem, asked.iteration, "iteration", settings)
        return replace(look, here=_after(problem, asked.iteration))
    return replace(look, found=_passed(problem, asked.iteration, settings))


def _frames(problem: Problem, export: Export, settings: Settings) -> int:
    """How many pictures of the plane may be drawn."""
    points, features = problem.X.shape
    if features != 2:
        others = ", ".join(kind for kind, other in EXPORTS.items() if not other.source.draws)
        raise invalid("/X", f"The plane has two features, and here there are {features:,}; choose one of {others}.")
    most, film = settings.max_marks // (points * (problem.classes + 1)), export.source is Source.FILM
    if most < (FEWEST if film else 1):
        detail = f"N·(C + 1) marks are too many for {export.kind}: at most {settings.max_marks:,} are drawn"
        raise over_limit("/X", f"{detail}{', in two frames at least' * film}; send fewer points.")
    return min(most, MOST)


def _run(asked: ExportBody, export: Export, settings: Settings) -> Run:
    problem = problem_of_run(asked, settings)
    size = (asked.iterations + 1) * (problem.theta.size + SERIES)
    if not export.source.draws and size > settings.max_export_numbers:
        detail = f"A file of this run has {size:,} numbers; at most {settings.max_export_numbers:,} are written"
        raise over_limit("/iterations", f"{detail}; lower the iterations.")
    return train(problem, asked.iterations)


def _after(problem: Problem, iteration: int) -> Problem:
    here, _ = advance(problem, iteration)
    if not np.isfinite([*here.W.flat, *here.b]).all():
        raise diverged(problem, iteration)
    return here


def _passed(problem: Problem, iteration: int, settings: Settings) -> Trace:
    found = passed(problem, iteration, settings)
    size = sum(node.value.size for node in found.inputs) + sum(step.value.size for step in found.steps)
    if size > settings.max_export_numbers:
        detail = f"This pass has {size:,} numbers; at most {settings.max_export_numbers:,} are written into a file"
        raise over_limit("/X", f"{detail}; send fewer points.")
    return found
