"""The layout WX over the wire: every matrix of body and answer is the transpose, every place too, formulas say so."""

import re
from typing import Any

import httpx
import numpy as np
import pytest

from app.requests.kinds import KINDS
from tests.api.conftest import refused

MATRICES = ("scores", "margins", "hinge", "mask", "dS", "dW")
BINARY = ("hinge", "squared_hinge", "logistic", "pinball", "truncated_pinball", "huberized_truncated_pinball")


def turned(body: dict[str, Any]) -> dict[str, Any]:
    """The same problem in the layout WX."""
    other = {name: np.transpose(body[name]).tolist() for name in ("X", "W", "dW") if name in body}
    return body | other | {"layout": "WX"}


def ask(client: httpx.Client, path: str, body: dict[str, Any]) -> Any:
    response = client.post(f"/api/v1/{path}", json=body)
    assert response.status_code == 200, response.text
    return response.json()


def both(client: httpx.Client, path: str, body: dict[str, Any]) -> tuple[Any, Any]:
    return ask(client, path, body), ask(client, path, turned(body))


def of(nine: dict[str, Any], loss: str) -> dict[str, Any]:
    if loss not in BINARY:
        return nine | {"loss": {"kind": loss}}
    return nine | {"loss": {"kind": loss}, "y": [0, 0, 0, 1, 1, 1, 1, 1, 1], "W": [[1], [2]], "b": [0.5]}


@pytest.mark.parametrize("loss", KINDS["loss"])
def test_every_matrix_of_the_gradient_is_transposed(client: httpx.Client, nine: dict[str, Any], loss: str) -> None:
    straight, across = both(client, "gradient", of(nine, loss))
    for name in MATRICES:
        assert (straight[name] is None) == (across[name] is None)
        if straight[name] is not None:
            assert np.array_equal(np.transpose(straight[name]), across[name]), name
    for name in straight.keys() - set(MATRICES):
        assert straight[name] == across[name], name


@pytest.mark.parametrize("loss", KINDS["loss"])
def test_every_step_of_a_pass_is_transposed_and_its_product_is_one(
    client: httpx.Client, nine: dict[str, Any], loss: str
) -> None:
    straight, across = both(client, "pass", of(nine, loss) | {"iteration": 2})
    assert np.array_equal(np.transpose(straight["W"]), across["W"])
    known = {"X": turned(nine)["X"], "W": across["W"]}
    for one, other in zip(straight["steps"], across["steps"], strict=True):
        value, turned_value = np.array(one["value"]), np.array(other["value"])
        assert np.array_equal(value.T, turned_value), one["id"]
        assert other["shape"] == list(turned_value.shape)
        known[other["id"]] = turned_value * other["scale"]
        if other["product"]:
            left, right = (np.array(known[name]) for name in other["product"])
            found = left @ right + np.array(across["b"])[:, None] if other["id"] == "S" else left @ right.T
            np.testing.assert_allclose(found, known[other["id"]], atol=1e-12)
        assert not re.search(r"\{i(j| y_i)\}", other["tex"]), other["tex"]
        assert other["mathml"].startswith("<math")
    tex = {step["id"]: step["tex"] for step in across["steps"]}
    assert tex["S"] == "S = W X + b"
    signal = r"\mathrm{mask}" if r"\mathrm{mask}" in tex["dW_data"] else r"\left(N\,\partial L/\partial S\right)"
    assert tex["dW_data"].endswith(rf"\frac{{1}}{{N}}\,{signal}\,X^\top")


def test_cells_are_named_and_read_the_other_way_round(client: httpx.Client, nine: dict[str, Any]) -> None:
    cells = [{"step": "S", "row": 4, "column": 1}, {"step": "dW_data", "row": 1, "column": 2}]
    turned_cells = [{"step": "S", "row": 1, "column": 4}, {"step": "dW_data", "row": 2, "column": 1}]
    straight = ask(client, "cells", nine | {"cells": cells})["cells"]
    across = ask(client, "cells", turned(nine) | {"cells": turned_cells})["cells"]
    assert straight[0]["text"].startswith("S[4,1] = ")
    assert across[0]["text"] == straight[0]["text"].replace("S[4,1]", "S[1,4]")
    for one, other in zip(straight, across, strict=True):
        assert (one["row"], one["column"], one["value"]) == (other["column"], other["row"], other["value"])
        swapped = [at | {"row": at["column"], "column": at["row"]} for at in one["reads"]]
        assert swapped == other["reads"]


def test_the_cells_of_a_point_are_a_column(client: httpx.Client, nine: dict[str, Any]) -> None:
    found = ask(client, "cells", turned(nine) | {"point": 4})["cells"]
    assert {cell["column"] for cell in found if cell["step"] in ("S", "M", "l", "mask", "dS")} == {4}
    assert {cell["row"] for cell in found if cell["step"] == "db"} == {0, 1, 2}


def test_a_run_and_an_update_are_transposed(client: httpx.Client, nine: dict[str, Any]) -> None:
    straight, across = both(client, "train", nine | {"iterations": 3})
    assert np.array_equal(np.swapaxes(straight["W"], 1, 2), across["W"])
    assert straight["totals"] == across["totals"]
    straight, across = both(client, "why", nine)
    assert np.array_equal(np.transpose(straight["pulls"]["slopes"]), across["pulls"]["slopes"])


def test_a_check_names_its_entries_class_first(client: httpx.Client, nine: dict[str, Any]) -> None:
    ours = ask(client, "gradient", nine)
    ours["dW"][1][2] += 0.01
    found = ask(client, "check", turned(nine | {"dW": ours["dW"], "db": ours["db"]}))
    assert found["verdict"] == "wrong"
    assert found["entries"][0]["parameter"] == "W[2,1]"


def test_a_diagnosis_lights_the_cells_of_its_layout(client: httpx.Client, nine: dict[str, Any]) -> None:
    ours = np.array(ask(client, "gradient", turned(nine))["dW"])
    assert ask(client, "diagnose", turned(nine) | {"given": {"dW": ours.tolist()}})["verdict"] == "right"
    ours[2, 1] += 0.5
    found = ask(client, "diagnose", turned(nine) | {"given": {"dW": ours.tolist()}})
    assert found["layout"] == "C×D"
    assert [each["parameter"] for each in found["differences"]] == ["W[2,1]"]


def test_a_square_gradient_is_read_in_the_layout_of_the_problem(client: httpx.Client) -> None:
    body = {"X": [[1.0, 0.2], [-0.3, 2.0], [0.5, -1.0]], "y": [0, 1, 0], "W": [[0.1, 0.4], [0.3, -0.2]]}
    dW = ask(client, "gradient", turned(body))["dW"]
    found = ask(client, "diagnose", turned(body) | {"given": {"dW": dW}})
    assert (found["verdict"], found["layout"]) == ("right", "C×D")


def test_wrong_shapes_are_told_in_their_own_layout(client: httpx.Client, nine: dict[str, Any]) -> None:
    across = turned(nine)
    found = refused(client.post("/api/v1/gradient", json=across | {"W": nine["W"], "classes": 3}), 422)
    assert found["errors"][0]["pointer"] == "/W"
    assert "W is 2×3 and must be C×D = 3×2" in found["detail"]
    ragged = refused(client.post("/api/v1/gradient", json=across | {"X": [[1, 2], [3]]}), 422)
    assert ragged["errors"][0]["pointer"] == "/X/1"
    few = refused(client.post("/api/v1/gradient", json=across | {"y": [0]}), 422)
    assert few["errors"][0]["pointer"] == "/y"
    assert "each column of X" in few["detail"]
    none = refused(client.post("/api/v1/gradient", json=nine | {"layout": "wx"}), 422)
    assert none["errors"][0]["pointer"] == "/layout"
    one = refused(client.post("/api/v1/gradient", json=of(nine, "hinge") | {"layout": "WX", "X": across["X"]}), 422)
    assert "1×D = 1×2" in one["detail"]
    cell = {"cells": [{"step": "S", "row": 3, "column": 0}]}
    missing = refused(client.post("/api/v1/cells", json=across | cell), 422)
    assert missing["errors"][0]["pointer"] == "/cells/0/row"
    assert "has rows 0 to 2" in missing["detail"]


def test_a_figure_takes_and_names_weights_class_first(client: httpx.Client, nine: dict[str, Any]) -> None:
    asked = {"iterations": 2, "resolution": 3}
    straight = ask(client, "figures/landscape", nine | asked | {"parameters": ["W[0,2]", "b[1]"]})
    across = ask(client, "figures/landscape", turned(nine) | asked | {"parameters": ["W[2,0]", "b[1]"]})
    assert straight["data"][0]["z"] == across["data"][0]["z"]
    assert across["layout"]["xaxis"]["title"]["text"] == "W[2,0]"
    paths = ask(client, "figures/paths", turned(nine) | {"iterations": 2})
    assert paths["layout"]["xaxis"]["title"]["text"] == "W[k,0]"
    other = {"compare": turned(nine) | {"iterations": 2, "W": [[1, 2]]}, "iterations": 2}
    found = refused(client.post("/api/v1/figures/loss", json=nine | other), 422)
    assert found["errors"][0]["pointer"].startswith("/compare/")
