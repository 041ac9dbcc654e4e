"""What every step asks, what the plane draws of it, and the few quantities that tell it; all read off the trace."""

from dataclasses import replace
from typing import Any, get_args

import numpy as np
import pytest

from app.core import Trace, ops, trace
from app.core.losses import LOSSES, Loss
from app.core.optimizers import OPTIMIZERS, Optimizer
from app.core.penalties import L2, Penalty
from app.core.schedules import SCHEDULES, Schedule
from app.core.tape.layers import Layer
from app.core.tape.stage import MOST
from app.core.tape.tape import Op, Pull
from tests.core.problems import WITH_EVERY_LOSS, WITH_EVERY_PENALTY, nine_points, random_problem

LAYERS = set(get_args(Layer))
LONGEST = 52  # characters of a question: it is a headline

# Of the first preset: focused question, picture and stage, step by step.
DEFAULT = [
    ("S", "How loudly does each class claim this point?", "scores", "X W S"),
    ("M", "Which rival comes too close?", "margins", "S M"),
    ("H", "Which margins cost anything?", "lengths", "M H"),
    ("l", "What does this point pay?", "ring", "H l"),
    ("data", "What do all points pay?", "rings", "l data"),
    ("R", "What do the weights themselves cost?", "weights", "W R"),
    ("L", "What is there to bring down?", "", "data R L"),
    ("dL", "Where does the way back begin?", "", "dL"),
    ("dl", "Does every point count the same?", "numbers", "dl"),
    ("dH", "Who hears of it?", "numbers", "dH"),
    ("dM", "Does it matter by how much it is broken?", "ticks", "M dM"),
    ("dS", "Why minus the count?", "lengths pieces", "M dM dS"),
    ("dW_data", "Where do all points pull together?", "chain", "X dS dW_data"),
    ("db", "And the offset?", "shifts", "dS db"),
    ("dW_R", "What does the penalty want?", "decay", "W dW_R"),
    ("dW", "What is the sum?", "chain decay sum", "dW_data dW_R dW"),
    ("W_next", "Which way does the line turn?", "turn", "W dW W_next"),
    ("b_next", "Which way does the line shift?", "turn", "b db b_next"),
]


def assert_told(found: Trace) -> None:
    """Every step asks a question, names layers that there are, and has a stage of what was there before it."""
    known = {node.id for node in found.inputs}
    for step in found.steps:
        known.add(step.id)
        assert step.question[0].isupper(), step.question
        assert step.question.endswith("?"), step.question
        assert "{" not in step.question, step.question
        assert len(step.question) <= LONGEST, step.question
        assert set(step.picture) <= LAYERS, step.picture
        assert len(set(step.picture)) == len(step.picture), step.picture
        assert 1 <= len(step.stage) <= MOST, step.stage
        assert step.stage[-1] == step.id
        assert len(set(step.stage)) == len(step.stage)
        assert set(step.stage) <= known, step.stage


def test_the_steps_of_the_first_preset_ask_and_draw_what_they_are_about() -> None:
    told = [(s.id, s.question, " ".join(s.picture), " ".join(s.stage)) for s in trace(nine_points()).steps]
    assert told == DEFAULT


@WITH_EVERY_LOSS
@WITH_EVERY_PENALTY
@pytest.mark.parametrize("bias", [True, False])
def test_every_step_of_every_loss_and_penalty_is_told(loss: Loss, penalty: Penalty, bias: bool) -> None:
    problem = random_problem(loss=loss, penalty=penalty)
    assert_told(trace(problem if bias else replace(problem, bias=False, b=0 * problem.b)))


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("penalize_bias", [True, False])
def test_every_step_of_every_optimizer_is_told(optimizer: type[Optimizer], penalize_bias: bool) -> None:
    assert_told(trace(random_problem(optimizer=optimizer(), penalty=L2(strength=0.3, penalize_bias=penalize_bias)), 2))


@pytest.mark.parametrize("schedule", SCHEDULES)
def test_every_step_of_every_schedule_is_told(schedule: type[Schedule]) -> None:
    assert_told(trace(random_problem(schedule=schedule()), 3))


def every_op() -> dict[str, Op]:
    """All operations there are; those that are made by a function, made once."""
    made: dict[str, Any] = {
        "hinge": (0.0, 0.0), "relu": (0.0, 0.0), "pinball": (0.0, 0.0), "clip": (0.0, 0.0),
        "running_mean": (r"\beta",), "corrected": (r"\beta",),
    }  # fmt: skip
    norms = {"absolute_norm": {}, "mixed_norm": {}, "squared_norm": {"half": True}}
    found = {}
    for name in ops.__all__:
        one = getattr(ops, name)
        if name in made:
            one = one(*made[name])
        elif name in norms:
            one = one(with_bias=True, **norms[name])
        if isinstance(one, Op):
            found[name] = one
    return found


@pytest.mark.parametrize("name", every_op())
def test_every_operation_and_its_way_back_ask_a_question_and_name_their_layers(name: str) -> None:
    op = every_op()[name]
    asked: list[Op | Pull] = [op, *(pull for pull in op.pulls if pull)]
    for one in asked:
        assert one.question.endswith("?"), one
        assert set(one.picture) <= LAYERS, one
    assert all(pull.question != op.question for pull in op.pulls if pull), "the way back has a question of its own"


@pytest.mark.parametrize("loss", [kind for kind in LOSSES])
def test_a_step_is_silent_on_the_plane_only_where_it_is_one_number(loss: type[Loss]) -> None:
    for step in trace(random_problem(loss=loss())).steps:
        assert step.picture or not np.ndim(step.value), step.id


def test_every_layer_is_drawn_by_some_step() -> None:
    found = [trace(random_problem(loss=loss())) for loss in LOSSES]
    found += [trace(random_problem(optimizer=kind(), penalty=L2(strength=0.3))) for kind in OPTIMIZERS]
    assert {layer for one in found for step in one.steps for layer in step.picture} == LAYERS


@WITH_EVERY_LOSS
def test_what_each_point_pays_is_its_ring_and_what_all_pay_are_the_rings(loss: Loss) -> None:
    found = trace(random_problem(loss=loss))
    assert found["l"].picture == ("ring",)
    assert found["data"].picture == ("rings",)
