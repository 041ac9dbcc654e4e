"""Every optimizer and schedule through the API: runs, passes, and the one pair without a meaning."""

from typing import Any

import httpx
import pytest

from app.core.catalogue import catalogue
from tests.api.conftest import refused

RULES = [rule["kind"] for rule in catalogue()["optimizers"]]
SCHEDULES = [schedule["kind"] for schedule in catalogue()["schedules"]]


@pytest.mark.parametrize("schedule", SCHEDULES)
@pytest.mark.parametrize("rule", RULES)
def test_a_pass_begins_where_the_run_is_and_shows_its_learning_rate(
    client: httpx.Client, nine: dict[str, Any], rule: str, schedule: str
) -> None:
    body = nine | {"optimizer": {"kind": rule}, "schedule": {"kind": schedule}, "batch": 4}
    run = client.post("/api/v1/train", json=body | {"iterations": 5}).json()
    assert len(run["learning_rates"]) == len(run["batches"]) == 5
    found = client.post("/api/v1/pass", json=body | {"iteration": 3, "point": 0}).json()
    assert found["W"] == run["W"][3]
    assert found["learning_rate"] == run["learning_rates"][3]
    steps = {step["id"]: step for step in found["steps"]}
    assert steps["W_next"]["value"] == run["W"][4]
    assert steps["b_next"]["value"] == run["b"][4]
    if "eta" in steps:
        assert steps["eta"]["value"] == run["learning_rates"][3]
    assert {cell["step"] for cell in found["cells"]} >= {step["id"] for step in found["steps"]} - {"dL"}
    assert client.post("/api/v1/why", json=body | {"iteration": 3}).status_code == 200


@pytest.mark.parametrize("path", ["gradient", "pass", "train", "why", "figures/loss"])
@pytest.mark.parametrize("penalty", [{"kind": "none"}, {"kind": "l2", "strength": 0}])
def test_pegasos_without_a_squared_penalty_is_refused_with_what_to_do(
    client: httpx.Client, nine: dict[str, Any], path: str, penalty: dict[str, Any]
) -> None:
    answer = client.post(f"/api/v1/{path}", json=nine | {"optimizer": {"kind": "pegasos"}, "penalty": penalty})
    (fault,) = refused(answer, 422)["errors"]
    assert fault["pointer"] == "/optimizer/kind"
    assert "such as l2" in fault["detail"]


@pytest.mark.parametrize("rule", RULES)
def test_the_wildest_settings_end_as_a_divergence_or_a_run_of_finite_numbers(
    client: httpx.Client, nine: dict[str, Any], rule: str
) -> None:
    knobs = next(each["knobs"] for each in catalogue()["optimizers"] if each["kind"] == rule)
    for end in ("min", "max"):
        wild = {knob["name"]: knob[end] for knob in knobs if end in knob}
        tiny = {"kind": "l2", "strength": 5e-324, "convention": "half"}
        for penalty in ({"kind": "l2", "strength": 100.0}, tiny):
            body = nine | {"optimizer": {"kind": rule} | wild, "penalty": penalty, "iterations": 200}
            answer = client.post("/api/v1/train", json=body)
            assert answer.status_code == 200, answer.text
            assert None not in answer.json()["learning_rates"]
            assert client.post("/api/v1/pass", json=body | {"iteration": 150}).status_code in (200, 422)
            assert client.post("/api/v1/why", json=body | {"iteration": 0}).status_code in (200, 422)
