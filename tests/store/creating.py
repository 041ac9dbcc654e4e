"""Creates links until it is killed, and writes down each that was acknowledged: a process of its own, for the tests.

It is started once and forks for every line it reads, which names a database and the round: "pid …", then a line for
each link, then "over". It must stay without threads, and small: what it imports is imported for all rounds.
"""

import os
import sys
from concurrent.futures import Future
from functools import partial
from itertools import count
from threading import BoundedSemaphore
from typing import NoReturn

import app.store.postgresql  # noqa: F401  (loaded before the first fork)
from app.store import Store
from app.store.changes import Created

UNDER_WAY = 40


def main() -> None:
    for line in sys.stdin:
        url, round = line.split()
        child = os.fork()
        if child == 0:
            tell(f"pid {os.getpid()}")
            create(url, int(round))
        os.waitpid(child, 0)
        tell("over")


def create(url: str, round: int) -> NoReturn:
    store, places = Store.at(url, 1_000_000), BoundedSemaphore(UNDER_WAY)

    def done(number: int, created: Future[Created]) -> None:
        if created.exception() is None:
            tell(f"{created.result().id} {number}")
        places.release()

    for number in count():
        places.acquire()
        store.create(content(round, number), None).add_done_callback(partial(done, number))
    raise AssertionError


def content(round: int, number: int) -> bytes:
    return b'{"round":%d,"number":%d,"filling":"%s"}' % (round, number, b"x" * (number % 700))


def tell(line: str) -> None:
    try:
        os.write(1, f"{line}\n".encode())  # at once and in one piece
    except BrokenPipeError:
        os._exit(1)  # whoever asked for it is gone


if __name__ == "__main__":
    main()
