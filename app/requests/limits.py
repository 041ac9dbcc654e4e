"""How many weights may be looked at one by one."""

from app.core.problem import Problem
from app.requests.refusal import over_limit
from app.settings import Settings


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
