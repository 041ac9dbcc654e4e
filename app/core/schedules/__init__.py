"""The registry of schedules: their order is the order on the page."""

from app.core.schedules.base import Schedule
from app.core.schedules.constant import Constant
from app.core.schedules.cosine import Cosine
from app.core.schedules.exponential import Exponential
from app.core.schedules.inverse_time import InverseTime
from app.core.schedules.step import StepDecay

SCHEDULES: tuple[type[Schedule], ...] = (Constant, StepDecay, Exponential, InverseTime, Cosine)

__all__ = ["SCHEDULES", "Constant", "Cosine", "Exponential", "InverseTime", "Schedule", "StepDecay"]
