"""Losses and slopes at many settings of the weights at once: the one place that knows how a loss reads them flat."""

from __future__ import annotations

import numpy as np

from app.core.losses import Loss
from app.core.problem import own_places
from app.core.types import Array, Ints


def losses_at(loss: Loss, y: Ints, scores: Array) -> tuple[Array, Array]:
    """Losses (…, N) and ∂ℓ/∂S (C, …, N) at `scores` (C, …, N) of points with the classes y (N,).

    `scores` are a class a row, with as many settings of the weights between classes and points as there are; the loss
    may write over them where their memory is contiguous.
    """
    columns, *places = scores.shape
    losses, slopes = loss.slope(scores.reshape(columns, -1), own_places(y, int(np.prod(places[:-1]))))
    return losses.reshape(places), slopes.reshape(-1, *places)
