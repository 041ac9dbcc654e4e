"""Lines and convex polygons cut to the square [−1, 1]², many at a time. It knows no classes, scores or data units."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.core.types import Array, Ints

Flags = NDArray[np.bool_]
SQUARE = np.array([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])
SHORTEST = 1e-3  # a line that cuts off less of a corner cannot be seen
FAR = 1e6  # a line this many half-widths away is as good as infinitely far


class Lines(NamedTuple):
    """The lines normal·u + offset = 0 inside the square, for any leading shape `...`."""

    visible: Flags  # (...): the line exists and crosses the square
    ends: Array  # (..., 2, 2): from, to, with the positive side on the left
    nearest: Array  # (..., 2): the point of the visible part nearest to the centre
    direction: Array  # (..., 2): unit normal, towards the positive side


def clip_lines(normal: Array, offset: Array) -> Lines:
    """Cut the lines normal·u + offset = 0; `normal` (..., 2), `offset` (...)."""
    size = np.abs(normal).max(axis=-1)
    exists = size > 0
    with np.errstate(over="ignore"):  # a slope near 0 puts the line infinitely far away, and that is right
        scale = np.where(exists, size, 1.0)
        direction = normal / scale[..., None]
        length = np.hypot(direction[..., 0], direction[..., 1]) + ~exists
        distance = np.clip(offset / scale / length, -FAR, FAR)
    direction = direction / length[..., None]
    along = np.stack([direction[..., 1], -direction[..., 0]], axis=-1)
    foot = -distance[..., None] * direction
    low, high = _inside(foot, along)
    visible = exists & (high - low > SHORTEST)
    reach = np.where(visible[..., None], np.stack([low, high], axis=-1), 0.0)
    ends = foot[..., None, :] + reach[..., :, None] * along[..., None, :]
    nearest = foot + np.clip(0.0, reach[..., 0], reach[..., 1])[..., None] * along
    return Lines(visible, ends, nearest, direction)


def _inside(start: Array, along: Array, half: float = 1.0) -> tuple[Array, Array]:
    """The interval of τ in which start + τ·along lies in the square (low > high: nowhere)."""
    steep = np.where(np.abs(along) < 1e-12, 1e-12, along)  # parallel to a side: all of the line, or none of it
    one, other = (-half - start) / steep, (half - start) / steep
    return np.minimum(one, other).max(axis=-1), np.maximum(one, other).min(axis=-1)


def reach_of(start: Array, direction: Array, half: float) -> Array:
    """How far one can go from `start` in `direction` within the square [−half, half]²; never negative."""
    return np.maximum(_inside(start, direction, half)[1], 0.0)


def winning_regions(normal: Array, offset: Array) -> Array:
    """Where score k = normal[k]·u + offset[k] is the greatest: padded convex polygons (T, C, V, 2).

    `normal` is (T, C, 2), `offset` (T, C). A tie over a whole area goes to the lower class, as in `argmax`. Unused
    vertices repeat another one; a class that wins nowhere has a polygon of area 0.
    """
    settings, classes, _ = normal.shape
    polygons = np.broadcast_to(SQUARE, (settings * classes, 4, 2))
    for shift in range(1, classes):
        rival = (np.arange(classes) + shift) % classes
        slope, lead = normal - normal[:, rival], offset - offset[:, rival]
        tied = (slope == 0).all(axis=-1) & (lead == 0)
        lead = np.where(tied, np.where(np.arange(classes) < rival, 1.0, -1.0), lead)
        polygons = _cut(polygons, slope.reshape(-1, 2), lead.reshape(-1))
    return polygons.reshape(settings, classes, -1, 2)


def _cut(polygons: Array, normal: Array, offset: Array) -> Array:
    """Sutherland–Hodgman: keep the part of each polygon (B, V, 2) with normal·u + offset >= 0, as (B, V + 1, 2)."""
    value = (polygons * normal[:, None]).sum(axis=-1) + offset[:, None]
    kept = value >= 0
    following = np.roll(value, -1, axis=1)
    crossed = kept != np.roll(kept, -1, axis=1)
    share = value / np.where(crossed, value - following, 1.0)
    crossing = polygons + np.where(crossed, share, 0.0)[..., None] * (np.roll(polygons, -1, axis=1) - polygons)
    candidates = np.stack([polygons, crossing], axis=2).reshape(len(polygons), -1, 2)
    wanted = np.stack([kept, crossed], axis=2).reshape(len(polygons), -1)
    return gather(candidates, wanted, polygons.shape[1] + 1)[0]


def gather(vertices: Array, wanted: Flags, room: int) -> tuple[Array, Ints]:
    """The wanted vertices moved to the front, the last of them repeated to fill `room`; and how many there are."""
    count = wanted.sum(axis=1)
    order = np.argsort(~wanted, axis=1, kind="stable")[:, :room]
    order = np.take_along_axis(order, np.minimum(np.arange(room), np.maximum(count - 1, 0)[:, None]), axis=1)
    return np.take_along_axis(vertices, order[..., None], axis=1), count
