"""The fields of the problem, in the order of a link: what each usually is, its bounds and its control."""

from dataclasses import dataclass
from typing import Any, Literal

from app.core.knob import Choice, Knob, control
from app.schema.limits import LIMITS

Group = Literal["data", "weights", "loss", "penalty", "optimizer"]
"""Of controls, in the order of the page."""
ALWAYS = object()
"""In place of a usual value: the field stands in every link."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of the problem.

    `usual`: its value where a link does not state it. `family`: that of the catalogue whose member it is; a variant
    can have another one. `pinned`: it is part of what makes a run, so a pinned run is told by it too.
    """

    name: str
    usual: Any = ALWAYS
    family: str | None = None
    pinned: bool = True

    def described(self) -> dict[str, Any]:
        """What the scripts know of it, without what is as it mostly is."""
        found: dict[str, Any] = {"name": self.name}
        found |= {} if self.usual is ALWAYS else {"usual": self.usual}
        found |= {} if self.family is None else {"family": self.family}
        return found | ({} if self.pinned else {"pinned": False})


@dataclass(frozen=True, kw_only=True)
class Setting(Field):
    """A field that is one number or one of a few values.

    `control`: its label with its choices, or with the range of its slider; `group`: where it stands on the page.
    `sentence`: what the API says of it. `default`: what it is at first; links leave it out, unless it is `stated`.
    `lowest`: the least that may stand in a link, where the slider begins later. `word`: may stand in place of a number.
    `whole`: no fractions. `plain`: without a slider. `sent`: the API is told of it with every problem, with a run, or
    never.
    """

    control: Knob | Choice
    group: Group
    default: Any
    sentence: str = ""
    stated: bool = False
    lowest: float | None = None
    word: str | None = None
    whole: bool = False
    plain: bool = False
    sent: Literal["problem", "run", "never"] = "problem"

    def __post_init__(self) -> None:
        if not self.stated:
            object.__setattr__(self, "usual", self.default)

    def allows(self, value: Any) -> bool:
        """May this, which came from outside, be its value?"""
        if isinstance(self.control, Choice):
            return any(same(value, each) for each, _ in self.control.options)
        if self.word is not None and value == self.word:
            return True
        lowest = self.control.min if self.lowest is None else self.lowest
        number = type(value) in (int, float) and lowest <= value <= self.control.max
        return number and (not self.whole or value == int(value))

    def described(self) -> dict[str, Any]:
        own = {name: getattr(self, name) for name in ("lowest", "word", "whole", "plain")}
        shown = control(f"f.{self.name}", self.name, self.default, self.control)
        found = super().described() | shown | {"group": self.group}
        found |= {name: value for name, value in own.items() if value not in (None, False)}
        return found | ({} if self.sent == "problem" else {"sent": self.sent})


def same(a: Any, b: Any) -> bool:
    """Equal as JSON: true is not 1."""
    return bool(a == b) and isinstance(a, bool) == isinstance(b, bool)


FIELDS: tuple[Field, ...] = (
    Field(name="preset", usual="", pinned=False),
    Field(name="data"),
    Field(name="X"),
    Field(name="y"),
    Field(name="W"),
    Field(name="b"),
    Field(name="origin", pinned=False),
    Field(name="loss", family="losses"),
    Field(name="penalty", family="penalties"),
    Field(name="optimizer", family="optimizers"),
    Field(name="schedule", family="schedules"),
    Setting(
        name="batch", control=Knob("batch", 1, LIMITS.size, 1), group="optimizer", default="full", stated=True,
        word="full", whole=True,
        sentence='the points of an update: "full", or a number of them (more than N means all)',
    ),
    Setting(
        name="iterations", control=Knob("iterations", 10, LIMITS.iterations, 10), group="optimizer",
        default=min(200, LIMITS.iterations), stated=True, lowest=1, whole=True, sent="run", sentence="updates of a run",
    ),
    Setting(
        name="draw", control=Knob("random seed", 0, LIMITS.seed, 1), group="weights", default=0, whole=True, plain=True,
        pinned=False, sent="never",
    ),
    Setting(
        name="bias", control=Choice("bias", ((True, "on"), (False, "off"))), group="weights", default=True,
        sentence="is there a bias? If not, b is 0 and stays so: every line s = 0 goes through the origin",
    ),
    Field(name="variants", usual=[], pinned=False),
)  # fmt: skip

SETTINGS = {field.name: field for field in FIELDS if isinstance(field, Setting)}
FAMILIES = {field.name: field.family for field in FIELDS if field.family}
NAMES = tuple(field.name for field in FIELDS)
PINNED = tuple(field.name for field in FIELDS if field.pinned)
WINDOW: dict[str, Any] = {"box": None, "unit": None}
"""How the plane is looked at: with the problem, but no part of what makes its numbers."""
USUAL = {field.name: field.usual for field in FIELDS if field.usual is not ALWAYS} | WINDOW
"""What is as it always is at first is left out of a link: it is to be short."""
