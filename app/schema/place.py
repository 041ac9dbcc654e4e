"""The place of a moment in its pass or run, and the parts of the page that a link can open or leave out."""

from typing import Any, get_args

from app.folders import STATIC
from app.schema.fields import Group

PLACE: dict[str, Any] = {
    "mode": "pass", "iteration": 0, "step": None, "point": None, "cell": None, "layout": "XW", "chart": "loss",
    "log": False, "parameters": None, "panel": None, "hide": [],
}  # fmt: skip
"""What each part of a place is where a link does not state it."""
GROUPS: tuple[str, ...] = get_args(Group)
HIDEABLE = ("plane", "board", "sentence", "charts", "transport", "panels", *GROUPS)
PANELS = tuple(sorted(view.parent.name for view in (STATIC / "panels").glob("*/view.js")))
"""The panels of the page: each is a folder with its name."""
