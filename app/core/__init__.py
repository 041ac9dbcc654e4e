"""The mathematics of Hingelab: losses, gradients, traces and runs. It knows no HTTP, HTML, JSON or pixels."""

from app.core.gradient import Gradient, gradient
from app.core.problem import Problem
from app.core.trace import Trace, trace
from app.core.train import Run, train

__all__ = ["Gradient", "Problem", "Run", "Trace", "gradient", "trace", "train"]
