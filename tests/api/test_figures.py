"""POST /figures over the wire: what each kind uses, and what it refuses in which words."""

from typing import Any

import httpx
import plotly.io
import pytest

from app.figures import FIGURES
from tests.api.conftest import refused

FAR = {"iterations": 50, "optimizer": {"kind": "sgd", "learning_rate": 50.0}}
GIVEN: dict[str, Any] = {
    "iteration": 3, "log": True, "parameters": ["W[1,2]", "b[0]"], "span": 1.5, "resolution": 7,
    "variants": [{}, {"loss": {"kind": "softmax"}}], "measure": "data",
}  # fmt: skip


def ask(client: httpx.Client, kind: str, body: dict[str, Any]) -> httpx.Response:
    return client.post(f"/api/v1/figures/{kind}", json=body)


@pytest.mark.parametrize("kind", FIGURES)
def test_every_kind_opens_in_plotly_with_every_field_it_uses(
    client: httpx.Client, nine: dict[str, Any], kind: str
) -> None:
    given = (GIVEN | {"compare": nine}).items()
    response = ask(client, kind, nine | {name: value for name, value in given if name in FIGURES[kind].fields})
    assert response.status_code == 200, response.text
    assert len(plotly.io.from_json(response.text).data) > 0


@pytest.mark.parametrize("kind", FIGURES)
def test_a_field_that_a_kind_does_not_use_is_refused_and_named(
    client: httpx.Client, nine: dict[str, Any], kind: str
) -> None:
    for name, value in (GIVEN | {"compare": nine}).items():
        if name not in FIGURES[kind].fields:
            problem = refused(ask(client, kind, nine | {name: value}), 422)
            assert problem["errors"][0]["pointer"] == f"/{name}"
            assert f"figure {kind} has no {name}" in problem["detail"]


def test_every_kind_is_named_where_the_route_is_described(client: httpx.Client) -> None:
    text = client.get("/openapi.json").json()["paths"]["/api/v1/figures/{kind}"]["post"]["description"]
    assert [kind for kind in FIGURES if f"`{kind}`" not in text] == []


@pytest.mark.parametrize(
    ("fields", "pointer", "said"),
    [
        ({"parameters": ["W[2,0]", "b[0]"]}, "/parameters/0", "rows 0 to 1"),
        ({"parameters": ["W[0,0]", "b[3]"]}, "/parameters/1", "are 0 to 2"),
        ({"parameters": ["W[0,0]", "W[0,0]"]}, "/parameters/1", "two different ones"),
        ({"parameters": ["W[0,0]", "W[0, 0]"]}, "/parameters/1", "two different ones"),
        ({"parameters": ["W00", "b[0]"]}, "/parameters/0", 'such as "W[0,1]"'),
        ({"parameters": [7, "b[0]"]}, "/parameters/0", 'such as "W[0,1]"'),
        ({"parameters": ["W[0,0]"]}, "/parameters", "at least 2"),
        ({"parameters": ["W[0,0]", "b[0]", "b[1]"]}, "/parameters", "at most 2"),
        ({"span": 0}, "/span", "more than 0"),
        ({"span": "wide"}, "/span", "number"),
        ({"resolution": 1}, "/resolution", "at least 2"),
        ({"resolution": 102}, "/resolution", "at most 101"),
        ({"log": "yes"}, "/log", "true or false"),
        ({"iteration": 6, "iterations": 5}, "/iteration", "iterations 0 to 5"),
        ({"iteration": 49, **FAR}, "/iteration", "diverged at iteration"),
    ],
)
def test_what_is_wrong_with_a_slice_is_said_where_it_is(
    client: httpx.Client, nine: dict[str, Any], fields: dict[str, Any], pointer: str, said: str
) -> None:
    problem = refused(ask(client, "landscape", nine | fields), 422)
    assert problem["errors"][0]["pointer"] == pointer
    assert said in problem["errors"][0]["detail"]


@pytest.mark.parametrize(
    ("other", "pointer"),
    [
        ({"W": [[1, 2, 3]]}, "/compare/W"),
        ({"y": [0] * 8 + [9], "classes": 3}, "/compare/y/8"),
        ({"loss": {"kind": "none"}}, "/compare/loss/kind"),
        ({"loss": {"kind": "softmax", "delta": 1}}, "/compare/loss/delta"),
        ({"compare": {}}, "/compare/compare"),
        ({"iterations": 10**6}, "/compare/iterations"),
    ],
)
def test_what_is_wrong_with_the_other_run_is_said_where_it_is(
    client: httpx.Client, nine: dict[str, Any], other: dict[str, Any], pointer: str
) -> None:
    problem = refused(ask(client, "loss", nine | {"compare": nine | other}), 422)
    assert problem["errors"][0]["pointer"] == pointer


def test_with_many_points_the_landscape_is_coarser_and_a_finer_one_is_refused(client: httpx.Client) -> None:
    body = {"X": [[k / 7, -k / 9] for k in range(5000)], "y": [k % 3 for k in range(5000)], "iterations": 2}
    shape = ask(client, "landscape", body).json()["data"][0]["z"]["shape"]
    finest = int(shape.split(",")[0])
    assert 20 < finest < 101
    problem = refused(ask(client, "landscape", body | {"resolution": finest + 1}), 422)
    assert problem["errors"][0]["pointer"] == "/resolution"


def test_a_diverged_run_still_has_its_curves_and_the_landscape_of_its_beginning(
    client: httpx.Client, nine: dict[str, Any]
) -> None:
    for kind in ("loss", "accuracy", "gradient_norm", "update_ratio", "paths", "landscape", "margins", "surface"):
        assert ask(client, kind, nine | FAR).status_code == 200
