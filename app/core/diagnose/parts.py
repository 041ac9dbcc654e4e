"""The known parts that a gradient of one problem can be made of: data parts with their mistakes, and penalty's parts.

They are few: what has a factor stands here once, and its factor follows from the numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np

from app.core.diagnose.mistake import Changes, Variant, cost
from app.core.diagnose.staged import Account
from app.core.types import Array, Ints

MOST_WORK = 1e8  # products that two mistakes of the data part take, all in all; they are left out above that
MOST_COST = 2.2  # of a target: another mistake, at least, is in the data part or in its factor


@dataclass(frozen=True, slots=True)
class Sources:
    """Data parts (K, C, D + 1), summed over the points, with the mistakes that make them and 1/n as they have it."""

    changes: list[Changes]
    products: Array
    shares: Array
    costs: Array


@dataclass(frozen=True, slots=True)
class Targets:
    """What stands beside the data part (T, C·(D + 1)): a penalty's part, with the sign `signs` (T,).

    `places` undo the layout: a gradient (C·(D + 1),) read at them lies as the problem does.
    """

    changes: list[Changes]
    places: Ints
    penalties: Array
    signs: Array
    costs: Array


def sources(account: Account, data: list[Variant], points: list[Variant], pairs: list[Changes]) -> Sources:
    """The right data part, that with each mistake in `data` or `points`, each of the `pairs` and of one of each."""
    single: list[Changes] = [{}, *({each.stage: each} for each in data)]
    alone: list[Changes] = [{each.stage: each} for each in points]
    each_takes = account.scores.size * account.coordinates.shape[1]
    both = each_takes * (len(pairs) + len(single) * len(alone)) <= MOST_WORK
    changes = [*single, *alone, *(pairs if both else [])]
    with np.errstate(all="ignore"):
        found = [account.data(each) for each in changes]
        products, shares = [each.product for each in found], [each.share for each in found]
        for at in alone if both else []:
            made, some, share = _of_points(account, single[1:], at)
            changes, products, shares = [*changes, *made], [*products, *some], [*shares, *[share] * len(made)]
    kept = np.flatnonzero(np.isfinite(np.array(products)).all(axis=(1, 2)))
    changes = [changes[k] for k in kept]
    return Sources(changes, np.array(products)[kept], np.array(shares)[kept], np.array([*map(cost, changes)]))


def _of_points(account: Account, single: list[Changes], at: Changes) -> tuple[list[Changes], list[Array], float]:
    """Each mistake together with that of some points; all at once where a point's slopes are its own affair."""
    here = account.data(at)
    apart = [each for each in single if next(iter(each.values())).mistake.pointwise]
    others = [each for each in single if not next(iter(each.values())).mistake.pointwise]
    slopes = np.array([account.data(each).G[:, here.rows] for each in apart])
    products = [*(slopes @ account.coordinates[here.rows])] if apart else []
    products += [account.data({**each, **at}).product for each in others]
    return [{**each, **at} for each in (*apart, *others)], products, here.share


def targets(account: Account, layouts: list[Variant], forms: list[Variant], strengths: list[Variant]) -> Targets:
    """Every penalty's part with its factor and sign, in every layout that loses no number."""
    shape, size = account.problem.theta.shape, account.problem.theta.size
    parts = list(_penalties(account, forms, strengths))
    found: list[tuple[Changes, Ints, Array, float]] = []
    for layout in (None, *layouts):
        where = np.arange(size, dtype=float).reshape(shape)
        order = (where if layout is None else layout.change(where)).astype(np.int64).ravel()
        if len(np.unique(order)) == size:
            made: Changes = {} if layout is None else {"layout": layout}
            undone = np.argsort(order)
            found += [({**changes, **made}, undone, penalty, sign) for changes, penalty, sign in parts]
    found = [each for each in found if cost(each[0]) <= MOST_COST]
    changes, places, penalties, signs = zip(*found, strict=True)
    costs = np.array([*map(cost, changes)])
    return Targets([*changes], np.array(places), np.array(penalties), np.array(signs), costs)


def _penalties(
    account: Account, forms: list[Variant], strengths: list[Variant]
) -> Iterator[tuple[Changes, Array, float]]:
    """−1 where it has the other sign, which is a mistake of its own or that of the whole. The simplest of equals."""
    seen: set[bytes] = set()
    ways = product((1.0, -1.0), (None, *forms), (None, *strengths))
    for sign, form, strength in sorted(ways, key=lambda way: (way[1] is not None) + (way[2] is not None)):
        slope = account.penalty[0] if form is None else form.change[0]
        part = (slope * (sign if strength is None else sign * strength.change) + 0.0).ravel()
        if np.isfinite(part).all() and part.tobytes() not in seen:
            seen.add(part.tobytes())
            yield {each.stage: each for each in (form, strength) if each is not None}, part, sign
