"""Links that carry a moment of the page, read and written as its scripts do. It knows no address and keeps nothing."""

from app.links.moment import Moment, canonical
from app.links.permalink import LinkError, read, write
from app.links.story import Story, is_text, judged, shortened

__all__ = ["LinkError", "Moment", "Story", "canonical", "is_text", "judged", "read", "shortened", "write"]
