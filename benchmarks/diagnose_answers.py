"""`python -m benchmarks.diagnose_answers`: how long POST /api/v1/diagnose takes, with 60 points and 3 classes.

For every loss of several classes each mistake by itself, as many pairs, and gradients that no mistake explains: of
those the most is tried.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import Any

import httpx
import numpy as np

from app.core.datasets import generate
from app.core.datasets.blobs import Blobs
from app.core.diagnose import Lineup
from app.core.losses import LOSSES
from app.core.penalties import L2
from app.core.problem import Problem
from app.core.types import Array
from benchmarks.api_rate import served
from benchmarks.diagnose import pairs, singles

MOST = 150.0  # ms
SOME = 40  # pairs, and as many gradients of chance


def gradients(lineup: Lineup, rng: np.random.Generator) -> Iterator[Array]:
    """Wrong gradients (C, D + 1): of mistakes, of pairs of them, and of nothing at all."""
    for changes in (*singles(lineup), *pairs(lineup, rng, SOME)):
        yield lineup.account.gradient(changes)
    for _ in range(SOME):
        yield lineup.account.right + rng.normal(size=lineup.account.right.shape)


def body(problem: Problem, theta: Array) -> dict[str, Any]:
    given = {"dW": theta[:, :-1].T.tolist(), "db": theta[:, -1].tolist()}
    numbers = {name: getattr(problem, name).tolist() for name in ("X", "y", "W", "b")}
    return {
        **numbers,
        "loss": {"kind": problem.loss.kind},
        "penalty": {"kind": "l2", "strength": 0.1},
        "given": given,
    }


def main() -> None:
    rng, times = np.random.default_rng(0), dict[str, list[float]]()
    X, y, W, b = generate(Blobs(n=60, classes=3), 0)
    with served("app.main:create_app") as port, httpx.Client(base_url=f"http://127.0.0.1:{port}/api/v1") as client:
        httpx.get(f"http://127.0.0.1:{port}/readyz", timeout=20).raise_for_status()
        for loss in (each for each in LOSSES if not each.binary):
            problem = Problem(X, y, W, b, loss=loss(), penalty=L2(strength=0.1))
            for theta in gradients(Lineup(problem), rng):
                asked = body(problem, theta)
                start = time.perf_counter()
                client.post("/diagnose", json=asked).raise_for_status()
                times.setdefault(loss.kind, []).append(1e3 * (time.perf_counter() - start))
    print(f"POST /diagnose, 60 points, 3 classes    median    99 %    most   (at most {MOST:.0f} ms)")
    for kind, each in times.items():
        print(
            f"  {kind:<26}{len(each):5} answers{np.median(each):8.1f}{np.percentile(each, 99):8.1f}{max(each):8.1f} ms"
        )
    met = max(map(max, times.values())) <= MOST
    print("Every answer is in time." if met else "An answer is too late: MISSED.")
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
