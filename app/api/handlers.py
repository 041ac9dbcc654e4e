"""Every exception that a request can end in, as a problem document."""

from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match, Mount

from app.requests.refusal import Refusal, from_pydantic, unavailable
from app.store import Full, Unavailable


async def _refusal(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return error.response()


async def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return from_pydantic("invalid-query", error.errors(), request.app.state.settings.max_errors).response()


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    kind = {404: "not-found", 405: "method-not-allowed"}.get(error.status_code, "http-error")
    headers = dict(error.headers or {})
    if error.status_code == 405 and (methods := _methods(request)):
        headers["Allow"] = ", ".join(methods)
    advice = {
        404: "Check the address; /docs lists every route, /api/v1/catalogue every kind.",
        405: f"Use {headers.get('Allow', 'another method')} here.",
    }.get(error.status_code, HTTPStatus(error.status_code).phrase + ".")
    return Refusal(error.status_code, kind, advice, headers=headers).response()


def _methods(request: Request) -> list[str]:
    """All that an address takes: where several routes share it, the framework names those of the first only."""
    routes = [route for route in request.app.routes if not isinstance(route, Mount)]
    scopes = {method: {**request.scope, "method": method} for method in ("GET", "HEAD", "POST", "PUT", "DELETE")}
    return [name for name, scope in scopes.items() if any(each.matches(scope)[0] is Match.FULL for each in routes)]


async def _unavailable(_: Request, error: Exception) -> Response:
    return unavailable().response()


async def _full(_: Request, error: Exception) -> Response:
    return Refusal(507, "full", f"{error} Use the long link, which works without being stored.").response()


async def _failure(_: Request, error: Exception) -> Response:
    return Refusal(500, "internal", "This is a defect of Hingelab, not of the request. Please report it.").response()


def install(app: FastAPI) -> None:
    """Makes every exception of `app` end in a problem document."""
    app.add_exception_handler(Refusal, _refusal)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Unavailable, _unavailable)
    app.add_exception_handler(Full, _full)
    app.add_exception_handler(Exception, _failure)
