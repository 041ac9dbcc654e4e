"""Which mistake it was: every mistake × every loss, pairs, right gradients with noise, random ones.

The same over a hundred problems, with every pair: `python -m benchmarks.diagnose 100`.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.core import gradient
from app.core.diagnose import MISTAKES, Diagnosis, Lineup, Numbers, diagnose, read
from app.core.losses import LOSSES, CrammerSinger, Softmax, WestonWatkins
from app.core.penalties import L2, PENALTIES
from app.core.problem import Problem
from app.core.types import Array
from tests.core.problems import PENALTY_VARIANTS, nine_points, random_problem

NINE: dict[str, Any] = json.loads((Path(__file__).parents[2] / "oracle" / "nine_points.json").read_text())
KINDS = {loss.kind: loss for loss in LOSSES}
PROBLEMS = 20
FEW = range(0, PROBLEMS, 4)  # of every shape
SHAPES = ((12, 2, 3), (15, 3, 3), (30, 2, 4), (9, 4, 2), (20, 3, 5))
NOT_HERE = ({"no_two"} if not any("squared" in loss.kind for loss in LOSSES) else set()) | (
    {"other_penalty"} if sum(hasattr(member, "strength") for member in PENALTIES) < 2 else set()
)


@cache
def lineup(kind: str, seed: int) -> Lineup:
    N, D, C = SHAPES[seed % len(SHAPES)]
    batch = None if seed % 2 else 4
    return Lineup(
        random_problem(
            seed, N, D, C, loss=KINDS[kind](), penalty=PENALTY_VARIANTS[seed % len(PENALTY_VARIANTS)], batch=batch
        )
    )


def found(line: Lineup, dW: Any, db: Any = None, loss: float | str | None = None) -> Diagnosis:
    value = None if loss is None else read(loss if isinstance(loss, str) else [loss], vector=True)
    return diagnose(line, Numbers.of(read(dW), None if db is None else read(db, vector=True), value))


def kinds(diagnosis: Diagnosis, of: str = "explanations") -> list[set[str]]:
    return [{form.mistake.kind for form in each.mistakes} for each in getattr(diagnosis, of)]


def printed(line: Lineup, theta: Array, value: float) -> Diagnosis:
    """What comes of a NumPy print of a gradient (C, D + 1), 8 digits, with its loss."""
    theta = theta.reshape(line.account.problem.theta.shape)
    return found(line, str(theta[:, :-1].T), str(theta[:, -1]), f"{value:.8f}")


def test_every_mistake_is_named_for_every_loss_to_which_it_applies() -> None:
    """Or what gives the same numbers, in the digits given; where the mistake changes nothing, the gradient is right."""
    table: dict[tuple[str, str], list[bool]] = {}
    for loss in LOSSES:
        for seed in FEW:
            line = lineup(loss.kind, seed)
            right, value = line.account.right, line.account.values({})[0]
            singles = line.singles
            for changes, theta, values in zip(singles.changes, singles.gradients, singles.values, strict=True):
                (form,) = changes.values()
                diagnosis = printed(line, theta, values[1])
                harmless = np.allclose(theta, right.ravel(), atol=1e-7) and np.isclose(values[1], value, atol=1e-7)
                named = {form.mistake.kind} in kinds(diagnosis) + kinds(diagnosis, "undecided")
                alike = any(
                    np.allclose(line.account.gradient({m.stage: m for m in each.mistakes}).ravel(), theta, atol=1e-7)
                    for each in diagnosis.explanations
                )
                hit = diagnosis.gradient_right if harmless else named or alike
                table.setdefault((form.mistake.kind, loss.kind), []).append(hit)
    assert {mistake.kind for mistake in MISTAKES} - {kind for kind, _ in table} <= NOT_HERE
    shares = {cell: np.mean(hits) for cell, hits in table.items()}
    assert {cell: share for cell, share in shares.items() if share < 0.99} == {}


def test_most_pairs_of_mistakes_are_found() -> None:
    line, rng = lineup("weston_watkins", 2), np.random.default_rng(0)
    pairs = line.pairs
    for k in rng.choice(len(pairs.changes), 200, replace=False):
        diagnosis = printed(line, pairs.gradients[k], pairs.values[k, 1])
        assert diagnosis.verdict == "right" or diagnosis.explanations
        if diagnosis.explanations and len(diagnosis.explanations[0].mistakes) == 2:
            wanted = {form.mistake.kind for form in pairs.changes[k].values()}
            alike = [{form.mistake.kind for form in each} for told in diagnosis.explanations for each in told.alike]
            assert wanted in [*kinds(diagnosis), *alike] or diagnosis.more


def test_500_right_gradients_with_noise_are_not_called_wrong() -> None:
    rng = np.random.default_rng(1)
    for k in range(500):
        line = lineup(LOSSES[k % len(LOSSES)].kind, k % PROBLEMS)
        right = line.account.right + 1e-9 * rng.normal(size=line.account.right.shape)
        diagnosis = found(line, right[:, :-1].T.tolist(), right[:, -1].tolist(), line.account.values({})[0] + 1e-9)
        assert diagnosis.verdict == "right"
        assert not diagnosis.explanations


def test_random_matrices_are_not_called_right_and_blamed_on_nothing() -> None:
    rng = np.random.default_rng(2)
    for k in range(130):
        line = lineup(LOSSES[k % len(LOSSES)].kind, k % PROBLEMS)
        shape = line.account.right.shape
        given = rng.normal(size=shape) * np.abs(line.account.right).max()
        diagnosis = found(line, str(given[:, :-1].T), str(given[:, -1]))
        assert (diagnosis.verdict, diagnosis.explanations) == ("wrong", [])
        assert diagnosis.nearest is not None
        assert diagnosis.distance is not None
        assert diagnosis.distance > 0.01


def test_an_explanation_reproduces_every_number_that_was_given() -> None:
    rng = np.random.default_rng(3)
    for seed in range(PROBLEMS):
        line = lineup("weston_watkins", seed)
        k = int(rng.integers(len(line.pairs.changes)))
        theta = line.pairs.gradients[k].reshape(line.account.right.shape)
        given = np.round(theta[:, :-1].T, 3)
        for each in found(line, str(given)).explanations:
            again = line.account.gradient({form.stage: form for form in each.mistakes})
            assert np.abs(again[:, :-1].T - given).max() <= 0.5001e-3


@pytest.mark.parametrize("key", ["ww", "ssvm", "softmax"])
def test_the_browser_demo_steps_with_a_quarter_of_the_penalty_that_it_shows(key: str) -> None:
    row, loss = NINE["losses"][key], {"ww": WestonWatkins, "ssvm": CrammerSinger, "softmax": Softmax}[key]()
    line = Lineup(nine_points(loss=loss))
    diagnosis = found(line, row["dW_demo"] and np.array(row["dW_demo"]).T.tolist(), row["db"], row["total_loss"])
    assert (diagnosis.verdict, diagnosis.loss_right) == ("wrong", True)
    assert kinds(diagnosis) == [{"quarter_penalty"}]
    assert found(line, np.array(row["dW_true"]).T.tolist(), row["db"], row["total_loss"]).verdict == "right"


def by_hand(problem: Problem) -> dict[str, tuple[Array, Array]]:
    """dW and db as somebody would write them with one mistake each, in NumPy, apart from the code that is tested."""
    X, y, W, b, lam, N = problem.X, problem.y, problem.W, problem.b, 0.1, len(problem.X)
    rows, S = np.arange(N), X @ W + b
    M = S - S[rows, y][:, None] + 1.0

    def made(indicator: Any, own: Array | None = None, divisor: float = N, labels: Any = y) -> tuple[Array, Array]:
        mask = indicator.astype(float)
        mask[rows, labels] = 0.0
        mask[rows, labels] = -mask.sum(axis=1) if own is None else own
        return X.T @ mask / divisor + 2 * lam * W, mask.sum(axis=0) / divisor

    dW, db = made(M > 0)
    broken, left_in = (M > 0).sum(axis=1) - 1, (M > 0).astype(float)
    left_in[rows, y] = -left_in.sum(axis=1)
    off = (y + 1) % W.shape[1]
    return {
        "no_mean": made(M > 0, divisor=1),
        "mean_twice": made(M > 0, divisor=N * N),
        "minus_one": made(M > 0, own=-(broken > 0).astype(float)),
        "own_column": (X.T @ left_in / N + 2 * lam * W, left_in.sum(axis=0) / N),
        "hinge_values": made(np.maximum(0, M)),
        "no_delta": made(M - 1.0 > 0),
        "other_delta": made(M + 1.0 > 0),
        "labels_off_by_one": made(S - S[rows, off][:, None] + 1.0 > 0, labels=off),
        "no_penalty": (dW - 2 * lam * W, db),
        "half_penalty": (dW - lam * W, db),
        "penalty_by_points": (dW - 2 * lam * W + 2 * lam * W / N, db),
        "bias_penalized": (dW, db + 2 * lam * b),
        "sign": (-dW, -db),
        "swapped": (dW[:, [1, 0, *range(2, W.shape[1])]], db[[1, 0, *range(2, W.shape[1])]]),
        "reshaped": (dW.T.reshape(dW.shape), db),
        "penalty_value": (dW - 2 * lam * W + lam * np.sum(W * W), db),
        "other_loss": _softmax(S, y, X, 2 * lam * W),
    }


def _softmax(S: Array, y: Any, X: Array, penalty: Array) -> tuple[Array, Array]:
    P = np.exp(S) / np.exp(S).sum(axis=1, keepdims=True) - np.eye(S.shape[1])[y]
    return X.T @ P / len(X) + penalty, P.mean(axis=0)


@pytest.mark.parametrize("kind", sorted(by_hand(nine_points())))
@pytest.mark.parametrize("decimals", [3, 8])
def test_mistakes_made_by_hand_are_named(kind: str, decimals: int) -> None:
    problem = random_problem(11, 40, 2, 4, loss=WestonWatkins(), penalty=L2())
    dW, db = (np.round(part, decimals) for part in by_hand(problem)[kind])
    assert {kind} in kinds(found(Lineup(problem), str(dW), str(db)))


def test_two_mistakes_made_by_hand_are_named_together() -> None:
    problem = random_problem(11, 40, 2, 4, loss=WestonWatkins(), penalty=L2())
    dW, db = by_hand(problem)["minus_one"]
    assert {"minus_one", "no_penalty"} in kinds(found(Lineup(problem), str(dW - 0.2 * problem.W), str(db)))


def test_a_mistake_that_changes_nothing_here_is_not_mentioned() -> None:
    line = Lineup(nine_points(penalty=L2(strength=0.0)))
    ours = gradient(line.account.problem)
    diagnosis = found(line, ours.dW.tolist(), ours.db.tolist())
    assert (diagnosis.verdict, diagnosis.explanations, diagnosis.undecided) == ("right", [], [])
