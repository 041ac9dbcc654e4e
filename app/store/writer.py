"""One thread through which all changes go, those that wait together in one transaction. It knows no database.

A change is answered only after its transaction is committed: a slow disk is waited for once for all that wait.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from app.store.link import Full, Unavailable
from app.store.rows import Rows

T = TypeVar("T")
Work = Callable[[Rows], Any]
Waiting = tuple[Work, Future[Any]]

LONGEST_QUEUE = 2_000
TOGETHER = 200


class Writer:
    """`transaction()` gives the rows to change, and commits them when it is left without an error."""

    def __init__(self, transaction: Callable[[], AbstractContextManager[Rows]]) -> None:
        self._transaction = transaction
        self._waiting: deque[Waiting] = deque()
        self._thread = ThreadPoolExecutor(1, "links")

    def submit(self, work: Callable[[Rows], T]) -> Future[T]:
        """What `work` returns, once it is committed. Raises Unavailable where too much waits already."""
        if len(self._waiting) >= LONGEST_QUEUE:
            raise Unavailable
        future: Future[T] = Future()
        self._waiting.append((work, future))
        self._thread.submit(self._commit)
        return future

    def close(self) -> None:
        """Ends after the last change that waits."""
        self._thread.shutdown()

    def _commit(self) -> None:
        batch = self._batch()
        if not batch:
            return
        try:
            with self._transaction() as rows:
                outcomes = [_outcome(work, rows) for work, _ in batch]
        except Exception as error:
            outcomes = [error] * len(batch)
        for (_, future), outcome in zip(batch, outcomes, strict=True):
            _settle(future, outcome)

    def _batch(self) -> list[Waiting]:
        taken = [self._waiting.popleft() for _ in range(min(TOGETHER, len(self._waiting)))]
        return [each for each in taken if each[1].set_running_or_notify_cancel()]


def _outcome(work: Work, rows: Rows) -> Any:
    try:
        return work(rows)
    except Full as refusal:  # raised before anything was written: the others go on
        return refusal


def _settle(future: Future[Any], outcome: Any) -> None:
    if isinstance(outcome, Full | Unavailable):
        future.set_exception(
            type(outcome)(*outcome.args)
        )  # one of its own for each: a traceback grows where it is raised
    elif isinstance(outcome, Exception):
        future.set_exception(outcome)
    else:
        future.set_result(outcome)
