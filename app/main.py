"""The application factory: the only place that knows all the others. It decides nothing else."""

from pathlib import Path
from typing import Any

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from app import __version__
from app.api import (
    catalogue,
    check,
    code,
    compare,
    diagnose,
    export,
    figures,
    gradient,
    health,
    openapi,
    passes,
    problems,
    train,
    why,
)
from app.api.headers import SecurityHeaders
from app.mathml import mathml
from app.pages import docs, examples, lab
from app.pages.assets import Assets
from app.pages.templating import templates
from app.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
COMPUTATION = (gradient, passes, why, check, diagnose, code, train, compare, figures, export, catalogue)


def create_app(settings: Settings | None = None) -> FastAPI:
    """A new application; settings come from the environment unless given."""
    app = FastAPI(title="Hingelab", version=__version__, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.settings = settings or Settings()
    app.state.assets = assets = Assets(ROOT / "static", {"css/lab.css": lab.SHEETS})
    app.state.templates = templates(ROOT / "templates", asset=assets.url, mathml=mathml)
    app.openapi = lambda: openapi.document(app)  # type: ignore[method-assign]
    for module in COMPUTATION:  # one by one: a router of routers would cost every request another look-up
        app.include_router(module.router, prefix="/api/v1")
    for module in (health, docs, lab, examples):
        app.include_router(module.router)
    app.mount("/static", assets)
    problems.install(app)
    middleware: Any = app.add_middleware
    middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    middleware(SecurityHeaders)
    return app
