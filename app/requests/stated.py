"""The settings of the schema as fields of a body: what is added there is accepted and documented here."""

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, Field, create_model

from app.core.knob import Choice
from app.schema import SETTINGS, Setting

Body = TypeVar("Body", bound=BaseModel)


def whole(value: Any) -> Any:
    """1.0 is a whole number to JSON, which knows one kind of number; NumPy labels often arrive so."""
    return int(value) if type(value) is float and value.is_integer() else value


def with_settings(model: type[Body]) -> type[Body]:
    """The model with a field for each setting of a problem that it does not state itself."""
    added: dict[str, Any] = {
        name: (_type(setting), Field(setting.default, description=setting.sentence))
        for name, setting in SETTINGS.items()
        if setting.sent == "problem" and name not in model.model_fields
    }
    if not added:
        return model
    return create_model(model.__name__, __base__=model, __module__=model.__module__, __doc__=model.__doc__, **added)


def _type(setting: Setting) -> Any:
    """One of its values, or a number within its bounds."""
    control = setting.control
    if isinstance(control, Choice):
        values = tuple(value for value, _ in control.options)
        return Annotated[bool, Field(strict=True)] if set(values) == {True, False} else Literal[values]
    if setting.whole:
        return Annotated[int, Field(ge=control.min, le=control.max), BeforeValidator(whole)]
    return Annotated[float, Field(ge=control.min, le=control.max, allow_inf_nan=False)]
