"""The registry of losses: their order is the order on the page."""

from app.core.losses.base import BinaryLoss, Loss
from app.core.losses.crammer_singer import CrammerSinger
from app.core.losses.hinge import Hinge
from app.core.losses.huberized_truncated_pinball import HuberizedTruncatedPinball
from app.core.losses.logistic import Logistic
from app.core.losses.one_vs_all import OneVsAll
from app.core.losses.perceptron import Perceptron
from app.core.losses.pinball import Pinball
from app.core.losses.smooth_hinge import SmoothHinge
from app.core.losses.softmax import Softmax
from app.core.losses.squared_hinge import SquaredHinge
from app.core.losses.squared_weston_watkins import SquaredWestonWatkins
from app.core.losses.truncated_pinball import TruncatedPinball
from app.core.losses.weston_watkins import WestonWatkins

LOSSES: tuple[type[Loss], ...] = (
    WestonWatkins,
    SquaredWestonWatkins,
    CrammerSinger,
    OneVsAll,
    Softmax,
    SmoothHinge,
    Perceptron,
    Hinge,
    SquaredHinge,
    Logistic,
    Pinball,
    TruncatedPinball,
    HuberizedTruncatedPinball,
)

__all__ = [
    "LOSSES", "BinaryLoss", "CrammerSinger", "Hinge", "HuberizedTruncatedPinball", "Logistic", "Loss", "OneVsAll",
    "Perceptron", "Pinball", "SmoothHinge", "Softmax", "SquaredHinge", "SquaredWestonWatkins", "TruncatedPinball",
    "WestonWatkins",
]  # fmt: skip
