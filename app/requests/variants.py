"""The variants of a comparison as problems and runs; those that cannot run, or are too long together, are refused."""

from collections.abc import Sequence
from typing import NamedTuple

from app.core.compare import name_of, refusal, variant
from app.core.fast.train import Run, train
from app.core.problem import Problem
from app.requests.limits import answer_size
from app.requests.refusal import invalid, over_limit
from app.requests.run_schemas import VariantBody
from app.settings import Settings


class Compared(NamedTuple):
    """A variant, what it is called, and its run."""

    name: str
    problem: Problem
    run: Run


def compared(problem: Problem, asked: Sequence[VariantBody], iterations: int, settings: Settings) -> list[Compared]:
    """The run of each variant. Raises Refusal: 422, naming the variant or the limit."""
    problems = [_checked(problem, each, f"/variants/{index}") for index, each in enumerate(asked)]
    _check_together(problem, len(asked), iterations, settings)
    names = [name_of(problem, each.stated()) for each in asked]
    return [Compared(name, each, train(each, iterations)) for name, each in zip(names, problems, strict=True)]


def _checked(problem: Problem, asked: VariantBody, pointer: str) -> Problem:
    if asked.loss is not None and (advice := refusal(problem, asked.loss)):
        raise invalid(f"{pointer}/loss/kind", advice)
    found = variant(problem, asked.stated())
    if advice := found.optimizer.refusal(found.penalty):
        raise invalid(f"{pointer}/{'penalty' if asked.optimizer is None else 'optimizer'}/kind", advice)
    return found


def _check_together(problem: Problem, count: int, iterations: int, settings: Settings) -> None:
    work = count * len(problem.X) * problem.classes * iterations
    size = count * answer_size(problem, iterations)
    for what, found, most in (
        ("N·C·iterations", work, settings.max_work),
        ("the numbers in the weights and batches", size, settings.max_run_numbers),
    ):
        if found > most:
            detail = f"For {count} variants together, {what} are over {most:,}; lower the iterations or compare fewer."
            raise over_limit("/iterations", detail)
