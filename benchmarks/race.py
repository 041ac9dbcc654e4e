"""Times rivals against each other, fairly: in turns, with medians. It knows nothing of what they compute."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter
from typing import NamedTuple

Entry = Callable[[], object]

BURST = 2e-3  # seconds that one rival runs at a stretch: far above the clock's resolution


class Time(NamedTuple):
    """Seconds of one call. On a busy machine the two part: then neither is worth quoting."""

    median: float
    fastest: float


def race(rivals: Mapping[str, Entry], seconds: float = 2.0) -> dict[str, Time]:
    """The time of one call of each. They run A B C A B C …, so that a slow moment of the machine hits all."""
    calls = {name: _calls_per_burst(rival) for name, rival in rivals.items()}
    times: dict[str, list[float]] = {name: [] for name in rivals}
    end = perf_counter() + seconds
    while perf_counter() < end or len(next(iter(times.values()))) < 5:
        for name, rival in rivals.items():
            times[name].append(_burst(rival, calls[name]))
    return {name: Time(median(of_one), min(of_one)) for name, of_one in times.items()}


def _calls_per_burst(rival: Entry) -> int:
    rival()  # warm: caches, lazy imports, thread pools
    return max(1, round(BURST / _burst(rival, 1)))


def _burst(rival: Entry, calls: int) -> float:
    start = perf_counter()
    for _ in range(calls):
        rival()
    return (perf_counter() - start) / calls
