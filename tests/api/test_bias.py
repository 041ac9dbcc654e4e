"""The field `bias` over the wire: without one b is 0, in every answer, and whoever sends another is told."""

from typing import Any

import httpx
import pytest

from tests.api.conftest import refused


@pytest.fixture
def bare(nine: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in nine.items() if name != "b"} | {"bias": False}


def ask(client: httpx.Client, path: str, body: dict[str, Any]) -> Any:
    response = client.post(f"/api/v1/{path}", json=body)
    assert response.status_code == 200, response.text
    return response.json()


def test_the_gradient_of_b_is_zero(client: httpx.Client, bare: dict[str, Any]) -> None:
    found = ask(client, "gradient", bare)
    assert found["db"] == [0, 0, 0]
    assert found["scores"] == ask(client, "gradient", bare | {"bias": True})["scores"]
    assert found == ask(client, "gradient", bare | {"b": [0, 0, 0]})


def test_a_pass_has_no_step_of_the_bias(client: httpx.Client, bare: dict[str, Any]) -> None:
    steps = {step["id"]: step for step in ask(client, "pass", bare | {"iteration": 3})["steps"]}
    assert steps["S"]["reads"] == ["X", "W"]
    assert steps["S"]["product"] == ["X", "W"]
    assert not {"db", "b_next"} & steps.keys()


def test_a_run_leaves_b_at_zero(client: httpx.Client, bare: dict[str, Any]) -> None:
    found = ask(client, "train", bare | {"iterations": 5})
    assert found["b"] == [[0, 0, 0]] * 6
    assert found["totals"][-1] < found["totals"][0]


def test_the_check_has_no_entry_for_b(client: httpx.Client, bare: dict[str, Any]) -> None:
    found = ask(client, "check", bare)
    assert {entry["parameter"][0] for entry in found["entries"]} == {"W"}
    assert found["verdict"] == "kink"  # with b = 0 point 1 lies on one: M[1,1] = 0.4 − 1.4 + 1
    assert ask(client, "check", bare | {"db": [0, 0, 0]})["verdict"] == "kink"


def test_a_right_gradient_is_right_without_db(client: httpx.Client, bare: dict[str, Any]) -> None:
    dW = ask(client, "gradient", bare)["dW"]
    for db in (None, [0, 0, 0]):
        assert ask(client, "diagnose", bare | {"given": {"dW": dW, "db": db}})["verdict"] == "right"


@pytest.mark.parametrize("path", ["gradient", "pass", "train", "why", "figures/loss"])
def test_a_bias_where_there_is_none_is_refused(client: httpx.Client, nine: dict[str, Any], path: str) -> None:
    problem = refused(client.post(f"/api/v1/{path}", json=nine | {"bias": False}), 422)
    assert problem["errors"][0]["pointer"] == "/b"
    assert "bias" in problem["detail"]


def test_a_gradient_of_no_bias_is_refused(client: httpx.Client, bare: dict[str, Any]) -> None:
    found = refused(client.post("/api/v1/check", json=bare | {"db": [0, 1, 0]}), 422)
    assert found["errors"][0]["pointer"] == "/db"
    given = {"dW": [[0, 0, 0], [0, 0, 0]], "db": "0 1 0"}
    found = refused(client.post("/api/v1/diagnose", json=bare | {"given": given}), 422)
    assert found["errors"][0]["pointer"] == "/given/db"
    assert "number of db" in found["detail"]


@pytest.mark.parametrize("value", [0, 1, "no", None, []])
def test_bias_is_true_or_false(client: httpx.Client, bare: dict[str, Any], value: Any) -> None:
    found = refused(client.post("/api/v1/gradient", json=bare | {"bias": value}), 422)
    assert found["errors"][0]["pointer"] == "/bias"


def test_a_landscape_is_over_weights_alone(client: httpx.Client, bare: dict[str, Any]) -> None:
    asked = bare | {"parameters": ["W[0,1]", "b[0]"], "iterations": 1}
    assert refused(client.post("/api/v1/figures/landscape", json=asked), 422)["errors"][0]["pointer"] == "/parameters/1"
    line = {"X": [[1.0], [2.0]], "y": [0, 1], "bias": False, "iterations": 1}
    assert ask(client, "figures/landscape", line)["layout"]["yaxis"]["title"]["text"] == "W[0,1]"
    single = refused(client.post("/api/v1/figures/landscape", json=line | {"loss": {"kind": "hinge"}}), 422)
    assert single["errors"][0]["pointer"] == "/bias"
