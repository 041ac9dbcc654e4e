"""GET /healthz, /readyz, /version, at the root: is the process alive, can it answer, which one is it."""

import asyncio
import platform

import numpy as np
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from app import __version__
from app.api.describe import refusals
from app.core import Problem, check
from app.core.presets import PRESETS
from app.requests.answers import answer
from app.requests.refusal import Refusal
from app.store import PROBE, Store, Unavailable

router = APIRouter(tags=["operation"])


class State(BaseModel):
    """What a probe needs to know."""

    status: str


class Version(BaseModel):
    """What runs here."""

    name: str
    version: str
    python: str
    numpy: str


@router.get("/healthz", response_model=State)
async def healthz() -> Response:
    """The process is alive and its event loop turns."""
    return answer({"status": "ok"})


@router.get("/readyz", response_model=State, responses=refusals(503))
async def readyz(request: Request) -> Response:
    """It computes a gradient that agrees with differences of the loss, and the database of the short links answers.

    Where one of them does not, the answer is 503 and says which. Without its database everything but short links works.
    """
    faults = await asyncio.to_thread(_faults, request.app.state.store)
    if faults:
        raise Refusal(503, "not-ready", " ".join(faults))
    return answer({"status": "ready"})


def _faults(store: Store) -> list[str]:
    found = []
    if check(Problem(*PRESETS[0].start())).verdict != "right":
        found.append("The gradient that is computed here does not agree with differences of the loss.")
    try:
        store.get(PROBE)
    except Unavailable:
        found.append("The database of the short links does not answer; the log says why.")
    return found


@router.get("/version", response_model=Version)
async def version() -> Response:
    """The version of the program and of what it computes with."""
    return answer(
        {"name": "hingelab", "version": __version__, "python": platform.python_version(), "numpy": np.__version__}
    )
