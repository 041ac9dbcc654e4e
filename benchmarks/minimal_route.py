"""The yardstick of api_rate: a short FastAPI route, the numpy and JSON work of POST /gradient. No checks."""

from typing import Any

import numpy as np
import orjson
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse

app = FastAPI(openapi_url=None)


def work(body: dict[str, Any]) -> dict[str, Any]:
    """Weston–Watkins with λ‖W‖², written as one would by hand."""
    X, y = np.array(body["X"], dtype=np.float64), np.array(body["y"], dtype=np.int64)
    W, b = np.array(body["W"], dtype=np.float64), np.array(body["b"], dtype=np.float64)
    n, rows, strength = len(X), np.arange(len(X)), body["penalty"]["strength"]
    scores = X @ W + b
    margins = scores - scores[rows, y][:, None] + body["loss"]["delta"]
    hinge = np.maximum(margins, 0.0)
    hinge[rows, y] = 0.0
    mask = (hinge > 0).astype(np.float64)
    mask[rows, y] = -mask.sum(axis=1)
    per_point = hinge.sum(axis=1)
    data, penalty = float(per_point.mean()), float(strength * (W * W).sum())
    return {
        "scores": scores, "margins": margins, "hinge": hinge, "mask": mask, "dS": mask / n,
        "dW": X.T @ mask / n + 2 * strength * W, "db": mask.sum(axis=0) / n,
        "loss": {"per_point": per_point, "data": data, "penalty": penalty, "total": data + penalty},
        "accuracy": float((scores.argmax(axis=1) == y).mean()),
    }  # fmt: skip


def lists(found: dict[str, Any]) -> dict[str, Any]:
    plain = {name: value.tolist() if isinstance(value, np.ndarray) else value for name, value in found.items()}
    return plain | {"loss": found["loss"] | {"per_point": found["loss"]["per_point"].tolist()}}


@app.post("/json")
async def with_json(request: Request) -> Response:
    return JSONResponse(lists(work(await request.json())))


@app.post("/orjson")
async def with_orjson(request: Request) -> Response:
    found = work(orjson.loads(await request.body()))
    return Response(orjson.dumps(found, None, orjson.OPT_SERIALIZE_NUMPY), media_type="application/json")
