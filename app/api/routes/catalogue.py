"""GET /catalogue and /datasets/{kind}: what there is to choose from, and points to begin with."""

from dataclasses import fields
from functools import cache
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from app.api.answer_models import DatasetAnswer
from app.api.describe import refusals
from app.core.catalogue import catalogue
from app.core.datasets import DATASETS, Dataset, generate
from app.core.datasets.base import CLASSES, NOISE, POINTS
from app.requests.answers import answer, encoded
from app.requests.kinds import kind_of
from app.requests.refusal import Fault, Refusal, from_pydantic
from app.requests.texts import texts_of
from app.schema import MAGNITUDE
from app.settings import Settings

router = APIRouter(tags=["catalogue"])

BY_KIND: dict[str, type[Dataset]] = {kind_of(member): member for member in DATASETS}
ADAPTERS = {kind: TypeAdapter(member) for kind, member in BY_KIND.items()}


class Knobs(BaseModel):
    """A data set's parameters, all optional. One that a data set does not have is checked and then left aside."""

    model_config = ConfigDict(extra="forbid")

    n: Annotated[int, POINTS] | None = Field(None, description="points")
    classes: Annotated[int, CLASSES] | None = None
    noise: Annotated[float, NOISE] | None = None
    seed: int = Field(0, ge=0, le=int(MAGNITUDE), description="the same seed gives the same points")


class Catalogue(BaseModel):
    """Every kind there is, with its sentence, its formula (TeX) and its knobs."""

    losses: list[dict[str, Any]]
    penalties: list[dict[str, Any]]
    optimizers: list[dict[str, Any]]
    schedules: list[dict[str, Any]]
    datasets: list[dict[str, Any]]
    presets: list[dict[str, Any]] = Field(
        description="problems worth a look; each names only what differs from the defaults"
    )


@router.get("/catalogue", response_model=Catalogue)
async def get_catalogue(request: Request) -> Response:
    """Losses, penalties, optimizers, schedules, data sets and presets: all a page needs to draw its controls."""
    return Response(_catalogue(request.app.state.settings), media_type="application/json")


@cache
def _catalogue(settings: Settings) -> bytes:  # the bytes, not the answer: middleware writes into an answer's headers
    return encoded(texts_of(settings).all(catalogue()))


@router.get("/datasets/{kind}", response_model=DatasetAnswer, responses=refusals(404, 422))
async def get_dataset(kind: str, knobs: Annotated[Knobs, Query()], request: Request) -> Response:
    """Points, their classes, and weights to begin with; the same for the same seed."""
    twice = {name for name in request.query_params if len(request.query_params.getlist(name)) > 1}
    if twice:
        faults = [Fault(f"/{name}", "This parameter stands twice; keep one of them.") for name in sorted(twice)]
        raise Refusal(422, "invalid-query", faults[0].detail, faults)
    if kind not in BY_KIND:
        detail = f"This data set is not known; use one of {', '.join(BY_KIND)}."
        raise Refusal(404, "not-found", detail, [Fault("", detail)])
    return answer(points_of(kind, knobs, request.app.state.settings.max_errors))


def points_of(kind: str, knobs: Knobs, max_errors: int = 20) -> dict[str, Any]:
    """A data set as it is answered. Raises Refusal: 422, where two of its knobs do not go together."""
    names = {field.name for field in fields(BY_KIND[kind])}  # type: ignore[arg-type]
    given = {name: value for name, value in knobs if value is not None and name in names}
    try:
        dataset = ADAPTERS[kind].validate_python(given)
    except ValidationError as error:
        raise from_pydantic("invalid-query", error.errors(), max_errors) from None
    X, y, W, b = generate(dataset, knobs.seed)
    return {"kind": kind, "X": X, "y": y, "classes": len(b), "W": W, "b": b}
