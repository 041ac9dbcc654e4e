"""The plane's geometry in data units: decision regions, lines, arrows and violations. It knows no pixels or colours."""

import itertools
from typing import Any, TypedDict

import numpy as np

from app.core.plane.clip import Flags, Lines, clip_lines, gather, reach_of, winning_regions
from app.core.plane.window import Box, Square, window
from app.core.types import Array, Ints

Segment = list[list[float]]  # [[x, y], [x, y]]
Places = tuple[Any, Any]  # an index of the settings and the classes

ARROW = 0.4  # length of the longest arrow of the first setting, in half-widths of the box
RIM = 0.96  # arrows stay inside this part of the box
LONGEST = 8.0  # a foot is at most this many half-widths away from its point
HUGE = 1e150  # beyond this a norm would overflow
TINY = 1e-100  # below this a quotient would overflow
PAIRWISE = 4  # up to so many classes have their pairwise margin lines


class Scene(TypedDict):
    """One setting of the weights, ready to be drawn; classes in order, None for what is not in the box."""

    box: Box
    regions: list[list[list[float]]]
    lines: list[Segment | None]
    levels: list[Segment | None]
    arrows: list[Segment | None]
    violations: list[list[float]]
    margins: list[list[Any]]


def scene(X: Array, y: Ints, W: Array, b: Array, *, delta: float | None, pairs: Flags | None = None,
          box: Box | None = None, unit: float | None = None) -> Scene:  # fmt: skip
    """`scenes` for one setting: W (2, C), b (C,), pairs (N, C)."""
    marked = None if pairs is None else pairs[None]
    return scenes(X, y, W[None], b[None], delta=delta, pairs=marked, box=box, unit=unit)[0]


def scenes(X: Array, y: Ints, W: Array, b: Array, *, delta: float | None, pairs: Flags | None = None,
           pairwise: bool = True, box: Box | None = None, unit: float | None = None) -> list[Scene]:  # fmt: skip
    """The scenes of T settings of the weights, all in one box: W (T, 2, C), b (T, C), points X (N, 2).

    `pairs` (T, N, C), bool: point i breaks its margin against class j. `delta` None: the loss has no margin lines.
    `pairwise`: a margin is s_y − s_j = delta; else each score stands alone: s_j = delta for class j, −delta for others.
    `unit`: the norm of a column of W that is drawn ARROW long; the greatest of the first setting if not given.
    """
    assert W.shape[1] == X.shape[1] == 2, "a plane has two features"
    box = window(X) if box is None else box
    W, b = np.clip(W, -HUGE, HUGE), np.clip(b, -HUGE, HUGE)
    square = Square.of(box)
    normal, offset, gap = square.scores(W, b, 0.0 if delta is None else delta)
    level = square.scores(W, b, 1.0)[2][:, None]
    lines, levels = clip_lines(normal, offset), clip_lines(normal, offset - level)
    parts = {
        "regions": _polygons(square.place(winning_regions(normal, offset))),
        "lines": _segments(lines.visible, square.place(lines.ends)),
        "levels": _segments(levels.visible, square.place(levels.ends)),
        "arrows": _arrows(square, lines, W, unit),
        "violations": _violations(square, X, y, normal, offset, gap, None if delta is None else pairs, pairwise),
        "margins": _margins(square, normal, offset, gap, pairwise) if delta is not None else [[] for _ in W],
    }
    return [Scene(box=box, **dict(zip(parts, setting, strict=True))) for setting in zip(*parts.values(), strict=True)]  # type: ignore[typeddict-item]


def _polygons(placed: Array) -> list[list[list[list[float]]]]:
    """(T, C, V, 2) to lists without repeated vertices; [] for a class that wins nowhere."""
    settings, classes, room, _ = placed.shape
    flat = placed.reshape(-1, room, 2)
    corners, count = gather(flat, (flat != np.roll(flat, 1, axis=1)).any(axis=-1), room)
    cut = [polygon[:n] if n > 2 else [] for polygon, n in zip(corners.tolist(), count.tolist(), strict=True)]
    return [cut[t * classes : (t + 1) * classes] for t in range(settings)]


def _segments(visible: Flags, ends: Array) -> list[list[Segment | None]]:
    rows = zip(visible.tolist(), ends.tolist(), strict=True)
    return [[end if seen else None for seen, end in zip(*row, strict=True)] for row in rows]


def _arrows(square: Square, lines: Lines, W: Array, unit: float | None) -> list[list[Segment | None]]:
    """From the point of the visible line nearest to the middle, along the weights."""
    norm = np.hypot(W[:, 0], W[:, 1])
    unit = unit or float(norm[0].max()) or float(norm.max()) or 1.0
    room = np.minimum(reach_of(lines.nearest, lines.direction, RIM), 2 * ARROW)
    length = np.minimum(ARROW * norm, room * unit) / unit
    tip = lines.nearest + length[..., None] * lines.direction
    return _segments(lines.visible & (length > 0.01), square.place(np.stack([lines.nearest, tip], axis=2)))


def _margins(square: Square, normal: Array, offset: Array, gap: Array, pairwise: bool) -> list[list[list[Any]]]:
    """[k, j, segment] of each line that points of class k must keep to class j, for the pairs of a few classes."""
    classes = offset.shape[1]
    if classes > PAIRWISE:
        return [[] for _ in offset]
    k, j = np.nonzero(~np.eye(classes, dtype=bool) | (not pairwise))
    slope, lead = _lead(normal, offset, (slice(None), k), (slice(None), j), k == j, pairwise)
    lines = clip_lines(slope, lead - gap[:, None])
    pairs = list(zip(k.tolist(), j.tolist(), strict=True))
    rows = _segments(lines.visible, square.place(lines.ends))
    return [[[*pair, line] for pair, line in zip(pairs, row, strict=True) if line] for row in rows]


def _lead(normal: Array, offset: Array, own: Places, rival: Places, same: Flags, pairwise: bool) -> tuple[Array, Array]:
    """Slope and offset of what must reach delta: s_own − s_rival, or t·s_rival where each score stands alone."""
    if pairwise:
        return normal[own] - normal[rival], offset[own] - offset[rival]
    sign = np.where(same, 1.0, -1.0)
    return sign[:, None] * normal[rival], sign * offset[rival]


def _violations(square: Square, X: Array, y: Ints, normal: Array, offset: Array, gap: Array,
                pairs: Flags | None, pairwise: bool) -> list[list[list[float]]]:  # fmt: skip
    """[i, j, x, y] with the foot of the perpendicular from point i on the margin line that it breaks."""
    if pairs is None:
        return [[] for _ in offset]
    t, i, j = np.nonzero(pairs)
    own, u = y[i], (X[i] - square.centre) / square.half
    slope, lead = _lead(normal, offset, (t, own), (t, j), own == j, pairwise)
    lead = lead - gap[t]
    size = np.abs(slope).max(axis=-1, initial=0.0)
    exists = size > 1e-12 * np.abs(normal[t]).max(axis=(1, 2), initial=TINY)  # equal columns: no line
    t, i, j, u, size = t[exists], i[exists], j[exists], u[exists], size[exists]
    slope, lead = slope[exists] / size[:, None], lead[exists] / size
    length = np.hypot(slope[:, 0], slope[:, 1])
    distance = ((slope * u).sum(axis=-1) + lead) / length
    foot = square.place(u - (np.clip(distance, -LONGEST, LONGEST) / length)[:, None] * slope)
    rows = [list(row) for row in zip(i.tolist(), j.tolist(), *foot.T.tolist(), strict=True)]
    stops = np.searchsorted(t, np.arange(len(offset) + 1)).tolist()
    return [rows[start:stop] for start, stop in itertools.pairwise(stops)]
