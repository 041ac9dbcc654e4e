"""What is too much to be computed here: points, features and classes, runs and their answers, weights one by one.

Every check raises Refusal: 422, naming the field and the limit.
"""

from app.core.problem import Problem
from app.requests.refusal import over_limit
from app.requests.schemas import ProblemBody
from app.settings import Settings


def _counted_from(body: ProblemBody) -> str:
    """The field that the number of classes was read from."""
    named = next((name for name in ("classes", "W", "b") if getattr(body, name) is not None), None)
    return f"/{named}" if named else f"/y/{body.y.index(max(body.y))}"


def check_size(body: ProblemBody, features: int, classes: int, settings: Settings) -> None:
    """Refuses a body with more numbers than are computed."""
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


def answer_size(problem: Problem, iterations: int) -> int:
    """The numbers in a run's weights and batches."""
    points = min(problem.batch or len(problem.X), len(problem.X))
    return (iterations + 1) * ((problem.X.shape[1] + 1) * problem.classes + points)


def check_whole_run(problem: Problem, iterations: int, settings: Settings) -> None:
    """Refuses a run that takes too long, or whose weights and batches are too many for an answer."""
    check_run(problem, iterations, "iterations", settings)
    size = answer_size(problem, iterations)
    if size > settings.max_run_numbers:
        detail = (
            f"The run's weights and batches are {size:,} numbers, (iterations + 1)·((D + 1)·C + points in a batch); "
            f"at most {settings.max_run_numbers:,} are sent; lower the iterations, or train on from the last weights."
        )
        raise over_limit("/iterations", detail)


def check_parameters(problem: Problem, settings: Settings, times: int) -> None:
    """Refuses to move every parameter in turn, `times` times, where that would take the worker too long."""
    points, parameters, columns = len(problem.X), problem.theta.size, problem.W.shape[1]
    if parameters > settings.max_parameters:
        detail = f"W and b have {parameters:,} numbers; at most {settings.max_parameters:,} are looked at one by one."
        raise over_limit("/X/0", detail + " Drop some features.")
    if points * columns * parameters * times > settings.max_work:
        most = settings.max_work // (columns * parameters * times)
        detail = (
            f"To look at {parameters:,} numbers over {points:,} points takes too long; send at most {most:,} points."
        )
        raise over_limit("/X", detail)
