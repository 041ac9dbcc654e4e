"""The numbers of POST /gradient, /pass, /cells and /train over the wire, on rows worked by hand."""

import math
from typing import Any

import httpx
import pytest

from tests.api.conftest import refused

MASK = [[-1, 0, 1], [-2, 1, 1], [0, 0, 0], [1, -2, 1], [1, -2, 1], [1, -1, 0], [0, 1, -1], [0, 1, -1], [1, 1, -2]]
TOO_FAST = {"optimizer": {"kind": "sgd", "learning_rate": 12.0}}


def post(client: httpx.Client, route: str, body: dict[str, Any]) -> Any:
    response = client.post(f"/api/v1/{route}", json=body)
    assert response.status_code == 200, response.text
    return response.json()


def test_the_nine_points_have_their_known_loss_and_mask(client: httpx.Client, nine: dict[str, Any]) -> None:
    found = post(client, "gradient", nine)
    assert found["mask"] == MASK
    assert found["dS"][3] == pytest.approx([1 / 9, -2 / 9, 1 / 9], abs=1e-15)
    assert found["loss"]["data"] == pytest.approx(2.766667, abs=5e-7)
    assert found["loss"]["penalty"] == pytest.approx(3.5, abs=1e-12)
    assert found["loss"]["total"] == pytest.approx(6.266667, abs=5e-7)
    assert found["loss"]["per_point"] == pytest.approx([0.3, 1.7, 0, 3.2, 6.8, 2.4, 2.5, 3.3, 4.7], abs=1e-12)


def test_a_loss_without_margins_answers_null(client: httpx.Client, nine: dict[str, Any]) -> None:
    found = post(client, "gradient", nine | {"loss": {"kind": "softmax"}})
    assert (found["margins"], found["hinge"], found["mask"]) == (None, None, None)
    assert len(found["dS"]) == 9


def test_weights_left_out_are_zeros_and_classes_are_counted(client: httpx.Client) -> None:
    found = post(client, "gradient", {"X": [[1, 2, 3], [4, 5, 6]], "y": [0, 3]})
    assert found["scores"] == [[0, 0, 0, 0], [0, 0, 0, 0]]
    assert found["loss"]["total"] == 3
    assert len(post(client, "gradient", {"X": [[1]], "y": [0]})["db"]) == 2


def test_labels_written_as_floats_without_fraction_are_whole_numbers(client: httpx.Client) -> None:
    assert (
        client.post("/api/v1/gradient", content=b'{"X": [[1], [2]], "y": [0.0, 1e0], "seed": 3.0}').status_code == 200
    )


def test_a_large_body_gives_the_same_gradient_as_a_small_one(client: httpx.Client, nine: dict[str, Any]) -> None:
    many = nine | {"X": nine["X"] * 600, "y": nine["y"] * 600}
    assert post(client, "gradient", many)["dW"][0] == pytest.approx(post(client, "gradient", nine)["dW"][0], abs=1e-12)


@pytest.mark.parametrize("loss", ["weston_watkins", "crammer_singer", "softmax"])
def test_a_pass_ends_in_the_gradient_and_the_update(client: httpx.Client, nine: dict[str, Any], loss: str) -> None:
    body = nine | {"loss": {"kind": loss}}
    found, gradient = post(client, "pass", body), post(client, "gradient", body)
    steps = {step["id"]: step for step in found["steps"]}
    assert [step["direction"] for step in found["steps"]] == sorted(
        (step["direction"] for step in found["steps"]), key=["forward", "backward", "update"].index
    )
    for row, expected in zip(steps["dW"]["value"], gradient["dW"], strict=True):
        assert row == pytest.approx(expected, abs=1e-12)
    assert steps["W_next"]["value"][0][0] == pytest.approx(1 - 0.1 * gradient["dW"][0][0], abs=1e-12)
    assert found["loss"]["total"] == pytest.approx(gradient["loss"]["total"], abs=1e-12)
    for step in found["steps"]:
        assert step["mathml"].startswith("<math")
        assert step["sentence"]
        assert set(step["reads"]) <= {"X", "y", "W", "b", *steps}


def test_a_cell_is_explained_with_its_numbers(client: httpx.Client, nine: dict[str, Any]) -> None:
    (cell,) = post(client, "cells", nine | {"cells": [{"step": "dS", "row": 3, "column": 1}]})["cells"]
    assert cell["value"] == -2
    assert cell["reads"] == [{"step": "dM", "row": 3, "column": k, "minus": True} for k in (0, 2)]
    assert "= −2" in cell["text"]


def test_a_point_brings_its_own_rows_and_all_weights(client: httpx.Client, nine: dict[str, Any]) -> None:
    cells = post(client, "pass", nine | {"point": 3})["cells"]
    assert {cell["row"] for cell in cells if cell["step"] in ("S", "M", "H", "l", "dS")} == {3}
    assert len([cell for cell in cells if cell["step"] == "dW"]) == 6
    assert [cell["column"] for cell in cells if cell["step"] == "db"] == [0, 1, 2]


def test_a_cell_asked_for_twice_is_answered_once(client: httpx.Client, nine: dict[str, Any]) -> None:
    assert len(post(client, "cells", nine | {"cells": [{"step": "L"}, {"step": "L"}]})["cells"]) == 1


def test_the_plane_is_there_for_two_features_only(client: httpx.Client, nine: dict[str, Any]) -> None:
    scene = post(client, "pass", nine)["scene"]
    assert len(scene["regions"]) == 3
    assert len(scene["frames"]) == 12
    assert post(client, "pass", {"X": [[1, 2, 3]], "y": [0]})["scene"] is None
    assert post(client, "train", {"X": [[1, 2, 3]], "y": [0], "iterations": 2})["scenes"] is None
    assert post(client, "pass", {"X": [[1, 2]], "y": [0]})["scene"]["violations"] == []


def test_training_passes_through_the_known_totals(client: httpx.Client, nine: dict[str, Any]) -> None:
    run = post(client, "train", nine)
    assert [run["totals"][t] for t in (0, 1, 10, 100)] == pytest.approx(
        [6.266667, 6.000295, 4.036285, 0.690498], abs=1e-6
    )
    assert len(run["W"]) == len(run["b"]) == len(run["scenes"]) == 101
    assert len(run["batches"]) == 100
    assert run["diverged_at"] is None
    assert (run["scene_every"], run["batches_per_epoch"]) == (1, 1)


def test_the_pass_of_an_iteration_begins_with_the_weights_of_the_run(
    client: httpx.Client, nine: dict[str, Any]
) -> None:
    body = nine | {"batch": 4, "seed": 7, "iterations": 9}
    run, found = post(client, "train", body), post(client, "pass", body | {"iteration": 8})
    steps = {step["id"]: step["value"] for step in found["steps"]}
    assert found["batch"] == run["batches"][8]
    assert found["epoch"] == 2
    assert found["loss"]["total"] == pytest.approx(run["totals"][8], abs=1e-12)
    for row, expected in zip(steps["W_next"], run["W"][9], strict=True):
        assert row == pytest.approx(expected, abs=1e-12)


def test_divergence_is_a_result_and_its_arrays_are_finite(client: httpx.Client, nine: dict[str, Any]) -> None:
    run = post(client, "train", nine | TOO_FAST | {"iterations": 2000})
    assert run["diverged_at"] is not None
    assert len(run["totals"]) <= run["diverged_at"] + 1
    assert None not in run["totals"]
    assert all(number is not None for W in run["W"] for row in W for number in row)


def test_a_pass_beyond_the_divergence_is_refused_by_name(client: httpx.Client, nine: dict[str, Any]) -> None:
    end = post(client, "train", nine | TOO_FAST | {"iterations": 2000})["diverged_at"]
    assert client.post("/api/v1/pass", json=nine | TOO_FAST | {"iteration": end}).status_code == 200
    for iteration in (end + 1, 1500):
        response = client.post("/api/v1/pass", json=nine | TOO_FAST | {"iteration": iteration})
        assert response.status_code == 422
        assert response.json()["type"].endswith("diverged")
        assert f"iteration {end}," in response.json()["detail"]
        assert "lower the learning rate" in response.json()["detail"]


def test_one_class_alone_is_no_problem_to_solve(client: httpx.Client) -> None:
    for given, pointer in (({"W": [[1]]}, "/W"), ({"b": [1]}, "/b")):
        problem = refused(client.post("/api/v1/gradient", json={"X": [[1]], "y": [0]} | given), 422)
        assert [error["pointer"] for error in problem["errors"]] == [pointer]


def test_the_loss_figure_has_a_line_for_each_part(client: httpx.Client, nine: dict[str, Any]) -> None:
    figure = post(client, "figures/loss", nine)
    assert {line["name"] for line in figure["data"]} == {"total", "data", "penalty"}
    refused(client.post("/api/v1/figures/nope", json=nine), 404)


def test_large_weights_are_no_divergence_of_the_first_pass(client: httpx.Client) -> None:
    body = {"X": [[1e9, -1e9]], "y": [1], "W": [[1e9, 0], [0, 1e9]]}
    assert client.post("/api/v1/pass", json=body).status_code == 200
    assert post(client, "train", body | {"iterations": 3})["diverged_at"] == 0


def test_a_long_run_with_many_points_thins_its_scenes(client: httpx.Client) -> None:
    data = client.get("/api/v1/datasets/blobs", params={"n": 200, "classes": 8}).json()
    run = post(client, "train", {name: data[name] for name in ("X", "y", "W", "b")} | {"iterations": 1000})
    assert run["scene_every"] > 1
    assert len(run["scenes"]) == 1000 // run["scene_every"] + 1
    assert len(run["W"]) == 1001


def test_scenes_keep_to_the_window_that_was_asked_for(client: httpx.Client, nine: dict[str, Any]) -> None:
    box = [-2.0, 2.0, -1.5, 2.5]
    arrow = client.post("/api/v1/pass", json=nine | {"box": box, "unit": 10.0}).json()["scene"]["arrows"][0]
    assert math.dist(*arrow) == pytest.approx(0.2 * 4.0 * math.hypot(1, 2) / 10.0, abs=1e-3)
    assert client.post("/api/v1/pass", json=nine | {"box": box}).json()["scene"]["box"] == box
    scenes = client.post("/api/v1/train", json=nine | {"box": box, "iterations": 3}).json()["scenes"]
    assert [scene["box"] for scene in scenes] == [box] * 4


@pytest.mark.parametrize("box", [[0, 1, 0], [1, 0, 0, 1], [0, 1, 1, 1], [0, 1, 0, 2], [0, 1, 0, "1"]])
def test_a_window_that_is_no_square_is_refused(client: httpx.Client, nine: dict[str, Any], box: list[Any]) -> None:
    problem = refused(client.post("/api/v1/pass", json=nine | {"box": box}), 422)
    assert problem["errors"][0]["pointer"].startswith("/box")


def test_lambda_is_told_as_c_of_the_slack_form(client: httpx.Client, nine: dict[str, Any]) -> None:
    def slack(**penalty: Any) -> Any:
        return client.post("/api/v1/gradient", json=nine | {"penalty": penalty}).json()["slack_C"]

    assert slack(kind="l2", strength=0.1, convention="full") == pytest.approx(1 / 1.8)
    assert slack(kind="l2", strength=0.1, convention="half") == pytest.approx(1 / 0.9)
    assert slack(kind="l2", strength=0) is slack(kind="l1", strength=0.1) is slack(kind="none") is None


def test_labels_that_count_from_one_are_told_how_to_count_from_zero(client: httpx.Client, nine: dict[str, Any]) -> None:
    said = refused(client.post("/api/v1/gradient", json=nine | {"y": [k + 1 for k in nine["y"]]}), 422)["errors"][0]
    assert said["pointer"].startswith("/y/")
    assert "classes count from 0: take 1 from every label, so that 1 to 3 are 0 to 2" in said["detail"]
    said = refused(client.post("/api/v1/gradient", json=nine | {"y": [7, *nine["y"][1:]]}), 422)["errors"][0]
    assert "classes count from 0; lower it, or give more `classes`" in said["detail"]
