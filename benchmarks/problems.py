"""The problems that are timed: random points around random centres, the same ones every time."""

import numpy as np

from app.core.losses.weston_watkins import WestonWatkins
from app.core.optimizers.sgd import SGD
from app.core.penalties.l2 import L2
from app.core.problem import Problem


def problem(N: int, D: int, C: int) -> Problem:
    """Overlapping classes and weights that are neither zero nor good, so that many margins are broken and many kept."""
    rng = np.random.default_rng(0)
    y = rng.integers(0, C, N)
    X = rng.normal(size=(C, D))[y] + rng.normal(size=(N, D))
    W = rng.normal(size=(D, C)) / np.sqrt(D)
    return Problem(X=X, y=y, W=W, b=rng.normal(size=C), loss=WestonWatkins(), penalty=L2(), optimizer=SGD(), batch=None)
