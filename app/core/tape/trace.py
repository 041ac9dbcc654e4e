"""One whole pass, every step of it: forward, backward and the update, each with its value, formula and reasons.

It is explicit and slow (well under a millisecond for a page's worth of points); training uses the closed forms.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.core import ops
from app.core.fast.train import Beginning, advance
from app.core.fast.update import Memories
from app.core.numeral import numeral
from app.core.problem import Problem
from app.core.tape.backward import backward_steps
from app.core.tape.stage import staged
from app.core.tape.step import Source, Step, forward_step
from app.core.tape.tape import Node, Tape, step
from app.core.tape.update_steps import update_steps
from app.core.text import tr
from app.core.types import Cell, Ints


@dataclass(frozen=True, slots=True)
class Trace:
    """The pass of one iteration: `problem` has the weights it begins with, `after` those that its update makes."""

    problem: Problem
    after: Problem
    iteration: int
    batch: Ints
    inputs: tuple[Node, ...]  # X, y, W and, if there is one, b
    steps: tuple[Step, ...]
    memory: Memories = ()  # the optimizer's, before this update

    def __getitem__(self, id: str) -> Step:
        return {s.id: s for s in self.steps}[id]

    def formula(self, id: str, at: Cell, *, transposed: bool = False) -> tuple[str, list[Source]]:
        """How one cell came about, with its numbers, and the cells it was computed from.

        `transposed`: it is named as in the layout S = WX, where S[j,i] is what S[i,j] is here; `at` is as always.
        """
        found = self[id]
        text, reads = found.explain(at)
        label = found.symbol + (f"[{','.join(map(str, at[::-1] if transposed else at))}]" if at else "")
        value = numeral(float(found.value[at]))
        done = text == value or text.startswith(f"{value} (")  # such as: 0 (own class)
        return f"{label} = {text}" + ("" if done else f" = {value}"), reads


def trace(problem: Problem, iteration: int = 0) -> Trace:
    """Every step of the pass of that iteration of the run that `problem` begins.

    Raises FloatingPointError if a number of the pass is no longer finite.
    """
    problem, beginning = advance(problem, iteration)
    with np.errstate(all="ignore"):
        found = _pass(problem, iteration, beginning)
    if not all(np.isfinite(s.value).all() for s in found.steps):
        raise FloatingPointError(f"the run has diverged by iteration {iteration}")
    return found


def _pass(problem: Problem, iteration: int, beginning: Beginning) -> Trace:
    batch, size = next(problem.batches(iteration)), "N" if problem.batch is None else "B"
    tape, end = _forward(problem, batch)
    losses = {id(node.operands[0]) for node in tape.nodes if node.op is ops.mean}
    forward = [forward_step(node, size, paid=id(node) in losses) for node in tape.nodes if node.op]
    backward = backward_steps(tape, end, size)
    updates, after = update_steps(problem, beginning, iteration)
    inputs = tuple(node for node in tape.nodes if node.op is None and node.id != "batch")
    steps = staged((*forward, *backward, *updates), inputs)
    return Trace(problem, after, iteration, batch, inputs, steps, beginning.memory)


def _forward(problem: Problem, batch: Ints) -> tuple[Tape, Node]:
    tape = Tape()
    X = tape.leaf("X", tr("q.points", "points"), problem.X, constant=True)
    y = tape.leaf("y", tr("q.classes", "classes"), problem.y, constant=True)
    chosen = tape.leaf("batch", tr("q.batch", "batch"), batch, constant=True)
    W = tape.leaf("W", tr("q.weights", "weights"), problem.W)
    b = (tape if problem.bias else Tape()).leaf("b", tr("q.bias", "bias"), problem.b)
    S = step("S", tr("q.scores", "scores"), ops.affine(X, W, b) if problem.bias else ops.matmul(X, W))
    losses = problem.loss(S, y)
    data = ops.mean(losses, chosen)
    penalty = problem.penalty(W, b)
    if penalty is None:
        return tape, step("L", tr("q.total_loss", "total loss"), data)
    step("data", tr("q.data_loss", "data loss"), data, tex=r"L_\text{data}")
    return tape, step("L", tr("q.total_loss", "total loss"), ops.add(data, penalty))
