"""A loss added at run time, by its class and its name in the registry, is found everywhere without another edit."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

ADDED = '''
import json, warnings
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal
import app.core.losses as losses
from app.core import ops
from app.core.knob import Knob
from app.core.losses.base import BinaryLoss
from app.core.tape.tape import step

@dataclass(frozen=True, kw_only=True)
class Boosting(BinaryLoss):
    """The loss that AdaBoost minimises."""
    kind: Literal["exponential"] = "exponential"
    heat: Annotated[float, Knob("heat of the test", min=0.5, max=2.0, step=0.5)] = 1.0
    title: ClassVar[str] = "Exponential"
    tex: ClassVar[str] = r"e^{-t s}"
    has_margins: ClassVar[bool] = False
    delta: ClassVar[float] = 0.0
    def __call__(self, S, y):
        u = step("u", "minus the signed scores", ops.shortfall(S, step("t", "signs", ops.signs(y)), 0.0))
        return step("l", "loss per point", ops.exponential(u), symbol="l", tex="l")
    def cost(self, u):
        return (e := ops.exponential(u)), e

losses.LOSSES = (*losses.LOSSES, Boosting)  # its name in the registry

warnings.simplefilter("ignore")
from fastapi.testclient import TestClient
from app.code import DIALECTS
from app.main import create_app

client = TestClient(create_app())
body = {"X": [[0, 1], [1, 0]], "y": [-1, 1], "loss": {"kind": "exponential", "heat": 1.5}}
found = {
    "schema": json.dumps(client.get("/openapi.json").json()),
    "catalogue": json.dumps(client.get("/api/v1/catalogue").json()["losses"][-1]),
    "docs": client.get("/docs/losses").text,
    "page": client.get("/").text,
    "gradient": client.post("/api/v1/gradient", json=body).text,
    "pass": client.post("/api/v1/pass", json=body).text,
    "code": {d: client.post(f"/api/v1/code?dialect={d}", json=body).text for d in DIALECTS},
    "refusal": client.post("/api/v1/gradient", json=body | {"loss": {"kind": "exponential", "heat": 9}}).text,
}
print(json.dumps(found))
'''


def test_a_loss_is_one_class_and_one_name() -> None:
    done = subprocess.run([sys.executable, "-c", ADDED], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    schema = json.loads(found["schema"])
    described = schema["components"]["schemas"]["Boosting"]
    assert described["properties"]["heat"]["maximum"] == 2
    assert "AdaBoost" in described["description"]
    assert found["schema"].count("schemas/Boosting") > 1  # wherever a loss is taken
    for place in ("catalogue", "docs", "page"):
        for words in ("exponential", "The loss that AdaBoost minimises.", "heat of the test"):
            assert words in found[place], (place, words)
    assert json.loads(found["catalogue"])["binary"] is True
    assert json.loads(found["gradient"])["loss"]["per_point"] == [1, 1]
    assert json.loads(found["gradient"])["dW"] == [[-0.5], [0.5]]
    assert [step["id"] for step in json.loads(found["pass"])["steps"]][:4] == ["S", "t", "u", "l"]
    for code in found["code"].values():  # it has stated none
        assert json.loads(code)["errors"] == [
            {"pointer": "/loss/kind", "detail": "This loss has no code yet; choose another one."}
        ]
    assert json.loads(found["refusal"])["errors"][0]["pointer"] == "/loss/heat"
