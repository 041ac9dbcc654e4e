"""Prints what a race measured, with its targets."""

from collections.abc import Mapping
from typing import NamedTuple

from benchmarks.race import Time

UNITS = ((1.0, "s "), (1e-3, "ms"), (1e-6, "µs"))


class Target(NamedTuple):
    """`ours` must take at most `limit` times what `of` takes."""

    of: str
    limit: float


def duration(seconds: float) -> str:
    size, unit = next((unit for unit in UNITS if seconds >= unit[0]), UNITS[-1])
    return f"{seconds / size:8.2f} {unit}"


def show(title: str, times: Mapping[str, Time], ours: str, target: Target | None = None) -> bool:
    """One line a rival, its time, and that time as a multiple of ours; then the target. Was it met?"""
    print(f"\n{title}")
    print(f"  {'':<44}{'median':>11}{'':15}{'fastest':>12}")
    for name, (median, fastest) in times.items():
        print(f"  {name:<44}{duration(median)} {median / times[ours].median:8.2f} × ours {duration(fastest)}")
    if target is None:
        return True
    ratio, at_best = (mine / theirs for mine, theirs in zip(times[ours], times[target.of], strict=True))
    met = ratio <= target.limit
    print(f"  target: ours ≤ {target.limit:g} × “{target.of}”: {'pass' if met else 'MISS'}", end=", ")
    print(f"median {ratio:.3f} ×, fastest {at_best:.3f} ×")
    return met
