"""Short links: gets and creations a second, on a store with 100,000 of them.

`python -m benchmarks.links` measures SQLite in a temporary file; an URL as its argument another database, to which it
adds its rows: an empty one, please.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from itertools import count

import numpy as np

from app.store import Store
from app.store.changes import Created

ROWS, BYTES = 100_000, 1_500  # a moment with 60 points and three classes
GETS, ALONE, TOGETHER, READERS = 20_000, 500, 5_000, 4


def content(number: int) -> bytes:
    return b'{"number":%d,"filling":"%s"}' % (number, b"x" * BYTES)


def main() -> None:
    with _url() as url, closing(Store.at(url, 10 * ROWS)) as store:
        numbers = count()
        ids = _filled(store, numbers, ROWS)
        random.Random(0).shuffle(ids)
        print(f"{url.partition(':')[0]}, {ROWS:,} links of {BYTES:,} bytes: median, 99th percentile, how many a second")
        store.get(ids[0])
        _report("get", lambda at: store.get(ids[at]), GETS)
        with ThreadPoolExecutor(READERS) as pool:
            _report(f"get, {READERS} threads", lambda at: store.get(ids[at]), GETS, pool)
        _report("create, one by one", lambda at: store.create(content(next(numbers)), None).result(), ALONE)
        start = time.perf_counter()
        _filled(store, numbers, TOGETHER)
        print(f"{'create, 200 at once':24}{'':24}{TOGETHER / (time.perf_counter() - start):10,.0f} /s")


def _filled(store: Store, numbers: Iterator[int], rows: int) -> list[str]:
    """The ids of so many new links, 200 of them under way at a time."""
    made: list[Future[Created]] = []
    for at in range(rows):
        made.append(store.create(content(next(numbers)), None))
        if at >= 200:
            made[at - 200].result()
    return [each.result().id for each in made]


def _report(name: str, ask: Callable[[int], object], times: int, pool: ThreadPoolExecutor | None = None) -> None:
    def timed(at: int) -> float:
        start = time.perf_counter()
        ask(at)
        return time.perf_counter() - start

    start = time.perf_counter()
    took = np.array(list((pool.map if pool else map)(timed, range(times))))
    rate = times / (time.perf_counter() - start)
    median, late = 1e6 * np.percentile(took, (50, 99))
    print(f"{name:24}{median:10,.0f} µs{late:10,.0f} µs{rate:10,.0f} /s")


@contextmanager
def _url() -> Iterator[str]:
    if len(sys.argv) > 1:
        yield sys.argv[1]
        return
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/links.db"


if __name__ == "__main__":
    main()
