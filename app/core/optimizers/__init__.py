"""The registry of optimizers: their order is the order on the page."""

from app.core.optimizers.base import Optimizer
from app.core.optimizers.sgd import SGD

OPTIMIZERS: tuple[type[Optimizer], ...] = (SGD,)

__all__ = ["OPTIMIZERS", "SGD", "Optimizer"]
