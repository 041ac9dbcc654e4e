"""POST /code over the wire: the programs, what is refused and where."""

from typing import Any

import httpx
import pytest

from app.code import DIALECTS
from app.core.losses import LOSSES
from tests.api.conftest import refused
from tests.api.nasty import GOOD, NASTY

HINGE = {"loss": {"kind": "hinge"}, "y": [0, 0, 0, 1, 1, 1, 1, 1, 1], "W": [[1], [2]], "b": [0]}
HALF = {"kind": "l2", "strength": 0.1, "convention": "half"}


def ask(client: httpx.Client, body: dict[str, Any], dialect: str = "numpy") -> Any:
    response = client.post("/api/v1/code", json=body, params={"dialect": dialect})
    assert response.status_code == 200, response.text
    return response.json()


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_dialect_answers_with_a_file_and_its_lines(
    client: httpx.Client, nine: dict[str, Any], dialect: str
) -> None:
    found = ask(client, nine | HINGE, dialect)
    assert set(found) == {"dialect", "filename", "language", "code", "lines"}
    assert found["filename"] == ("hingelab.ipynb" if dialect == "notebook" else "hingelab.py")
    lit = {step for line in found["lines"] for step in line["steps"]}
    assert {"S", "u", "l", "R", "L"} <= lit


def test_the_program_says_the_numbers_of_a_run(client: httpx.Client, nine: dict[str, Any], capsys: Any) -> None:
    exec(ask(client, nine | {"iterations": 10})["code"], {})
    assert capsys.readouterr().out.startswith("L = 4.036285\n")


@pytest.mark.parametrize("loss", [loss.kind for loss in LOSSES])
def test_every_loss_has_its_code(client: httpx.Client, nine: dict[str, Any], loss: str) -> None:
    body = nine | {"loss": {"kind": loss}}
    if next(cls for cls in LOSSES if cls.kind == loss).binary:
        body |= {"y": HINGE["y"], "W": HINGE["W"], "b": HINGE["b"]}
    for dialect in set(DIALECTS) - {"scikit-learn"}:
        assert ask(client, body, dialect)["dialect"] == dialect


@pytest.mark.parametrize(
    ("given", "dialect", "pointer", "said"),
    [
        ({}, "scikit-learn", "/loss/kind", "hinge, squared_hinge, logistic, softmax"),
        (HINGE | {"penalty": {"kind": "l1"}}, "scikit-learn", "/penalty", "l2"),
        (HINGE | {"penalty": HALF | {"strength": 0}}, "scikit-learn", "/penalty/strength", "above 0"),
        (HINGE | {"loss": {"kind": "hinge", "delta": 2}}, "scikit-learn", "/loss/delta", "Δ = 1"),
        (HINGE | {"y": [1] * 9}, "scikit-learn", "/y", "every class"),
        ({"loss": {"kind": "weston_watkins", "tolerance": 0.1}}, "pytorch", "/loss/tolerance", "choose numpy"),
        ({"iterations": 20_000}, "numpy", "/iterations", "At most 10,000"),
        ({}, "cobol", "/dialect", "numpy-loops"),
    ],
)
def test_what_cannot_be_written_is_refused_with_advice(
    client: httpx.Client, nine: dict[str, Any], given: dict[str, Any], dialect: str, pointer: str, said: str
) -> None:
    problem = refused(client.post("/api/v1/code", json=nine | given, params={"dialect": dialect}), 422)
    assert problem["errors"][0]["pointer"] == pointer
    assert said in problem["errors"][0]["detail"]


def test_the_dialect_stands_once(client: httpx.Client, nine: dict[str, Any]) -> None:
    problem = refused(client.post("/api/v1/code?dialect=numpy&dialect=pytorch", json=nine), 422)
    assert problem["errors"][0]["pointer"] == "/dialect"


def test_a_program_does_not_grow_with_the_points(client: httpx.Client) -> None:
    body = {"X": [[0.1, k / 7] for k in range(20_000)], "y": [0, 1] * 10_000}
    for dialect in ("numpy", "notebook", "pytorch", "numpy-loops"):
        assert len(ask(client, body, dialect)["code"]) < 10_000


def test_nasty_bodies_are_refused_here_too(client: httpx.Client) -> None:
    assert ask(client, GOOD)["language"] == "python"
    for nasty in NASTY:
        refused(client.post("/api/v1/code", content=nasty.body), *nasty.statuses)
