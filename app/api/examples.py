"""The examples of the documentation, executed: each answer is what the route says. It serves nothing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import orjson
from fastapi import Response

from app.api.routes import catalogue, check, code, compare, diagnose, export, figures, gradient, passes, train, why
from app.settings import Settings

SMALL = {
    "X": [[0.5, 0.4], [-0.4, 0.3], [-0.4, -0.5]],
    "y": [0, 1, 2],
    "W": [[1, 2, 3], [2, -4, -1]],
    "b": [0, 0.5, -0.5],
}
MASK = {"cells": [{"step": "dS", "row": 1, "column": 1}]}
SOFTMAX = SMALL | {"loss": {"kind": "softmax"}, "penalty": {"kind": "none"}}

TWO = {
    "iterations": 1,
    "variants": [{"loss": {"kind": "crammer_singer"}}, {"optimizer": {"kind": "adam", "learning_rate": 0.05}}],
}
HALF = {"given": {"dW": "[[-0.33333333  0.33333333  0.6       ]\n [ 0.         -0.76666667  0.46666667]]"}}
ON_KINK = {"W": [[0, 0, 0], [0, 0, 0]], "b": [1, 0, 0], "penalty": {"kind": "none"}}


@dataclass(frozen=True)
class Example:
    """A request that was made, and what came back."""

    method: str
    path: str
    name: str
    summary: str
    body: dict[str, Any] | None
    answer: Any
    url: str


Made = tuple[str, Callable[[bytes, Settings], Response], str, str, dict[str, Any]]
LOSS_CURVE, SLICE, LINES = (partial(figures.respond, kind=kind) for kind in ("loss", "landscape", "comparison"))
PASS_FILE = partial(export.respond, kind="pass.json")
CORNER = {"iterations": 2, "iteration": 2, "parameters": ["W[0,0]", "W[1,0]"], "resolution": 3}

IN_NUMPY = partial(code.respond, dialect="numpy")
QUERIES = {"/code": "?dialect=numpy"}

POSTS: tuple[Made, ...] = (
    ("/gradient", gradient.respond, "margins", "Three points, the default loss: margins, mask and gradient", SMALL),
    ("/gradient", gradient.respond, "softmax", "The same points with the softmax loss and no penalty", SOFTMAX),
    ("/pass", passes.respond, "first pass", "The first pass, with the formula of one cell of the mask", SMALL | MASK),
    ("/cells", passes.respond_cells, "one cell", "Only that formula", SMALL | MASK),
    ("/why", why.respond, "first update", "Who pulls in the first update, and what it does to the loss", SMALL),
    (
        "/check",
        check.respond,
        "our own",
        "The gradient beside differences of the loss: a kink within h",
        SMALL | ON_KINK,
    ),
    ("/diagnose", diagnose.respond, "half the penalty", "A NumPy print whose penalty is half as large", SMALL | HALF),
    ("/code", IN_NUMPY, "NumPy", "A run of two updates as a program", SMALL | {"iterations": 2}),
    ("/train", train.respond, "two updates", "A run of two updates", SMALL | {"iterations": 2}),
    ("/compare", compare.respond, "two variants", "Another loss and another optimizer, one update each", SMALL | TWO),
    ("/figures/{kind}", LOSS_CURVE, "loss", "The chart of its losses", SMALL | {"iterations": 2}),
    ("/figures/{kind}", SLICE, "landscape", "The total loss around the last weights, on 3×3 places", SMALL | CORNER),
    ("/export/{kind}", PASS_FILE, "pass.json", "Every number of the first pass as a file", SMALL),
    ("/figures/{kind}", LINES, "comparison", "The losses of these two variants", SMALL | TWO),
)


def examples(settings: Settings) -> Iterator[Example]:
    """Every example, freshly computed."""
    for path, respond, name, summary, body in POSTS:
        answer = orjson.loads(respond(orjson.dumps(body), settings).body)
        url = f"/api/v1{path.format(kind=name)}{QUERIES.get(path, '')}"
        yield Example("post", f"/api/v1{path}", name, summary, body, answer, url)
    points = orjson.loads(catalogue.respond("blobs", catalogue.Knobs(n=4, classes=2, seed=1)).body)
    url = "/api/v1/datasets/blobs?n=4&classes=2&seed=1"
    yield Example("get", "/api/v1/datasets/{kind}", "blobs", "Four points in two clouds", None, points, url)
