"""A run as a CSV file: an iteration a row, with its losses and every weight, with all digits."""

import numpy as np

from app.exports.source import ExportSource

HEAD = ("iteration", "data", "penalty", "total", "accuracy", "gradient_norm", "learning_rate")


def run_csv(source: ExportSource) -> bytes:
    """Weights are named row first. The last iteration makes no update: its learning rate is left empty."""
    run = source.whole_run
    iterations = len(run.W)
    W = run.W.swapaxes(1, 2) if source.transposed else run.W
    names = [f'"W[{i},{j}]"' for i, j in np.ndindex(W.shape[1:])] + [f"b[{k}]" for k in range(run.b.shape[1])]
    series = (run.data, run.penalty, run.totals, run.accuracy, run.gradient_norm)
    table = np.concatenate([np.stack(series, axis=1), W.reshape(iterations, -1), run.b], axis=1).tolist()
    rates = [repr(rate) for rate in run.learning_rates.tolist()] + [""]
    rows = (
        ",".join([str(t), *map(repr, row[: len(series)]), rate, *map(repr, row[len(series) :])])
        for t, (row, rate) in enumerate(zip(table, rates, strict=True))
    )
    return ("\n".join([",".join((*HEAD, *names)), *rows]) + "\n").encode()
