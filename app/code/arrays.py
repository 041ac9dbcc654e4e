"""The dialects `numpy-loops` and `numpy`: one function that makes loss and gradient, and the loop of the updates."""

from __future__ import annotations

import re

from app.code.listing import Limits, Line, Part, Unwritable, parsed
from app.code.updates import loop, penalty_of
from app.code.values import data_part, knobs_part
from app.core.code_fragments import LossCode
from app.core.problem import Problem

DOC = '    """The loss L over the points X of classes y, and its gradient: dW (D×C), db (C)."""'
FREE_OF_BIAS = "db = np.zeros_like(b)  # there is no bias to move"
CALL = "L, dW, db = gradient(W, b, {X}, {y})"


def loss_of(problem: Problem) -> LossCode:
    found = problem.loss.code()
    if found is None:
        raise Unwritable("loss/kind", "This loss has no code yet; choose another one.")
    return found


def vectorised(problem: Problem, iterations: int, limits: Limits) -> list[Part]:
    """All points at once, in the form of the mask."""
    code = loss_of(problem)
    G, end = _signal(problem), _closing(problem, _slopes(problem))
    body = [
        *parsed("N, rows = len(X), np.arange(len(X))" if _uses(code, "rows") else "N = len(X)", 1),
        *parsed("S = X @ W + b  # scores § S", 1),
        *parsed(code.forward, 1),
        *parsed(_losses(problem), 1),
        Line(),
        *parsed(code.backward, 1),
        *parsed(f"dW = X.T @ {G} / N  # 1/N, for L is a mean § {_ids(problem, 'dW')}", 1),
        *parsed(f"db = {G}.sum(axis=0) / N  # § {_ids(problem, 'db')}" if problem.bias else FREE_OF_BIAS, 1),
        *end,
    ]
    return _program(problem, iterations, limits, body)


def total_lines(problem: Problem) -> list[Line]:
    """The way forward alone: the lines of a function that returns L."""
    code = loss_of(problem)
    rows = parsed("rows = np.arange(len(X))", 1) if re.search(r"\brows\b", code.forward) else []
    forward = [*parsed("S = X @ W + b  # scores § S", 1), *parsed(code.forward, 1), *parsed(_losses(problem), 1)]
    return [*rows, *forward, Line("    return L")]


def looped(problem: Problem, iterations: int, limits: Limits) -> list[Part]:
    """Point by point and class by class, as one would say it aloud."""
    code, G = loss_of(problem), _signal(problem)
    body = [
        *parsed("N, D, C = len(X), *W.shape", 1),
        *parsed(f"losses, {G} = np.zeros(N), np.zeros((N, C))", 1),
        *parsed("dW, db = np.zeros((D, C)), np.zeros(C)", 1),
        *parsed("for i in range(N):  # point by point", 1),
        *parsed("s = [X[i] @ W[:, j] + b[j] for j in range(C)]  # scores § S", 2),
        *parsed(code.loops, 2),
        *parsed("for j in range(C):", 2),
        *parsed(f"dW[:, j] += {G}[i, j] * X[i] / N  # 1/N, for L is a mean § {_ids(problem, 'dW')}", 3),
        *parsed(f"db[j] += {G}[i, j] / N  # § {_ids(problem, 'db')}" * problem.bias, 3),
        Line(),
        *parsed(_losses(problem, each=True), 1),
        *_closing(problem, _slopes(problem)),
    ]
    return _program(problem, iterations, limits, body)


def _program(problem: Problem, iterations: int, limits: Limits, body: list[Line]) -> list[Part]:
    data, updates = data_part(problem, limits), loop(problem, iterations, CALL)
    used = "\n".join(line.code for line in (*body, *updates.lines))
    imports = [name for name in ("json", "math") if f"{name}." in used + data.lines[1].code]
    head = [Line(f"import {name}") for name in imports] + [Line()] * bool(imports) + [Line("import numpy as np")]
    report = 'L, dW, db = gradient(W, b, X, y)\nprint(f"L = {L:.6f}")\nprint("W =", W, sep="\\n")\nprint("b =", b)'
    return [
        Part("", tuple(head)),
        data,
        *([Part("The settings", tuple(knobs))] if (knobs := knobs_part(problem, used)) else []),
        Part("The loss and its gradient", (Line("def gradient(W, b, X, y):"), Line(DOC), *body)),
        updates,
        Part("Where it ends, over all points", tuple(parsed(report))),
    ]


def _signal(problem: Problem) -> str:
    return "mask" if problem.loss.has_margins else "G"


def _uses(code: LossCode, name: str) -> bool:
    return bool(re.search(rf"\b{name}\b", code.forward + code.backward))


def _paid(problem: Problem) -> tuple[str, ...]:
    """The parameters that the penalty has a price for."""
    return () if not penalty_of(problem).price else ("W", "b") if problem.penalty.penalize_bias else ("W",)


def _ids(problem: Problem, name: str) -> str:
    """The step of a data part: where nothing is added to it, it is the gradient itself."""
    return f"{name}_data" if name[1:] in _paid(problem) else name


def _losses(problem: Problem, each: bool = False) -> str:
    price, paid = penalty_of(problem), _paid(problem)
    mean = "sum(losses) / N" if each else "losses.mean()"
    if not paid:
        return f"L = {mean}  # total loss: the mean over the points § L"
    total = "L = data + R  # total loss § L"
    if not each:
        whole = " + ".join(price.price.replace("@", name) for name in paid)
        return f"data = {mean}  # data loss: the mean over the points § data\nR = {whole}  # penalty § R\n{total}"
    lines = [f"data = {mean}  # data loss: the mean over the points § data", "R = 0", "for j in range(C):"]
    if "b" in paid:
        lines.append(f"    R += {price.each.replace('@', 'b[j]')}  # penalty § R")
    lines += ["    for d in range(D):", f"        R += {price.each.replace('@', 'W[d, j]')}  # penalty § R"]
    return "\n".join([*lines, total])


def _slopes(problem: Problem) -> str:
    slope, paid = penalty_of(problem).slope, _paid(problem)
    return "\n".join(
        f"d{name} += {slope.replace('@', name)}  # the penalty's part § d{name}_R d{name}" for name in paid
    )


def _closing(problem: Problem, slopes: str) -> list[Line]:
    return [*(parsed(slopes, 1) if slopes else []), Line("    return L, dW, db")]
