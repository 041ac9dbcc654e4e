"""The table of the loss landscape: as many places as the page draws, over as many points as are still easily seen."""

from functools import partial

from app.core.fast.landscape import Parameter, landscape
from benchmarks.problems import problem
from benchmarks.race import race
from benchmarks.table import duration

LIMIT = 0.060  # seconds


def one_landscape() -> bool:
    of = problem(200, 2, 3)
    draw = partial(landscape, of, Parameter(0, 0), Parameter(1, 1), span=3.0, resolution=101)
    took = race({"ours": draw})["ours"].median
    print("\nThe loss landscape, 101 × 101 places over 200 points")
    print(f"  {duration(took)}   at most {duration(LIMIT)}: {'pass' if took <= LIMIT else 'MISS'}")
    return took <= LIMIT
