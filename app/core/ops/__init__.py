"""The operations: each with its value, its gradient and how both are written, on adjacent lines."""

from app.core.ops.absolute import absolute_norm, mixed_norm
from app.core.ops.hinge import hinge, indicator, relu
from app.core.ops.linear import affine, descend
from app.core.ops.margin import leads, margins, weighed_margins
from app.core.ops.norm import squared_norm
from app.core.ops.pieces import clip, clip_slope, huber, huber_slope, huberized_pinball, pinball, pinball_slope
from app.core.ops.probability import exponential, log_softmax, negative_own
from app.core.ops.rivals import max_others, sum_all, sum_others
from app.core.ops.signs import class_shortfall, class_signs, shortfall, signed_score, signs
from app.core.ops.smooth import logistic, rounded, smooth_hinge, softplus_and_slope, square
from app.core.ops.total import add, mean

__all__ = [
    "absolute_norm", "add", "affine", "class_shortfall", "class_signs", "clip", "clip_slope", "descend", "exponential",
    "hinge", "huber", "huber_slope", "huberized_pinball", "indicator", "leads", "log_softmax", "logistic", "margins",
    "max_others", "mean", "mixed_norm", "negative_own", "pinball", "pinball_slope", "relu", "rounded",
    "shortfall", "signed_score", "signs", "smooth_hinge", "softplus_and_slope", "square", "squared_norm", "sum_all",
    "sum_others", "weighed_margins",
]  # fmt: skip
