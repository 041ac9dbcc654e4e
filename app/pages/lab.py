"""The lab: the page as it is before any script has run, for the first preset. It computes nothing by itself."""

from functools import lru_cache
from typing import Any

import numpy as np
import orjson
from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from app.api import planes
from app.api.mathml import mathml
from app.core.catalogue import catalogue
from app.core.datasets import DATASETS, generate
from app.core.gradient import gradient
from app.core.numeral import numeral
from app.core.presets import PRESETS
from app.core.problem import Problem
from app.core.trace import Trace, trace
from app.pages.plane import picture

router = APIRouter(include_in_schema=False)


@router.get("/")
def get_lab(request: Request) -> Response:
    state = request.app.state
    return state.templates.TemplateResponse(request, "lab.html", first_page() | {"scripts": state.assets.modules()})


@lru_cache(maxsize=1)
def first_page() -> dict[str, Any]:
    """Everything the template needs: it is the same for every visitor."""
    preset = PRESETS[0]
    X, y, W, b = generate(next(d for d in DATASETS if d.kind == preset.kind)(), 0)
    problem = Problem(X, y, W, b)
    found, whole = trace(problem), gradient(problem)
    start = {"catalogue": _catalogue(), "data": {"X": X, "y": y, "W": W, "b": b, "kind": preset.kind, "classes": problem.classes}}
    return {
        "heading": f"{problem.loss.title} on {preset.title.lower()}",
        "plane": picture(
            planes.of_run(problem, W[None], b[None])[0], X.tolist(), y.tolist(), loss=whole.per_point.tolist(),
            correct=(whole.scores.argmax(axis=1) == y).tolist(),
        ),
        "board": _board(found),
        "formula": mathml(problem.loss.tex),
        "sentence": type(problem.loss).__doc__,
        "start": Markup(_script_safe(orjson.dumps(start, option=orjson.OPT_SERIALIZE_NUMPY).decode())),
    }  # fmt: skip


def _catalogue() -> dict[str, Any]:
    known = catalogue()
    for member in (m for family in ("losses", "penalties", "optimizers") for m in known[family]):
        member["mathml"] = mathml(member["tex"])
    return known


def _script_safe(json: str) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.replace("<", "\\u003c")


def _board(found: Trace) -> dict[str, list[dict[str, Any]]]:
    inputs = [_panel(node.id, node.title, np.asarray(node.value)) for node in found.inputs if node.id != "y"]
    panels = {d: [_panel(s.symbol, s.title, s.value) for s in found.steps if s.direction == d] for d in ("forward", "backward")}
    return {"forward": inputs + panels["forward"], "backward": panels["backward"][::-1]}


def _panel(symbol: str, title: str, value: Any) -> dict[str, Any]:
    column = symbol.endswith("ℓ")
    rows = np.atleast_2d(value).T if column else np.atleast_2d(value)
    kind = "matrix" if np.ndim(value) else "scalar"
    return {"symbol": symbol, "title": title, "kind": kind, "rows": [[numeral(x) for x in row] for row in rows]}
