"""The registry of penalties: their order is the order on the page."""

from app.core.penalties.base import Penalty
from app.core.penalties.elastic_net import ElasticNet
from app.core.penalties.l1 import L1
from app.core.penalties.l2 import L2
from app.core.penalties.none import NoPenalty

PENALTIES: tuple[type[Penalty], ...] = (NoPenalty, L2, L1, ElasticNet)

__all__ = ["L1", "L2", "PENALTIES", "ElasticNet", "NoPenalty", "Penalty"]
