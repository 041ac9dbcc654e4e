"""The operations: each with its value, its gradient and how both are written, on adjacent lines."""

from app.core.ops.absolute import absolute_norm, mixed_norm
from app.core.ops.averaging import average
from app.core.ops.hinge import hinge, indicator, relu
from app.core.ops.linear import affine, descend, matmul
from app.core.ops.margin import leads, margins, weighed_margins
from app.core.ops.norm import squared_norm
from app.core.ops.pieces import clip, clip_slope, huber, huber_slope, huberized_pinball, pinball, pinball_slope
from app.core.ops.probability import exponential, log_softmax, negative_own
from app.core.ops.projection import length, length_with_bias, pull_back
from app.core.ops.proximal import run_up, soft_threshold, without_l1
from app.core.ops.rivals import max_others, sum_all, sum_others
from app.core.ops.running_means import add_square, corrected, descend_scaled, running_mean
from app.core.ops.schedule_ops import geometric, half_wave, harmonic, pegasos_rate, staircase
from app.core.ops.signs import class_shortfall, class_signs, shortfall, signed_score, signs
from app.core.ops.smooth import logistic, rounded, smooth_hinge, softplus_and_slope, square
from app.core.ops.total import add, mean
from app.core.ops.velocity import gather, look_ahead

__all__ = [
    "absolute_norm",
    "add",
    "add_square",
    "affine",
    "average",
    "class_shortfall",
    "class_signs",
    "clip",
    "clip_slope",
    "corrected",
    "descend",
    "descend_scaled",
    "exponential",
    "gather",
    "geometric",
    "half_wave",
    "harmonic",
    "hinge",
    "huber",
    "huber_slope",
    "huberized_pinball",
    "indicator",
    "leads",
    "length",
    "length_with_bias",
    "log_softmax",
    "logistic",
    "look_ahead",
    "margins",
    "matmul",
    "max_others",
    "mean",
    "mixed_norm",
    "negative_own",
    "pegasos_rate",
    "pinball",
    "pinball_slope",
    "pull_back",
    "relu",
    "rounded",
    "run_up",
    "running_mean",
    "shortfall",
    "signed_score",
    "signs",
    "smooth_hinge",
    "soft_threshold",
    "softplus_and_slope",
    "square",
    "squared_norm",
    "staircase",
    "sum_all",
    "sum_others",
    "weighed_margins",
    "without_l1",
]  # fmt: skip
