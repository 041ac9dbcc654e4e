"""The table of whole runs: a thousand full-batch iterations with every optimizer, every total kept."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import numpy as np
import torch

from app.core.fast.train import train
from app.core.optimizers import OPTIMIZERS
from app.core.problem import Problem
from benchmarks.problems import problem
from benchmarks.pytorch import Maker, Rival
from benchmarks.race import race
from benchmarks.table import duration

ITERATIONS = 1_000
SECONDS = 1.0  # for each optimizer
LIMIT = {"sgd": 1 / 4}  # of torch's time; the others must not be slower than torch

TORCH: Mapping[str, tuple[str, Maker]] = {
    "sgd": ("SGD", partial(torch.optim.SGD, lr=0.1)),
    "momentum": ("SGD, momentum", partial(torch.optim.SGD, lr=0.05, momentum=0.9)),
    "nesterov": ("SGD, nesterov", partial(torch.optim.SGD, lr=0.05, momentum=0.9, nesterov=True)),
    "adagrad": ("Adagrad", partial(torch.optim.Adagrad, lr=0.2)),
    "rmsprop": ("RMSprop", partial(torch.optim.RMSprop, lr=0.02)),
    "adam": ("Adam", partial(torch.optim.Adam, lr=0.05)),
}
PLAIN = "SGD"  # what the rules that torch does not have are measured against


def thousand_iterations() -> bool:
    small = problem(60, 2, 3)
    print(f"\n{ITERATIONS:,} full-batch iterations at N = 60, D = 2, C = 3: Hingelab, with weights of every iteration,")
    print("beside torch.optim and autograd (plain SGD where torch has no such rule)")
    print(f"  {'':<14}{'Hingelab':>11} {'torch.optim':>13}   {'share':>6}  at most")
    return all([_line(replace(small, optimizer=rule())) for rule in OPTIMIZERS])


def _line(one: Problem) -> bool:
    kind, rival = one.optimizer.kind, Rival(one)
    name, make = TORCH.get(kind, (PLAIN, TORCH["sgd"][1]))
    if kind in TORCH:
        _agree(one, rival, make)
    times = race({"ours": partial(train, one, ITERATIONS), "theirs": partial(rival.train, ITERATIONS, make)}, SECONDS)
    ours, theirs, limit = times["ours"].median, times["theirs"].median, LIMIT.get(kind, 1.0)
    met = ours <= limit * theirs
    print(f"  {kind:<14}{duration(ours)} {duration(theirs)}   {ours / theirs:6.3f}  {limit:g}", end="  ")
    print(f"{name}: {'pass' if met else 'MISS'}")
    return met


def _agree(one: Problem, rival: Rival, make: Maker) -> None:
    totals, W = rival.train(ITERATIONS, make)
    run = train(one, ITERATIONS)
    np.testing.assert_allclose(totals, run.totals[:-1], rtol=1e-8, atol=1e-8)
    np.testing.assert_allclose(W, run.W[-1], rtol=1e-8, atol=1e-8)
