"""The body of a gradient that somebody has computed, as a text or as numbers. What a text says is read later."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from app.core.diagnose.matrix_text import LONGEST, READS
from app.schema import MAGNITUDE


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and abs(value) <= MAGNITUDE


def _are_numbers(value: Any) -> bool:
    return type(value) is list and len(value) > 0 and all(map(_is_number, value))


def _are_rows(value: Any) -> bool:
    return type(value) is list and len(value) > 0 and all(map(_are_numbers, value))


def _pasted(*forms: Any) -> BeforeValidator:
    """A text, or numbers in one of these forms."""

    def validate(value: Any) -> Any:
        if type(value) is str and len(value) > LONGEST:
            raise PydanticCustomError("said", f"This text is too long; at most {LONGEST:,} characters.")
        if type(value) is str or any(form(value) for form in forms):
            return value
        raise PydanticCustomError("said", f"This must be a text, or numbers of at most {MAGNITUDE:g} in size.")

    return BeforeValidator(validate)


def _schema(*options: dict[str, Any]) -> WithJsonSchema:
    return WithJsonSchema({"anyOf": [{"type": "string", "maxLength": LONGEST}, *options]})


NUMBER: dict[str, Any] = {"type": "number", "minimum": -MAGNITUDE, "maximum": MAGNITUDE}
NUMBERS: dict[str, Any] = {"type": "array", "items": NUMBER, "minItems": 1}
ROWS: dict[str, Any] = {"type": "array", "items": NUMBERS, "minItems": 1}


class GivenBody(BaseModel):
    """A gradient that somebody has computed. Texts are read as numbers and brackets and never evaluated."""

    model_config = ConfigDict(extra="forbid", strict=True, title="Given")

    dW: Annotated[Any, _pasted(_are_rows, _are_numbers), _schema(ROWS, NUMBERS)] = Field(
        description=f"∂L/∂W, D×C or C×D: numbers, or a text with them, as these write them: {', '.join(READS)}; "
        "with or without the labels of its rows and columns"
    )
    db: Annotated[Any, _pasted(_are_numbers), _schema(NUMBERS)] | None = Field(
        None, description="∂L/∂b, C numbers, in any of these forms"
    )
    loss: Annotated[Any, _pasted(_is_number), _schema(NUMBER)] | None = Field(
        None, description="the loss; as a text it keeps its digits: 9.0200, or the line of a program, loss: 9.0200"
    )
