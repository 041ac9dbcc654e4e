"""`formulas`: what is written for people is as in that layout, every number and place stays as `layout` has it."""

from typing import Any

import httpx
import numpy as np
import pytest

from app.requests.kinds import KINDS
from tests.api.conftest import refused
from tests.api.test_layout import ask, of, turned


@pytest.mark.parametrize("loss", KINDS["loss"])
def test_a_pass_has_the_numbers_of_its_layout_and_the_formulas_asked_for(
    client: httpx.Client, nine: dict[str, Any], loss: str
) -> None:
    body = of(nine, loss) | {"point": 4}
    straight, across = ask(client, "pass", body), ask(client, "pass", turned(body))
    mixed = ask(client, "pass", body | {"formulas": "WX"})
    assert mixed["W"] == straight["W"]
    for one, other, transposed in zip(mixed["steps"], straight["steps"], across["steps"], strict=True):
        assert one == other | {name: transposed[name] for name in ("tex", "mathml")}
    assert mixed["steps"][0]["tex"] == "S = W X + b"
    for one, other, transposed in zip(mixed["cells"], straight["cells"], across["cells"], strict=True):
        assert one == other | {"text": transposed["text"]}


def test_the_other_way_round_it_writes_the_usual_formulas_about_transposed_numbers(
    client: httpx.Client, nine: dict[str, Any]
) -> None:
    cell = {"cells": [{"step": "S", "row": 2, "column": 4}]}
    found = ask(client, "cells", turned(nine) | cell | {"formulas": "XW"})["cells"][0]
    assert (found["row"], found["column"]) == (2, 4)
    assert found["text"].startswith("S[4,2] = ")


def test_a_figure_takes_the_names_of_its_layout_and_writes_those_asked_for(
    client: httpx.Client, nine: dict[str, Any]
) -> None:
    asked = {"iterations": 2, "resolution": 3, "parameters": ["W[0,2]", "b[1]"], "formulas": "WX"}
    assert ask(client, "figures/landscape", nine | asked)["layout"]["xaxis"]["title"]["text"] == "W[2,0]"


@pytest.mark.parametrize("kind", ["pass.json", "pass.csv", "run.json", "run.csv", "matrices.tex", "matrices.py"])
def test_a_file_is_written_as_asked(client: httpx.Client, nine: dict[str, Any], kind: str) -> None:
    def written(body: dict[str, Any]) -> bytes:
        more = {"iterations": 2} if kind.startswith("run") else {}
        response = client.post(f"/api/v1/export/{kind}", json=body | more)
        assert response.status_code == 200, response.text
        return response.content

    assert written(nine | {"formulas": "WX"}) == written(turned(nine)) != written(nine)


def test_a_square_gradient_is_read_as_it_is_looked_at_and_answered_in_the_layout(client: httpx.Client) -> None:
    body = {"X": [[1.0, 0.2], [-0.3, 2.0], [0.5, -1.0]], "y": [0, 1, 0], "W": [[0.1, 0.4], [0.3, -0.2]]}
    dW = np.array(ask(client, "gradient", body)["dW"])
    dW[1, 0] += 0.5
    found = ask(client, "diagnose", body | {"formulas": "WX", "given": {"dW": dW.T.tolist()}})
    assert found["layout"] == "C×D"
    assert [each["parameter"] for each in found["differences"]] == ["W[1,0]"]


def test_no_other_layout_is_known_and_bodies_that_write_nothing_have_none(
    client: httpx.Client, nine: dict[str, Any]
) -> None:
    wrong = refused(client.post("/api/v1/pass", json=nine | {"formulas": "wx"}), 422)
    assert wrong["errors"][0]["pointer"] == "/formulas"
    for path in ("gradient", "train", "check", "why"):
        wrong = refused(client.post(f"/api/v1/{path}", json=nine | {"formulas": "WX"}), 422)
        assert wrong["errors"][0]["pointer"] == "/formulas"
