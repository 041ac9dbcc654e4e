"""What is wrong with somebody's gradient. The registry of mistakes: their order is the order in which they are made."""

from app.core.diagnose.diagnosis import Diagnosis, Difference, diagnose
from app.core.diagnose.explanation import Explanation, titled
from app.core.diagnose.judge import Near
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
    "Near",
    "Numbers",
    "Variant",
    "diagnose",
    "read",
    "titled",
]
