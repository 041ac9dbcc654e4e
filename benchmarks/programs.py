"""`python -m benchmarks.programs`: runs the programs of the dialect `pytorch` and compares them with our numbers.

Nothing is timed. It stands here because the tests, which run those of all other dialects, do not install torch.
"""

import contextlib
import io
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import torch

from app.code import write
from app.core.fast.gradient import gradient
from app.core.fast.train import train
from app.core.losses import LOSSES
from app.core.optimizers import OPTIMIZERS
from app.core.penalties import L1, L2, ElasticNet, NoPenalty, Penalty
from app.core.problem import Problem
from app.core.schedules import SCHEDULES

PENALTIES: tuple[Penalty, ...] = (
    NoPenalty(),
    *(L2(convention=convention, penalize_bias=bias) for convention, bias in product(("full", "half"), (False, True))),  # type: ignore[arg-type]
    *(kind(penalize_bias=bias) for kind, bias in product((L1, ElasticNet), (False, True))),
)


def program(problem: Problem, iterations: int) -> dict[str, Any]:
    names: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(write(problem, iterations, "pytorch").code, names)
    return names


def problems() -> Iterator[tuple[Problem, int]]:
    """Every loss × penalty, every loss on its kinks, every optimizer × penalty × schedule × batch; with updates.

    Every loss and every optimizer once more without a bias. On a kink only one update: after it the last digit of a
    tie decides where a run goes.
    """
    rng = np.random.default_rng(0)
    X, W, b = rng.normal(size=(12, 3)), rng.normal(size=(3, 4)), rng.normal(size=4)
    grid = np.array([[i, j] for i in (-2.0, -1.0, 0.0, 1.0, 2.0) for j in (-1.0, 0.0, 1.0)])
    for loss in LOSSES:
        columns, classes = (1, 2) if loss.binary else (4, 4)
        whole = Problem(X, np.arange(12) % classes, W[:, :columns], b[:columns], loss=loss())
        yield from ((replace(whole, penalty=penalty), 10) for penalty in PENALTIES)
        yield replace(whole, b=np.zeros(columns), bias=False), 10
        kinks = (0.0, 0.25, 0.5, 1.0) if hasattr(loss, "kink") else ()
        for kink in kinks:
            start = np.round(W[:2, :columns])
            of = loss(kink=kink)  # type: ignore[call-arg]
            yield Problem(grid, np.arange(15) % classes, start, np.zeros(columns), loss=of, penalty=NoPenalty()), 1
    for optimizer, penalty, schedule, batch in product(OPTIMIZERS, PENALTIES, SCHEDULES, (None, 5)):
        if not optimizer().refusal(penalty):
            rule = {"optimizer": optimizer(), "schedule": schedule(), "batch": batch}
            found = Problem(X, np.arange(12) % 4, W, b, penalty=penalty, **rule)  # type: ignore[arg-type]
            yield found, 10
            yield replace(found, b=np.zeros(4), bias=False), 10


def pytorch() -> None:
    """The value at the start, the gradient there, and where the updates lead."""
    count = 0
    for problem, n in problems():
        made, ours, after = program(problem, n), gradient(problem), train(problem, n)
        given = [torch.from_numpy(getattr(problem, name).copy()) for name in ("W", "b", "X", "y")]
        learned = [part.requires_grad_() for part in given[: len(problem.parameters)]]
        total = made["loss"](*given)
        found = [made["W"], made["b"], total, *torch.autograd.grad(total, learned)]
        slopes = (ours.dW, ours.db)[: len(learned)]
        for theirs, mine in zip(found, (after.W[-1], after.b[-1], ours.total, *slopes), strict=True):
            np.testing.assert_allclose(theirs.detach().numpy(), mine, rtol=1e-10, atol=1e-10, err_msg=str(problem))
        count += 1
    print(f"PyTorch: {count} programs give our loss, gradient and updates to 1e-10.")


if __name__ == "__main__":
    pytorch()
