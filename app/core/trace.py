"""One whole pass, every step of it: forward, backward and the update, each with its value, formula and reasons.

It is explicit and slow (well under a millisecond for a page's worth of points); training uses the closed forms.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from app.core import ops
from app.core.backward import backward_steps
from app.core.numeral import numeral
from app.core.problem import Problem
from app.core.step import Source, Step
from app.core.tape import Node, Tape, step, value_of
from app.core.train import advance
from app.core.types import Array, Cell, Ints


@dataclass(frozen=True, slots=True)
class Trace:
    """The pass of one iteration: `problem` has the weights it begins with, `after` those that its update makes."""

    problem: Problem
    after: Problem
    iteration: int
    batch: Ints
    inputs: tuple[Node, ...]  # X, y, W, b
    steps: tuple[Step, ...]
    state: Any = None  # the optimizer's, before this update

    def __getitem__(self, id: str) -> Step:
        return {s.id: s for s in self.steps}[id]

    def formula(self, id: str, at: Cell) -> tuple[str, list[Source]]:
        """How one cell came about, with its numbers, and the cells it was computed from."""
        found = self[id]
        text, reads = found.explain(at)
        label = found.symbol + (f"[{','.join(map(str, at))}]" if at else "")
        value = numeral(float(found.value[at]))
        done = text == value or text.startswith(f"{value} (")  # such as: 0 (own column)
        return f"{label} = {text}" + ("" if done else f" = {value}"), reads


def trace(problem: Problem, iteration: int = 0) -> Trace:
    """Every step of the pass of that iteration of the run that `problem` begins.

    Raises FloatingPointError if a number of the pass is no longer finite.
    """
    problem, state = advance(problem, iteration)
    with np.errstate(all="ignore"):
        found = _pass(problem, iteration, state)
    if not all(np.isfinite(s.value).all() for s in found.steps):
        raise FloatingPointError(f"the run has diverged by iteration {iteration}")
    return found


def _pass(problem: Problem, iteration: int, state: Any) -> Trace:
    batch, size = next(problem.batches(iteration)), "N" if problem.batch is None else "B"
    tape, end = _forward(problem, batch)
    forward = [_forward_step(node, size) for node in tape.nodes if node.op]
    backward = backward_steps(tape, end, size)
    updates, after = _update(problem, {s.id: s.value for s in backward}, state)
    inputs = tuple(node for node in tape.nodes if node.op is None and node.id != "batch")
    return Trace(problem, after, iteration, batch, inputs, (*forward, *backward, *updates), state)


def _forward(problem: Problem, batch: Ints) -> tuple[Tape, Node]:
    tape = Tape()
    X = tape.leaf("X", "points", problem.X, constant=True)
    y = tape.leaf("y", "classes", problem.y, constant=True)
    chosen = tape.leaf("batch", "batch", batch, constant=True)
    W, b = tape.leaf("W", "weights", problem.W), tape.leaf("b", "bias", problem.b)
    S = step("S", "scores", ops.affine(X, W, b))
    losses = problem.loss(S, y)
    data = ops.mean(losses, chosen)
    penalty = problem.penalty(W, b)
    if penalty is None:
        return tape, step("L", "total loss", data)
    step("data", "data loss", data, tex=r"L_\text{data}")
    return tape, step("L", "total loss", ops.add(data, penalty))


def _forward_step(node: Node, count: str) -> Step:
    op, values = node.op, [value_of(o) for o in node.operands]
    assert op is not None
    right = op.tex.format(*(o.tex if isinstance(o, Node) else "" for o in node.operands), n=count)

    def explain(at: Cell) -> tuple[str, list[Source]]:
        text, reads = op.cell(at, node.value, *values)
        return text, list(dict.fromkeys((node.operands[k].id, cell) for k, cell in reads if not isinstance(k, str)))

    return Step(
        node.id, "forward", node.id, node.symbol, node.title, f"Compute the {node.title}", f"{node.tex} = {right}",
        op.sentence, node.value, tuple(o.id for o in node.operands if isinstance(o, Node) and o.id != "batch"), explain,
        per_point=node.value.ndim > 0,
        product=op.product and (node.operands[op.product[0]].id, node.operands[op.product[1]].id),
    )  # fmt: skip


def _update(problem: Problem, gradients: dict[str, Array], state: Any) -> tuple[list[Step], Problem]:
    """The steps of the update, for the weights and for the bias, and the problem they lead to."""
    W_steps, W = _update_of("W", "weights", problem, gradients, state)
    b_steps, b = _update_of("b", "bias", problem, gradients, state)
    return W_steps + b_steps, replace(problem, W=W, b=b)


def _update_of(
    name: str, title: str, problem: Problem, gradients: dict[str, Array], state: Any
) -> tuple[list[Step], Array]:
    tape = Tape()
    parameter = tape.leaf(name, title, getattr(problem, name))
    slope = tape.leaf(f"d{name}", "gradient", gradients[f"d{name}"], tex=rf"\partial L/\partial {name}")
    result, _ = problem.optimizer.update(parameter, slope, state)
    step(f"{name}_next", f"update of the {title}", result, symbol=name, tex=name)
    return [_update_step(node, name, title) for node in tape.nodes if node.op], result.value


def _update_step(node: Node, name: str, title: str) -> Step:
    made = _forward_step(node, "")
    tex = made.tex.replace(" = ", r" \leftarrow ", 1)
    return replace(made, direction="update", node=name, action=f"Update the {title}", tex=tex, per_point=False)
