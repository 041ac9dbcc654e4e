"""What the losses with two cuts share. It holds no loss itself."""

import numpy as np

from app.core.losses.base import BinaryLoss


class Truncated(BinaryLoss):
    """A loss of two classes that is flat left of −a and right of kappa."""

    a: float | None
    kappa: float | None

    @property
    def cuts(self) -> tuple[float, float]:
        """a and κ; None is no cut at all."""
        return np.inf if self.a is None else self.a, np.inf if self.kappa is None else self.kappa
