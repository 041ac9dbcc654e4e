"""What the losses share in which only the closest rival counts: their closed form. It holds no loss itself."""

import numpy as np

from app.core import ops
from app.core.types import Array, Ints


def closest_rival(M: Array, own: Ints, kink: float, tolerance: float) -> tuple[Array, Array]:
    """max(0, max over the rivals of M) and its slope, as `Loss.slope` gives them; `M` (C, N) is overwritten."""
    places, n = M.ravel(), M.shape[1]
    places[own] = -np.inf
    rival = M.argmax(axis=0) * n + np.arange(n)  # the first of equals, as everywhere
    r = places[rival]
    gate = ops.indicator(r, kink, tolerance)
    G = np.zeros_like(M)
    G.ravel()[rival] = gate
    G.ravel()[own] = 0.0 - gate
    return np.maximum(r, 0.0), G
