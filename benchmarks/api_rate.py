"""Requests per second of POST /gradient with 60 points beside a minimal FastAPI route, in one run.

Each server is one uvicorn worker; 16 keep-alive connections ask without a pause. The rounds alternate, so that a busy
machine slows all of them alike; a row is the median of its rounds.
"""

import asyncio
import json
import socket
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import get_context

import numpy as np
import uvicorn

CONNECTIONS, SECONDS, ROUNDS, WARM_UP = 16, 3.0, 5, 0.5
ROWS = {
    "minimal FastAPI route": ("benchmarks.minimal_route:app", "/json"),
    "minimal route, orjson": ("benchmarks.minimal_route:app", "/orjson"),
    "POST /api/v1/gradient": ("app.main:create_app", "/api/v1/gradient"),
}


def body(points: int = 60) -> bytes:
    rng = np.random.default_rng(0)
    problem = {
        "X": rng.normal(size=(points, 2)).round(4).tolist(),
        "y": rng.integers(0, 3, size=points).tolist(),
        "W": [[1, 2, 3], [2, -4, -1]],
        "b": [0, 0.5, -0.5],
        "loss": {"kind": "weston_watkins", "delta": 1.0},
        "penalty": {"kind": "l2", "strength": 0.1},
    }
    return json.dumps(problem).encode()


@dataclass
class Client(asyncio.Protocol):
    """One connection: sends the request again as soon as the whole answer is in, and notes how long it took."""

    request: bytes
    stop: float
    times: list[float] = field(default_factory=list)
    received: bytearray = field(default_factory=bytearray)
    closed: asyncio.Event = field(default_factory=asyncio.Event)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.send()

    def send(self) -> None:
        self.started = time.perf_counter()
        self.transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        self.received += data
        head = self.received.find(b"\r\n\r\n")
        if head < 0:
            return
        assert self.received.startswith(b"HTTP/1.1 200"), bytes(self.received[:300])
        length = int(self.received[:head].lower().split(b"content-length:")[1].split(b"\r\n")[0])
        if len(self.received) < head + 4 + length:
            return
        now = time.perf_counter()
        self.times.append(now - self.started)
        self.received.clear()
        self.send() if now < self.stop else self.transport.close()

    def connection_lost(self, error: Exception | None) -> None:
        self.closed.set()


def _same(client: Client) -> Client:
    return client


async def ask(port: int, path: str, content: bytes, seconds: float) -> list[float]:
    """The times of all answers of all connections."""
    fields = f"Host: bench\r\nContent-Type: application/json\r\nContent-Length: {len(content)}"
    head = f"POST {path} HTTP/1.1\r\n{fields}\r\n\r\n"
    stop = time.perf_counter() + seconds
    clients = [Client(head.encode() + content, stop) for _ in range(CONNECTIONS)]
    loop = asyncio.get_running_loop()
    for client in clients:
        await loop.create_connection(partial(_same, client), "127.0.0.1", port)
    for client in clients:
        await client.closed.wait()
    return [took for client in clients for took in client.times]


def serve(target: str, listener: socket.socket) -> None:
    factory = target.endswith("create_app")
    uvicorn.Server(uvicorn.Config(target, factory=factory, log_level="warning", access_log=False)).run(
        sockets=[listener]
    )


@contextmanager
def served(target: str) -> Iterator[int]:
    """The port of a fresh server. Its socket listens before it starts: an early request waits, it does not fail."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:
        process = get_context("spawn").Process(target=serve, args=(target, listener))
        process.start()
        try:
            yield listener.getsockname()[1]
        finally:
            process.terminate()
            process.join()


def measure(port: int, path: str, content: bytes) -> tuple[float, float, float]:
    """(requests per second, p50, p99 in ms) of one round."""
    times = np.sort(asyncio.run(ask(port, path, content, SECONDS)))
    return len(times) / SECONDS, 1e3 * float(times[len(times) // 2]), 1e3 * float(times[int(len(times) * 0.99)])


def main() -> None:
    content = body()
    rounds: dict[str, list[tuple[float, float, float]]] = {name: [] for name in ROWS}
    with served(ROWS["minimal FastAPI route"][0]) as yardstick, served("app.main:create_app") as ours:
        ports = {name: ours if "create_app" in target else yardstick for name, (target, _) in ROWS.items()}
        for name, (_, path) in ROWS.items():
            asyncio.run(ask(ports[name], path, content, WARM_UP))
        for _ in range(ROUNDS):
            for name, (_, path) in ROWS.items():
                rounds[name].append(measure(ports[name], path, content))
    report({name: tuple(map(statistics.median, zip(*found, strict=True))) for name, found in rounds.items()})


def report(found: dict[str, tuple[float, ...]]) -> None:
    print(
        f"POST /gradient, 60 points, one worker, {CONNECTIONS} connections, median of {ROUNDS} rounds of {SECONDS:g} s"
    )
    print(f"{'':24}{'requests/s':>12}{'ratio':>8}{'p50 ms':>9}{'p99 ms':>9}")
    first = next(iter(found.values()))[0]
    for name, (rate, p50, p99) in found.items():
        print(f"{name:24}{rate:12,.0f}{rate / first:8.2f}{p50:9.2f}{p99:9.2f}")


if __name__ == "__main__":
    main()
