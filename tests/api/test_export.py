"""POST /export over the wire: the files with their names and types, what each kind uses, and what is refused."""

import csv
import io
import json
from typing import Any

import httpx
import numpy as np
import pytest
from PIL import Image

from app.exports import EXPORTS
from app.settings import Settings
from tests.api.conftest import refused
from tests.api.nasty import GOOD, NASTY
from tests.conftest import serving

GIVEN: dict[str, Any] = {"iteration": 3, "theme": "dark", "width": 300, "digits": 2}
FAR = {"iterations": 60, "optimizer": {"kind": "sgd", "learning_rate": 100.0}}
FOUR = {"X": [[1, 2, 3, 4], [4, 3, 2, 1]], "y": [0, 1]}
DRAWN = [kind for kind, export in EXPORTS.items() if export.source.draws]


def ask(client: httpx.Client, kind: str, body: dict[str, Any]) -> httpx.Response:
    return client.post(f"/api/v1/export/{kind}", json=body)


def file(client: httpx.Client, kind: str, body: dict[str, Any]) -> httpx.Response:
    response = ask(client, kind, body)
    assert response.status_code == 200, response.text
    return response


@pytest.mark.parametrize("kind", EXPORTS)
def test_every_kind_is_an_attachment_with_its_name_and_type(
    client: httpx.Client, nine: dict[str, Any], kind: str
) -> None:
    export = EXPORTS[kind]
    given = {name: value for name, value in GIVEN.items() if name in export.fields}
    response = file(client, kind, nine | {"iterations": 5} | given)
    assert response.headers["content-disposition"] == f'attachment; filename="hingelab-{kind}"'
    assert response.headers["content-type"] == export.media_type
    assert response.headers["x-content-type-options"] == "nosniff"
    assert len(response.content) > 200


@pytest.mark.parametrize("kind", EXPORTS)
def test_a_field_that_a_kind_does_not_use_is_refused_and_named(
    client: httpx.Client, nine: dict[str, Any], kind: str
) -> None:
    for name, value in GIVEN.items():
        if name not in EXPORTS[kind].fields:
            problem = refused(ask(client, kind, nine | {name: value}), 422)
            assert problem["errors"][0]["pointer"] == f"/{name}"
            assert f"export {kind} has no {name}" in problem["detail"]


def test_every_kind_is_named_where_the_route_is_described(client: httpx.Client) -> None:
    operation = client.get("/openapi.json").json()["paths"]["/api/v1/export/{kind}"]["post"]
    assert [kind for kind in EXPORTS if f"`{kind}`" not in operation["description"]] == []
    described = set(operation["responses"]["200"]["content"])
    assert described == {export.media_type.partition(";")[0] for export in EXPORTS.values()}


@pytest.mark.parametrize("kind", ["plane", "plane.pdf", "PLANE.SVG", "../plane.svg", "pass.json%00", "run"])
def test_what_is_no_export_is_not_found(client: httpx.Client, nine: dict[str, Any], kind: str) -> None:
    refused(ask(client, kind, nine), 404)


@pytest.mark.parametrize(
    ("kind", "fields", "pointer", "said"),
    [
        ("plane.png", {"width": 99}, "/width", "at least 100"),
        ("plane.png", {"width": 1601}, "/width", "at most 1600"),
        ("plane.png", {"width": 300.5}, "/width", "whole number"),
        ("plane.svg", {"theme": "projector"}, "/theme", "'light' or 'dark'"),
        ("plane.svg", {"theme": None}, "/theme", "'light' or 'dark'"),
        ("matrices.tex", {"digits": 13}, "/digits", "at most 12"),
        ("matrices.tex", {"digits": -1}, "/digits", "at least 0"),
        ("matrices.tex", {"digits": True}, "/digits", "whole number"),
        ("pass.csv", {"iteration": 10_001}, "/iteration", "At most 10,000"),
        ("run.csv", {"iterations": 10_001}, "/iterations", "At most 10,000"),
        ("pass.json", {"iteration": 59, **FAR}, "/iteration", "diverged at iteration"),
        ("plane.svg", {"iteration": 900, **FAR}, "/iteration", "diverged at iteration"),
        ("pass.json", {"loss": {"kind": "none"}}, "/loss/kind", "not known"),
        ("pass.json", {"title": "<b>"}, "/title", "no such field"),
    ],
)
def test_what_is_wrong_is_said_where_it_is(
    client: httpx.Client, nine: dict[str, Any], kind: str, fields: dict[str, Any], pointer: str, said: str
) -> None:
    problem = refused(ask(client, kind, nine | fields), 422)
    assert problem["errors"][0]["pointer"] == pointer
    assert said in problem["errors"][0]["detail"]


@pytest.mark.parametrize("kind", DRAWN)
def test_without_a_plane_none_is_drawn_and_the_others_are_named(client: httpx.Client, kind: str) -> None:
    for body in (FOUR, FOUR | {"X": [[1], [2]]}):
        problem = refused(ask(client, kind, body), 422)
        assert problem["errors"][0]["pointer"] == "/X"
        assert "choose one of pass.json, pass.csv" in problem["detail"]
        assert file(client, "pass.csv", body).text.startswith("step,row,column,value\n")


def test_a_file_has_no_more_than_its_limits() -> None:
    points: dict[str, Any] = {"X": [[0, 1], [1, 0]] * 50, "y": [0, 1] * 50}
    with serving(Settings(max_export_numbers=1500, max_marks=700)) as base, httpx.Client(base_url=base) as client:
        for kind, pointer in (("pass.json", "/X"), ("matrices.py", "/X"), ("run.csv", "/iterations")):
            problem = refused(ask(client, kind, points | {"iterations": 200}), 422)
            assert (problem["type"], problem["errors"][0]["pointer"]) == ("/docs#problem-over-limit", pointer)
        assert "at most 1,500 are written" in problem["detail"]
        file(client, "run.csv", points | {"iterations": 100})
        assert Image.open(io.BytesIO(file(client, "run.gif", points).content)).n_frames == 2  # type: ignore[attr-defined]
        more = {"X": points["X"] * 2, "y": points["y"] * 2}
        file(client, "plane.svg", more)
        assert "two frames" in refused(ask(client, "run.gif", more), 422)["detail"]
        more = {"X": points["X"] * 3, "y": points["y"] * 3}
        assert refused(ask(client, "plane.png", more), 422)["errors"][0]["pointer"] == "/X"


def test_the_pass_and_the_run_are_those_of_the_other_routes(client: httpx.Client, nine: dict[str, Any]) -> None:
    passed = client.post("/api/v1/pass", json=nine | {"iteration": 7}).json()
    saved = json.loads(file(client, "pass.json", nine | {"iteration": 7}).content)
    assert {step["id"]: step["value"] for step in passed["steps"]} == {s["id"]: s["value"] for s in saved["steps"]}
    assert (saved["W"], saved["b"], saved["iteration"]) == (passed["W"], passed["b"], 7)
    run = client.post("/api/v1/train", json=nine | {"iterations": 40}).json()
    rows = list(csv.DictReader(io.StringIO(file(client, "run.csv", nine | {"iterations": 40}).text)))
    assert [float(row["total"]) for row in rows] == run["totals"]
    assert [float(row["W[1,2]"]) for row in rows] == [W[1][2] for W in run["W"]]
    again = json.loads(file(client, "run.json", nine | {"iterations": 40}).content)
    assert {name: again[name] for name in ("totals", "W", "b")} == {name: run[name] for name in ("totals", "W", "b")}


def test_the_layout_is_that_of_the_body(client: httpx.Client, nine: dict[str, Any]) -> None:
    turned = nine | {name: np.transpose(nine[name]).tolist() for name in ("X", "W")} | {"layout": "WX"}
    for kind in ("matrices.py", "matrices.tex"):
        assert file(client, kind, nine).content != file(client, kind, turned).content
    names: dict[str, Any] = {}
    exec(file(client, "matrices.py", turned).text, names)
    np.testing.assert_allclose(names["W"] @ names["X"] + names["b"][:, None], names["S"], atol=1e-12)
    assert file(client, "plane.svg", nine).content == file(client, "plane.svg", turned).content


def test_a_run_that_diverges_ends_there_in_every_file(client: httpx.Client, nine: dict[str, Any]) -> None:
    saved = json.loads(file(client, "run.json", nine | FAR).content)
    assert saved["diverged_at"] is not None
    assert len(saved["W"]) == saved["diverged_at"] + 1
    assert len(file(client, "run.csv", nine | FAR).text.splitlines()) == len(saved["W"]) + 1
    assert file(client, "run.gif", nine | FAR).content[:6] == b"GIF89a"


@pytest.mark.parametrize("kind", ["pass.json", "plane.svg"])
def test_nasty_bodies_are_refused_here_too(client: httpx.Client, kind: str) -> None:
    file(client, kind, GOOD)
    for nasty in NASTY:
        refused(client.post(f"/api/v1/export/{kind}", content=nasty.body), *nasty.statuses)
