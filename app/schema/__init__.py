"""The problem as the page, its links and the API know it, said once: its fields, their bounds, and all limits.

The scripts have it from the `#start` of the page they are on, and write none of it again.
"""

from dataclasses import asdict
from typing import Any

from app.schema.fields import FAMILIES, FIELDS, NAMES, PINNED, SETTINGS, USUAL, WINDOW, Setting
from app.schema.limits import LIMITS, MAGNITUDE, Limits
from app.schema.place import GROUPS, HIDEABLE, PANELS, PLACE

__all__ = [
    "FAMILIES", "FIELDS", "HIDEABLE", "LIMITS", "MAGNITUDE", "NAMES", "PANELS", "PINNED", "PLACE", "SETTINGS", "USUAL",
    "WINDOW", "Limits", "Setting", "described",
]  # fmt: skip


def described() -> dict[str, Any]:
    """All of it as the scripts read it, JSON-ready."""
    fields = [field.described() for field in FIELDS]
    return {
        "limits": asdict(LIMITS),
        "fields": fields,
        "window": WINDOW,
        "place": PLACE,
        "hideable": HIDEABLE,
        "groups": GROUPS,
    }
