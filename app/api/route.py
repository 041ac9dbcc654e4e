"""A route that takes a body, said once for all of them: read it, parse it, compute, answer."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from app.api.describe import POSTED, refusals, takes
from app.requests.answers import answer
from app.requests.jobs import run
from app.requests.problem_from_body import parse
from app.requests.read_body import read_body
from app.requests.schemas import ProblemBody
from app.requests.texts import texts_of
from app.settings import Settings

Body = TypeVar("Body", bound=ProblemBody)
Work = Callable[..., Any]


@dataclass(frozen=True)
class Route(Generic[Body]):
    """`answer_of(asked, settings, **more)` makes the answer to a body: values that JSON can hold, or a Response.

    `more` are the parameters of the address.
    """

    path: str
    body: type[Body]
    answer_of: Work

    def respond(self, sent: bytes, settings: Settings, **more: Any) -> Response:
        """The answer to the bytes of a body. Raises Refusal."""
        return answer(self.answer_of(parse(sent, self.body, settings), settings, **more), texts_of(settings))


def posts(
    router: APIRouter, path: str, body: type[Body], model: type[BaseModel] | None, *, small: int = 0,
    first: Callable[..., None] | None = None, refused: tuple[int, ...] = (), **described: Any,
) -> Callable[[Work], Route[Body]]:  # fmt: skip
    """POST `path`: a function `answer_of(asked, settings, **more)` becomes the route that takes `body`.

    Its docstring and the parameters after the first two are the route's own. A body of fewer than `small` bytes is
    computed at once. `first(request, **more)` may refuse a request before its body is read; `refused` are the statuses
    of which that is true, `described` what else FastAPI is to say of the route.
    """

    def routed(answer_of: Work) -> Route[Body]:
        route = Route(path, body, answer_of)

        async def endpoint(request: Request, **more: Any) -> Response:
            if first is not None:
                first(request, **more)
            sent = await read_body(request)
            settings = request.app.state.settings
            if len(sent) < small:
                return route.respond(sent, settings, **more)
            return await run(request, route.respond, sent, settings, **more)

        own = list(inspect.signature(answer_of).parameters.values())[2:]
        taken = [inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request), *own]
        endpoint.__name__, endpoint.__doc__ = answer_of.__name__, answer_of.__doc__
        endpoint.__signature__ = inspect.Signature(taken, return_annotation=Response)  # type: ignore[attr-defined]
        responses = described.pop("responses", {}) | POSTED | refusals(*refused)
        router.post(path, response_model=model, responses=responses, openapi_extra=takes(body), **described)(endpoint)
        return route

    return routed
