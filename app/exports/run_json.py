"""A run as a JSON file: losses and weights of every iteration with all digits."""

from typing import Any

from app.exports.lines import as_lines
from app.exports.source import ExportSource

SERIES = ("totals", "data", "penalty", "accuracy", "gradient_norm", "learning_rates")


def run_json(source: ExportSource) -> bytes:
    """The names are those of the answer of /train; where the run diverged all lists end."""
    run = source.whole_run
    W = run.W.swapaxes(1, 2) if source.transposed else run.W
    about: dict[str, Any] = {"layout": "WX" if source.transposed else "XW", "diverged_at": run.diverged_at}
    series = {name: getattr(run, name).tolist() for name in SERIES}
    return as_lines(
        about | {"batches_per_epoch": run.batches_per_epoch} | series | {"W": W.tolist(), "b": run.b.tolist()}
    )
