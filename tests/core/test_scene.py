"""The plane's geometry: hand-worked rows of the nine points, and the cases in which something is missing."""

import numpy as np
import pytest

from app.core.plane.scene import scene, scenes
from tests.core.pictures import area, draw, width

NINE = np.array([[0.5, 0.4], [0.8, 0.3], [0.3, 0.8], [-0.4, 0.3], [-0.3, 0.7], [-0.7, 0.2], [0.7, -0.4], [0.5, -0.6],
                 [-0.4, -0.5]])  # fmt: skip
CLASSES = np.repeat([0, 1, 2], 3)
W = np.array([[1.0, 2.0, 3.0], [2.0, -4.0, -1.0]])
B = np.array([0.0, 0.5, -0.5])


def test_the_nine_points_have_their_hand_worked_picture() -> None:
    picture = draw(NINE, CLASSES, W, B)
    assert picture["box"] == [-0.97, 1.07, -0.92, 1.12]  # middle (0.05, 0.1), half 1.5 · (0.5 + 0.18)
    assert picture["lines"][0] == [[-0.97, 0.485], [1.07, -0.535]]  # x + 2y = 0
    assert picture["lines"][2] == [[0.54, 1.12], [-0.14, -0.92]]  # 3x − y = 0.5
    assert picture["levels"][1] == [[1.07, 0.41], [-0.97, -0.61]]  # 2x − 4y + 0.5 = 1
    assert [0.5, 0.1667] in picture["regions"][0]  # all three scores are equal at (1/2, 1/6)
    assert [[k, j] for k, j, _ in picture["margins"]] == [[0, 1], [0, 2], [1, 0], [1, 2], [2, 0], [2, 1]]


def test_the_nine_points_break_the_margins_that_their_mask_names() -> None:
    violations = draw(NINE, CLASSES, W, B)["violations"]
    pairs = [(0, 2), (1, 1), (1, 2), (3, 0), (3, 2), (4, 0), (4, 2), (5, 0), (6, 1), (7, 1), (8, 0), (8, 1)]
    assert [(i, j) for i, j, _, _ in violations] == pairs
    assert violations[4][2:] == [-0.45, 0.15]  # from (−0.4, 0.3) on s_1 − s_2 = 1: −x − 3y = 0


def test_arrows_start_on_their_line_and_grow_with_the_weights() -> None:
    small, large = scenes(NINE, CLASSES, np.stack([W, 1.5 * W]), np.stack([B, 1.5 * B]), delta=1.0)
    for k, (before, after) in enumerate(zip(small["arrows"], large["arrows"], strict=True)):
        assert before is not None
        assert after is not None
        shaft, longer = np.diff(before, axis=0)[0], np.diff(after, axis=0)[0]
        np.testing.assert_allclose(before[0] @ W[:, k] + B[k], 0, atol=1e-3)
        np.testing.assert_allclose(shaft / np.linalg.norm(shaft), W[:, k] / np.linalg.norm(W[:, k]), atol=1e-3)
        np.testing.assert_allclose(longer, 1.5 * shaft, atol=3e-4)


def test_the_positive_side_is_left_of_a_line() -> None:
    for k, line in enumerate(draw(NINE, CLASSES, W, B)["lines"]):
        assert line is not None
        (dx, dy), middle = np.diff(line, axis=0)[0], np.mean(line, axis=0)
        assert (middle + np.array([-dy, dx])) @ W[:, k] + B[k] > 0


def test_without_weights_there_are_no_lines_and_the_first_class_wins_as_in_argmax() -> None:
    picture = draw(NINE, CLASSES, np.zeros((2, 3)), np.zeros(3))
    assert picture["lines"] == picture["levels"] == picture["arrows"] == [None, None, None]
    assert picture["margins"] == picture["violations"] == []
    assert area(picture["regions"][0]) == pytest.approx(width(picture) ** 2)
    assert picture["regions"][1:] == [[], []]


def test_a_greater_bias_alone_wins_the_whole_plane() -> None:
    assert [bool(region) for region in draw(NINE, CLASSES, np.zeros((2, 3)), np.array([0, 2, 2]))["regions"]] == [
        False, True, False]  # fmt: skip


def test_equal_columns_have_no_margin_line_between_them() -> None:
    picture = draw(NINE, CLASSES, np.array([[1.0, 1.0, 0.0], [2.0, 2.0, 1.0]]), np.array([0.0, 0.0, 0.0]))
    assert {(k, j) for k, j, _ in picture["margins"]} == {(0, 2), (2, 0), (1, 2), (2, 1)}
    assert all({CLASSES[int(i)], j} != {0, 1} for i, j, _, _ in picture["violations"])


def test_a_loss_without_a_margin_has_neither_margin_lines_nor_violations() -> None:
    picture = scene(NINE, CLASSES, W, B, delta=None, pairs=np.ones((9, 3), dtype=bool))
    assert picture["margins"] == picture["violations"] == []
    assert None not in picture["lines"]


def test_more_than_four_classes_have_no_pairwise_lines() -> None:
    weights = np.random.default_rng(0).normal(size=(2, 5))
    assert scene(NINE, CLASSES, weights, np.zeros(5), delta=1.0)["margins"] == []


def test_a_given_box_is_kept() -> None:
    assert scene(NINE, CLASSES, W, B, delta=1.0, box=[-2.0, 2.0, -2.0, 2.0])["box"] == [-2.0, 2.0, -2.0, 2.0]


def test_a_given_unit_fixes_the_length_of_the_arrows() -> None:
    one, half = (scene(NINE, CLASSES, W, B, delta=1.0, unit=unit)["arrows"][0] for unit in (20.0, 40.0))
    assert one is not None
    assert half is not None
    np.testing.assert_allclose(np.diff(half, axis=0)[0], np.diff(one, axis=0)[0] / 2, atol=2e-4)
