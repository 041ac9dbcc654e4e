"""`python -m benchmarks.shared`: the page of a short link and its picture, beside 100,000 others.

Another link with every request, as no cache would have it: 16 connections to one worker, compressed as browsers ask.
"""

import asyncio
import itertools
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial

import httpx
import numpy as np

from app.core.presets import PRESETS
from app.figures import FIGURES
from app.links import Moment, canonical, judged
from app.requests.moments import known
from app.store import Store
from app.store.changes import Created
from benchmarks.api_rate import CONNECTIONS, Client, served

ROWS, AT_ONCE, SECONDS, PICTURES = 100_000, 200, 10.0, 40
HEAD = "GET {} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: gzip\r\n\r\n"


@dataclass
class Wanderer(Client):
    """Asks for another path with every request."""

    requests: Iterator[bytes] = field(default_factory=lambda: iter(()))

    def send(self) -> None:
        self.request = next(self.requests)
        super().send()


def moments(rows: int) -> list[bytes]:
    """Contents of 60 points and three classes, each another."""
    rng, preset = np.random.default_rng(0), next(p for p in PRESETS if p.kind == "overlapping")
    content = {name: part.tolist() for name, part in zip("XyWb", preset.start(), strict=True)}
    family = {"loss": "losses", "penalty": "penalties", "optimizer": "optimizers", "schedule": "schedules"}
    content |= {name: {"kind": known()[kinds][0]["kind"]} for name, kinds in family.items()}
    content |= {"data": {"kind": "own", "seed": 0}, "batch": "full", "iterations": 200, "at": {"iteration": 100}}
    content |= {"X": rng.normal(size=(60, 2)).round(4).tolist(), "y": rng.integers(0, 2, 60).tolist()}
    found = judged(known(), tuple(FIGURES), content)
    assert isinstance(found, Moment)
    return [canonical(found.content | {"draw": n % 10_000, "unit": 1 + n // 10_000}) for n in range(rows)]


def stored(url: str) -> list[str]:
    with closing(Store.at(url, 10 * ROWS)) as store:
        made = list[Future[Created]]()
        for at, content in enumerate(moments(ROWS)):
            made.append(store.create(content, None))
            if at >= AT_ONCE:
                made[at - AT_ONCE].result()
        ids = [each.result().id for each in made]
    random.Random(0).shuffle(ids)
    return ids


async def ask(port: int, ids: list[str], seconds: float) -> list[float]:
    requests = itertools.cycle([HEAD.format(f"/s/{id}").encode() for id in ids])
    stop = time.perf_counter() + seconds
    clients = [Wanderer(b"", stop, requests=requests) for _ in range(CONNECTIONS)]
    for client in clients:
        await asyncio.get_running_loop().create_connection(partial(_same, client), "127.0.0.1", port)
    for client in clients:
        await client.closed.wait()
    return [took for client in clients for took in client.times]


def _same(client: Client) -> Client:
    return client


def pictures(port: int, ids: list[str]) -> None:
    for name in ("cold", "warm"):
        took, sizes = [], []
        with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
            for id in ids[:PICTURES]:
                start = time.perf_counter()
                sizes.append(len(client.get(f"/s/{id}.png").raise_for_status().content))
                took.append(1e3 * (time.perf_counter() - start))
        median, most = np.median(took), np.max(took)
        print(f"preview image, {name}: {median:.1f} ms median, {most:.1f} at most; {max(sizes) / 1000:.0f} KB at most")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{folder}/links.db"
        ids = stored(url)
        os.environ["HINGELAB_DATABASE_URL"] = url
        with served("app.main:create_app") as port:
            asyncio.run(ask(port, ids[:500], 1.0))
            times = 1e3 * np.sort(asyncio.run(ask(port, ids, SECONDS)))
            rate, (median, late) = len(times) / SECONDS, np.percentile(times, (50, 99))
            print(f"GET /s/{{id}}, {ROWS:,} links: {rate:,.0f} requests/s, p50 {median:.1f} ms, p99 {late:.1f} ms")
            pictures(port, ids)


if __name__ == "__main__":
    main()
