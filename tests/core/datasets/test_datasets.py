"""The data sets: reproducible, as large as asked, within their knobs, and true to their sentences."""

from dataclasses import fields
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.datasets import DATASETS, Dataset, generate
from app.core.datasets.curves import Xor
from app.core.datasets.grid_corner import GridCorner
from app.core.datasets.uneven import OneOutlier, Unbalanced


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    cls = draw(st.sampled_from(DATASETS))
    knobs: dict[str, Any] = {"n": st.integers(2, 200), "classes": st.integers(2, 8), "noise": st.floats(0, 1)}
    names = {field.name for field in fields(cls)}  # type: ignore[arg-type]
    return cls(**{name: draw(values) for name, values in knobs.items() if name in names})


@given(datasets(), st.integers(0, 10**9))
def test_a_data_set_is_what_its_knobs_say(dataset: Dataset, seed: int) -> None:
    X, y, W, b = generate(dataset, seed)
    n, classes = getattr(dataset, "n", len(X)), getattr(dataset, "classes", len(b))
    assert X.shape == (n, 2)
    assert y.shape == (n,)
    assert (W.shape, b.shape) == ((2, classes), (classes,))
    assert y.dtype == np.int64
    assert set(y.tolist()) == set(range(min(n, classes)))
    assert (np.abs(X) < 10).all()
    if not isinstance(dataset, Unbalanced):
        assert np.bincount(y).max() - np.bincount(y).min() <= 1, "classes are as even as can be"


@given(datasets(), st.integers(0, 10**9))
def test_the_same_seed_gives_the_same_points(dataset: Dataset, seed: int) -> None:
    for first, second in zip(generate(dataset, seed), generate(dataset, seed), strict=True):
        np.testing.assert_array_equal(first, second)


@pytest.mark.parametrize("cls", [cls for cls in DATASETS if "noise" in {f.name for f in fields(cls)}])  # type: ignore[arg-type]
def test_another_seed_gives_other_points(cls: type[Dataset]) -> None:
    assert (generate(cls(), 1)[0] != generate(cls(), 2)[0]).any()


@given(datasets())
def test_what_is_shown_is_what_is_computed(dataset: Dataset) -> None:
    X, _, W, b = generate(dataset, 0)
    assert [float(f"{x:.3f}") for x in X.ravel()] == X.ravel().tolist()
    assert [float(f"{x:.2f}") for x in (*W.ravel(), *b)] == [*W.ravel().tolist(), *b.tolist()]
    assert not any(np.signbit(a[a == 0]).any() for a in (X, W, b)), "no −0 is handed out"


def test_xor_has_its_classes_in_opposite_corners() -> None:
    X, y, *_ = generate(Xor(n=40, noise=0.0), 0)
    assert ((X[:, 0] * X[:, 1] > 0) == (y == 0)).all()
    assert {tuple(x) for x in np.sign(X).tolist()} == {(1, 1), (-1, -1), (-1, 1), (1, -1)}


def test_grid_corner_has_points_exactly_on_a_margin() -> None:
    X, y, W, b = generate(GridCorner(), 0)
    S = X @ W + b
    M = S - S[np.arange(8), y][:, None] + 1.0
    assert (M[np.arange(8), 1 - y] == 0).sum() == 4


def test_the_outlier_lies_alone_behind_the_other_class() -> None:
    X, y, *_ = generate(OneOutlier(), 0)
    across = X[:, 0]
    assert across[0] > across[y == 1].max() + 0.3
    assert across[(y == 0) & (np.arange(len(y)) > 0)].max() < across[y == 1].min()


@pytest.mark.parametrize(("n", "rare"), [(2, 1), (19, 1), (20, 2), (60, 6), (200, 20)])
def test_one_in_ten_is_of_the_rare_class_and_never_none(n: int, rare: int) -> None:
    assert np.bincount(generate(Unbalanced(n=n), 0)[1]).tolist() == [n - rare, rare]
