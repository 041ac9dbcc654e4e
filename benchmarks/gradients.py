"""The tables of one gradient: few points, many points, many features, and its cost against the number of points."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from app.core.fast.gradient import gradient
from app.core.problem import Problem
from benchmarks.naive import naive_gradient
from benchmarks.problems import problem
from benchmarks.pytorch import Rival
from benchmarks.race import Entry, race
from benchmarks.table import Target, duration, show

OURS, FIRST = "Hingelab", "Hingelab, a new Problem each time"
NAIVE, PRODUCTS = "double loop, plain Python", "the two products alone"
PYTORCH = "PyTorch, multi_margin_loss and autograd"


def few_points() -> bool:
    return _against_pytorch(problem(60, 2, 3), limit=1 / 4)


def many_points() -> bool:
    return _against_pytorch(problem(50_000, 2, 3), limit=1.0)


def many_features() -> bool:
    big = problem(500, 3073, 10)
    S = big.X @ big.W
    agree(big, Rival(big).gradient)

    def products() -> None:
        big.X @ big.W
        big.X.T @ S

    return show(_title(big), race({**_ours(big), PRODUCTS: products}, seconds=4.0), OURS, Target(PRODUCTS, 1.3))


def cost_by_points() -> bool:
    print("\nOne gradient against N (D = 2, C = 3)")
    for N in (10, 100, 1_000, 10_000, 100_000):
        seconds = race({OURS: partial(gradient, problem(N, 2, 3))}, seconds=0.5)[OURS].median
        print(f"  N = {N:>7,} {duration(seconds)}   {seconds / N * 1e9:9.1f} ns a point")
    return True


def agree(of: Problem, rival: Callable[[], tuple[Any, ...]]) -> None:
    """A race between different results would mean nothing."""
    ours = gradient(of)
    for mine, theirs in zip((ours.total, ours.dW, ours.db), rival(), strict=True):
        np.testing.assert_allclose(np.asarray(theirs), np.asarray(mine), rtol=1e-10, atol=1e-10)


def _against_pytorch(of: Problem, limit: float) -> bool:
    rival = Rival(of)
    plain = partial(naive_gradient, of.X.tolist(), of.y.tolist(), of.W.tolist(), of.b.tolist())
    agree(of, rival.gradient)
    agree(of, plain)
    rivals: dict[str, Entry] = {**_ours(of), PYTORCH: rival.gradient, NAIVE: plain}
    return show(_title(of), race(rivals, seconds=6.0), OURS, Target(PYTORCH, limit))


def _ours(of: Problem) -> dict[str, Entry]:
    # A Problem checks its arrays and lays them out once, as the rival makes its tensors once; the second row pays anew.
    return {OURS: partial(gradient, of), FIRST: lambda: gradient(replace(of))}


def _title(of: Problem) -> str:
    return f"One gradient: loss, ∂L/∂W, ∂L/∂b at N = {of.X.shape[0]:,}, D = {of.X.shape[1]:,}, C = {of.classes}"
