"""The steps of an update, on a tape of their own: the learning rate, what is remembered, and the new weights and bias.

It starts from the slope that the run itself takes, so that the weights it ends with are the run's to the last digit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.core.fast.train import Beginning
from app.core.numeral import numeral
from app.core.optimizers import Iteration, Memory
from app.core.problem import Problem
from app.core.tape.step import Step, forward_step
from app.core.tape.tape import Node, Tape, step
from app.core.types import Array

TITLES = {"W": "weights", "b": "bias"}


def update_steps(problem: Problem, beginning: Beginning, t: int) -> tuple[list[Step], Problem]:
    """The steps of the update of iteration t, and the problem that it leads to."""
    moving = _Moving(problem, beginning, t, Tape())
    rate = problem.optimizer.rate(
        moving.tape.leaf("now", "iteration", t, constant=True), problem.schedule, problem.penalty
    )
    new = {name: moving.moved(name, rate) for name in problem.parameters}
    if problem.optimizer.confines:
        new = moving.confined(new, rate)
    moving.end(new)
    kept = {f"{name}_{memory.id}" for name in problem.parameters for memory in problem.optimizer.memory}
    steps = [_step(node) for node in moving.tape.nodes if node.op or node.id in kept]
    return steps, replace(problem, W=new["W"].value, b=new["b"].value if problem.bias else problem.b)


@dataclass(frozen=True, slots=True)
class _Moving:
    """W and b move by the same rule; what belongs to one of them has its name before its own, such as W_v."""

    problem: Problem
    beginning: Beginning
    t: int
    tape: Tape

    def moved(self, name: str, rate: Node | float) -> Node:
        """What the rule makes of one of them, before it is confined."""
        optimizer, start = self.problem.optimizer, len(self.tape.nodes)
        parameter = self.tape.leaf(name, TITLES[name], getattr(self.problem, name))
        slope = self.tape.leaf(
            f"d{name}", "gradient", _part(self.beginning.slope, name), tex=rf"\partial L/\partial {name}"
        )
        memory = tuple(
            self._remembered(kept, _part(value, name))
            for kept, value in zip(optimizer.memory, self.beginning.memory, strict=True)
        )
        result, _ = optimizer.update(parameter, slope, memory, self._now(rate, name))
        for node in self.tape.nodes[start:]:
            _belongs(node, name)
        return result

    def confined(self, new: dict[str, Node], rate: Node | float) -> dict[str, Node]:
        b = new["b"] if self.problem.bias else self.tape.leaf("b", TITLES["b"], self.problem.b)
        inside = dict(zip(TITLES, self.problem.optimizer.confine(new["W"], b, self._now(rate, "W")), strict=True))
        for name, node in new.items():
            if inside[name] is not node:
                step(f"{name}_moved", f"{TITLES[name]} before the projection", node, symbol=f"{name}′", tex=f"{name}'")
        return {name: inside[name] for name in new}

    def end(self, new: dict[str, Node]) -> None:
        for name, node in new.items():
            step(f"{name}_next", f"update of the {TITLES[name]}", node, symbol=name, tex=name)

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
    node.id, node.title = f"{name}_{node.id}", f"{node.title} of the {TITLES[name]}"
    node.symbol, node.tex = node.symbol.replace("@", name), node.tex.replace("@", name)


def _step(node: Node) -> Step:
    owner = node.id.partition("_")[0] if node.id.startswith(("W_", "b_")) else "W"
    if node.op is None:
        return _memory_step(node, owner)
    made = forward_step(node)
    new = node.id.endswith("_next")
    tex = made.tex.replace(" = ", r" \leftarrow ", 1) if new else made.tex
    title = node.title.removeprefix("update of ")
    action = f"Update {title if title.startswith('the ') else f'the {title}'}" if new else made.action
    return replace(made, direction="update", node=owner, action=action, tex=tex, tex_wx="", per_point=False)


def _memory_step(node: Node, owner: str) -> Step:
    """What the rule remembers stands before it is used."""
    return Step(
        node.id, "update", owner, node.symbol, node.title, f"Recall the {node.title}",
        rf"{node.tex} \;\text{{as the last update left it}}",
        "This is all that the rule remembers of earlier iterations; every weight has its own.",
        node.value, (), lambda at: (numeral(node.value[at]), []),
    )  # fmt: skip
