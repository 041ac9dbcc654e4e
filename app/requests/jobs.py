"""Runs large requests in a few threads, so that small ones need not wait."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import anyio
from fastapi import Request

P = ParamSpec("P")
T = TypeVar("T")


async def run(request: Request, work: Callable[P, T], *args: P.args, **more: P.kwargs) -> T:
    """`work(*args, **more)` in a thread; no more at a time than the settings say, the others wait their turn."""
    state = request.app.state
    if not hasattr(state, "limiter"):  # a limiter belongs to the event loop, which create_app() does not have yet
        state.limiter = anyio.CapacityLimiter(state.settings.threads)
    return await anyio.to_thread.run_sync(lambda: work(*args, **more), limiter=state.limiter)
