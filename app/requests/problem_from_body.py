"""From a body to the core's Problem: what is left out is inferred, what does not fit or is over a limit is refused."""

from typing import Any, TypeVar

import numpy as np
from pydantic import ValidationError

from app.core.problem import Problem
from app.requests import strict_json
from app.requests.kinds import wrong_kinds
from app.requests.labels import check_labels
from app.requests.layout import inward
from app.requests.limits import check_size, check_whole_run
from app.requests.refusal import Fault, Refusal, from_pydantic, invalid
from app.requests.schemas import ProblemBody
from app.requests.weights import matrix, no_bias, vector, width
from app.schema import SETTINGS
from app.settings import Settings

Body = TypeVar("Body", bound=ProblemBody)
AS_SENT = [name for name, setting in SETTINGS.items() if setting.sent == "problem" and setting.word is None]
"""Settings that the core has by the same name and with the same values."""


def parse(body: bytes, model: type[Body], settings: Settings) -> Body:
    """The body as `model`, in the layout XW. Raises Refusal: 400 if it is not strict JSON, 422 if a field is wrong."""
    return read(strict_json.loads(body), model, settings)


def read(value: Any, model: type[Body], settings: Settings) -> Body:
    """What a body holds as `model`, in the layout XW. Raises Refusal: 422 if a field is wrong."""
    if isinstance(value, dict) and (wrong := wrong_kinds(value)):
        raise Refusal(422, "invalid-problem", wrong[0][1], [Fault(*each) for each in wrong])
    try:  # the value, not the bytes, which pydantic would parse again: 450 µs for 2,000 points, and this takes 230
        body = model.model_validate(value)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        raise from_pydantic("invalid-problem", errors, settings.max_errors) from None
    return inward(body)


def problem_from(body: ProblemBody, settings: Settings) -> Problem:
    """The problem that a body describes. Raises Refusal: 422, naming the field, the row or the point."""
    features = width(body.X, "/X")
    classes = _classes(body)
    check_size(body, features, classes, settings)
    check_labels(body, classes)
    _check_box(body)
    if refusal := body.optimizer.refusal(body.penalty):
        raise invalid("/optimizer/kind", refusal)
    columns = 1 if body.loss.binary else classes
    if not body.bias:
        no_bias("b", body.b)
    return Problem(
        X=np.array(body.X, dtype=np.float64),
        y=np.maximum(np.array(body.y, dtype=np.int64), 0),  # −1, where it may stand, is class 0
        W=np.zeros((features, columns))
        if body.W is None
        else matrix("W", body.W, (features, columns), body.loss, body.layout),
        b=np.zeros(columns) if body.b is None else vector("b", body.b, columns, body.loss),
        loss=body.loss,
        penalty=body.penalty,
        optimizer=body.optimizer,
        schedule=body.schedule,
        batch=None if body.batch == "full" else int(body.batch),
        seed=body.seed,
        **{name: getattr(body, name) for name in AS_SENT},
    )


def problem_of_run(body: ProblemBody, settings: Settings) -> Problem:
    """The problem of a body, once its whole run is known not to be too long. Raises Refusal: 422."""
    problem = problem_from(body, settings)
    check_whole_run(problem, body.iterations, settings)
    return problem


def _classes(body: ProblemBody) -> int:
    if body.loss.binary:
        return 2
    if body.classes is not None:
        return body.classes
    if body.W is not None:
        return len(body.W[0])
    if body.b is not None:
        return len(body.b)
    return max(2, max(body.y) + 1)


def _check_box(body: ProblemBody) -> None:
    if body.box is None:
        return
    x0, x1, y0, y1 = body.box
    width, height = x1 - x0, y1 - y0
    if not width > 0 or not height > 0:
        raise invalid("/box", "The window is x0, x1, y0, y1 with x0 < x1 and y0 < y1; put them in this order.")
    if abs(width - height) > 1e-6 * width:
        raise invalid("/box", f"The window is {width:g} wide and {height:g} high; make it a square.")
