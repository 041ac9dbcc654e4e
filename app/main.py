"""The application factory: the only place that knows all the others."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from anyio import to_thread
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from app import __version__
from app.api import handlers, openapi
from app.api.headers import SecurityHeaders
from app.api.routes import (
    catalogue,
    check,
    code,
    compare,
    diagnose,
    export,
    figures,
    gradient,
    health,
    links,
    passes,
    qr,
    train,
    why,
)
from app.folders import STATIC, TEMPLATES
from app.mathml import mathml
from app.pages import docs, embed, examples, lab, offline, shared
from app.pages.assets import Assets
from app.pages.templating import templates
from app.settings import Settings
from app.store import Store

COMPUTATION = (gradient, passes, why, check, diagnose, code, train, compare, figures, export, catalogue)
LINKS = (links, qr)


def create_app(settings: Settings | None = None) -> FastAPI:
    """A new application; settings come from the environment unless given."""
    settings = settings or Settings()
    app = FastAPI(
        title="Hingelab", version=__version__, lifespan=_lifespan,
        docs_url=None, redoc_url=None, redirect_slashes=False,
        generate_unique_id_function=openapi.operation_id,
    )  # fmt: skip
    app.state.settings = settings
    app.state.store = Store.at(settings.database_url, settings.max_links)
    joined = {"css/lab.css": lab.SHEETS, "css/embed.css": embed.SHEETS, "css/docs.css": docs.SHEETS}
    joined["css/missing.css"] = shared.MISSING
    app.state.assets = assets = Assets(STATIC, joined)
    app.state.templates = templates(TEMPLATES, settings, asset=assets.url, mathml=mathml)
    app.openapi = lambda: openapi.document(app)  # type: ignore[method-assign]
    # One by one: a router of routers would cost every request another look-up. What has a name of its own comes first.
    for module in (offline, *COMPUTATION, *LINKS):
        app.include_router(module.router, prefix="/api/v1")
    for module in (health, docs, lab, shared, embed, examples):
        app.include_router(module.router)
    app.mount("/static", assets)
    handlers.install(app)
    middleware: Any = app.add_middleware
    middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"])  # no cookies, no secrets
    middleware(SecurityHeaders)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    await to_thread.run_sync(shared.prepare, app.state)  # where pictures are drawn later: its memory is there then
    yield
    app.state.store.close()
