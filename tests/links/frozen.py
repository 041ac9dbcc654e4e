"""Links that were given out, with what they hold: never change one, only add."""

import json
from pathlib import Path
from typing import Any

FROZEN: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "links.json").read_text())
