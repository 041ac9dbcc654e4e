"""A problem as program text that runs by itself, in several dialects. It runs nothing and knows no HTTP."""

from app.code.dialects import DIALECTS, write
from app.code.listing import Limits, Line, Listing, Unwritable

__all__ = ["DIALECTS", "Limits", "Line", "Listing", "Unwritable", "write"]
