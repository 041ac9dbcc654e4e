"""GET /healthz, /readyz, /version, at the root: is the process alive, can it answer, which one is it."""

import platform

import numpy as np
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from app import __version__
from app.api.answers import answer

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


@router.get("/readyz", response_model=State)
async def readyz(request: Request) -> Response:
    """The application is put together and computes."""
    assert request.app.state.settings.database_url
    return answer({"status": "ready"})


@router.get("/version", response_model=Version)
async def version() -> Response:
    """The version of the program and of what it computes with."""
    return answer(
        {"name": "hingelab", "version": __version__, "python": platform.python_version(), "numpy": np.__version__}
    )
