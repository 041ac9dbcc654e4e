"""The tape itself: what it refuses, and what it does with a value that several steps use."""

import numpy as np
import pytest

from app.core import ops, trace
from app.core.tape.tape import Tape, step
from tests.core.problems import nine_points


def test_an_array_times_a_node_is_an_error_and_not_an_array_of_nodes() -> None:
    node = Tape().leaf("a", "a", np.ones(3))
    with pytest.raises(TypeError):
        np.ones(3) * node  # type: ignore[operator]


def test_a_step_is_named_once() -> None:
    node = step("a", "first", ops.exponential(Tape().leaf("x", "x", np.zeros(2))))
    with pytest.raises(AssertionError):
        step("b", "second", node)


def test_naming_an_array_does_nothing() -> None:
    value = np.ones(2)
    assert step("a", "first", value) is value


def test_gradients_of_a_value_used_twice_add_up() -> None:
    tape = Tape()
    x = tape.leaf("x", "x", np.array(2.0))
    end = ops.add(x, ops.exponential(x))
    assert len(list(tape.backward(end))) == 3
    assert x.grad == pytest.approx(1 + np.exp(2))


def test_no_gradient_flows_to_constants() -> None:
    tape = Tape()
    x = tape.leaf("x", "x", np.array(2.0))
    c = tape.leaf("c", "c", np.array(3.0), constant=True)
    list(tape.backward(ops.add(x, c)))
    assert x.grad == 1.0
    assert c.grad is None


def test_an_unknown_step_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        trace(nine_points())["nothing"]
