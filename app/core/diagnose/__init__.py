"""What is wrong with somebody's gradient. The registry of mistakes: their order is the order in which they are made."""

from app.core.diagnose.diagnosis import Diagnosis, Difference, Explanation, diagnose
from app.core.diagnose.mistake import Mistake, Variant
from app.core.diagnose.pasted import Given, Numbers, read
from app.core.diagnose.suspects import MISTAKES, Lineup

__all__ = [
    "MISTAKES",
    "Diagnosis",
    "Difference",
    "Explanation",
    "Given",
    "Lineup",
    "Mistake",
    "Numbers",
    "Variant",
    "diagnose",
    "read",
]
