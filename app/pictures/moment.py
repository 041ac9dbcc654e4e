"""What a picture says of a moment: the numbers at the weights of a problem, and what it all is, in words.

Numbers that are not finite any more are said to have diverged, and never shown.
"""

import re
import unicodedata
from dataclasses import dataclass

import numpy as np

from app.core import plane
from app.core.fast.gradient import gradient
from app.core.plane import FITTED, JudgedScene, Viewport
from app.core.plane.scene import Segment
from app.core.plane.window import window
from app.core.problem import Problem
from app.pictures.places import number

LONGEST = 80  # letters of a title


@dataclass(frozen=True, slots=True)
class Moment:
    """A problem at the weights of an `iteration`; `step` is the title of the step of the pass that is looked at."""

    problem: Problem
    iteration: int
    step: str | None
    title: str
    data: float
    penalty: float
    right: int
    diverged: bool

    @property
    def total(self) -> float:
        return self.data + self.penalty

    @property
    def loss(self) -> str:
        return f"{self.problem.loss.name} loss"

    @property
    def size(self) -> str:
        return f"{counted(len(self.problem.X), 'point')} in {self.problem.classes} classes"

    @property
    def place(self) -> str:
        return f"iteration {self.iteration:,}" + (f", step “{self.step}”" if self.step else "")


def moment(problem: Problem, iteration: int = 0, step: str | None = None, title: str = "") -> Moment:
    """The numbers over all points at the problem's own weights."""
    with np.errstate(all="ignore"):
        found = gradient(problem)
        sizes = [found.data, found.penalty, found.total, *problem.W.flat, *problem.b]
        right = round(found.accuracy * len(problem.X))
    finite = bool(np.isfinite(sizes).all())
    return Moment(problem, iteration, step, cleaned(title), found.data, found.penalty, right, not finite)


def described(problem: Problem, iteration: int = 0, step: str | None = None, title: str = "") -> str:
    """The state in a sentence, for those who do not see the picture: the `alt` of an image of `card`."""
    now = moment(problem, iteration, step, title)
    head = f"{now.title}: " if now.title else ""
    what = f"{now.loss} on {now.size}, {now.problem.optimizer.title}, {now.place}"
    if now.diverged:
        return f"{head}{what}: the run has diverged."
    share = f"{now.right} of {counted(len(problem.X), 'point')} classified right"
    return f"{head}{what}: the loss is {number(now.total, 3)}, {share}."


def cleaned(title: str) -> str:
    """A title on one line, without what cannot be shown, and not too long."""
    shown = "".join(letter if letter.isprintable() else " " for letter in unicodedata.normalize("NFC", title))
    text = re.sub(r"\s+", " ", shown).strip()
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def counted(n: int, noun: str) -> str:
    return f"{n:,} {noun}" + ("" if n == 1 else "s")


def scene_of(now: Moment, view: Viewport = FITTED) -> JudgedScene:
    """The plane of a problem of two features; of one that has diverged the points alone."""
    problem = now.problem
    if not now.diverged:
        return plane.of_run(problem, problem.W[None], problem.b[None], view)[0]
    nothing: list[Segment | None] = [None] * problem.classes
    box, losses = view.box or window(problem.X), np.zeros(len(problem.X))
    return JudgedScene(
        box=box, regions=[], lines=nothing, levels=nothing, arrows=nothing, violations=[], margins=[],
        losses=losses, correct=losses == 0,
    )  # fmt: skip
