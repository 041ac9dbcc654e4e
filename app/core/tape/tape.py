"""Evaluate an expression once, remember every step, walk it back.

An `Op` is a numpy function that also knows how gradients flow back through it, how both are written, and how one cell
of either came about. Called on arrays it is just the numpy function; called on a `Node` it leaves a step on that node's
tape. It is not a general differentiator: it knows the operations in `ops` and walks one tape once.

A gradient is kept as `value` times `scale`: the 1/N of the mean is set aside and put back at the leaves, so that the
steps between show whole numbers (the mask) as one would write them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np

from app.core.tape.layers import Picture
from app.core.types import Array, Cell

V = TypeVar("V", Array, "Node")  # a value, plain or taped; the same code runs on both
# (operand's place, or "g" for the upstream gradient, or "out"; cell), and MINUS where that number is subtracted
Read = tuple[int | str, Cell] | tuple[int | str, Cell, bool]
Reads = list[Read]
Formula = tuple[str, Reads]
MINUS = True


@dataclass(frozen=True, slots=True)
class Pull:
    """How an upstream gradient reaches one operand: `vjp(g, out, *operands)`.

    `tex` may name the upstream gradient {g} ({signal} in a product), the result {out}, operands {0}, {1}, …, and the
    size of the batch {n}; `sentence` only the last. What it names, the step is said to read. `question` is the headline
    that `sentence` answers, `picture` what the plane draws of it.
    `cell(at, part, g, out, *operands)` writes one number of the result with the numbers it came from.
    `factor(*operands)`, if given, multiplies the scale instead of the value. `name` is what later formulas call the
    result (TeX and plain), where the field has a name for it. `tex_wx` is the formula where all matrices are transposed
    (S = WX), if it is another one. `product`: it is the matrix product of the transpose of
    that operand with the upstream gradient, so a sum over the points. `passes_on`: it hands the upstream gradient on as
    it came, so that it is no news to what comes next.
    """

    title: str
    tex: str
    sentence: str
    question: str
    picture: Picture
    vjp: Callable[..., Array]
    cell: Callable[..., Formula]
    factor: Callable[..., float] | None = None
    name: tuple[str, str] | None = None
    product: int | None = None
    tex_wx: str = ""
    passes_on: bool = False


@dataclass(frozen=True, slots=True)
class Op:
    """A primitive. One `Pull` per operand, None where no gradient flows; () for an update, which has no way back.

    `product`: the operands that are the factors of a matrix product. `question`, `picture` and `tex_wx` as in a `Pull`;
    in the question of an update {turn} stands for what it does to the lines.
    """

    tex: str
    sentence: str
    question: str
    picture: Picture
    forward: Callable[..., Any]
    cell: Callable[..., Formula]
    pulls: tuple[Pull | None, ...]
    product: tuple[int, int] | None = None
    tex_wx: str = ""

    def __call__(self, *operands: Any) -> Any:
        for operand in operands:
            if isinstance(operand, Node):
                return operand.tape.apply(self, operands)
        return self.forward(*operands)


def rule(
    tex: str, sentence: str, question: str, picture: Picture, forward: Callable[..., Any], cell: Callable[..., Formula]
) -> Op:
    """An operation without a way back, one of updates and learning rates: no gradient flows through it."""
    return Op(tex, sentence, question, picture, forward, cell, ())


@dataclass(eq=False, slots=True)
class Node:
    """One value of the forward pass and, once the tape has run backward, its gradient."""

    tape: Tape
    value: Array
    op: Op | None = None
    operands: tuple[Any, ...] = ()
    id: str = ""
    symbol: str = ""
    tex: str = ""
    title: str = ""
    constant: bool = False
    grad: Array | None = None
    scale: float = 1.0

    __array_ufunc__ = None  # so that `array * node` is an error instead of an array of nodes


@dataclass(frozen=True, slots=True)
class Edge:
    """One contribution of the backward pass: what `step` sends to `operand`."""

    step: Node
    operand: Node
    pull: Pull
    part: Array
    scale: float


@dataclass(slots=True)
class Tape:
    """Nodes in the order they were computed, which is already a topological order."""

    nodes: list[Node] = field(default_factory=list)

    def leaf(self, id: str, title: str, value: Any, *, tex: str = "", constant: bool = False) -> Node:
        node = Node(self, value, id=id, symbol=id, tex=tex or id, title=title, constant=constant)
        self.nodes.append(node)
        return node

    def apply(self, op: Op, operands: tuple[Any, ...]) -> Node:
        node = Node(self, np.asarray(op.forward(*map(value_of, operands))), op, operands)
        self.nodes.append(node)
        return node

    def backward(self, end: Node) -> Iterator[Edge]:
        """Yield every edge from `end` back to the leaves, adding up gradients on the way."""
        end.grad = np.ones_like(end.value)
        for node in reversed(self.nodes):
            if node.op is None or node.grad is None:
                continue
            values = [value_of(o) for o in node.operands]
            for operand, pull in zip(node.operands, node.op.pulls, strict=True):
                if pull is None or not isinstance(operand, Node) or operand.constant:
                    continue
                edge = _edge(node, operand, pull, values)
                _receive(operand, edge)
                yield edge


def _edge(node: Node, operand: Node, pull: Pull, values: list[Any]) -> Edge:
    part = pull.vjp(node.grad, node.value, *values)
    scale = node.scale * (pull.factor(*values) if pull.factor else 1.0)
    if operand.op is None:  # a leaf: the gradient proper, with the scale put back
        part, scale = part * scale, 1.0
    return Edge(node, operand, pull, part, scale)


def _receive(operand: Node, edge: Edge) -> None:
    assert operand.grad is None or operand.scale == edge.scale, "contributions to one node carry one scale"
    operand.grad = edge.part if operand.grad is None else operand.grad + edge.part
    operand.scale = edge.scale


def value_of(operand: Any) -> Any:
    return operand.value if isinstance(operand, Node) else operand


def step(id: str, title: str, value: V, *, symbol: str = "", tex: str = "") -> V:
    """Name an intermediate result. On plain arrays this does nothing."""
    if isinstance(value, Node):
        assert not value.id, f"{value.id} and {id} are names of one step"
        value.id, value.title, value.symbol, value.tex = id, title, symbol or id, tex or symbol or id
    return value
