"""POST /compare over the wire: runs side by side that are those of /train, and what is refused where."""

import json
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.catalogue import catalogue
from tests.api.conftest import refused
from tests.api.nasty import FIELDS, GOOD, NASTY, Nasty
from tests.api.test_hostile import QUIET, TREES, problems, survives

SHARED = {"batches", "batches_per_epoch", "scene_every"}
ADAM = {"optimizer": {"kind": "adam", "learning_rate": 0.05}}
MEMBERS = [case for case in FIELDS if case[0].split("/")[1] in ("loss", "penalty", "optimizer", "schedule")]
TWO_CLASSES = {"X": [[1, 2], [3, 1], [-1, 0]], "y": [0, 1, 1], "W": [[1, 2], [0, -1]], "b": [0.5, 0]}


def ask(client: httpx.Client, body: dict[str, Any], *variants: Any) -> httpx.Response:
    return client.post("/api/v1/compare", json=body | {"variants": list(variants)})


def answered(client: httpx.Client, body: dict[str, Any], *variants: Any) -> dict[str, Any]:
    response = ask(client, body, *variants)
    assert response.status_code == 200, response.text[:500]
    found: dict[str, Any] = response.json()
    return found


@settings(max_examples=100, **QUIET)  # type: ignore[arg-type]
@given(body=problems())
def test_a_variant_with_no_difference_has_exactly_the_numbers_of_train(
    client: httpx.Client, body: dict[str, Any]
) -> None:
    run = client.post("/api/v1/train", json=body).json()
    found = answered(client, body, {})
    assert {**found["variants"][0], **{name: found[name] for name in SHARED}} == {**run, "name": "Unchanged"}
    assert found["comparable"] is True


def test_every_variant_has_the_numbers_of_its_own_run(client: httpx.Client, nine: dict[str, Any]) -> None:
    body = nine | {"iterations": 30, "batch": 4, "seed": 3}
    variants: list[dict[str, Any]] = [
        {},
        {"loss": {"kind": "crammer_singer"}},
        ADAM,
        {"penalty": {"kind": "l1", "strength": 0.01}},
    ]
    found = answered(client, body, *variants)
    assert found["comparable"] is False
    for variant, stated in zip(found["variants"], variants, strict=True):
        run = client.post("/api/v1/train", json=body | stated).json()
        assert {name: variant[name] for name in run if name not in SHARED} == {
            name: value for name, value in run.items() if name not in SHARED
        }
        assert run["batches"] == found["batches"]


def test_all_scenes_have_one_window_and_one_length_of_arrows(client: httpx.Client) -> None:
    body = TWO_CLASSES | {"W": [[0, 0], [0, 0]], "b": [0, 0], "iterations": 3}
    slow, fast = ({"optimizer": {"kind": "sgd", "learning_rate": rate}} for rate in (0.01, 0.1))
    found = answered(client, body, slow, fast, {"loss": {"kind": "hinge"}})
    scenes = [variant["scenes"] for variant in found["variants"]]
    assert len({json.dumps(scene["box"]) for each in scenes for scene in each}) == 1

    def length(arrow: Any) -> float:
        (x0, y0), (x1, y1) = arrow
        return float(((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5)

    assert length(scenes[0][3]["arrows"][0]) * 3 < length(scenes[1][3]["arrows"][0])


@pytest.mark.parametrize("kind", [loss["kind"] for loss in catalogue()["losses"]])
@pytest.mark.parametrize("start", ["weston_watkins", "logistic"])
def test_two_classes_may_be_compared_under_every_loss(client: httpx.Client, start: str, kind: str) -> None:
    weights = {"W": [[1], [-1]], "b": [-0.5]} if start == "logistic" else {}
    body = TWO_CLASSES | {"loss": {"kind": start}, "iterations": 5} | weights
    first, other = answered(client, body, {}, {"loss": {"kind": kind}})["variants"]
    assert first["accuracy"][0] == other["accuracy"][0]
    assert len(other["b"][0]) == (1 if next(m for m in catalogue()["losses"] if m["kind"] == kind)["binary"] else 2)


def test_many_points_and_variants_have_fewer_scenes(client: httpx.Client) -> None:
    body = {"X": [[k / 7, -k / 9] for k in range(200)], "y": [k % 2 for k in range(200)], "iterations": 500}
    assert answered(client, body, {})["scene_every"] == 2
    found = answered(client, body, {}, {}, {}, {})
    assert found["scene_every"] == 5
    assert [len(variant["scenes"]) for variant in found["variants"]] == [101] * 4


def test_a_variant_that_diverges_ends_alone(client: httpx.Client, nine: dict[str, Any]) -> None:
    far = {"optimizer": {"kind": "sgd", "learning_rate": 50.0}}
    found = answered(client, nine | {"iterations": 60}, far, {})
    assert found["variants"][0]["diverged_at"] < 60
    assert len(found["variants"][0]["totals"]) < len(found["variants"][1]["totals"]) == 61
    assert len(found["batches"]) == 60
    assert "null" not in json.dumps([variant["totals"] for variant in found["variants"]])


@pytest.mark.parametrize(
    ("variants", "pointer", "said"),
    [
        ([], "/variants", "at least 1"),
        ([{}] * 5, "/variants", "at most 4"),
        ("all", "/variants", "array"),
        ([{}, None], "/variants/1", "must be an object."),
        ([{"W": [[1]]}], "/variants/0/W", "no such field"),
        ([{}, {}, {"loss": {"kind": "hinge"}}], "/variants/2/loss/kind", "this problem has 3; compare"),
        ([{"penalty": {"kind": "none"}, "optimizer": {"kind": "pegasos"}}], "/variants/0/optimizer/kind", "or another"),
        ([{"loss": {"kind": "softmax", "delta": 1}}], "/variants/0/loss/delta", "no such field"),
    ],
)
def test_what_is_wrong_with_a_variant_is_said_where_it_is(
    client: httpx.Client, nine: dict[str, Any], variants: Any, pointer: str, said: str
) -> None:
    problem = refused(client.post("/api/v1/compare", json=nine | {"variants": variants}), 422)
    assert problem["errors"][0]["pointer"] == pointer
    assert said in problem["errors"][0]["detail"]


def test_a_penalty_that_the_rule_of_the_problem_cannot_take_is_named(
    client: httpx.Client, nine: dict[str, Any]
) -> None:
    body = nine | {"optimizer": {"kind": "pegasos"}}
    problem = refused(ask(client, body, {}, {"penalty": {"kind": "none"}}), 422)
    assert problem["errors"][0]["pointer"] == "/variants/1/penalty/kind"


@pytest.mark.parametrize(("path", "raw", "pointer"), MEMBERS, ids=lambda part: str(part)[:40])
def test_a_nasty_member_of_a_variant_is_refused_where_it_is_wrong(
    client: httpx.Client, path: str, raw: str, pointer: str
) -> None:
    _, name, *knob = path.split("/")
    member = raw if not knob else json.dumps(GOOD[name] | {knob[0]: "@@"}).replace('"@@"', raw)
    content = json.dumps(GOOD)[:-1] + f', "variants": [{{}}, {{"{name}": {member}}}]}}'
    response = client.post("/api/v1/compare", content=content.encode())
    if raw == "null" and not knob:
        assert response.status_code == 200  # as if it were left out
        return
    assert f"/variants/1{pointer}" in [error["pointer"] for error in refused(response, 422)["errors"]]


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name.encode("ascii", "backslashreplace").decode())
def test_a_nasty_problem_is_refused(client: httpx.Client, nasty: Nasty) -> None:
    refused(client.post("/api/v1/compare", content=nasty.body), *nasty.statuses)


@settings(max_examples=200, **QUIET)  # type: ignore[arg-type]
@given(variants=st.lists(TREES | st.dictionaries(st.sampled_from([*GOOD, "kind"]), TREES, max_size=3), max_size=5))
def test_variants_of_anything_never_break_the_server(client: httpx.Client, variants: Any) -> None:
    content = json.dumps(GOOD | {"variants": variants}).encode()
    survives(client.post("/api/v1/compare", content=content))


def test_the_chart_has_a_line_for_each_variant_with_letter_and_pattern(
    client: httpx.Client, nine: dict[str, Any]
) -> None:
    body = nine | {"iterations": 9, "variants": [{}, ADAM]}
    run = answered(client, nine | {"iterations": 9}, {}, ADAM)["variants"]
    for measure in ("data", "accuracy", "gradient_norm"):
        drawn = client.post("/api/v1/figures/comparison", json=body | {"measure": measure}).json()["data"]
        assert [line["name"] for line in drawn] == ["A · Unchanged", "B · Adam, η 0.05"]
        assert [line["line"]["dash"] for line in drawn] == ["solid", "dash"]
    refusal = client.post("/api/v1/figures/comparison", json=body | {"measure": "accuracy", "log": True})
    assert refused(refusal, 422)["errors"][0]["pointer"] == "/log"
    refusal = client.post("/api/v1/figures/comparison", json=body | {"variants": [{}, {"loss": {"kind": "hinge"}}]})
    assert refused(refusal, 422)["errors"][0]["pointer"] == "/variants/1/loss/kind"
    assert run[0]["totals"][0] == run[1]["totals"][0]
