"""POST /diagnose: what is wrong with somebody's gradient."""

from typing import Any, Literal

import numpy as np
from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.api.route import posts
from app.core.diagnose import Diagnosis, Explanation, Given, Lineup, Numbers, diagnose, read
from app.core.problem import Problem
from app.requests.layout import parameter, place
from app.requests.limits import check_parameters
from app.requests.pasted import GivenBody
from app.requests.problem_from_body import problem_from
from app.requests.refusal import invalid
from app.requests.schemas import DiagnoseBody
from app.requests.schemas import Layout as Turned
from app.requests.weights import no_bias, vector
from app.settings import Settings

router = APIRouter(tags=["computation"])

Layout = Literal["D×C", "C×D"]


class MistakeAnswer(BaseModel):
    """One mistake, in the form that it takes here."""

    kind: str
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


class DiagnoseAnswer(BaseModel):
    """The verdict on a gradient, and the mistakes that reproduce it."""

    verdict: Literal["right", "right_so_far", "wrong"] = Field(
        description="`right_so_far`: right as far as the digits given can tell"
    )
    gradient_right: bool = Field(description="the same, but of the gradient alone")
    layout: Layout = Field(description="how dW was read")
    digits: int = Field(description="significant digits of the number with most of them")
    error: float = Field(description="‖given − right‖ / max(‖given‖, ‖right‖)")
    largest: float = Field(description="the largest difference of a number")
    differences: list[DifferenceAnswer] = Field(description="the numbers that differ, worst first, at most 500")
    loss: LossAnswer | None = Field(description="null if no loss was given")
    factor: float | None = Field(description="the given gradient is the right one times this; null if it is not")
    explanations: list[ExplanationAnswer] = Field(
        description="every mistake that reproduces the numbers as far as their digits go; if there is none, every two "
        "mistakes that do; at most 12"
    )
    undecided: list[ExplanationAnswer] = Field(
        description="mistakes that the digits given cannot tell from the right gradient"
    )
    more: int = Field(description="how many more there are")
    nearest: ExplanationAnswer | None = Field(description="if nothing reproduces the numbers: what comes closest")
    distance: float | None = Field(description="how far from it they are, measured as `error` is")


@posts(router, "/diagnose", DiagnoseBody, DiagnoseAnswer)
def post_diagnose(asked: DiagnoseBody, settings: Settings) -> dict[str, Any]:
    """What is wrong with a gradient: every known mistake, and every two of them, that give these very numbers.

    How exactly a number was meant is read off its digits, so a NumPy print of 8 digits or a paste of 3 decimals will
    do. `right` means that the numbers agree and have digits enough to tell them from every known mistake.
    `batch` only says which points a gradient of one batch might be of; `iterations` and `optimizer` play no part.
    """
    problem = problem_from(asked, settings)
    check_parameters(problem, settings, 1)
    dW, layout = _weights(asked.given, problem, asked.layout)
    loss = None if asked.given.loss is None else _loss(asked.given.loss)
    numbers = Numbers.of(dW, _bias(asked.given, problem), loss)
    return shaped(diagnose(Lineup(problem), numbers), layout, loss, asked.layout)


def _read(name: str, given: Any, vector: bool = False) -> Given:
    try:
        return read(given, vector)
    except ValueError as wrong:
        raise invalid(f"/given/{name}", str(wrong)) from None


def _weights(given: GivenBody, problem: Problem, first: Turned) -> tuple[Given, Layout]:
    """dW as D×C, and how it lay."""
    found, (features, classes) = _read("dW", given.dW), problem.W.shape
    square = features == classes  # then only the layout of the problem tells which is meant
    if found.values.shape == (features, classes) and not (square and first == "WX"):
        return found, "D×C"
    if found.values.shape == (classes, features):
        return Given(found.values.T, found.slack.T, found.digits), "C×D"
    rows, columns = found.values.shape
    wanted = f"D×C = {features}×{classes}, or C×D = {classes}×{features}"
    raise invalid("/given/dW", f"dW is {rows}×{columns} and must be {wanted}; paste the whole of it.")


def _bias(given: GivenBody, problem: Problem) -> Given | None:
    if given.db is None:
        return None
    found = _read("db", given.db, vector=True)
    numbers = found.values.ravel().tolist()
    vector("given/db", numbers, problem.columns, problem.loss)
    if not problem.bias:
        no_bias("given/db", numbers)
    return found


def _loss(given: str | float) -> Given:
    found = _read("loss", given if isinstance(given, str) else [given], vector=True)
    if found.values.size != 1:
        raise invalid("/given/loss", "The loss is a single number; give one.")
    return found


COPIED = ("verdict", "gradient_right", "digits", "error", "largest", "factor", "more", "distance")


def shaped(found: Diagnosis, layout: Layout, loss: Given | None, turned: Turned) -> dict[str, Any]:
    """A diagnosis as it is answered: `layout` is how dW lay, `turned` the layout of the problem."""
    return {name: getattr(found, name) for name in COPIED} | {
        "layout": layout,
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


TOLD = ("kind", "title", "sentence", "code", "fix")


def _explanation(each: Explanation, turned: Turned) -> dict[str, Any]:
    slopes = [{"step": "dS"} | place(turned, i, j) for i, j in each.slopes]
    parameters = [
        {"step": "db" if p.row is None else "dW"} | place(turned, p.row or 0, p.column) for p in each.parameters
    ]
    return {
        "mistakes": [
            {name: getattr(variant.mistake, name) for name in TOLD} | {"note": variant.note}
            for variant in each.mistakes
        ],
        "cells": slopes + parameters,
        "points": np.unique([i for i, _ in each.slopes]).astype(int),
    }
