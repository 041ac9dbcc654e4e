"""`python -m benchmarks.programs`: runs what `pytorch` and `scikit-learn` say, and compares it with our numbers.

Nothing is timed. It stands here because the tests do not install torch; scikit-learn is compared where it is installed.
"""

import contextlib
import io
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from itertools import product
from typing import Any

import numpy as np

from app.code import Unwritable, write
from app.core.gradient import gradient
from app.core.losses import LOSSES
from app.core.optimizers import OPTIMIZERS
from app.core.penalties import L1, L2, ElasticNet, NoPenalty, Penalty
from app.core.problem import Problem
from app.core.schedules import SCHEDULES
from app.core.train import train

PENALTIES: tuple[Penalty, ...] = (
    NoPenalty(),
    *(L2(convention=convention, penalize_bias=bias) for convention, bias in product(("full", "half"), (False, True))),  # type: ignore[arg-type]
    *(kind(penalize_bias=bias) for kind, bias in product((L1, ElasticNet), (False, True))),
)
MINIMUM = 1e-5  # the solvers of scikit-learn stop when they are near


def program(problem: Problem, iterations: int, dialect: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(write(problem, iterations, dialect).code, names)
    return names


def problems() -> Iterator[tuple[Problem, int]]:
    """Every loss × penalty, every loss on its kinks, every optimizer × penalty × schedule × batch; with updates.

    On a kink only one: after it the last digit of a tie decides where a run goes.
    """
    rng = np.random.default_rng(0)
    X, W, b = rng.normal(size=(12, 3)), rng.normal(size=(3, 4)), rng.normal(size=4)
    grid = np.array([[i, j] for i in (-2.0, -1.0, 0.0, 1.0, 2.0) for j in (-1.0, 0.0, 1.0)])
    for loss in LOSSES:
        columns, classes = (1, 2) if loss.binary else (4, 4)
        whole = Problem(X, np.arange(12) % classes, W[:, :columns], b[:columns], loss=loss())
        yield from ((replace(whole, penalty=penalty), 10) for penalty in PENALTIES)
        kinks = (0.0, 0.25, 0.5, 1.0) if hasattr(loss, "kink") else ()
        for kink in kinks:
            start = np.round(W[:2, :columns])
            of = loss(kink=kink)  # type: ignore[call-arg]
            yield Problem(grid, np.arange(15) % classes, start, np.zeros(columns), loss=of, penalty=NoPenalty()), 1
    for optimizer, penalty, schedule, batch in product(OPTIMIZERS, PENALTIES, SCHEDULES, (None, 5)):
        if not optimizer().refusal(penalty):
            rule = {"optimizer": optimizer(), "schedule": schedule(), "batch": batch}
            yield Problem(X, np.arange(12) % 4, W, b, penalty=penalty, **rule), 10  # type: ignore[arg-type]


def pytorch() -> None:
    """The value at the start, the gradient there, and where the updates lead."""
    import torch

    count = 0
    for problem, n in problems():
        made, ours, after = program(problem, n, "pytorch"), gradient(problem), train(problem, n)
        given = [torch.from_numpy(getattr(problem, name).copy()) for name in ("W", "b", "X", "y")]
        parameters = [given[0].requires_grad_(), given[1].requires_grad_()]
        total = made["loss"](*given)
        found = [total, *torch.autograd.grad(total, parameters), made["W"], made["b"]]
        for theirs, mine in zip(found, (ours.total, ours.dW, ours.db, after.W[-1], after.b[-1]), strict=True):
            np.testing.assert_allclose(theirs.detach().numpy(), mine, rtol=1e-10, atol=1e-10, err_msg=str(problem))
        count += 1
    print(f"PyTorch: {count} programs give our loss, gradient and updates to 1e-10.")


def scikit_learn() -> None:
    """At what it finds no direction leads further down: the loss of the page is at its minimum."""
    if not find_spec("sklearn"):
        return print("scikit-learn is not installed here: its programs are not run.")
    rng, count = np.random.default_rng(1), 0
    X = np.concatenate([rng.normal(size=(20, 2)) + centre for centre in ([2, 0], [-1, 2], [-1, -2])])
    y = np.repeat([0, 1, 2], 20)
    for loss, penalty in product(LOSSES, PENALTIES):
        of = slice(40) if loss.binary else slice(60)
        columns = 1 if loss.binary else 3
        problem = Problem(X[of], y[of], np.zeros((2, columns)), np.zeros(columns), loss=loss(), penalty=penalty)
        try:
            made = program(problem, 0, "scikit-learn")
        except Unwritable:
            continue
        best = gradient(replace(problem, W=made["W"], b=made["b"])).total
        assert abs(best - made["loss"](made["W"], made["b"], problem.X, problem.y)) < 1e-10
        for size in (1e-3, 1e-2, 0.1):
            for _ in range(200):
                W, b = (made[name] + size * rng.normal(size=made[name].shape) for name in ("W", "b"))
                beside = gradient(replace(problem, W=W, b=b)).total
                assert beside > best - MINIMUM * size, (loss.kind, penalty, size, best - beside)
        count += 1
    print(f"scikit-learn: {count} programs end at the minimum of our loss.")


if __name__ == "__main__":
    pytorch()
    scikit_learn()
