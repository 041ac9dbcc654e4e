"""The dialect `scikit-learn`: the estimator with exactly this minimum, where there is one. None is stretched to fit.

The objectives are those of the user guide of scikit-learn 1.9: C·Σ loss + ½‖w‖² for SVC and LogisticRegression, the
same with the bias among the weights for LinearSVC, with ‖w‖₁ or the elastic net in the place of ½‖w‖² where asked for.
LinearSVC and LogisticRegression can go without a bias, SVC cannot: then LinearSVC has the place of both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.code.arrays import loss_of, total_lines
from app.code.listing import Limits, Line, Part, Unwritable, parsed
from app.code.values import data_part, knobs_part
from app.core.problem import Problem

COEFFICIENTS = "W, b = model.coef_.T, model.intercept_"
UNBIASED = "W = model.coef_.T\nb = np.zeros(W.shape[1])  # there is no bias: b is 0"


@dataclass(frozen=True, slots=True)
class Estimator:
    """A class of scikit-learn, its arguments besides C, and how its weights are read."""

    module: str
    call: str
    read: str = COEFFICIENTS

    @property
    def name(self) -> str:
        return self.call.partition("(")[0]


LINEAR = "max_iter=1_000_000, tol=1e-10, random_state=0"
FREE_SVC = Estimator("sklearn.svm", 'SVC(kernel="linear", C=C, tol=1e-10)')
ONE_EACH = Estimator(
    "sklearn.multiclass",
    'OneVsRestClassifier(SVC(kernel="linear", C=C, tol=1e-10))',
    "W = np.column_stack([machine.coef_[0] for machine in model.estimators_])\n"
    "b = np.array([machine.intercept_[0] for machine in model.estimators_])",
)


def _estimator(problem: Problem, module: str, call: str) -> Estimator:
    """One whose argument `fit_intercept` says whether there is a bias."""
    if problem.bias:
        return Estimator(module, call)
    return Estimator(module, f"{call.removesuffix(')')}, fit_intercept=False)", UNBIASED)


def _linear_svc(problem: Problem, arguments: str) -> Estimator | None:
    if problem.bias and not problem.penalty.penalize_bias:
        return None
    return _estimator(problem, "sklearn.svm", f"LinearSVC({arguments}, C=C, {LINEAR})")


def _hinge(problem: Problem) -> Estimator | None:
    if problem.penalty.kind != "l2":
        return None
    return _linear_svc(problem, 'loss="hinge"') or FREE_SVC


def _squared_hinge(problem: Problem) -> Estimator | None:
    if problem.penalty.kind not in ("l1", "l2"):
        return None
    return _linear_svc(problem, f'penalty="{problem.penalty.kind}", loss="squared_hinge", dual=False')


def _logistic(problem: Problem) -> Estimator | None:
    shares = {"l2": "0", "l1": "1", "elastic_net": "alpha"}
    share = shares.get(problem.penalty.kind)
    if share is None or problem.penalty.penalize_bias:
        return None
    solver = 'solver="newton-cg", max_iter=10_000, tol=1e-12' if share == "0" else (
        'solver="saga", max_iter=1_000_000, tol=1e-12, random_state=0'
    )  # fmt: skip
    return _estimator(problem, "sklearn.linear_model", f"LogisticRegression(C=C, l1_ratio={share}, {solver})")


def _one_vs_all(problem: Problem) -> Estimator | None:
    if problem.penalty.kind != "l2":
        return None
    return _linear_svc(problem, 'loss="hinge"') or ONE_EACH


def _crammer_singer(problem: Problem) -> Estimator | None:
    return _linear_svc(problem, 'multi_class="crammer_singer"') if problem.penalty.kind == "l2" else None


EQUIVALENTS: dict[str, tuple[Callable[[Problem], Estimator | None], str]] = {
    "hinge": (_hinge, "l2"),
    "squared_hinge": (_squared_hinge, "l2 or l1 with the bias penalized or switched off"),
    "logistic": (_logistic, "l2, l1 or elastic_net with the bias free"),
    "softmax": (_logistic, "l2, l1 or elastic_net with the bias free"),
    "one_vs_all": (_one_vs_all, "l2"),
    "crammer_singer": (_crammer_singer, "l2 with the bias penalized or switched off"),
}
"""Losses that have an equivalent, and the penalties with which they have it. What scikit-learn has is not ours to
register: a loss that is added here has none until it is looked up there."""


def fitted(problem: Problem, iterations: int, limits: Limits) -> list[Part]:
    """The program: the estimator, and the loss of the page at the weights that it finds."""
    found = equivalent(problem)
    body = total_lines(problem)
    used = "\n".join(line.code for line in body) + f"lam {found.call}"
    double = "2 * " if getattr(problem.penalty, "convention", "") == "full" else ""
    svc = ["from sklearn.svm import SVC"] if found is ONE_EACH else []
    data = data_part(problem, limits, weights=False)
    head = ["import json", ""] * ("json." in data.lines[1].code)
    head += ["import numpy as np", f"from {found.module} import {found.name}", *svc]
    model = f"""
    C = 1 / ({double}len(X) * lam)  # C·Σ loss + penalty is the loss of the page times {"1/(2λ)" if double else "1/λ"}
    model = {found.call}
    model.fit(X, y)
    {found.read.splitlines()[0]}
    """
    lines = [*parsed(model), *parsed("\n".join(found.read.splitlines()[1:]))]
    report = 'print(f"L = {loss(W, b, X, y):.6f}")\nprint("W =", W, sep="\\n")\nprint("b =", b)'
    return [
        Part("", tuple(parsed("\n".join(head)))),
        data,
        Part("The settings", tuple(knobs_part(problem, used))),
        Part("The loss", (*parsed(LOSS), *body)),
        Part("The minimum", (*(Line("", text) for text in APART), *lines)),
        Part("Where it ends", tuple(parsed(report))),
    ]  # fmt: skip


LOSS = 'def loss(W, b, X, y):\n    """The loss L over the points X of classes y."""'
APART = (
    "The same loss has the same minimum. scikit-learn goes there in a way of its own:",
    "optimizer, schedule, batches and the weights to begin with play no part.",
)


def equivalent(problem: Problem) -> Estimator:
    """The estimator with exactly this objective up to a factor. Raises Unwritable where there is none."""
    loss_of(problem)
    kinds = ", ".join(EQUIVALENTS)
    if problem.loss.kind not in EQUIVALENTS:
        raise Unwritable("loss/kind", f"scikit-learn minimises no such loss exactly; it does for {kinds}.")
    find, penalties = EQUIVALENTS[problem.loss.kind]
    found = find(problem)
    if found is None:
        raise Unwritable("penalty", f"With this loss scikit-learn has an exact equivalent for the penalty {penalties}.")
    if not getattr(problem.penalty, "strength", 0.0):
        raise Unwritable("penalty/strength", "C = 1/(Nλ) of scikit-learn needs λ above 0; raise the strength.")
    if problem.loss.has_margins and problem.loss.delta != 1.0:
        raise Unwritable("loss/delta", "The margin of scikit-learn is Δ = 1; set it to 1.")
    if not problem.loss.binary and problem.classes < 3:
        raise Unwritable("loss/kind", "For two classes scikit-learn takes one column of weights: choose a binary loss.")
    if len(np.unique(problem.y)) < problem.classes:
        raise Unwritable("y", "scikit-learn knows only the classes that have points; give every class one.")
    return found
