"""What holds for every step of every pass: it is named, says what it reads, and explains each of its cells."""

import math
import re
from collections.abc import Iterator

import numpy as np
import pytest

from app.core import Problem, Trace, trace
from app.core.losses import Loss, WestonWatkins
from app.core.numeral import numeral
from app.core.penalties import L2, Penalty
from tests.core.problems import WITH_EVERY_LOSS, WITH_EVERY_PENALTY, random_problem


def cells(found: Trace) -> Iterator[tuple[str, tuple[int, ...]]]:
    return ((s.id, at) for s in found.steps for at in np.ndindex(s.value.shape))


WRITTEN = {
    "−": "-", "·": "*", "²": "**2", "½": "0.5", "𝟙": "float", "^": "**", "√": "sqrt", "π": "pi",
}  # fmt: skip
NAMES = {name: getattr(math, name) for name in ("log", "sqrt", "cos")}


def worked_out(text: str) -> float:
    """A formula's value, reckoned from its text with the two decimals it shows."""
    text = re.sub(r" \([a-z ]+\)$", "", text)  # a note such as (own class)
    for written, python in WRITTEN.items():
        text = text.replace(written, python)
    return float(eval(text, {"e": math.e, "max": max, "min": min, "float": float, "pi": math.pi} | NAMES))


def assert_cells_are_explained(found: Trace, direction: str) -> None:
    """Every cell of these steps has a true formula, which reads cells that are there and that the step names."""
    values = {node.id: node.value for node in found.inputs} | {s.id: s.value for s in found.steps}
    for one in (s for s in found.steps if s.direction == direction):
        for at in np.ndindex(one.value.shape):
            text, reads = found.formula(one.id, at)
            assert text.startswith(one.symbol), text
            assert "-" not in text.replace("e-", ""), "a minus sign is a minus sign"
            for source, place, _ in reads:
                assert source in one.reads, f"{one.id} does not say that it reads {source}"
                assert values[source][place] is not None
            right = one.explain(at)[0]
            if "…" not in right:
                assert worked_out(right) == pytest.approx(float(one.value[at]), abs=0.06, rel=0.06), (one.id, right)


@WITH_EVERY_LOSS
@WITH_EVERY_PENALTY
def test_every_step_is_named_once_and_says_what_it_does(loss: Loss, penalty: Penalty) -> None:
    found = trace(random_problem(loss=loss, penalty=penalty, batch=3))
    ids = [s.id for s in found.steps]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & {node.id for node in found.inputs}
    for one in found.steps:
        words = (one.id, one.node, one.symbol, one.title, one.action, one.tex, one.sentence)
        assert all(word and word == word.strip() for word in words), one.id
        assert one.tex.count("{") == one.tex.count("}"), one.tex
        assert one.sentence[0].isupper(), one.sentence
        assert one.sentence[-1] in ".?", one.sentence
        assert "{" not in one.sentence + one.title + one.action, one.id
        assert one.action[0].isupper(), one.action


@WITH_EVERY_LOSS
@WITH_EVERY_PENALTY
def test_steps_read_only_what_came_before_them(loss: Loss, penalty: Penalty) -> None:
    found = trace(random_problem(loss=loss, penalty=penalty))
    known = {node.id for node in found.inputs}
    directions = []
    for one in found.steps:
        assert set(one.reads) <= known, one.id
        assert len(set(one.reads)) == len(one.reads), one.id
        assert one.reads or one.id == "dL"
        known.add(one.id)
        directions.append(one.direction)
    assert directions == sorted(directions, key=["forward", "backward", "update"].index)


@WITH_EVERY_PENALTY
def test_contributions_add_up_to_the_gradient(penalty: Penalty) -> None:
    found = trace(random_problem(penalty=penalty))
    for parameter in "Wb":
        ids = [s.id for s in found.steps if s.id.startswith(f"d{parameter}_")]
        total = found[f"d{parameter}"]
        assert len(ids) in (0, 2)
        if ids:
            np.testing.assert_array_equal(sum(found[id].value for id in ids), total.value)
            assert total.reads == tuple(ids)


@WITH_EVERY_LOSS
@WITH_EVERY_PENALTY
@pytest.mark.parametrize("batch", [None, 2])
def test_every_cell_has_a_formula_that_ends_in_its_value(loss: Loss, penalty: Penalty, batch: int | None) -> None:
    found = trace(random_problem(N=4, D=2, C=3, loss=loss, penalty=penalty, batch=batch))
    for id, at in cells(found):
        text, _ = found.formula(id, at)
        value = numeral(float(found[id].value[at]))
        label = found[id].symbol + (f"[{','.join(map(str, at))}]" if at else "")
        assert text.startswith(f"{label} = "), text
        assert text.endswith(f"= {value}") or f" = {value} (" in text, text  # such as: 0 (own class)
        assert "-" not in text.replace("e-", ""), "a minus sign is a minus sign"
        assert "nan" not in text


@WITH_EVERY_LOSS
@WITH_EVERY_PENALTY
@pytest.mark.parametrize("batch", [None, 2])
def test_every_formula_reads_cells_that_are_there(loss: Loss, penalty: Penalty, batch: int | None) -> None:
    found = trace(random_problem(N=4, D=2, C=3, loss=loss, penalty=penalty, batch=batch))
    values = {node.id: node.value for node in found.inputs} | {s.id: s.value for s in found.steps}
    for id, at in cells(found):
        reads = found.formula(id, at)[1]
        assert len(set(reads)) == len(reads), (id, at)
        for source, place, _ in reads:
            assert source in found[id].reads, f"{id} does not say that it reads {source}"
            assert len(place) == values[source].ndim, (id, at, source, place)
            assert all(type(k) is int and 0 <= k < n for k, n in zip(place, values[source].shape, strict=True))


@WITH_EVERY_LOSS
@WITH_EVERY_PENALTY
@pytest.mark.parametrize("batch", [None, 2])
def test_every_formula_is_true(loss: Loss, penalty: Penalty, batch: int | None) -> None:
    found = trace(random_problem(N=4, D=2, C=3, loss=loss, penalty=penalty, batch=batch))
    for id, at in cells(found):
        text = found[id].explain(at)[0]
        if "…" not in text:
            assert worked_out(text) == pytest.approx(float(found[id].value[at]), abs=0.06), (id, at)


@WITH_EVERY_LOSS
def test_a_forward_cell_depends_on_what_its_formula_reads_and_on_nothing_else(loss: Loss) -> None:
    problem = random_problem(N=4, D=2, C=3, loss=loss)
    found, reads_of = trace(problem), {}
    for one in found.steps[: [s.id for s in found.steps].index("l") + 1]:
        reads_of.update({(one.id, at): found.formula(one.id, at)[1] for at in np.ndindex(one.value.shape)})
    for name, place in [("W", at) for at in np.ndindex(problem.W.shape)] + [
        ("b", (k,)) for k in range(problem.columns)
    ]:
        start = {"W": problem.W.copy(), "b": problem.b.copy()}
        start[name][place] += 0.01
        moved = trace(Problem(problem.X, problem.y, start["W"], start["b"], loss))
        changed = {(name, place)}
        for (id, at), reads in reads_of.items():
            if moved[id].value[at] != found[id].value[at]:
                cells = {(source, place) for source, place, _ in reads}
                assert changed & cells, f"{id}{at} changed, and none of what it reads did"
                changed.add((id, at))


def test_points_outside_the_batch_have_no_share() -> None:
    found = trace(random_problem(batch=3))
    outside = np.setdiff1d(np.arange(7), found.batch)
    assert not found["dl"].value[outside].any()
    assert not found["dS"].value[outside].any()
    assert found["dl"].scale == 1 / 3
    assert found.formula("dl", (int(outside[0]),))[0] == f"B·∂L/∂ℓ[{outside[0]}] = 0 (not in this batch)"


@WITH_EVERY_LOSS
@WITH_EVERY_PENALTY
def test_a_product_is_that_of_its_two_factors(loss: Loss, penalty: Penalty) -> None:
    found = trace(random_problem(loss=loss, penalty=penalty, batch=3))
    products = [one for one in found.steps if one.product]
    assert [one.direction for one in products] == ["forward", "backward"]
    inputs = {node.id: node.value for node in found.inputs}
    for one in products:
        assert one.product
        assert set(one.product) <= set(one.reads)
        left, right = (inputs.get(id) if id in inputs else found[id].value * found[id].scale for id in one.product)
        assert left is not None
        assert right is not None
        value = left @ right + found.problem.b if one.per_point else left[found.batch].T @ right[found.batch]
        np.testing.assert_allclose(one.value * one.scale, value, rtol=1e-12, atol=1e-12)


def test_rows_of_points_are_told_from_rows_of_parameters() -> None:
    found = trace(random_problem(loss=WestonWatkins(), penalty=L2(penalize_bias=True)))
    assert [s.id for s in found.steps if s.per_point] == ["S", "M", "H", "l", "dl", "dH", "dM", "dS"]


def test_the_order_of_a_pass_is_that_of_the_book() -> None:
    found = trace(random_problem(loss=WestonWatkins(), penalty=L2()))
    forward = ["S", "M", "H", "l", "data", "R", "L"]
    backward = ["dL", "dl", "dH", "dM", "dS", "dW_data", "db", "dW_R", "dW"]
    assert [s.id for s in found.steps] == [*forward, *backward, "W_next", "b_next"]
