"""From a body to what a figure is drawn from; what the run does not have is refused."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from app.core.check.check import STEPS
from app.core.fast.landscape import Parameter
from app.core.fast.train import BOUND, Run, train
from app.core.problem import Problem
from app.figures import Figure, FigureSource
from app.requests.limits import check_parameters
from app.requests.problem_from_body import problem_of_run
from app.requests.refusal import Fault, Refusal, invalid, over_limit
from app.requests.run_schemas import PARAMETER, FigureBody
from app.requests.variants import compared
from app.settings import Settings

FINEST = 101


def figure_source(asked: FigureBody, figure: Figure, settings: Settings) -> FigureSource:
    """What `figure` is to be drawn from. Raises Refusal: 422."""
    _check_measure(asked)
    problem = problem_of_run(asked, settings)
    other = _other(asked, problem, settings)
    parameters = _parameters(asked, problem)
    if figure.moves_all:
        check_parameters(problem, settings, 2 * (1 + len(STEPS)))
    variants = compared(problem, asked.variants or (), asked.iterations, settings)
    resolution = _resolution(asked, problem, settings) if "resolution" in figure.fields else FINEST
    found = train(problem, asked.iterations)
    if "iteration" in figure.fields:
        _check_iteration(asked, found)
    return FigureSource(
        problem, found, asked.iteration, asked.log, other, parameters, asked.span, resolution,
        tuple((name, run) for name, _, run in variants), asked.measure, asked.written() == "WX",
    )  # fmt: skip


def _check_measure(asked: FigureBody) -> None:
    if asked.log and asked.measure == "accuracy":
        raise invalid("/log", "The accuracy has no logarithmic scale; leave `log` out, or draw another `measure`.")


def _other(asked: FigureBody, problem: Problem, settings: Settings) -> Run | None:
    if asked.compare is None:
        return None
    with _under("/compare"):
        other = problem_of_run(asked.compare, settings)
    both = ((problem, asked.iterations), (other, asked.compare.iterations))
    if sum(len(each.X) * each.classes * iterations for each, iterations in both) > settings.max_work:
        detail = f"N·C·iterations of both runs together is over {settings.max_work:,}; lower the iterations."
        raise over_limit("/compare/iterations", detail)
    return train(other, asked.compare.iterations)


@contextmanager
def _under(parent: str) -> Iterator[None]:
    """What is refused within points into `parent`."""
    try:
        yield
    except Refusal as refusal:
        refusal.errors = [Fault(parent + fault.pointer, fault.detail) for fault in refusal.errors]
        raise


def _parameters(asked: FigureBody, problem: Problem) -> tuple[Parameter, Parameter]:
    if asked.parameters is None:
        return _first_two(problem)
    lines = "rows" if asked.layout == "XW" else "columns"
    first, second = (_parameter(text, index, problem, lines) for index, text in enumerate(asked.parameters))
    if first == second:
        raise invalid("/parameters/1", "Both parameters are the same; choose two different ones.")
    return first, second


def _first_two(problem: Problem) -> tuple[Parameter, Parameter]:
    features, columns = problem.W.shape
    if features > 1:
        return Parameter(0, 0), Parameter(0, 1)
    if problem.bias:
        return Parameter(0, 0), Parameter(0)
    if columns > 1:
        return Parameter(0, 0), Parameter(1, 0)
    raise invalid("/bias", "Without a bias there is a single weight here and a landscape has two; set bias to true.")


def _parameter(text: str, index: int, problem: Problem, lines: str) -> Parameter:
    found = PARAMETER.fullmatch(text)
    assert found, "the schema lets nothing else pass"
    features, columns = problem.W.shape
    if found[3] is None and int(found[1]) >= features:
        raise invalid(f"/parameters/{index}", f"W has the {lines} 0 to {features - 1}; choose one of them.")
    if found[3] and not problem.bias:
        raise invalid(f"/parameters/{index}", "This problem has no bias; choose a number of W, or set bias to true.")
    column = int(found[3] or found[2])
    if column >= columns:
        there = f"The classes are 0 to {columns - 1}" if columns > 1 else "A loss of two classes has column 0 only"
        raise invalid(f"/parameters/{index}", f"{there}; choose one of them.")
    return Parameter(column, None if found[3] else int(found[1]))


def _resolution(asked: FigureBody, problem: Problem, settings: Settings) -> int:
    share = problem.classes * max(problem.X.shape[0], problem.X.shape[1] + 1)
    finest = min(FINEST, max(2, int((settings.max_work / share) ** 0.5)))
    if asked.resolution is not None and asked.resolution > finest:
        detail = f"With so many points at most {finest} places a side are computed; lower `resolution` or leave it out."
        raise over_limit("/resolution", detail)
    return asked.resolution or finest


def _check_iteration(asked: FigureBody, found: Run) -> None:
    at, last = asked.iteration, len(found.W) - 1
    if at > last and found.diverged_at is None:
        raise invalid(
            "/iteration", f"The run has the iterations 0 to {last}; ask for one of them, or for a longer run."
        )
    if at > last or not np.abs([*found.W[at].flat, *found.b[at]]).max() <= BOUND:
        detail = (
            f"The run diverged at iteration {found.diverged_at}; lower the learning rate, or look at an earlier one."
        )
        raise Refusal(422, "diverged", detail, [Fault("/iteration", detail)])
