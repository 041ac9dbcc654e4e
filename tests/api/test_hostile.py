"""Hostile bodies, written by hand and generated, against a real server: never a 5xx, every error a problem document."""

import json
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.conftest import refused
from tests.api.nasty import GOOD, NASTY, Nasty

ROUTES = ("gradient", "pass", "cells", "why", "train")
QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck), "derandomize": True, "database": None}


def test_there_are_at_least_three_hundred_nasty_bodies_all_different() -> None:
    assert len({nasty.body for nasty in NASTY}) == len(NASTY) >= 300


def test_the_good_body_is_good(client: httpx.Client) -> None:
    for route in ROUTES:
        assert client.post(f"/api/v1/{route}", json=GOOD).status_code == 200


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name.encode("ascii", "backslashreplace").decode())
def test_a_nasty_body_is_refused_where_it_is_wrong(client: httpx.Client, nasty: Nasty) -> None:
    for route in ROUTES:
        problem = refused(client.post(f"/api/v1/{route}", content=nasty.body), *nasty.statuses)
        pointers = [error["pointer"] for error in problem["errors"]]
        assert pointers
        assert nasty.pointer is None or nasty.pointer in pointers


def test_a_refusal_never_repeats_what_was_sent(client: httpx.Client) -> None:
    secret = "correct-horse-battery-staple"
    for body in (
        GOOD | {"batch": secret}, GOOD | {"loss": {"kind": secret}}, GOOD | {"X": [[secret]]},
        GOOD | {"penalty": {"kind": "l2", "convention": secret}}, GOOD | {"cells": [{"step": secret}]}, secret,
        GOOD | {"penalty": secret}, [secret],
    ):  # fmt: skip
        response = client.post("/api/v1/pass", json=body)
        refused(response)
        assert secret not in response.text
    assert secret not in client.post("/api/v1/pass", content=f'{{"{secret * 5}": 1}}').text
    assert secret not in client.get(f"/api/v1/datasets/{secret}").text
    assert secret not in client.get(f"/api/v1/datasets/blobs?n={secret}").text
    assert secret not in client.get(f"/{secret}").text


SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from([0, 1, 2, -1, 0.5, 1e9, -1e9, 1e-320, 1e308, 2**63, 10**30])
    | st.sampled_from(["full", "softmax", "l2", "kind", "\ud800"])
)  # fmt: skip
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from(
    [*GOOD, "iteration", "point", "cells", "kind", "delta", "strength", "learning_rate", "convention", "step"]
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of a tree."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(value, key) for key, _ in items] + [place for _, item in items for place in places(item)]


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    """A valid problem with one to four parts replaced, removed, doubled or added, and sometimes cut or bent as text."""
    value = json.loads(
        json.dumps(GOOD | {"point": 1, "cells": [{"step": "dS", "row": 1, "column": 1}], "iteration": 2})
    )
    for _ in range(draw(st.integers(1, 4))):
        container, key = draw(st.sampled_from(places(value) or [(value, "X")]))
        match draw(st.sampled_from(("replace", "replace", "remove", "double", "add"))):
            case "replace":
                container[key] = draw(TREES)
            case "remove" if isinstance(container, list) or key in container:
                del container[key]
            case "double" if isinstance(container, list):
                container.append(container[key])
            case _ if isinstance(container, dict):
                container[draw(NAMES)] = draw(TREES)
    text = json.dumps(value, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    if draw(st.integers(0, 5)) == 0:
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.binary(max_size=3)) + text[at + draw(st.integers(0, 3)) :]
    return text


def survives(response: httpx.Response) -> None:
    """Either an answer without a hidden NaN or ∞, or a well-formed refusal."""
    if response.status_code == 200:
        assert_finite(response.json())
    else:
        refused(response, 400, 422)


def assert_finite(answer: dict[str, Any]) -> None:
    for name in ("totals", "scores", "dW", "db", "W", "b", "loss", "accuracy"):
        assert "null" not in json.dumps(answer.get(name, 0)), name
    for step in answer.get("steps", ()):
        assert "null" not in json.dumps(step["value"]), step["id"]


@settings(max_examples=1000, **QUIET)  # type: ignore[arg-type]
@given(body=mutations(), route=st.sampled_from(ROUTES))
def test_a_thousand_mutated_problems_never_break_the_server(client: httpx.Client, body: bytes, route: str) -> None:
    survives(client.post(f"/api/v1/{route}", content=body))


FINITE = st.floats(-1e9, 1e9) | st.sampled_from([0.0, 1e9, -1e9, 1e-300, -1e-9, 1.0])


def matrices(rows: int, columns: int) -> st.SearchStrategy[list[list[float]]]:
    return st.lists(st.lists(FINITE, min_size=columns, max_size=columns), min_size=rows, max_size=rows)


LOSSES = st.sampled_from([{"kind": "weston_watkins", "delta": 20}, {"kind": "crammer_singer"}, {"kind": "softmax"}])


@st.composite
def problems(draw: st.DrawFn) -> dict[str, Any]:
    """A valid problem with numbers of any allowed size."""
    n, d, c = draw(st.integers(1, 5)), draw(st.integers(1, 3)), draw(st.integers(2, 4))
    return {
        "X": draw(matrices(n, d)),
        "y": draw(st.lists(st.integers(0, c - 1), min_size=n, max_size=n)),
        "W": draw(matrices(d, c)),
        "b": draw(matrices(1, c))[0],
        "loss": draw(LOSSES),
        "penalty": {"kind": "l2", "strength": draw(st.floats(0, 100)), "penalize_bias": draw(st.booleans())},
        "optimizer": {"kind": "sgd", "learning_rate": draw(st.sampled_from([0.0001, 0.1, 100]))},
        "batch": draw(st.sampled_from(["full", 1, 3])),
        "iterations": draw(st.integers(0, 40)),
    }


@settings(max_examples=300, **QUIET)  # type: ignore[arg-type]
@given(body=problems(), route=st.sampled_from(["gradient", "train", "pass"]), late=st.booleans())
def test_every_valid_problem_is_answered_in_finite_numbers(
    client: httpx.Client, body: dict[str, Any], route: str, late: bool
) -> None:
    asked = body | ({"iteration": body["iterations"], "point": 0} if route == "pass" and late else {})
    response = client.post(f"/api/v1/{route}", json=asked)
    if response.status_code != 200:
        assert refused(response, 422)["type"].endswith("diverged"), response.text
    else:
        assert_finite(response.json())
