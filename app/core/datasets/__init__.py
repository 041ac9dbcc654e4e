"""The registry of data sets: their order is the order on the page."""

from app.core.datasets.base import Dataset, generate
from app.core.datasets.blobs import Blobs, TwoBlobsOverlapping
from app.core.datasets.curves import Circles, Moons, Spiral, Xor
from app.core.datasets.grid_corner import GridCorner
from app.core.datasets.nine_points import NinePoints
from app.core.datasets.uneven import OneOutlier, Unbalanced

DATASETS: tuple[type[Dataset], ...] = (
    NinePoints, Blobs, TwoBlobsOverlapping, Moons, Circles, Xor, Spiral, GridCorner, OneOutlier, Unbalanced,
)  # fmt: skip

__all__ = ["DATASETS", "Dataset", "generate"]
