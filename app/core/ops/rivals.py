"""What a point pays for its rivals, the classes other than its own: all of them, or the closest alone."""

import numpy as np

from app.core.numeral import factor, numeral, sum_of
from app.core.ops.margin import with_own
from app.core.tape.tape import Op, Pull
from app.core.text import tr
from app.core.types import Array, Cell, Ints


def _best_rival(M: Array, y: Ints) -> Ints:
    # A tie sends the whole subgradient to the first of the tied classes: argmax returns the first.
    return np.argmax(with_own(M, y, -np.inf), axis=-1)


def _rivals(at: Cell, H: Array, y: Ints) -> list[int]:
    return [j for j in range(H.shape[1]) if j != y[at[0]]]


def _largest(terms: list[str], most: int = 6) -> str:
    return f"max({', '.join(terms[:most])}{', …' if len(terms) > most else ''})"


sum_others = Op(
    r"\sum_{{j \neq {1}_i}} {0}_{{ij}}",
    tr("op.sum_others", "A point pays for every rival that broke its margin."),
    tr("op.sum_others.question", "What does this point pay?"),
    ("ring",),
    lambda H, y: with_own(H, y, 0.0).sum(axis=-1),
    lambda at, out, H, y: (
        sum_of(factor(H[at[0], j]) for j in _rivals(at, H, y)),
        [(0, (at[0], j)) for j in _rivals(at, H, y)],
    ),
    (
        Pull(
            tr("pull.to_every_rival", "to every rival"),
            r"{g}\;\,\text{{for each }} j \neq {1}_i",
            tr(
                "back.sum_others",
                "The loss of a point is a plain sum, so each rival's hinge passes the signal on unchanged.",
            ),
            tr("back.sum_others.question", "Who hears of it?"),
            ("numbers",),
            lambda g, out, H, y: with_own(np.broadcast_to(g[..., None], H.shape), y, 0.0),
            lambda at, part, g, out, H, y: (
                ("0 (own class)", []) if at[1] == y[at[0]] else (numeral(g[at[0]]), [("g", at[:1])])
            ),
            passes_on=True,
        ),
        None,
    ),
    tex_wx=r"\sum_{{j \neq {1}_i}} {0}_{{ji}}",
)

sum_all = Op(
    r"\sum_j {0}_{{ij}}",
    tr("op.sum_all", "A point pays for every class that gave the wrong answer, its own class too."),
    tr("op.sum_all.question", "What does this point pay?"),
    ("ring",),
    lambda H: H.sum(axis=-1),
    lambda at, out, H: (
        sum_of(factor(h) for h in H[at[0]]),
        [(0, (at[0], j)) for j in range(H.shape[1])],
    ),
    (
        Pull(
            tr("pull.to_every_class", "to every class"),
            r"{g}\;\,\text{{for each }} j",
            tr(
                "back.sum_all",
                "The loss of a point is a plain sum, so each class's hinge passes the signal on unchanged.",
            ),
            tr("back.sum_all.question", "Who hears of it?"),
            ("numbers",),
            lambda g, out, H: np.broadcast_to(g[..., None], H.shape).copy(),
            lambda at, part, g, out, H: (numeral(g[at[0]]), [("g", at[:1])]),
            passes_on=True,
        ),
    ),
    tex_wx=r"\sum_j {0}_{{ji}}",
)

max_others = Op(
    r"\max_{{j \neq {1}_i}} {0}_{{ij}}",
    tr(
        "op.max_others",
        "Only the closest rival counts: the class that breaks the margin most, or comes nearest to breaking it.",
    ),
    tr("op.max_others.question", "Which rival is the closest?"),
    ("margins",),
    lambda M, y: np.max(with_own(M, y, -np.inf), axis=-1),
    lambda at, out, M, y: (
        _largest([numeral(M[at[0], j]) for j in _rivals(at, M, y)]),
        [(0, (at[0], j)) for j in _rivals(at, M, y)],
    ),
    (
        Pull(
            tr("pull.to_the_closest_rival", "to the closest rival"),
            r"\mathbb{{1}}(j = \operatorname{{argmax}}_{{k \neq {1}_i}} {0}_{{ik}})\,{g}",
            tr("back.max_others", "The signal goes to the closest rival alone; of equally close ones, to the first."),
            tr("back.max_others.question", "Who alone hears of it?"),
            ("ticks",),
            lambda g, out, M, y: np.eye(M.shape[-1])[_best_rival(M, y)] * g[..., None],
            lambda at, part, g, out, M, y: (
                (numeral(g[at[0]]), [("g", at[:1])])
                if at[1] == _best_rival(M, y)[at[0]]
                else ("0 (own class)" if at[1] == y[at[0]] else "0 (not the closest)", [])
            ),
            tex_wx=r"\mathbb{{1}}(j = \operatorname{{argmax}}_{{k \neq {1}_i}} {0}_{{ki}})\,{g}",
        ),
        None,
    ),
    tex_wx=r"\max_{{j \neq {1}_i}} {0}_{{ji}}",
)
