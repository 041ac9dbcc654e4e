"""λ of the penalty beside C of the slack form, ½‖w‖² + C Σ ξ_i: two ways to write one trade."""

from __future__ import annotations

from app.core.penalties import L2, Penalty
from app.core.problem import Problem


def slack_C(problem: Problem) -> float | None:
    """C for which ½‖W‖² + C Σ ξ_i, ξ_i the loss of point i, is a multiple of the total loss; None where there is none.

    The mean of the losses plus ½κ‖W‖² is κ times that for C = 1/(Nκ): κ is λ for ½λ‖W‖² and 2λ for λ‖W‖². There is no
    C without an L2 penalty, or where λ is 0 or so small that C would be no finite number.
    Source: Cortes and Vapnik, "Support-vector networks", 1995, for the slack form.
    """
    return of_penalty(problem.penalty, len(problem.X))


def of_penalty(penalty: Penalty, points: int) -> float | None:
    weight = points * penalty.curvature if isinstance(penalty, L2) else 0.0
    return 1.0 / weight if weight > 1e-300 else None


def strength_of(C: float, points: int, convention: str) -> float:
    """λ of that `convention` ("half" for ½λ‖W‖², "full" for λ‖W‖²) for a C above 0 and N `points`."""
    assert C > 0
    return 1.0 / (points * C * (1.0 if convention == "half" else 2.0))
