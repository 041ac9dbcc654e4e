"""POST /diagnose: what is wrong with somebody's gradient."""

from typing import Any, Literal

import numpy as np
from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.api.route import posts
from app.core.diagnose import MISTAKES, Diagnosis, Explanation, Given, Lineup, Near, Numbers, diagnose, titled
from app.requests.given import Orientation, Stacked, read_given, readings_of
from app.requests.layout import parameter, place
from app.requests.limits import check_parameters
from app.requests.problem_from_body import problem_from
from app.requests.refusal import invalid
from app.requests.schemas import DiagnoseBody, Layout
from app.settings import Settings

router = APIRouter(tags=["computation"])


class MistakeAnswer(BaseModel):
    """One mistake, in the form that it takes here."""

    kind: str = Field(description="one of " + ", ".join(f"`{mistake.kind}`" for mistake in MISTAKES))
    title: str
    note: str = Field(description="which form of it, such as a Δ or two classes; empty where there is only one")
    sentence: str
    code: str = Field(description="the line of NumPy that usually causes it")
    fix: str = Field(description="the line as it should be")


class CellPlace(BaseModel):
    """One number of one step of the pass."""

    step: str
    row: int
    column: int


class ExplanationAnswer(BaseModel):
    """Mistakes that together give the numbers, in the order in which they are made, and what they change."""

    mistakes: list[MistakeAnswer]
    alike: list[str] = Field(description="other mistakes, as simple, that give the very same numbers in this problem")
    cells: list[CellPlace] = Field(
        description="the numbers of `dS`, `dW` and `db` that they change, at most 500 a step"
    )
    points: list[int] = Field(description="the points whose row of ∂L/∂S they change")


class DifferenceAnswer(BaseModel):
    """One number that is not what it should be."""

    parameter: str
    given: float
    expected: float


class LossAnswer(BaseModel):
    """The loss beside the right one."""

    given: float
    expected: float
    right: bool


class NearAnswer(BaseModel):
    """Why a right gradient is not ours to the last digit."""

    kind: Literal["rounding", "single", "half", "rounded", "difference", "kink"] = Field(
        description="`rounding`: another order of adding; `single`, `half`: numbers of that precision; `rounded`: to "
        "the digits shown; `difference`: a one-sided difference of the loss; `kink`: another slope at a margin of 0"
    )
    within: float = Field(description="the largest difference, as a share of the largest number")
    step: float | None = Field(description="of a difference: its step h, below 0 for one to the left; else null")
    points: list[int] = Field(description="the points that lie at a kink and are taken in another way")


class DiagnoseAnswer(BaseModel):
    """The verdict on a gradient, and the mistakes that reproduce it."""

    verdict: Literal["right", "right_so_far", "wrong"] = Field(
        description="`right_so_far`: right as far as the digits given can tell"
    )
    gradient_right: bool = Field(description="the same, but of the gradient alone")
    layout: Orientation = Field(description="how dW was read")
    stacked: Literal["first", "last"] | None = Field(
        description="where the bias lay in a dW that has it as a row or column of its own; else null"
    )
    digits: int = Field(description="significant digits of the number with most of them")
    error: float = Field(description="‖given − right‖ / max(‖given‖, ‖right‖)")
    largest: float = Field(description="the largest difference of a number")
    differences: list[DifferenceAnswer] = Field(description="the numbers that differ, worst first, at most 500")
    loss: LossAnswer | None = Field(description="null if no loss was given")
    factor: float | None = Field(description="the given gradient is the right one times this; null if it is not")
    explanations: list[ExplanationAnswer] = Field(
        description="the simplest that reproduce the numbers as far as their digits go: one mistake, else two, else "
        "three; what gives the same numbers is one; at most 12"
    )
    undecided: list[ExplanationAnswer] = Field(
        description="mistakes that the digits given cannot tell from the right gradient"
    )
    more: int = Field(description="how many more there are")
    nearest: ExplanationAnswer | None = Field(
        description="if nothing reproduces the numbers: what comes closest, if closer than what is right"
    )
    distance: float | None = Field(description="how far from it they are, measured as `error` is")
    near: NearAnswer | None = Field(
        description="why a right gradient is not ours in all the digits given; null if it is, or if it is wrong"
    )


@posts(router, "/diagnose", DiagnoseBody, DiagnoseAnswer)
def post_diagnose(asked: DiagnoseBody, settings: Settings) -> dict[str, Any]:
    """What is wrong with a gradient: the simplest known mistakes, up to three of them, that give these very numbers.

    How exactly a number was meant is read off its digits, so a NumPy print of 8 digits or a paste of 3 decimals will
    do. `right` means that the numbers agree and have digits enough to tell them from every known mistake. A dW that has
    the bias as a row or column of its own, as the bias trick lays it out, is taken apart.
    `batch` only says which points a gradient of one batch might be of; `iterations` and `optimizer` play no part.
    """
    problem = problem_from(asked, settings)
    check_parameters(problem, settings, 1)
    loss = None if asked.given.loss is None else _loss(asked.given.loss)
    lineup = Lineup(problem)
    found = []
    for given in readings_of(asked.given, problem, asked.written()):
        found.append((diagnose(lineup, Numbers.of(given.dW, given.db, loss)), given))
        if found[-1][0].gradient_right:
            break
    best, given = min(found, key=lambda each: _unlikely(each[0]))
    return shaped(best, given.layout, loss, asked.layout, given.stacked)


def _unlikely(found: Diagnosis) -> tuple[int, float]:
    """Of two ways to read the numbers the one is meant in which they are right, else known, else nearer."""
    return 0 if found.gradient_right else 1 if found.explanations else 2, found.error


def _loss(given: str | float) -> Given:
    found = read_given("loss", given if isinstance(given, str) else [given], vector=True)
    if found.values.size != 1:
        raise invalid("/given/loss", "The loss is a single number; give one.")
    return found


COPIED = ("verdict", "gradient_right", "digits", "error", "largest", "factor", "more", "distance")


def shaped(
    found: Diagnosis, layout: Orientation, loss: Given | None, turned: Layout, stacked: Stacked = None
) -> dict[str, Any]:
    """A diagnosis as it is answered: `layout` is how dW lay, `turned` the layout of the problem."""
    return {name: getattr(found, name) for name in COPIED} | {
        "layout": layout,
        "stacked": stacked,
        "near": None if found.near is None else _near(found.near),
        "differences": [
            {"parameter": parameter(turned, each.parameter), "given": each.given, "expected": each.expected}
            for each in found.differences
        ],
        "loss": None
        if loss is None
        else {"given": float(loss.values[0, 0]), "expected": found.expected_loss, "right": found.loss_right},
        "explanations": [_explanation(each, turned) for each in found.explanations],
        "undecided": [_explanation(each, turned) for each in found.undecided],
        "nearest": None if found.nearest is None else _explanation(found.nearest, turned),
    }


def _near(near: Near) -> dict[str, Any]:
    return {
        "kind": near.kind, "within": near.within, "step": near.step, "points": sorted({i for i, _ in near.kinks}),
    }  # fmt: skip


DESCRIBED = ("kind", "title", "sentence", "code", "fix")


def _explanation(each: Explanation, turned: Layout) -> dict[str, Any]:
    slopes = [{"step": "dS"} | place(turned, i, j) for i, j in each.slopes]
    parameters = [
        {"step": "db" if p.row is None else "dW"} | place(turned, p.row or 0, p.column) for p in each.parameters
    ]
    return {
        "mistakes": [
            {name: getattr(variant.mistake, name) for name in DESCRIBED} | {"note": variant.note}
            for variant in each.mistakes
        ],
        "alike": [titled(mistakes) for mistakes in each.alike],
        "cells": slopes + parameters,
        "points": np.unique([i for i, _ in each.slopes]).astype(int),
    }
