"""The loop of the updates: batches, schedule, the rule for both parameters. Gradients are none of its business."""

from __future__ import annotations

import re
from dataclasses import replace

from app.code.listing import Line, Part, Unwritable, parsed
from app.core.code_fragments import PenaltyCode, RuleCode
from app.core.problem import Problem


def rule_of(problem: Problem) -> RuleCode:
    penalty = problem.penalty.code()
    rule = penalty and problem.optimizer.code(penalty, problem.penalty.penalize_bias)
    if not rule:
        raise Unwritable("optimizer/kind", "This optimizer has no code yet; choose another one.")
    return rule


def penalty_of(problem: Problem) -> PenaltyCode:
    found = problem.penalty.code()
    if found is None:
        raise Unwritable("penalty/kind", "This penalty has no code yet; choose another one.")
    return found


def schedule_of(problem: Problem, name: str = "t") -> str:
    """What the learning rate is multiplied by in iteration t; empty where it stays or the rule has none to set."""
    share = problem.schedule.code()
    if share is None:
        raise Unwritable("schedule/kind", "This schedule has no code yet; choose another one.")
    return share if hasattr(problem.optimizer, "learning_rate") else ""


def loop(problem: Problem, iterations: int, gradient: str) -> Part:
    """The whole loop; `gradient` is the fragment that computes dW and db, of {points} and their {classes}."""
    rule, share = rule_of(problem), schedule_of(problem)
    X, y = ("X", "y") if problem.batch is None else ("X[batch]", "y[batch]")
    body = parsed(gradient.format(X=X, y=y), 1)
    if share:
        body.append(Line(f"    eta_t = eta * {share}", "learning rate of this iteration", ("eta",)))
    body += parsed(rule.before, 1) if rule.before else []
    for name in problem.parameters:
        body += _for(name, rule.update_of_b if name == "b" and rule.update_of_b else rule.update, 1)
    body += parsed(rule.after, 1) if rule.after else []
    lines = [line for name in problem.parameters if rule.start for line in _for(name, rule.start, 0)]
    lines += [Line(f"for t in range({iterations}):"), *batch_lines(problem)]
    lines += [_scheduled(line) for line in body] if share else body
    return Part(f"{iterations} updates" if iterations != 1 else "One update", tuple(lines))


def batch_lines(problem: Problem) -> list[Line]:
    """What makes `batch`, the points of iteration t; nothing where an update looks at all of them."""
    if problem.batch is None:
        return []
    size, epoch = problem.batch, problem.batches_per_epoch
    return [
        Line(f"    epoch, k = divmod(t, {epoch})", f"{epoch} batch{'es' * (epoch > 1)} make an epoch"),
        Line(f"    order = np.random.default_rng([{problem.seed}, epoch]).permutation({len(problem.X)})",
             "every epoch is one sweep in an order of its own"),
        Line(f"    batch = order[k * {size} : (k + 1) * {size}]", "the next points"),
    ]  # fmt: skip


def _for(name: str, fragment: str, depth: int) -> list[Line]:
    """A fragment for one parameter; steps of the other one are left out."""
    other = "b_" if name == "W" else "W_"
    lines = parsed(fragment.replace("@", name), depth)
    return [replace(line, steps=tuple(s for s in line.steps if not s.startswith(other))) for line in lines]


def _scheduled(line: Line) -> Line:
    if line.code.lstrip().startswith("eta_t"):
        return line
    return replace(line, code=re.sub(r"\beta\b", "eta_t", line.code))
