"""The operations: each with its value, its gradient and how both are written, on adjacent lines."""

from app.core.ops.hinge import hinge, indicator, relu
from app.core.ops.linear import affine, descend
from app.core.ops.margin import margins
from app.core.ops.norm import squared_norm
from app.core.ops.probability import exponential, log_softmax, negative_own
from app.core.ops.rivals import max_others, sum_others
from app.core.ops.total import add, mean

__all__ = [
    "add", "affine", "descend", "exponential", "hinge", "indicator", "log_softmax", "margins", "max_others", "mean",
    "negative_own", "relu", "squared_norm", "sum_others",
]  # fmt: skip
