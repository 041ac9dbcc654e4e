"""The steps of an update, on a tape of their own: the learning rate, what is remembered, and the new weights and bias.

It starts from the slope that the run itself takes, so that the weights it ends with are the run's to the last digit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.core.fast.train import Beginning
from app.core.numeral import numeral
from app.core.optimizers import Iteration, Memory
from app.core.problem import Problem
from app.core.tape.layers import Picture
from app.core.tape.step import Step, forward_step
from app.core.tape.tape import Node, Tape, step
from app.core.text import Text, tr
from app.core.types import Array

TITLES = {"W": tr("q.weights", "weights"), "b": tr("q.bias", "bias")}
SHIFT = tr("line.shift", "shift")  # what a change of b does to the lines, where one of W turns them


def update_steps(problem: Problem, beginning: Beginning, t: int) -> tuple[list[Step], Problem]:
    """The steps of the update of iteration t, and the problem that it leads to."""
    update = _Update(problem, beginning, t, Tape())
    rate = problem.optimizer.rate(
        update.tape.leaf("now", tr("q.iteration", "iteration"), t, constant=True), problem.schedule, problem.penalty
    )
    new = {name: update.updated(name, rate) for name in problem.parameters}
    if problem.optimizer.confines:
        new = update.projected(new, rate)
    update.end(new)
    kept = {f"{name}_{memory.id}" for name in problem.parameters for memory in problem.optimizer.memory}
    drawn = {node.id: node.op.picture for node in update.tape.nodes if node.op}
    steps = [_step(node, drawn) for node in update.tape.nodes if node.op or node.id in kept]
    return steps, replace(problem, W=new["W"].value, b=new["b"].value if problem.bias else problem.b)


@dataclass(frozen=True, slots=True)
class _Update:
    """W and b move by the same rule; what belongs to one of them has its name before its own, such as W_v."""

    problem: Problem
    beginning: Beginning
    t: int
    tape: Tape

    def updated(self, name: str, rate: Node | float) -> Node:
        """What the rule makes of one of them, before it is confined."""
        optimizer, start = self.problem.optimizer, len(self.tape.nodes)
        parameter = self.tape.leaf(name, TITLES[name], getattr(self.problem, name))
        slope = self.tape.leaf(
            f"d{name}",
            tr("q.gradient", "gradient"),
            _part(self.beginning.slope, name),
            tex=rf"\partial L/\partial {name}",
        )
        memory = tuple(
            self._remembered(kept, _part(value, name))
            for kept, value in zip(optimizer.memory, self.beginning.memory, strict=True)
        )
        result, _ = optimizer.update(parameter, slope, memory, self._now(rate, name))
        for node in self.tape.nodes[start:]:
            _belongs(node, name)
        return result

    def projected(self, new: dict[str, Node], rate: Node | float) -> dict[str, Node]:
        b = new["b"] if self.problem.bias else self.tape.leaf("b", TITLES["b"], self.problem.b)
        inside = dict(zip(TITLES, self.problem.optimizer.confine(new["W"], b, self._now(rate, "W")), strict=True))
        for name, node in new.items():
            if inside[name] is not node:
                step(
                    f"{name}_moved",
                    tr("step.moved", "{what} before the projection", what=TITLES[name]),
                    node,
                    symbol=f"{name}′",
                    tex=f"{name}'",
                )
        return {name: inside[name] for name in new}

    def end(self, new: dict[str, Node]) -> None:
        for name, node in new.items():
            step(
                f"{name}_next",
                tr("step.updated", "update of the {what}", what=TITLES[name]),
                node,
                symbol=name,
                tex=name,
            )

    def _remembered(self, kept: Memory, value: Array) -> Node:
        node = self.tape.leaf(kept.id, kept.title, value, tex=kept.tex)
        node.symbol = kept.symbol
        return node

    def _now(self, rate: Node | float, name: str) -> Iteration:
        penalty = self.problem.penalty
        l1 = penalty.l1 if penalty.l1 and (name == "W" or penalty.penalize_bias) else None
        return Iteration(self.t, rate, penalty, l1)


def _part(theta: Array, name: str) -> Array:
    """The weights (D, C) or the bias (C,) of something shaped like theta."""
    return theta[:, :-1].T if name == "W" else theta[:, -1]


def _belongs(node: Node, name: str) -> None:
    """Give a step of the rule its parameter's name; the parameter, its slope and its new value have theirs."""
    if not node.id or node.id in (name, f"d{name}"):
        return
    node.id = f"{name}_{node.id}"
    node.title = tr("step.of", "{what} of the {parameter}", what=node.title, parameter=TITLES[name])
    node.symbol, node.tex = node.symbol.replace("@", name), node.tex.replace("@", name)


def _step(node: Node, drawn: dict[str, Picture]) -> Step:
    owner = node.id.partition("_")[0] if node.id.startswith(("W_", "b_")) else "W"
    if node.op is None:
        return _memory_step(node, owner, drawn[f"{node.id}_next"])
    made = forward_step(node)
    new = node.id.endswith("_next")
    tex = made.tex.replace(" = ", r" \leftarrow ", 1) if new else made.tex
    what = TITLES[owner] if node.id == f"{owner}_next" else node.title
    action = tr("step.update.what", "Update the {what}", what=what) if new else made.action
    question = made.question.fill(turn=SHIFT) if owner == "b" and isinstance(made.question, Text) else made.question
    return replace(
        made, direction="update", node=owner, action=action, tex=tex, question=question, tex_wx="", per_point=False
    )


def _memory_step(node: Node, owner: str, picture: Picture) -> Step:
    """What the rule remembers stands before it is used, and looks as what it becomes."""
    return Step(
        node.id, "update", owner, node.symbol, node.title, tr("step.recall", "Recall the {what}", what=node.title),
        rf"{node.tex} \;\text{{as the last update left it}}",
        tr("step.recall.why", "This is all that the rule remembers of earlier iterations; every weight has its own."),
        tr("step.recall.question", "What is left of the updates before?"), picture, node.value, (),
        lambda at: (numeral(node.value[at]), []),
    )  # fmt: skip
