"""POST /diagnose over the wire: the forms of a gradient, what it answers, and what it refuses in which words."""

from typing import Any

import httpx
import numpy as np
import pytest

from tests.api.conftest import refused


def ask(client: httpx.Client, body: dict[str, Any], **given: Any) -> Any:
    response = client.post("/api/v1/diagnose", json=body | {"given": given})
    assert response.status_code == 200, response.text
    return response.json()


@pytest.fixture
def ours(client: httpx.Client, nine: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = client.post("/api/v1/gradient", json=nine).json()
    return found


def test_our_own_gradient_is_right_in_every_form(
    client: httpx.Client, nine: dict[str, Any], ours: dict[str, Any]
) -> None:
    dW = np.array(ours["dW"])
    for form in (ours["dW"], str(dW), repr(dW), str(ours["dW"]), "\n".join(" ".join(map(str, row)) for row in dW)):
        found = ask(client, nine, dW=form, db=ours["db"], loss="6.2667")
        assert (found["verdict"], found["layout"], found["explanations"]) == ("right", "D×C", [])
        assert found["loss"]["right"] is True
    assert ask(client, nine, dW=str(dW.T))["layout"] == "C×D"
    assert ask(client, nine, dW=str(dW.T), db=None)["verdict"] == "right"


def test_a_mistake_comes_with_its_sentence_its_code_and_its_cells(
    client: httpx.Client, nine: dict[str, Any], ours: dict[str, Any]
) -> None:
    mask = np.array(ours["mask"])
    mask[np.arange(9), nine["y"]] = np.minimum(0, np.sign(mask[np.arange(9), nine["y"]]))
    dW = np.array(nine["X"]).T @ mask / 9 + 0.2 * np.array(nine["W"])
    found = ask(client, nine, dW=str(dW))
    (explanation,) = found["explanations"]
    (mistake,) = explanation["mistakes"]
    assert mistake["kind"] == "minus_one"
    assert "mask[np.arange(N), y] = -1" in mistake["code"]
    assert {"step": "dS", "row": 3, "column": 1} in explanation["cells"]
    assert explanation["points"] == [1, 3, 4, 8]
    assert found["differences"]
    assert found["verdict"] == "wrong"


def test_what_nothing_reproduces_has_a_nearest(client: httpx.Client, nine: dict[str, Any]) -> None:
    found = ask(client, nine, dW=[[9, 8, 7.123], [1, 2, 3]])
    assert found["explanations"] == []
    assert found["nearest"]["mistakes"]
    assert found["distance"] > 0.1


@pytest.mark.parametrize(
    ("given", "pointer", "said"),
    [
        ({}, "/given/dW", "missing"),
        ({"dW": "[[1, 2], [3, x]]"}, "/given/dW", "Line 1, column 14: “x” is no number"),
        ({"dW": "[[1, 2], [3, 4]]"}, "/given/dW", "dW is 2×2 and must be D×C = 2×3, or C×D = 3×2"),
        ({"dW": [[1, 2, 3], [4, 5]]}, "/given/dW", "Row 2 has 2 numbers, row 1 has 3"),
        ({"dW": "1 " * 60_000}, "/given/dW", "too long"),
        ({"dW": "[1 2 3; 4 5 6]", "db": "1 2"}, "/given/db", "must have C = 3"),
        ({"dW": "[1 2 3; 4 5 6]", "db": "1 2 ?"}, "/given/db", "Line 1, column 5"),
        ({"dW": "[1 2 3; 4 5 6]", "loss": "1 2"}, "/given/loss", "single number"),
        ({"dW": "[1 2 3; 4 5 6]", "loss": "a lot"}, "/given/loss", "is no number"),
        ({"dW": "[1 2 3; 4 5 6]", "dw": 1}, "/given/dw", "no such field"),
        ({"dW": 7}, "/given/dW", "must be a text, or numbers"),
        ({"dW": "[1 2 3; 4 5 6]", "loss": True}, "/given/loss", "must be a text, or numbers"),
    ],
)
def test_what_is_wrong_with_a_given_gradient_is_said_where_it_is(
    client: httpx.Client, nine: dict[str, Any], given: dict[str, Any], pointer: str, said: str
) -> None:
    problem = refused(client.post("/api/v1/diagnose", json=nine | {"given": given}), 422)
    assert problem["errors"][0]["pointer"] == pointer
    assert said in problem["errors"][0]["detail"]


def test_a_problem_with_too_many_parameters_is_refused(client: httpx.Client, nine: dict[str, Any]) -> None:
    body = nine | {"X": [[0.1] * 700] * 9, "W": None, "b": None, "given": {"dW": "1"}}
    assert refused(client.post("/api/v1/diagnose", json=body), 422)["errors"][0]["pointer"] == "/X/0"


TEN = {
    "X": [
        [0.346, 0.822, 0.33], [-1.303, 0.905, 0.446], [-0.537, 0.581, 0.365], [0.294, 0.028, 0.547],
        [-0.736, -0.163, -0.482], [0.599, 0.04, -0.292], [-0.782, -0.257, 0.008], [-0.276, 1.294, 1.007],
        [-2.711, -1.889, -0.175], [-0.422, 0.214, 0.217],
    ],
    "y": [3, 1, 1, 3, 2, 2, 2, 2, 3, 3],
    "W": [[1.482, -0.778, -0.264, 1.43], [0.453, 0.464, -0.36, -1.154], [0.117, 0.076, -0.859, -0.478]],
    "bias": False, "loss": {"kind": "weston_watkins"}, "penalty": {"kind": "l2", "strength": 0.3, "convention": "half"},
}  # fmt: skip
PRINTED = {
    "NumPy 2": "[[np.float64(0.4987), np.float64(-0.6022000000000001), np.float64(-0.30119999999999997), "
    "np.float64(0.9657)], [np.float64(0.37570000000000003), np.float64(0.14809999999999998), np.float64(-0.4193), "
    "np.float64(-0.28359999999999996)], [np.float64(0.216), np.float64(0.13879999999999998), "
    "np.float64(-0.23219999999999996), np.float64(-0.4658)]]",
    "PyTorch": "Parameter containing:\ntensor([[0.4987, -0.6022, -0.3012, 0.9657],\n"
    "        [0.3757, 0.1481, -0.4193, -0.2836],\n        [0.2160, 0.1388, -0.2322, -0.4658]], requires_grad=True)",
    "MATLAB": "dW =\n\n  Columns 1 through 3\n\n0.4987   -0.6022   -0.3012\n0.3757   0.1481   -0.4193\n"
    "0.2160   0.1388   -0.2322\n\n  Column 4\n\n0.9657\n-0.2836\n-0.4658",
    "pandas": "          0         1         2         3\n0  0.498700  -0.602200  -0.301200  0.965700\n"
    "1  0.375700  0.148100  -0.419300  -0.283600\n2  0.216000  0.138800  -0.232200  -0.465800",
}


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED.keys())
def test_a_gradient_is_read_as_its_library_prints_it(client: httpx.Client, text: str) -> None:
    assert ask(client, TEN, dW=text)["gradient_right"]


@pytest.mark.parametrize("text", ["np.float64(6.266666666666667)", "loss: 6.2667", "Loss = tensor(6.2667)"])
def test_a_loss_is_read_as_a_program_prints_it(client: httpx.Client, nine: dict[str, Any], text: str) -> None:
    assert ask(client, nine, dW="[1 2 3; 4 5 6]", loss=text)["loss"]["right"]
