"""GET /catalogue and /datasets: agreement with the registries, reproducible data, queries that make no sense."""

import httpx
import pytest

from app.core.datasets import DATASETS
from app.core.losses import LOSSES
from app.core.optimizers import OPTIMIZERS
from app.core.penalties import PENALTIES
from app.core.schedules import SCHEDULES
from tests.api.conftest import refused

KINDS = [member.kind for member in DATASETS]


@pytest.mark.parametrize(
    ("family", "members"),
    [
        ("losses", LOSSES),
        ("penalties", PENALTIES),
        ("optimizers", OPTIMIZERS),
        ("schedules", SCHEDULES),
        ("datasets", DATASETS),
    ],
)
def test_the_catalogue_lists_every_member_in_order(
    client: httpx.Client, family: str, members: tuple[type, ...]
) -> None:
    listed = client.get("/api/v1/catalogue").json()[family]
    assert [each["kind"] for each in listed] == [member.kind for member in members]  # type: ignore[attr-defined]
    assert all(each["sentence"] for each in listed)


def test_every_preset_can_be_computed(client: httpx.Client) -> None:
    for preset in client.get("/api/v1/catalogue").json()["presets"]:
        knobs = {name: value for name, value in preset["data"].items() if name != "kind"}
        data = client.get(f"/api/v1/datasets/{preset['data']['kind']}", params=knobs).json()
        body = {name: data[name] for name in ("X", "y", "W", "b")} | preset["problem"]
        assert client.post("/api/v1/pass", json=body).status_code == 200, preset["kind"]


@pytest.mark.parametrize("kind", KINDS)
def test_data_are_reproducible_from_the_seed(client: httpx.Client, kind: str) -> None:
    first, again, other = (client.get(f"/api/v1/datasets/{kind}", params={"seed": seed}).json() for seed in (5, 5, 6))
    assert first == again
    assert set(first) == {"kind", "X", "y", "classes", "W", "b"}
    assert len(first["X"]) == len(first["y"])
    assert len(first["W"][0]) == len(first["b"]) == first["classes"]
    assert set(first) == set(other)


def test_knobs_are_obeyed_and_one_that_does_not_apply_is_left_aside(client: httpx.Client) -> None:
    blobs = client.get("/api/v1/datasets/blobs?n=20&classes=5&noise=0.5&seed=1").json()
    assert (len(blobs["X"]), blobs["classes"]) == (20, 5)
    assert len(client.get("/api/v1/datasets/nine_points?n=20&classes=5").json()["X"]) == 9


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("n=1", "/n"), ("n=201", "/n"), ("n=nan", "/n"), ("n=1e999", "/n"), ("n=" + "9" * 5000, "/n"), ("n=3.5", "/n"),
        ("n=", "/n"), ("n=true", "/n"), ("classes=1", "/classes"), ("classes=9", "/classes"), ("noise=nan", "/noise"),
        ("noise=NaN", "/noise"), ("noise=inf", "/noise"), ("noise=-Infinity", "/noise"), ("noise=1e999", "/noise"),
        ("noise=-0.1", "/noise"), ("noise=%00", "/noise"), ("noise=%ff", "/noise"), ("seed=-1", "/seed"),
        ("seed=9999999999999999999", "/seed"), ("seed=0x10", "/seed"), ("n=10&n=11", "/n"), ("points=10", "/points"),
        ("N=10", "/N"), ("n[]=3", "/n[]"), ("seed=1;n=3", "/seed"), ("%F0%9F%98%80=1", "/\N{GRINNING FACE}"),
    ],
)  # fmt: skip
def test_a_wrong_query_is_refused_by_parameter(client: httpx.Client, query: str, parameter: str) -> None:
    problem = refused(client.get(f"/api/v1/datasets/blobs?{query}"), 422)
    assert parameter in [error["pointer"] for error in problem["errors"]]


@pytest.mark.parametrize("kind", ["nope", "Blobs", "%00", "..%2f..", "a" * 3000, "%ED%A0%80"])
def test_an_unknown_data_set_is_not_found_and_the_known_ones_are_named(client: httpx.Client, kind: str) -> None:
    problem = refused(client.get(f"/api/v1/datasets/{kind}"), 404)
    assert kind not in problem["detail"] or len(kind) < 3
    if "/" not in kind and "%2f" not in kind:
        assert all(known in problem["detail"] for known in KINDS)
