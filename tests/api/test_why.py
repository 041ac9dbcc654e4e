"""POST /why over the wire: the nine points by hand, a batch, a run that is over."""

from typing import Any

import httpx
import pytest

from tests.api.conftest import refused


def ask(client: httpx.Client, body: dict[str, Any]) -> Any:
    response = client.post("/api/v1/why", json=body)
    assert response.status_code == 200, response.text
    return response.json()


def test_the_first_update_of_the_nine_points(client: httpx.Client, nine: dict[str, Any]) -> None:
    found = ask(client, nine)
    assert found["pulls"]["slopes"][3] == pytest.approx([1 / 9, -2 / 9, 1 / 9])
    assert found["loss"]["all"]["actual"] == pytest.approx(found["loss"]["batch"]["actual"])
    assert found["loss"]["all"]["predicted"]["total"] == pytest.approx(-0.269037, abs=5e-7)
    assert found["loss"]["all"]["actual"]["total"] == pytest.approx(-0.266371, abs=5e-7)
    assert found["shrink"] == pytest.approx(0.02)
    assert found["crossed"] == found["margins"] == []


def test_it_agrees_with_the_passes_before_and_after(client: httpx.Client, nine: dict[str, Any]) -> None:
    body = nine | {"optimizer": {"kind": "sgd", "learning_rate": 0.7}}
    found = ask(client, body | {"iteration": 2})
    now, then = (client.post("/api/v1/pass", json=body | {"iteration": t}).json() for t in (2, 3))
    steps = {step["id"]: step for step in now["steps"]}
    assert found["loss"]["all"]["actual"]["total"] == pytest.approx(then["loss"]["total"] - now["loss"]["total"])
    assert found["crossed"]
    for (i, j), (before, _) in zip(found["crossed"], found["margins"], strict=True):
        assert steps["M"]["value"][i][j] == pytest.approx(before)


def test_points_outside_the_batch_do_not_pull(client: httpx.Client, nine: dict[str, Any]) -> None:
    found = ask(client, nine | {"batch": 2})
    assert len(found["batch"]) == 2
    assert [i for i, row in enumerate(found["pulls"]["slopes"]) if any(row) and i not in found["batch"]] == []


def test_a_loss_without_margins_crosses_nothing(client: httpx.Client, nine: dict[str, Any]) -> None:
    found = ask(client, nine | {"loss": {"kind": "softmax"}})
    assert found["crossed"] == []
    assert min(found["surplus"]) > 0


def test_an_update_after_the_end_of_a_run_is_refused(client: httpx.Client, nine: dict[str, Any]) -> None:
    body = nine | {"optimizer": {"kind": "sgd", "learning_rate": 100.0}, "iteration": 500}
    problem = refused(client.post("/api/v1/why", json=body), 422)
    assert problem["type"].endswith("diverged")
    refused(client.post("/api/v1/why", json=nine | {"point": 3}), 422)


@pytest.mark.parametrize(("loss", "cost"), [("weston_watkins", 2.0), ("crammer_singer", 1.0), ("softmax", 1.098612)])
def test_a_pass_says_what_knowing_nothing_costs(
    client: httpx.Client, nine: dict[str, Any], loss: str, cost: float
) -> None:
    passed = client.post("/api/v1/pass", json=nine | {"loss": {"kind": loss}}).json()
    assert passed["zero_loss"] == pytest.approx(cost, abs=5e-7)
