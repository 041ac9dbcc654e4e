"""The lab: the page as it is before any script has run, for the first preset."""

from functools import lru_cache
from typing import Any

import numpy as np
from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from app.code import DIALECTS
from app.core import plane
from app.core.catalogue import catalogue
from app.core.fast.gradient import gradient
from app.core.numeral import numeral
from app.core.presets import PRESETS
from app.core.problem import Problem
from app.core.tape.trace import Trace, trace
from app.exports import EXPORTS
from app.figures import FIGURES
from app.links import HIDEABLE
from app.mathml import mathml
from app.pages.frozen import Frozen
from app.pages.plane import picture
from app.requests import passes
from app.requests.answers import encoded
from app.requests.schemas import Wanted
from app.settings import Settings

router = APIRouter(include_in_schema=False)

TAKEN = {
    "kind": "page.html",
    "title": "A page that plays",
    "sentence": "One file that plays the whole pass and run, with no server and no network.",
    "fields": ["link"],
}
"""The file that pages/offline.py writes, as the page offers it."""

# One sheet for the page, of these in this order: later ones may overrule earlier ones. Panels bring their own.
SHEETS = tuple(
    f"{name}.css"
    for name in (
        *("fonts/fonts", "shell/palette", "shell/base", "plane/plane", "board/board", "controls/controls"),
        *("player/transport", "shell/overflow", "shell/tray", "plane/drag", "charts/charts", "board/linked_hover"),
        *("board/product", "shell/low_windows", "shell/themes"),
    )
)


@router.api_route("/", methods=["GET", "HEAD"])
def get_lab(request: Request) -> Response:
    return _frozen(request.app.state).response([], request.headers, {"Vary": "Accept-Encoding"})


def _frozen(state: Any) -> Frozen:
    """The page of every visitor, rendered and compressed once."""
    if not hasattr(state, "lab_page"):
        content = first_page(state.settings) | {"scripts": state.assets.modules()}
        state.lab_page = Frozen(state.templates.env.get_template("lab.html").render(content))
    page: Frozen = state.lab_page
    return page


@lru_cache(maxsize=1)
def first_page(settings: Settings) -> dict[str, Any]:
    """Everything the template needs: it is the same for every visitor."""
    preset = PRESETS[0]
    X, y, W, b = preset.start()
    problem = Problem(X, y, W, b)
    data = {"X": X, "y": y, "W": W, "b": b, "kind": preset.data["kind"]}
    known = {"catalogue": _catalogue(), "data": data, "figures": _figures(), "dialects": _dialects()}
    known |= {"exports": _exports(), "hideable": HIDEABLE}
    return {
        "heading": f"{problem.loss.title} loss on {preset.title.lower()}",
        "plane": _plane(problem),
        "board": _board(trace(problem)),
        "formula": mathml(problem.loss.tex),
        "sentence": type(problem.loss).__doc__,
        "start": script_safe(known | {"pass": _pass(problem, settings)}),
        "known": script_safe(known),  # for a page that begins elsewhere
    }


def _pass(problem: Problem, settings: Settings) -> dict[str, Any]:
    """What the page would ask for first, sent along: the first step is there without another way to the server."""
    dearest = int(gradient(problem).per_point.argmax())
    return passes.answer_of(problem, 0, Wanted(point=dearest), settings)


def _figures() -> list[dict[str, Any]]:
    """What the page must know of a chart to offer it: the fields it uses are its controls."""
    names = ("kind", "title", "sentence", "fields")
    return [{name: getattr(f, name) for name in names} | {"tab": f.tab or f.kind} for f in FIGURES.values()]


def _dialects() -> list[dict[str, str]]:
    return [{name: getattr(d, name) for name in ("kind", "title", "sentence")} for d in DIALECTS.values()]


def _exports() -> list[dict[str, Any]]:
    own = [{name: getattr(e, name) for name in ("kind", "title", "sentence", "fields")} for e in EXPORTS.values()]
    return [TAKEN, *own]


def _catalogue() -> dict[str, Any]:
    known = catalogue()
    for member in (m for family in ("losses", "penalties", "optimizers", "schedules") for m in known[family]):
        member["mathml"] = mathml(member.pop("tex"))
    return known


def script_safe(content: Any) -> Markup:
    """JSON that cannot end the script element it stands in."""
    return Markup(encoded(content).decode().replace("<", "\\u003c"))


def _plane(problem: Problem) -> dict[str, Any]:
    found = gradient(problem)
    scene = plane.of_run(problem, problem.W[None], problem.b[None])[0]
    correct = (problem.classify(found.scores) == problem.y).tolist()
    worst = int(
        found.per_point.argmax()
    )  # the point that the page looks at first, too: nothing jumps when it takes over
    return picture(
        scene, problem.X.tolist(), problem.y.tolist(), loss=found.per_point.tolist(), correct=correct, focus=worst
    )


def _board(found: Trace) -> dict[str, list[dict[str, Any]]]:
    inputs = [_panel(node.id, node.title, node.value) for node in found.inputs if node.id != "y"]
    forward = [_panel(s.symbol, s.title, s.value, s.per_point) for s in found.steps if s.direction == "forward"]
    backward = [_panel(s.symbol, s.title, s.value, s.per_point) for s in found.steps if s.direction == "backward"]
    return {"forward": inputs + forward, "backward": backward[::-1]}


def _panel(symbol: str, title: str, value: Any, per_point: bool = False) -> dict[str, Any]:
    """A vector with a number a point is a column, one with a number a class a row."""
    table = np.atleast_2d(value)
    rows = table.T if per_point and np.ndim(value) == 1 else table
    kind = "matrix" if np.ndim(value) else "scalar"
    return {"symbol": symbol, "title": title, "kind": kind, "rows": [[numeral(x) for x in row] for row in rows]}
