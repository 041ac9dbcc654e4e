"""The page's pure modules, asked by a test in Python: Deno runs them, without a browser and without a network."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from app.schema import described

ROOT = Path(__file__).parents[2]
DENO = Path(sys.executable).with_name("deno")
ENVIRONMENT = {**os.environ, "DENO_DIR": str(ROOT / ".venv" / "deno"), "DENO_NO_UPDATE_CHECK": "1"}
OPTIONS = ["--no-config", "--no-remote", "--no-npm", "--allow-read=static"]


def call(*calls: tuple[str, str, list[Any]]) -> list[Any]:
    """What functions that modules of the page export answer, for (module, name, arguments) each; numbers are finite."""
    command = [str(DENO), "run", *OPTIONS, "tests/js/answer.js"]
    given = json.dumps({"schema": described(), "calls": calls}, allow_nan=False)
    done = subprocess.run(command, input=given, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found
