"""The table of a whole run: a thousand full-batch iterations, every total kept."""

from functools import partial

import numpy as np

from app.core.train import train
from benchmarks.problems import problem
from benchmarks.pytorch import Rival
from benchmarks.race import race
from benchmarks.table import Target, show

OURS, PYTORCH = "Hingelab, with weights of every iteration", "PyTorch, torch.optim.SGD"
ITERATIONS = 1_000


def thousand_iterations() -> bool:
    small = problem(60, 2, 3)
    rival = Rival(small)
    totals, W = rival.train(ITERATIONS)
    run = train(small, ITERATIONS)
    np.testing.assert_allclose(totals, run.totals[:-1], rtol=1e-10, atol=1e-10)
    np.testing.assert_allclose(W, run.W[-1], rtol=1e-10, atol=1e-10)
    times = race({OURS: partial(train, small, ITERATIONS), PYTORCH: partial(rival.train, ITERATIONS)}, seconds=6.0)
    return show(f"{ITERATIONS:,} full-batch iterations at N = 60, D = 2, C = 3", times, OURS, Target(PYTORCH, 1 / 4))
