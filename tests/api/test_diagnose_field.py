"""Gradients as people have computed them, each with the one answer that it should get."""

import json
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import pytest

FIELD = sorted((Path(__file__).parents[1] / "core" / "diagnose" / "field").glob("*.json"))


def ask(client: httpx.Client, body: dict[str, Any]) -> Any:
    response = client.post("/api/v1/diagnose", json=body)
    assert response.status_code == 200, response.text
    return response.json()


def asked(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FIELD[0].parent / f"{name}.json").read_text())["body"]
    return found


@pytest.mark.parametrize("path", FIELD, ids=lambda path: path.stem)
def test_a_gradient_of_the_field_gets_its_answer(client: httpx.Client, path: Path) -> None:
    wanted = json.loads(path.read_text())
    found = ask(client, wanted["body"])
    first = [each["kind"] for each in found["explanations"][0]["mistakes"]] if found["explanations"] else []
    near = found["near"] and found["near"]["kind"]
    assert (found["verdict"], first, near) == (wanted["verdict"], wanted["explained"], wanted["near"])
    assert found["gradient_right"] == (wanted["verdict"] != "wrong")
    assert len(found["explanations"]) <= 1
    assert found["nearest"] is None


def test_the_step_of_a_difference_is_told(client: httpx.Client) -> None:
    near = ask(client, asked("forward_difference"))["near"]
    assert near["step"] == pytest.approx(1e-5)
    assert near["within"] == pytest.approx(1.55e-6, rel=0.01)


@pytest.mark.parametrize("stacked", ["first", "last"])
@pytest.mark.parametrize("layout", ["D×C", "C×D"])
def test_a_bias_that_is_a_row_of_dW_is_read_as_db(client: httpx.Client, stacked: str, layout: str) -> None:
    body = asked("bias_as_last_row")
    rows = np.roll(body["given"]["dW"], stacked == "first", axis=0)
    laid = rows if layout == "D×C" else rows.T
    found = ask(client, body | {"given": {"dW": laid.tolist()}})
    assert (found["verdict"], found["stacked"], found["layout"]) == ("right", stacked, layout)
    rows[-1 if stacked == "last" else 0] *= 10
    wrong = ask(client, body | {"given": {"dW": laid.tolist()}})
    assert (wrong["stacked"], wrong["layout"]) == (stacked, layout)
    assert wrong["explanations"][0]["mistakes"][0]["kind"] == "bias_summed"
