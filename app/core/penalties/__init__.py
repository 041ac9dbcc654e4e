"""The registry of penalties: their order is the order on the page."""

from app.core.penalties.base import Penalty
from app.core.penalties.l2 import L2
from app.core.penalties.none import NoPenalty

PENALTIES: tuple[type[Penalty], ...] = (NoPenalty, L2)

__all__ = ["L2", "PENALTIES", "NoPenalty", "Penalty"]
