"""The bodies of the API, as pydantic models: names, types and bounds of single fields.

What the fields must be together is not said here but in `problem_from_body`. A setting of the schema that a body does
not state itself, with a type of its own, is added to it.
"""

from collections.abc import Sequence
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from app.core.losses import LOSSES
from app.core.optimizers import SGD
from app.core.penalties import L2
from app.core.plane import Viewport
from app.core.schedules import SCHEDULES
from app.requests.kinds import Loss, Optimizer, Penalty, Schedule
from app.requests.pasted import GivenBody
from app.requests.stated import whole, with_settings
from app.schema import MAGNITUDE, SETTINGS

WHOLE = int(MAGNITUDE)
Layout = Literal["XW", "WX"]


def _wholes(values: Any) -> Any:
    return list(map(whole, values)) if type(values) is list and float in set(map(type, values)) else values


def _batch(value: Any) -> Any:
    value = whole(value)
    if value == "full" or (type(value) is int and 1 <= value <= WHOLE):
        return value
    raise PydanticCustomError("said", 'This must be "full" or a whole number of points, at least 1.')


Number = Annotated[float, Field(ge=-MAGNITUDE, le=MAGNITUDE, allow_inf_nan=False)]
Row = Annotated[list[Number], Field(min_length=1, fail_fast=True)]
Matrix = Annotated[list[Row], Field(min_length=1, fail_fast=True)]
Vector = Annotated[list[Number], Field(min_length=1, fail_fast=True)]
Whole = Annotated[int, Field(ge=0, le=WHOLE), BeforeValidator(whole)]
Labels = Annotated[
    list[Annotated[int, Field(ge=-1, le=WHOLE)]], Field(min_length=1, fail_fast=True), BeforeValidator(_wholes)
]
Batch = Annotated[
    Literal["full"] | int,
    BeforeValidator(_batch),
    WithJsonSchema(
        {"anyOf": [{"const": "full", "type": "string"}, {"type": "integer", "minimum": 1, "maximum": WHOLE}]}
    ),
]


@with_settings
class ProblemBody(BaseModel):
    """A classification problem, its weights, and what is to be minimised how."""

    model_config = ConfigDict(extra="forbid", strict=True, title="Problem")

    layout: Layout = Field(
        "XW",
        description="`XW`: X is N×D, W is D×C, S = XW + b. `WX`: X is D×N, W is C×D, S = WX + b; every matrix and "
        "place, here and in the answer, is then the transpose of what is said of it",
    )
    X: Matrix = Field(description="the points, N×D: one row a point")
    y: Labels = Field(
        description="the class of each point, N whole numbers from 0 to C − 1; with a loss of two classes −1 and 1 too"
    )
    classes: Annotated[Whole, Field(ge=2)] | None = Field(
        None,
        description="C; if left out, 2 for a loss of two classes, else the columns of W, else the length of b, "
        "else the largest label + 1 (at least 2)",
    )
    W: Matrix | None = Field(
        None, description="the weights, D×C: one column a class, or one for a loss of two classes; zeros if left out"
    )
    b: Vector | None = Field(
        None, description="the bias of each column of W, C numbers or 1; zeros if left out, and where there is none"
    )
    bias: Annotated[bool, Field(strict=True)] = Field(SETTINGS["bias"].default, description=SETTINGS["bias"].sentence)
    loss: Loss = Field(LOSSES[0](), description="the loss of a point; averaged over the points")
    penalty: Penalty = Field(L2(), description="the price of the weights")
    optimizer: Optimizer = Field(SGD(), description="the rule of an update")
    schedule: Schedule = Field(
        SCHEDULES[0](),
        description="how the learning rate changes over the iterations; an optimizer with none to set does not use it",
    )
    batch: Batch = Field(SETTINGS["batch"].default, description=SETTINGS["batch"].sentence)
    iterations: Whole = Field(100, description=SETTINGS["iterations"].sentence)
    box: Annotated[list[Number], Field(min_length=4, max_length=4)] | None = Field(
        None, description="the window of the scenes, x0, x1, y0, y1, a square; fitted to the points if left out"
    )
    unit: Annotated[float, Field(gt=0, le=MAGNITUDE, allow_inf_nan=False)] | None = Field(
        None, description="the norm of a class's weights whose arrow is a fifth of the window; fitted if left out"
    )
    seed: Whole = Field(0, description="the seed of the order in which the points come into the batches")

    def view(self) -> Viewport:
        """How the plane is to be looked at: its window, and the length of its arrows."""
        return Viewport(self.box, self.unit)


class CellAt(BaseModel):
    """One number of one step."""

    model_config = ConfigDict(extra="forbid", strict=True, title="Cell")

    step: Annotated[str, Field(max_length=64)] = Field(description="the id of a step")
    row: Whole = Field(0, description="its row; 0 for a single number")
    column: Whole = Field(0, description="its column; 0 for a vector or a single number")


class Wanted(NamedTuple):
    """The cells whose formulas are wanted: those of `cells`, and all of a `point` and of the weights.

    Places are those of `layout`; formulas are written as in `formulas`.
    """

    cells: Sequence[CellAt] = ()
    point: int | None = None
    layout: Layout = "XW"
    formulas: Layout = "XW"


class WrittenBody(ProblemBody):
    """A problem, and the layout of what is written about it for people."""

    formulas: Layout | None = Field(
        None,
        description="the layout that formulas, the names of weights in a figure and files are written in, and that a "
        "pasted D×D gradient is read in; that of `layout` if left out. Numbers and places of body and answer are in "
        "`layout` all the same",
    )

    def written(self) -> Layout:
        """The layout of what is written for people."""
        return self.formulas or self.layout


class PassBody(WrittenBody):
    """A problem, and which pass of its run is to be shown."""

    model_config = ConfigDict(title="Pass")

    iteration: Whole = Field(0, description="the iteration whose pass is asked for; 0 starts from the given weights")
    point: Whole | None = Field(
        None, description="a point: every cell of its rows, and of the weights, comes with its formula"
    )
    cells: Annotated[list[CellAt], Field(fail_fast=True)] = Field([], description="cells whose formulas are asked for")

    def wanted(self) -> Wanted:
        """The cells whose formulas are asked for."""
        return Wanted(self.cells, self.point, self.layout, self.written())


class CheckBody(ProblemBody):
    """A problem, and the gradient to be checked at its weights."""

    model_config = ConfigDict(title="Check")

    dW: Matrix | None = Field(None, description="a gradient of W to be checked in place of ours, D×C")
    db: Vector | None = Field(None, description="a gradient of b to be checked in place of ours, C numbers")


class DiagnoseBody(WrittenBody):
    """A problem, and a gradient that is to be diagnosed at its weights."""

    model_config = ConfigDict(title="Diagnose")

    given: GivenBody = Field(description="the gradient in question, of the mean of the points' losses and the penalty")
