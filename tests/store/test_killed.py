"""A process killed while it creates links, two hundred times a database: what was acknowledged is there, and whole."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, nullcontext
from pathlib import Path
from random import Random

import pytest

from app.store import Store
from tests.postgres import Postgres
from tests.store.creating import content

ROOT = Path(__file__).parents[2]
ROUNDS = 200
CRASHES = 25  # every so many rounds the server goes down too

Acknowledged = dict[str, bytes]


class Creator:
    """The process that forks the ones to be killed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._child: int | None = None

    def begin(self, url: str, round: int) -> None:
        print(url, round, file=self._process.stdin, flush=True)
        self._round, self._child = round, int(self._line().removeprefix("pid "))

    def acknowledged(self, most: int) -> Acknowledged:
        """The next `most` links."""
        lines = (self._line().split() for _ in range(most))
        return {id: content(self._round, int(number)) for id, number in lines}

    def kill(self) -> Acknowledged:
        """The links that it had acknowledged besides."""
        found: Acknowledged = {}
        if self._child is not None:
            os.kill(self._child, signal.SIGKILL)
            while (line := self._line()) != "over":
                id, number = line.split()
                found[id] = content(self._round, int(number))
        self._child = None
        return found

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@contextmanager
def creating() -> Iterator[Creator]:
    command = [sys.executable, "-m", "tests.store.creating"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        creator = Creator(process)
        try:
            yield creator
        finally:
            creator.kill()


@pytest.fixture(scope="module")
def creators() -> Iterator[list[Creator]]:
    with ExitStack() as stack:
        yield [stack.enter_context(creating()) for _ in range(4)]


def lost(url: str, expected: Acknowledged) -> list[str]:
    """The ids of the links that a process which starts now does not find as they were."""
    with closing(Store.at(url, 1_000_000)) as store:
        found = {id: store.get(id) for id in expected}
    return [id for id, link in found.items() if link is None or link.content != expected[id]]


def test_no_link_is_lost_and_the_file_stays_whole_when_a_process_is_killed(
    creators: list[Creator], tmp_path: Path
) -> None:
    url, random, all_of_them = f"sqlite:///{tmp_path}/links.db", Random(1), Acknowledged()
    for round in range(ROUNDS):
        creators[0].begin(url, round)
        found = creators[0].acknowledged(random.randrange(1, 60)) | creators[0].kill()
        assert lost(url, found) == []
        with closing(sqlite3.connect(tmp_path / "links.db")) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        all_of_them |= found
    assert lost(url, all_of_them) == []


def test_no_link_is_lost_when_a_process_or_the_server_is_killed(creators: list[Creator], postgres: Postgres) -> None:
    url, random, all_of_them = postgres.fresh(), Random(2), Acknowledged()
    for round in range(ROUNDS):
        creators[0].begin(url, round)
        found = creators[0].acknowledged(random.randrange(1, 60))
        with postgres.away() if round % CRASHES == CRASHES - 1 else nullcontext():
            found |= creators[0].kill()
        assert lost(url, found) == []
        all_of_them |= found
    assert lost(url, all_of_them) == []


def begin_at_once(creators: list[Creator], url: str) -> None:
    for round, creator in enumerate(creators):
        creator.begin(url, round)
    found = [creator.acknowledged(20) for creator in creators]
    for each, creator in zip(found, creators, strict=True):
        assert lost(url, each | creator.kill()) == []


def test_processes_may_begin_at_once(creators: list[Creator], database_url: str) -> None:
    begin_at_once(creators, database_url)


def test_a_new_file_is_made_once_whoever_begins(creators: list[Creator], tmp_path: Path) -> None:
    for round in range(8):
        begin_at_once(creators, f"sqlite:///{tmp_path}/{round}.db")
