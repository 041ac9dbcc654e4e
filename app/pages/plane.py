"""What the template needs to draw a scene: data units turned into per cent of the plane.

plane/plane.js draws the same from the same scene; a browser test compares the two.
"""

from collections.abc import Sequence
from math import atan2, degrees, sqrt
from typing import Any

from app.core.plane.scene import Scene
from app.core.text import listed, tr
from app.pictures.places import Percent, Place, number, ticks, written
from app.pictures.plane import INSET, MANY_POINTS, MANY_VIOLATIONS, dashes, ring_of, there
from app.pictures.shapes import SHAPES


def picture(scene: Scene, X: Sequence[Place], y: Sequence[int], *, loss: Sequence[float] | None = None,
            correct: Sequence[bool] | None = None, batch: Sequence[int] | None = None, focus: int | None = None,
            has_margins: bool = True) -> dict[str, Any]:  # fmt: skip
    """The view that `plane/plane.js` draws, for Jinja; both round alike, so that the takeover cannot be seen."""
    at, classes, looked_at = Percent(scene["box"]), len(scene["lines"]), None if batch is None else set(batch)
    kind, dashed = dashes(scene, None if focus is None else y[focus])
    return {
        "shapes": SHAPES,
        "classes": classes,
        "has_margins": has_margins,
        "state": _state(len(X), len(scene["violations"]), focus),
        "stop": focus or 0,
        "label": label(len(X), classes, len(scene["violations"]) if has_margins else None, correct),
        "regions": [(k, " ".join(at.corner(p) for p in region)) for k, region in enumerate(scene["regions"]) if region],
        "ticks": {"across": ticks(scene["box"][:2], at.x), "up": ticks(scene["box"][2:], at.y)},
        "dashes": kind,
        "levels": [(k, at.ends(s)) for k, s in dashed],
        "lines": [(k, at.ends(s)) for k, s in there(scene["lines"])],
        "badges": [(k, at.point(s[1]), _inset(s)) for k, s in there(scene["lines"])],
        "arrows": [(k, at.ends(s), _angle(s)) for k, s in there(scene["arrows"])],
        "violations": [_violation(at, X, row, looked_at, focus) for row in scene["violations"]],
        "points": [_point(at, i, X[i], y[i], loss, correct, looked_at) for i in range(len(X))],
        "focus": None if focus is None else _focus(at, focus, X[focus]),
    }


def label(points: int, classes: int, violations: int | None, correct: Sequence[bool] | None) -> str:
    parts = [tr("plane.points", "{n} points in {classes} classes", n=points, classes=classes)]
    parts += [] if violations is None else [tr("plane.margins", "{n} margins broken", n=violations)]
    parts += [] if correct is None else [tr("plane.right", "{n} of {all} classified right", n=sum(correct), all=points)]
    return tr("plane.label", "{name}: {parts}", name=tr("plane", "The plane"), parts=listed(*parts))


def _state(points: int, violations: int, focus: int | None) -> str:
    dense, crowded = " dense" * (points > MANY_POINTS), " crowded" * (violations > MANY_VIOLATIONS)
    return dense + crowded + ("" if focus is None else " focusing")


def _inset(segment: Sequence[Place]) -> str:
    (x0, y0), (x1, y1) = segment
    length = sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0))
    return f"{written(INSET * (x0 - x1) / length)} {written(INSET * (y1 - y0) / length)}"


def _angle(segment: Sequence[Place]) -> str:
    (x0, y0), (x1, y1) = segment
    return written(degrees(atan2(y0 - y1, x1 - x0)))


def _violation(at: Percent, X: Sequence[Place], row: Place, batch: Any, focus: int | None) -> dict[str, Any]:
    i, j = int(row[0]), int(row[1])
    state = " focused" if i == focus else "" if batch is None or i in batch else " outside"
    return {"classes": f"k{j}{state}", "ends": at.ends([X[i], row[2:]])}


def _point(at: Percent, i: int, place: Place, k: int, loss: Any, correct: Any, batch: Any) -> dict[str, Any]:
    cost, wrong = (0.0 if loss is None else loss[i]), correct is not None and not correct[i]
    chosen = "" if batch is None else " chosen" if i in batch else " outside"
    x, x2 = map(number, place)
    parts = [tr("point.at", "point {i}, class {k}, x {x}, {x2}", i=i, k=k, x=x, x2=x2)]
    parts += [] if loss is None else [tr("point.loss", "loss {loss}", loss=number(cost))]
    parts += [tr("point.wrong", "classified wrong")] if wrong else []
    ring = ring_of(cost)
    look = {"wrong": wrong, "said": listed(*parts), "ring": None if ring is None else written(ring)}
    return {"at": at.point(place), "k": k, "state": chosen, **look}


def _focus(at: Percent, i: int, place: Place) -> dict[str, Any]:
    x, y = at.point(place)
    right, below = float(x) < 14, float(y) < 12
    side = {"x": 18, "anchor": "start"} if right else {"x": -18, "anchor": "end"}
    return {"i": i, "at": (x, y), "y": 29 if below else -17, **side}
