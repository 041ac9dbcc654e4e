"""The operations: each with its value, its gradient and how both are written, on adjacent lines."""

from app.core.ops.averaging import average
from app.core.ops.ball import length, length_with_bias, pull_back
from app.core.ops.hinge import hinge, indicator, relu
from app.core.ops.linear import affine, descend
from app.core.ops.margin import margins
from app.core.ops.moments import add_square, corrected, descend_scaled, mean_square, running_mean
from app.core.ops.norm import squared_norm
from app.core.ops.probability import exponential, log_softmax, negative_own
from app.core.ops.proximal import run_up, soft_threshold, without_l1
from app.core.ops.rates import geometric, half_wave, harmonic, pegasos_rate, staircase
from app.core.ops.rivals import max_others, sum_others
from app.core.ops.total import add, mean
from app.core.ops.velocity import gather, look_ahead

__all__ = [
    "add",
    "add_square",
    "affine",
    "average",
    "corrected",
    "descend",
    "descend_scaled",
    "exponential",
    "gather",
    "geometric",
    "half_wave",
    "harmonic",
    "hinge",
    "indicator",
    "length",
    "length_with_bias",
    "log_softmax",
    "look_ahead",
    "margins",
    "max_others",
    "mean",
    "mean_square",
    "negative_own",
    "pegasos_rate",
    "pull_back",
    "relu",
    "run_up",
    "running_mean",
    "soft_threshold",
    "squared_norm",
    "staircase",
    "sum_others",
    "without_l1",
]  # fmt: skip
