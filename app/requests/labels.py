"""The labels of the points: whether they and the number of classes go together with each other and with the loss."""

from app.core.losses import LOSSES
from app.requests.refusal import Refusal, invalid
from app.requests.schemas import ProblemBody

INSTEAD = next(loss.kind for loss in LOSSES if not loss.binary)


def check_labels(body: ProblemBody, classes: int) -> None:
    """Raises Refusal: 422, naming the point whose label does not fit, or the field that counts the classes."""
    if len(body.y) != len(body.X):
        counts = f"There are {count(len(body.y), 'label')} for {count(len(body.X), 'point')}"
        raise invalid("/y", f"{counts}; give each {'row' if body.layout == 'XW' else 'column'} of X one label.")
    if body.loss.binary:
        return _check_two(body)
    if classes < 2:
        raise invalid(
            "/W" if body.W is not None else "/b", "There is one class only; give each of at least 2 classes a column."
        )
    if max(body.y) >= classes:
        point = next(index for index, label in enumerate(body.y) if label >= classes)
        detail = f"The class of point {point} is past the last class, {classes - 1}; {_advice(body.y, classes)}"
        raise invalid(f"/y/{point}", detail)
    if min(body.y) < 0:
        point = body.y.index(-1)
        detail = f"The class of point {point} is −1, and {body.loss.kind} counts classes from 0; use 0 and 1."
        raise invalid(f"/y/{point}", detail)


def _advice(y: list[int], classes: int) -> str:
    if min(y) >= 1 and max(y) == classes:
        return f"classes count from 0: take 1 from every label, so that 1 to {classes} are 0 to {classes - 1}."
    return "classes count from 0; lower it, or give more `classes`."


def _check_two(body: ProblemBody) -> None:
    if body.classes not in (None, 2):
        raise _too_many(body, "/classes", "a third one in `classes`")
    if max(body.y) > 1:
        point = next(index for index, label in enumerate(body.y) if label > 1)
        raise _too_many(body, f"/y/{point}", f"class {body.y[point]:,} at point {point}")
    if {0, -1} <= set(body.y):
        point = body.y.index(0 if body.y.index(0) > body.y.index(-1) else -1)
        detail = f"The label of point {point} does not go with those before it; use 0 and 1, or −1 and 1."
        raise invalid(f"/y/{point}", detail)


def _too_many(body: ProblemBody, pointer: str, what: str) -> Refusal:
    return invalid(
        pointer,
        f"The loss {body.loss.kind} has two classes, 0 and 1 (or −1 and 1), and here is {what}; "
        f'leave the others out, or take a loss for any number of classes, such as "{INSTEAD}".',
    )


def count(number: int, noun: str) -> str:
    """So many of a noun, in words: “1 label”, “2,000 labels”."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
