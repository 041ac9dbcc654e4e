"""The registry of losses: their order is the order on the page."""

from app.core.losses.base import Loss
from app.core.losses.crammer_singer import CrammerSinger
from app.core.losses.softmax import Softmax
from app.core.losses.weston_watkins import WestonWatkins

LOSSES: tuple[type[Loss], ...] = (WestonWatkins, CrammerSinger, Softmax)

__all__ = ["LOSSES", "CrammerSinger", "Loss", "Softmax", "WestonWatkins"]
