"""POST /check over the wire: the kink case, a gradient of one's own, and what is refused."""

from typing import Any

import httpx
import pytest

from tests.api.conftest import refused

KINK = {"W": [[0, 0, 0], [0, 0, 0]], "b": [1, 0, 0], "penalty": {"kind": "none"}}


def ask(client: httpx.Client, body: dict[str, Any]) -> Any:
    response = client.post("/api/v1/check", json=body)
    assert response.status_code == 200, response.text
    return response.json()


def test_the_nine_points_are_right_in_both_parts(client: httpx.Client, nine: dict[str, Any]) -> None:
    found = ask(client, nine)
    assert [found[part]["verdict"] for part in ("total", "data", "penalty")] == ["right"] * 3
    assert len(found["entries"]) == 9
    assert len(found["curve"]["h"]) == len(found["curve"]["data"]) == 12


def test_the_kink_case_answers_kink(client: httpx.Client, nine: dict[str, Any]) -> None:
    found = ask(client, nine | KINK)
    assert found["verdict"] == "kink"
    assert found["penalty"] == {"verdict": "right", "error": 0.0}
    bias = next(each for each in found["entries"] if each["parameter"] == "b[1]")
    assert bias["pairs"] == [[0, 1], [1, 1], [2, 1]]


def test_a_wrong_number_is_found_where_it_is(client: httpx.Client, nine: dict[str, Any]) -> None:
    ours = client.post("/api/v1/gradient", json=nine).json()
    ours["dW"][1][2] += 0.01
    found = ask(client, nine | {"dW": ours["dW"], "db": ours["db"]})
    assert found["verdict"] == "wrong"
    assert found["entries"][0]["parameter"] == "W[1,2]"
    assert found["data"] is found["curve"]["data"] is None


@pytest.mark.parametrize(
    ("given", "pointer", "said"),
    [
        ({"dW": [[1, 2], [3, 4], [5, 6]]}, "/dW", "transposed"),
        ({"dW": [[1, 2, 3], [4, 5]]}, "/dW/1", "equally long"),
        ({"db": [1]}, "/db", "C = 3, one a class"),
        ({"dW": "[[1, 2]]"}, "/dW", "array"),
        ({"X": [[0.1] * 700] * 9, "W": None, "b": None}, "/X/0", "one by one"),
        ({"X": [[0.1, k] for k in range(60_000)], "y": [0] * 60_000}, "/X", "at most"),
    ],
)
def test_what_cannot_be_checked_is_refused(
    client: httpx.Client, nine: dict[str, Any], given: dict[str, Any], pointer: str, said: str
) -> None:
    problem = refused(client.post("/api/v1/check", json=nine | given), 422)
    assert problem["errors"][0]["pointer"] == pointer
    assert said in problem["errors"][0]["detail"]


def test_the_figure_of_the_check_has_the_same_limit(client: httpx.Client, nine: dict[str, Any]) -> None:
    body = nine | {"X": [[0.1] * 700] * 9, "W": None, "b": None, "iterations": 1}
    refused(client.post("/api/v1/figures/gradient_check", json=body), 422)
