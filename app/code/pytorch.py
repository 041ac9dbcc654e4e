"""The dialect `pytorch`: the loss written out, its gradient by autograd, the update by torch.optim where it has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.code.arrays import loss_of, vectorised
from app.code.listing import Limits, Line, Part, Unwritable, parsed
from app.code.updates import batch_lines, loop, penalty_of, rule_of, schedule_of
from app.code.values import data_part, knobs_part
from app.core.problem import Problem

RIVALS = "rivals = torch.arange(len(b)) != y[:, None]  # false at the correct class, which is no rival of its own"


def differentiated(problem: Problem, iterations: int, limits: Limits) -> list[Part]:
    """The program. It is refused where a slope is chosen that is no slope of the loss's value."""
    if getattr(problem.loss, "tolerance", 0.0):
        raise Unwritable(
            "loss/tolerance",
            "Autograd knows no kink that is wider than a point; set its width ε to 0, or choose numpy.",
        )
    body, made = _body(problem), _updates(problem, iterations, limits)
    data = data_part(problem, limits, "torch.tensor")
    used = "\n".join(line.code for line in (*body, *made.lines))
    imports = [name for name in ("json", "math") if f"{name}." in used + data.lines[1].code]
    numpy = [Line("import numpy as np")] if "np." in used else []
    head = [*(Line(f"import {name}") for name in imports), *[Line()] * bool(imports), *numpy, Line("import torch")]
    report = 'print(f"L = {loss(W, b, X, y):.6f}")\nprint("W =", W.detach(), sep="\\n")\nprint("b =", b.detach())'
    return [
        Part("", (*head, Line(), Line("torch.set_default_dtype(torch.float64)", "as numpy counts"))),
        data,
        *([Part("The settings", tuple(knobs))] if (knobs := knobs_part(problem, used)) else []),
        Part("The loss", (Line("def loss(W, b, X, y):"), *body)),
        made,
        Part("Where it ends, over all points", tuple(parsed(report))),
    ]


def _body(problem: Problem) -> list[Line]:
    code, price = loss_of(problem).torch, penalty_of(problem).price.replace("np.", "torch.")
    paid = [] if not price else ["W", "b"] if problem.penalty.penalize_bias else ["W"]
    lines = ['"""The loss L over the points X of classes y."""']
    lines += ["rows = torch.arange(len(X))"] if "rows" in code else []
    lines += [RIVALS] if "rivals" in code else []
    lines.append("S = X @ W + b  # scores § S")
    if not paid:
        return _in(lines, code, ["return losses.mean()  # total loss: the mean over the points § L"])
    total = " + ".join(price.replace("@", name) for name in paid)
    end = ["data = losses.mean()  # data loss: the mean over the points § data", f"R = {total}  # penalty § R"]
    return _in(lines, code, [*end, "return data + R  # total loss § L"])


def _in(before: list[str], code: str, after: list[str]) -> list[Line]:
    return [*parsed("\n".join(before), 1), *parsed(code, 1), *parsed("\n".join(after), 1)]


def _updates(problem: Problem, iterations: int, limits: Limits) -> Part:
    parts = vectorised(problem, iterations, limits)
    lines = [line for part in parts for line in part.lines]
    back = " ".join(_unique(step for line in lines for step in line.steps if step[0] == "d" and step != "data"))
    rule, made = rule_of(problem), [f"d{name}" for name in problem.parameters]
    call = f"{', '.join(made)} = gradient(W, b, {{X}}, {{y}})  # autograd walks all steps back § {back}"
    written = loop(problem, iterations, call)
    if not rule.torch:
        by = "argnums=(0, 1)" if problem.bias else "argnums=0"
        first = Line(f"gradient = torch.func.grad(loss, {by})", f"the function that makes {' and '.join(made)}")
        return Part(written.title, (first, *map(_torch, written.lines)))
    moves = _unique(step for line in written.lines for step in line.steps if step.startswith(("W_", "b_")))
    return Part(written.title, tuple(_with_optimizer(problem, iterations, rule.torch, back, " ".join(moves))))


def _with_optimizer(problem: Problem, iterations: int, rule: str, back: str, moves: str) -> list[Line]:
    share = schedule_of(problem)
    X, y = ("X", "y") if problem.batch is None else ("X[batch]", "y[batch]")
    learned = ", ".join(problem.parameters)
    start = [f"{name}.requires_grad_()" for name in problem.parameters]
    start.append(f"optimizer = {rule.replace('[W, b]', f'[{learned}]')}")
    body = ["optimizer.zero_grad()", f"L = loss(W, b, {X}, {y})"]
    body += [
        f"L.backward()  # autograd walks all steps back § {back}",
        f"optimizer.step()  # the update of {learned} § {moves}",
    ]
    if share:
        start.append(f"schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda t: {share})")
        body.append("schedule.step()  # learning rate of the next iteration § eta")
    return [
        *parsed("\n".join(start)), Line(f"for t in range({iterations}):"),
        *batch_lines(problem), *parsed("\n".join(body), 1),
    ]  # fmt: skip


def _torch(line: Line) -> Line:
    code = line.code if "default_rng" in line.code else line.code.replace("np.", "torch.")
    return replace(line, code=code)


def _unique(steps: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(steps))
