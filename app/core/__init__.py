"""The mathematics of Hingelab: losses, gradients, traces and runs. It knows no HTTP, HTML, JSON or pixels."""

from app.core.check.check import Check, check
from app.core.fast.gradient import Gradient, gradient
from app.core.fast.train import Run, train
from app.core.problem import Problem
from app.core.tape.trace import Trace, trace

__all__ = ["Check", "Gradient", "Problem", "Run", "Trace", "check", "gradient", "trace", "train"]
