"""The lab: the page as it is before any script has run, for the first preset."""

from functools import lru_cache
from typing import Any

import numpy as np
from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from app import schema
from app.code import DIALECTS
from app.core import plane
from app.core.catalogue import catalogue
from app.core.fast.gradient import gradient
from app.core.numeral import numeral
from app.core.presets import PRESETS
from app.core.problem import Problem
from app.core.tape.trace import Trace, trace
from app.core.text import tr
from app.exports import EXPORTS
from app.figures import FIGURES
from app.mathml import mathml
from app.pages.frozen import Frozen
from app.pages.plane import picture
from app.requests import passes
from app.requests.answers import encoded
from app.requests.schemas import Wanted
from app.requests.texts import texts_of
from app.settings import Settings

router = APIRouter(include_in_schema=False)

TAKEN = {
    "kind": "page.html",
    "title": tr("export.page.html.title", "A page that plays"),
    "sentence": tr(
        "export.page.html.sentence", "One file that plays the whole pass and run, with no server and no network."
    ),
    "fields": ["link"],
}
"""The file that pages/offline.py writes, as the page offers it."""

# One sheet for the page, of these in this order: later ones may overrule earlier ones. Panels bring their own.
SHEETS = tuple(
    f"{name}.css"
    for name in (
        *("fonts/fonts", "fonts/like", "shell/palette", "shell/base", "plane/plane", "plane/picture", "board/board"),
        *("controls/controls", "board/stage", "player/transport", "shell/overflow", "shell/tray", "plane/drag"),
        *("charts/charts", "board/linked_hover", "board/product", "shell/low_windows", "shell/focus", "lead/lead"),
        "shell/themes",
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
    preset, texts = PRESETS[0], texts_of(settings)
    X, y, W, b = preset.start()
    problem = Problem(X, y, W, b)
    first = trace(problem)
    data = {"X": X, "y": y, "W": W, "b": b, "kind": preset.data["kind"]}
    known: dict[str, Any] = {"catalogue": _catalogue(), "data": data, **offered(), "schema": schema.described()}
    return {
        "heading": heading(known["catalogue"], problem.loss.kind, preset.data["kind"]),
        "plane": _plane(problem),
        "board": _board(first),
        "action": tr("next.to", "Step to {name}", name=first.steps[0].title),
        "question": tr("rest.question", "How does one pass move the weights?"),
        "preset": known["catalogue"]["presets"][0]["title"],
        "formula": mathml(problem.loss.tex),
        "sentence": member(known["catalogue"], "losses", problem.loss.kind)["sentence"],
        "classes": schema.LIMITS.classes,
        "start": script_safe(texts.all(known | {"pass": _pass(problem, settings)})),
        "known": script_safe(texts.all(known)),  # for a page that begins elsewhere
        "texts": script_safe(dict(texts.by_id)) if texts.by_id else "",
    }


def _pass(problem: Problem, settings: Settings) -> dict[str, Any]:
    """What the page would ask for first, sent along: the first step is there without another way to the server."""
    dearest = int(gradient(problem).per_point.argmax())
    return passes.answer_of(problem, 0, Wanted(point=dearest), settings)


def offered() -> dict[str, Any]:
    """What the page offers besides the catalogue: charts, programs, files."""
    return {"figures": _figures(), "dialects": _dialects(), "exports": _exports()}


def _figures() -> list[dict[str, Any]]:
    """What the page must know of a chart to offer it: the fields it uses are its controls."""
    names = ("kind", "title", "sentence", "fields")
    return [{**_told(f, "figure", names), "tab": f.tab or f.kind} for f in FIGURES.values()]


def _dialects() -> list[dict[str, str]]:
    return [_told(d, "dialect", ("kind", "title", "sentence")) for d in DIALECTS.values()]


def _exports() -> list[dict[str, Any]]:
    return [TAKEN, *(_told(e, "export", ("kind", "title", "sentence", "fields")) for e in EXPORTS.values())]


def _told(member: Any, family: str, names: tuple[str, ...]) -> dict[str, Any]:
    """What the page is told of a member of a registry, whose texts have ids made of its family and its kind."""
    own = f"{family}.{member.kind}"
    said = {name: tr(f"{own}.{name}", getattr(member, name)) for name in ("title", "sentence")}
    return {name: getattr(member, name) for name in names} | said


def heading(known: dict[str, Any], loss: str, data: str) -> str:
    """What the page is about, as state/words.js says it."""
    title, on = member(known, "losses", loss)["title"], member(known, "datasets", data)["title"]
    return tr("heading", "{loss} loss on {data}", loss=title, data=on)


def member(known: dict[str, Any], family: str, kind: str) -> dict[str, Any]:
    return next(one for one in known[family] if one["kind"] == kind)


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
