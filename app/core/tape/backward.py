"""The steps of the way back, made from what a tape leaves behind when it is walked.

Where several paths end in one quantity each contribution is a step of its own, and their sum another. It decides the
order and the names; the numbers and formulas come from the operations.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from app.core.numeral import factor, sum_of
from app.core.tape.layers import Picture
from app.core.tape.step import Source, Step
from app.core.tape.tape import Edge, Node, Tape, value_of
from app.core.text import Text, tr
from app.core.types import Cell


def backward_steps(tape: Tape, end: Node, count: str) -> list[Step]:
    """All steps from ∂L/∂L = 1 to the gradients of the leaves; the gradients of scalars on the way are left out."""
    arriving: dict[str, list[Edge]] = defaultdict(list)
    for edge in tape.backward(end):
        arriving[edge.operand.id].insert(0, edge)  # the way back meets the latest operation first
    walk = _Walk(arriving, count, end)
    inner = [n for n in reversed(tape.nodes) if _is_inner(n) and n.id in arriving]
    leaves = [n for n in tape.nodes if n.op is None and n.id in arriving]
    steps = [_start(end), *(s for n in inner for s in (*walk.parts(n), *walk.total(n)))]
    parts = [walk.parts(n) for n in leaves]
    for k in range(max(map(len, parts))):  # the data parts of all leaves, then the penalty parts, then the sums
        steps += [p[k] for p in parts if k < len(p)]
    return steps + [s for n in leaves for s in walk.total(n)]


def _start(end: Node) -> Step:
    assert end.grad is not None
    return Step(
        "dL", "backward", end.id, "∂L/∂L", tr("step.start", "start of the way back"),
        tr("step.start.action", "Start the way back"), r"\partial L/\partial L = 1",
        tr("step.start.why", "The loss changes exactly as much as itself. "
           "From here each step asks: how much does L change if this changes?"),
        tr("step.start.question", "Where does the way back begin?"), (), end.grad, (), lambda at: ("1", []),
        passes_on=True,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Walk:
    arriving: dict[str, list[Edge]]
    count: str  # N, or B where the mean is over a batch
    end: Node

    def parts(self, node: Node) -> list[Step]:
        """A step per contribution; where there is only one it is the gradient itself."""
        return [self._part(edge, len(self.arriving[node.id]) == 1) for edge in self.arriving[node.id]]

    def total(self, node: Node) -> list[Step]:
        """The sum of the contributions, where there are several."""
        edges = self.arriving[node.id]
        if len(edges) == 1:
            return []
        assert node.grad is not None
        tex, symbol = self._name(node)
        terms = [self._part_name(edge) for edge in edges]

        def explain(at: Cell) -> tuple[str, list[Source]]:
            return sum_of(factor(e.part[at]) for e in edges), [Source(self._id(e, False), at) for e in edges]

        return [
            Step(
                f"d{node.id}",
                "backward",
                node.id,
                symbol,
                _gradient_of(node),
                tr("step.add", "Add up {symbol}", symbol=symbol),
                f"{tex} = {' + '.join(t for t, _ in terms)}",
                tr("step.add.why", "Gradients add up: what the data ask for and what the penalty asks for."),
                tr("step.add.question", "What is the sum?"),
                _together(edges),
                node.grad,
                tuple(self._id(e, False) for e in edges),
                explain,
                node.scale,
                per_point=_is_inner(node),
            )
        ]

    def _part(self, edge: Edge, alone: bool) -> Step:
        node, pull, n = edge.operand, edge.pull, self.count
        tex, symbol = self._name(node) if alone else self._part_name(edge)
        upstream = self._upstream(edge.step)
        values = [value_of(o) for o in edge.step.operands]
        operands = [o.tex if isinstance(o, Node) else "" for o in edge.step.operands]
        g = self._name(edge.step)[0]
        signal = rf"\left({g}\right)" if g.startswith(rf"{n}\,") else g
        right, right_wx = (
            tex.format(*operands, g=g, signal=signal, out=edge.step.tex, n=n)
            for tex in (pull.tex, pull.tex_wx or pull.tex)
        )
        left, left_wx = (pull.name[0] + at if pull.name else tex for at in ("_{ij}", "_{ji}"))

        def explain(at: Cell) -> tuple[str, list[Source]]:
            text, reads = pull.cell(at, edge.part, edge.step.grad, edge.step.value, *values)
            own = {"g": upstream, "out": edge.step.id}
            ids = [own[k] if isinstance(k, str) else edge.step.operands[k].id for k, *_ in reads]
            return self._scaled(edge, text), list(dict.fromkeys(map(Source.of, ids, reads)))

        return Step(
            self._id(edge, alone), "backward", node.id, symbol, self._title(edge, alone),
            _compute(symbol, bool(pull.name)), f"{left} = {right}", _of(pull.sentence, n),
            pull.question, pull.picture, edge.part, (upstream, *_used(edge)), explain, edge.scale,
            per_point=_is_inner(node), passes_on=pull.passes_on,
            product=None if pull.product is None else (edge.step.operands[pull.product].id, upstream),
            tex_wx=f"{left_wx} = {right_wx}",
        )  # fmt: skip

    def _title(self, edge: Edge, alone: bool) -> str:
        if edge.operand.op is not None:
            return edge.pull.title
        of = _gradient_of(edge.operand)
        return of if alone else tr("step.gradient.part", "{gradient}, {part}", gradient=of, part=edge.pull.title)

    def _scaled(self, edge: Edge, text: str) -> str:
        if edge.operand.op is not None or edge.step.scale == 1.0:
            return text
        return f"({text}) / {round(1 / edge.step.scale)}"

    def _upstream(self, node: Node) -> str:
        return f"d{node.id}" if node.value.ndim else "dL"

    def _id(self, edge: Edge, alone: bool) -> str:
        return f"d{edge.operand.id}" if alone else f"d{edge.operand.id}_{_origin(edge)[1]}"

    def _name(self, node: Node) -> tuple[str, str]:
        """How the gradient of a node is written: TeX and plain."""
        edges = self.arriving.get(node.id, [])
        if len(edges) == 1 and edges[0].pull.name:
            return edges[0].pull.name
        of = (rf"\partial L/\partial {node.tex}", f"∂L/∂{node.symbol}")
        return of if node.op is None or not node.value.ndim else (rf"{self.count}\,{of[0]}", f"{self.count}·{of[1]}")

    def _part_name(self, edge: Edge) -> tuple[str, str]:
        tex, plain = _origin(edge)
        return rf"\partial {tex}/\partial {edge.operand.tex}", f"∂{plain}/∂{edge.operand.symbol}"


def _gradient_of(node: Node) -> str:
    return tr("step.gradient", "gradient of the {what}", what=node.title)


def _compute(symbol: str, named: bool) -> str:
    if named:
        return tr("step.compute.named", "Compute the {symbol}", symbol=symbol)
    return tr("step.compute.symbol", "Compute {symbol}", symbol=symbol)


def _of(sentence: str, n: str) -> str:
    """A sentence that may name the size of the batch."""
    return sentence.fill(n=n) if isinstance(sentence, Text) else sentence.replace("{n}", n)


def _origin(edge: Edge) -> tuple[str, str]:
    """Which term of L a contribution comes from: a scalar of its own (the penalty), else the data loss."""
    return (edge.step.tex, edge.step.symbol) if not edge.step.value.ndim else (r"L_\text{data}", "data")


def _together(edges: list[Edge]) -> Picture:
    """The pictures of the terms, and of what they come to."""
    return (*dict.fromkeys(layer for edge in edges for layer in edge.pull.picture), "sum")


def _is_inner(node: Node) -> bool:
    """Inner quantities that are no scalars have a row a point; leaves are parameters, which have none."""
    return node.op is not None and node.value.ndim > 0


def _used(edge: Edge) -> list[str]:
    """The quantities that a contribution's formula names, besides the gradient it passes on."""
    names = re.findall(r"\{\{|\{(\w+)\}", edge.pull.tex)  # a doubled brace is a literal one
    named = [o.id for k, o in enumerate(edge.step.operands) if isinstance(o, Node) and str(k) in names]
    return named + ([edge.step.id] if "out" in names else [])
