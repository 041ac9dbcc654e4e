"""The registry of optimizers: their order is the order on the page."""

from app.core.optimizers.adagrad import AdaGrad
from app.core.optimizers.adam import Adam
from app.core.optimizers.apg import AcceleratedProximal
from app.core.optimizers.averaged_sgd import AveragedSGD
from app.core.optimizers.base import Iteration, Memory, Optimizer
from app.core.optimizers.momentum import Momentum
from app.core.optimizers.nesterov import Nesterov
from app.core.optimizers.pegasos import Pegasos
from app.core.optimizers.rmsprop import RMSprop
from app.core.optimizers.sgd import SGD

OPTIMIZERS: tuple[type[Optimizer], ...] = (
    SGD, Momentum, Nesterov, AdaGrad, RMSprop, Adam, AveragedSGD, Pegasos, AcceleratedProximal,
)  # fmt: skip

__all__ = [
    "OPTIMIZERS", "SGD", "AcceleratedProximal", "AdaGrad", "Adam", "AveragedSGD", "Iteration", "Memory", "Momentum",
    "Nesterov", "Optimizer", "Pegasos", "RMSprop",
]  # fmt: skip
