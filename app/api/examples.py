"""The examples of the documentation, executed: each answer is what the route says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import orjson

from app.api.route import Route
from app.api.routes.catalogue import Knobs, points_of
from app.api.routes.check import post_check
from app.api.routes.code import post_code
from app.api.routes.compare import post_compare
from app.api.routes.diagnose import post_diagnose
from app.api.routes.export import post_export
from app.api.routes.figures import post_figure
from app.api.routes.gradient import post_gradient
from app.api.routes.passes import post_cells, post_pass
from app.api.routes.train import post_train
from app.api.routes.why import post_why
from app.requests.answers import encoded
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


Made = tuple[Route[Any], dict[str, str], str, str, dict[str, Any]]
CORNER = {"iterations": 2, "iteration": 2, "parameters": ["W[0,0]", "W[1,0]"], "resolution": 3}
TWICE = SMALL | {"iterations": 2}

POSTS: tuple[Made, ...] = (
    (post_gradient, {}, "margins", "Three points, the default loss: margins, mask and gradient", SMALL),
    (post_gradient, {}, "softmax", "The same points with the softmax loss and no penalty", SOFTMAX),
    (post_pass, {}, "first pass", "The first pass, with the formula of one cell of the mask", SMALL | MASK),
    (post_cells, {}, "one cell", "Only that formula", SMALL | MASK),
    (post_why, {}, "first update", "Who pulls in the first update, and what it does to the loss", SMALL),
    (post_check, {}, "our own", "The gradient beside differences of the loss: a kink within h", SMALL | ON_KINK),
    (post_diagnose, {}, "half the penalty", "A NumPy print whose penalty is half as large", SMALL | HALF),
    (post_code, {"dialect": "numpy"}, "NumPy", "A run of two updates as a program", TWICE),
    (post_train, {}, "two updates", "A run of two updates", TWICE),
    (post_compare, {}, "two variants", "Another loss and another optimizer, one update each", SMALL | TWO),
    (post_figure, {"kind": "loss"}, "loss", "The chart of its losses", TWICE),
    (post_figure, {"kind": "landscape"}, "landscape", "The total loss around the last weights, on 3×3 places",
     SMALL | CORNER),
    (post_export, {"kind": "pass.json"}, "pass.json", "Every number of the first pass as a file", SMALL),
    (post_figure, {"kind": "comparison"}, "comparison", "The losses of these two variants", SMALL | TWO),
)  # fmt: skip
"""The route, the parameters of its address, and the name, summary and body of the example."""


def examples(settings: Settings) -> Iterator[Example]:
    """Every example, freshly computed."""
    for route, more, name, summary, body in POSTS:
        answer = orjson.loads(route.respond(orjson.dumps(body), settings, **more).body)
        query = {key: value for key, value in more.items() if f"{{{key}}}" not in route.path}
        url = f"/api/v1{route.path.format(**more)}{'?' * bool(query)}{urlencode(query)}"
        yield Example("post", f"/api/v1{route.path}", name, summary, body, answer, url)
    points = orjson.loads(encoded(points_of("blobs", Knobs(n=4, classes=2, seed=1))))
    url = "/api/v1/datasets/blobs?n=4&classes=2&seed=1"
    yield Example("get", "/api/v1/datasets/{kind}", "blobs", "Four points in two clouds", None, points, url)
