"""From a body to the core's Problem: what is left out is inferred, what does not fit or is over a limit is refused."""

from typing import Any, TypeVar

import numpy as np
from pydantic import ValidationError

from app.core.problem import Problem
from app.requests import strict_json
from app.requests.kinds import wrong_kinds
from app.requests.labels import check_labels
from app.requests.layout import inward
from app.requests.refusal import Fault, Refusal, from_pydantic, invalid, over_limit
from app.requests.schemas import ProblemBody
from app.requests.weights import matrix, no_bias, vector, width
from app.settings import Settings

Body = TypeVar("Body", bound=ProblemBody)


def parse(body: bytes, model: type[Body], settings: Settings) -> Body:
    """The body as `model`, in the layout XW. Raises Refusal: 400 if it is not strict JSON, 422 if a field is wrong."""
    return read(strict_json.loads(body), model, settings)


def read(value: Any, model: type[Body], settings: Settings) -> Body:
    """What a body holds as `model`, in the layout XW. Raises Refusal: 422 if a field is wrong."""
    if isinstance(value, dict) and (wrong := wrong_kinds(value)):
        raise Refusal(422, "invalid-problem", wrong[0][1], [Fault(*each) for each in wrong])
    try:  # the value, not the bytes: they would be parsed again, which takes twice as long as all of this
        body = model.model_validate(value)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        raise from_pydantic("invalid-problem", errors, settings.max_errors) from None
    return inward(body)


def task(body: ProblemBody, settings: Settings) -> Problem:
    """The problem that a body describes. Raises Refusal: 422, naming the field, the row or the point."""
    features = width(body.X, "/X")
    classes = _classes(body)
    _check_size(body, features, classes, settings)
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
        bias=body.bias,
    )


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


def _counted_from(body: ProblemBody) -> str:
    """The field that `_classes` went by."""
    named = next((name for name in ("classes", "W", "b") if getattr(body, name) is not None), None)
    return f"/{named}" if named else f"/y/{body.y.index(max(body.y))}"


def _check_size(body: ProblemBody, features: int, classes: int, settings: Settings) -> None:
    points = len(body.X)
    if features > settings.max_features:
        raise over_limit(
            "/X/0", f"There are {features:,} features; at most {settings.max_features:,} are computed. Drop some."
        )
    if classes > settings.max_classes:
        raise over_limit(
            _counted_from(body),
            f"There are {classes:,} classes; at most {settings.max_classes:,} are computed. Merge some.",
        )
    if points * max(features, classes) > settings.max_numbers:
        detail = (
            f"N·max(D, C) = {points:,}·{max(features, classes):,} is over {settings.max_numbers:,}; "
            "send fewer points, features or classes."
        )
        raise over_limit("/X", detail)


def _check_box(body: ProblemBody) -> None:
    if body.box is None:
        return
    x0, x1, y0, y1 = body.box
    width, height = x1 - x0, y1 - y0
    if not width > 0 or not height > 0:
        raise invalid("/box", "The window is x0, x1, y0, y1 with x0 < x1 and y0 < y1; put them in this order.")
    if abs(width - height) > 1e-6 * width:
        raise invalid("/box", f"The window is {width:g} wide and {height:g} high; make it a square.")


def check_run(problem: Problem, iterations: int, field: str, settings: Settings) -> None:
    """Refuses a run that would take the worker too long; `field` names the iterations in the body."""
    if iterations > settings.max_iterations:
        detail = f"At most {settings.max_iterations:,} iterations are computed; lower `{field}`."
        raise over_limit(f"/{field}", detail)
    points, classes = len(problem.X), problem.classes
    if points * classes * iterations > settings.max_work:
        most = settings.max_work // (points * classes)
        advice = f"with {points:,} points and {classes} classes ask for at most {most:,}."
        raise over_limit(f"/{field}", f"N·C·iterations is over {settings.max_work:,}; {advice}")
