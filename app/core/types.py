"""The two kinds of array that the core passes around."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Ints = NDArray[np.int64]
Cell = tuple[int, ...]  # the place of one number in an array: (), (i,) or (i, j)
