"""The mathematics of Hingelab: losses, gradients, traces and runs. It knows no HTTP, HTML, JSON or pixels."""

from app.core.check import Check, check
from app.core.gradient import Gradient, gradient
from app.core.problem import Problem
from app.core.trace import Trace, trace
from app.core.train import Run, train

__all__ = ["Check", "Gradient", "Problem", "Run", "Trace", "check", "gradient", "trace", "train"]
