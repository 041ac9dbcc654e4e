"""A run as a JSON file: losses and weights of every iteration with all digits."""

from typing import Any

from app.exports.lines import as_lines
from app.exports.view import View

SERIES = ("totals", "data", "penalty", "accuracy", "gradient_norm", "learning_rates")


def run_json(view: View) -> bytes:
    """The names are those of the answer of /train; where the run diverged all lists end."""
    run = view.whole_run
    W = run.W.swapaxes(1, 2) if view.transposed else run.W
    about: dict[str, Any] = {"layout": "WX" if view.transposed else "XW", "diverged_at": run.diverged_at}
    series = {name: getattr(run, name).tolist() for name in SERIES}
    return as_lines(
        about | {"batches_per_epoch": run.batches_per_epoch} | series | {"W": W.tolist(), "b": run.b.tolist()}
    )
