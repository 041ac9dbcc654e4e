"""Formulas as browsers show them: every one of the program's own, without what MathML Core does not know."""

import pytest

from app.core.catalogue import catalogue
from app.core.losses import LOSSES
from app.core.tape.trace import trace
from app.mathml import mathml
from tests.core.problems import random_problem

TEX = {
    *(m["tex"] for family in ("losses", "penalties", "optimizers", "schedules") for m in catalogue()[family]),
    *(step.tex for loss in LOSSES for step in trace(random_problem(loss=loss())).steps),
}


@pytest.mark.parametrize("tex", sorted(TEX))
def test_a_formula_uses_only_what_browsers_know(tex: str) -> None:
    made = mathml(tex)
    assert made.startswith("<math")
    assert "\\" not in made
    assert "double-struck" not in made
    assert "mathspace" not in made
    assert "mtable" not in made, "the page has one line for a formula"


def test_a_derivative_is_set_close() -> None:
    assert '<mo lspace="0.06em" rspace="0.06em">/</mo>' in mathml(r"\partial L/\partial W")
    assert "<mn>𝟙</mn>" in mathml(r"\mathbb{1}(M > 0)")


def test_a_word_is_one_name() -> None:
    assert "<mi>mask</mi>" in mathml(r"\mathrm{mask}_{ij}")
