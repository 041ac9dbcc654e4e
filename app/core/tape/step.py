"""One thing that happens in a pass, as the page shows it and the API returns it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from app.core.tape.layers import Picture
from app.core.tape.tape import Node, Read, value_of
from app.core.text import tr
from app.core.types import Array, Cell

Direction = Literal["forward", "backward", "update"]


class Source(NamedTuple):
    """A cell of a named step or input that a formula reads; `minus`: it is subtracted."""

    id: str
    cell: Cell
    minus: bool = False

    @classmethod
    def of(cls, id: str, read: Read) -> Source:
        return cls(id, *read[1:])


@dataclass(frozen=True, slots=True)
class Step:
    """`value` is what is shown; the gradient proper of a backward step is value × `scale`.

    `node` is the quantity it belongs to: M for the margins and for their gradient. `per_point`: a row is a point.
    `product`: the two factors, where the value is a matrix product: row i of the first times the second (and a bias) if
    rows are points, else the sum over the points i of row i of the first, as a column, times row i of the second.
    `tex_wx` is `tex` where all matrices are transposed: X (D, N), W (C, D), S = WX + b.
    `question` is the headline that `sentence` answers, `picture` the layers that the plane draws, `stage` the ids of at
    most three quantities that tell the step: what it reads and, last, itself. `passes_on` as in a `Pull`.
    `explain(cell)` gives the right-hand side with that cell's numbers, and the cells they came from.
    """

    id: str
    direction: Direction
    node: str
    symbol: str
    title: str
    action: str
    tex: str
    sentence: str
    question: str
    picture: Picture
    value: Array
    reads: tuple[str, ...]
    explain: Callable[[Cell], tuple[str, list[Source]]]
    scale: float = 1.0
    per_point: bool = False
    product: tuple[str, str] | None = None
    tex_wx: str = ""
    passes_on: bool = False
    stage: tuple[str, ...] = ()

    def written(self, *, transposed: bool) -> str:
        """Its formula in TeX, in one of the two layouts."""
        return self.tex_wx if transposed and self.tex_wx else self.tex


UNSEEN = ("batch", "now")  # leaves that are said elsewhere: which points there are, and which iteration it is


def forward_step(node: Node, count: str = "", *, paid: bool = False) -> Step:
    """The step that computed a node; `count` is the size of the batch, N or B; `paid`: it is the loss of each point."""
    op, values = node.op, [value_of(o) for o in node.operands]
    assert op is not None
    right, right_wx = (
        tex.format(*(o.tex if isinstance(o, Node) else "" for o in node.operands), n=count)
        for tex in (op.tex, op.tex_wx or op.tex)
    )

    def explain(at: Cell) -> tuple[str, list[Source]]:
        text, reads = op.cell(at, node.value, *values)
        named = [(node.operands[read[0]], read) for read in reads if not isinstance(read[0], str)]
        return text, list(dict.fromkeys(Source.of(o.id, read) for o, read in named if isinstance(o, Node)))

    return Step(
        node.id,
        "forward",
        node.id,
        node.symbol,
        node.title,
        tr("step.compute", "Compute the {what}", what=node.title),
        f"{node.tex} = {right}",
        op.sentence,
        op.question,
        ("ring",) if paid else op.picture,
        node.value,
        tuple(o.id for o in node.operands if isinstance(o, Node) and o.id not in UNSEEN),
        explain,
        per_point=node.value.ndim > 0,
        product=_product(node),
        tex_wx=f"{node.tex} = {right_wx}",
    )


def _product(node: Node) -> tuple[str, str] | None:
    assert node.op is not None
    return node.op.product and (node.operands[node.op.product[0]].id, node.operands[node.op.product[1]].id)
