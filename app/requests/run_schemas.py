"""The bodies of what is made of whole runs, charts and variants side by side: names, types and bounds of fields."""

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from app.core.compare import MOST
from app.pictures import Theme
from app.requests.kinds import Loss, Optimizer, Penalty, Schedule
from app.requests.schemas import ProblemBody, Whole, WrittenBody
from app.requests.stated import whole

NARROWEST, WIDEST = 100, 1600  # pixels of a picture
PARAMETER = re.compile(r"W\[(\d+), ?(\d+)\]|b\[(\d+)\]", re.ASCII)


def _parameter(value: Any) -> Any:
    if type(value) is str and len(value) <= 64 and PARAMETER.fullmatch(value):
        return value
    raise PydanticCustomError("said", 'This must be a text such as "W[0,1]" (row, column) or "b[2]".')


class VariantBody(BaseModel):
    """What a variant does otherwise than its problem; what is left out, or null, is the problem's."""

    model_config = ConfigDict(extra="forbid", strict=True, title="Variant")

    loss: Loss | None = Field(None, description="another loss")
    penalty: Penalty | None = Field(None, description="another penalty")
    optimizer: Optimizer | None = Field(None, description="another rule of the update")
    schedule: Schedule | None = Field(None, description="another schedule of the learning rate")

    def stated(self) -> dict[str, Any]:
        """Field → member of what is not left out."""
        return {name: member for name in type(self).model_fields if (member := getattr(self, name)) is not None}


Variants = Annotated[list[VariantBody], Field(min_length=1, max_length=MOST)]


class CompareBody(ProblemBody):
    """A problem, and the variants of it that are to be run from the same start."""

    model_config = ConfigDict(title="Compare")

    variants: Variants = Field(description="one to four variants; {} is the problem itself")


class FigureBody(WrittenBody):
    """A problem, and how its run is to be drawn. Which of the fields below a figure uses is said with its kind."""

    model_config = ConfigDict(title="Figure")

    iteration: Whole = Field(0, description="the iteration whose weights are looked at; 0 are the given weights")
    log: Annotated[bool, Field(strict=True)] = Field(
        False, description="a logarithmic scale for the loss or the length"
    )
    parameters: (
        Annotated[list[Annotated[str, BeforeValidator(_parameter)]], Field(min_length=2, max_length=2)] | None
    ) = Field(None, description='two different parameters, such as ["W[0,1]", "b[2]"]; the first class\'s if left out')
    span: Annotated[float, Field(gt=0, le=1e6, allow_inf_nan=False)] | None = Field(
        None, description="how far to look to every side of the current parameters; the whole run if left out"
    )
    resolution: Annotated[int, Field(ge=2, le=101), BeforeValidator(whole)] | None = Field(
        None, description="places along each side of the landscape; as many as are quick, at most 101, if left out"
    )
    compare: ProblemBody | None = Field(None, description="a second problem, whose run is drawn dotted beside this one")
    variants: Variants | None = Field(
        None, description="variants of the problem, as in /compare, a line each; the problem itself if left out"
    )
    measure: Literal["total", "data", "accuracy", "gradient_norm"] = Field(
        "total", description="what of each variant is drawn over the iterations"
    )


class ExportBody(WrittenBody):
    """A problem, and what of it is to be taken along. Which of the fields below a file uses is said with its kind."""

    model_config = ConfigDict(title="Export")

    iteration: Whole = Field(0, description="the iteration whose pass or plane is asked for; 0 are the given weights")
    theme: Theme = Field("light", description="the colours of a picture")
    width: Annotated[int, Field(ge=NARROWEST, le=WIDEST), BeforeValidator(whole)] = Field(
        800, description="pixels of a picture, each way"
    )
    digits: Annotated[int, Field(ge=0, le=12), BeforeValidator(whole)] = Field(
        4, description="decimals of the numbers in LaTeX; all other files have them all"
    )
