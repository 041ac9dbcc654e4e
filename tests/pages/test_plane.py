"""The plane's view for the template: places in per cent, words, ticks, and which dashed lines are shown."""

import numpy as np
import pytest

from app.core.plane.scene import Scene, scene
from app.core.types import Array
from app.pages.plane import picture
from app.pictures.places import Percent, number, ticks
from app.pictures.plane import dashes
from app.pictures.shapes import SHAPES

X = [[0.5, 0.4], [0.8, 0.3], [-0.4, 0.3]]
Y = [0, 0, 1]
WEIGHTS: Array = np.array([[1.0, 2, 3], [2, -4, -1]])
BROKEN = np.array([[False, False, True], [False, True, True], [True, False, True]])


def drawn(classes: int = 3) -> Scene:
    k = np.arange(classes)
    W, b = np.asarray(WEIGHTS[:, k % 3] * (1.0 + k)), np.asarray(k * 0.1)
    pairs = BROKEN[:, k % 3] if classes == 3 else None
    return scene(np.array(X), np.array(Y), W, b, delta=1.0, pairs=pairs)


def texts(low: float, high: float) -> list[str]:
    return [text for _, text, _ in ticks([low, high], Percent([low, high, low, high]).x)]


def test_every_class_has_a_shape_of_its_own() -> None:
    assert len({path for _, path in SHAPES}) == len({name for name, _ in SHAPES}) == 8


def test_a_place_is_a_per_cent_with_y_down() -> None:
    assert Percent([-1, 1, -2, 2]).point((0.5, 1)) == ("75", "25")


@pytest.mark.parametrize(("value", "text"), [
    (0.5, "0.50"), (-0.4, "−0.40"), (-0.001, "−0.001"), (123456, "1.2e5"), (-2.5e13, "−2.5e13"), (99999, "99999"),
])  # fmt: skip
def test_numbers_have_two_decimals_and_a_true_minus(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(("span", "shown"), [
    ((-0.97, 1.07), ["−0.5", "0", "0.5", ""]),  # 1.0 would stand in the corner
    ((-2.3, 2.3), ["−2", "−1", "0", "1", "2"]),
    ((-1.2e9, 1.2e9), ["−1e9", "−5e8", "0", "5e8", "1e9"]),
    ((0, 1.2e-5), ["2e−6", "4e−6", "6e−6", "8e−6", "1e−5", ""]),
    ((1e9, 1e9 + 2), ["", "", "", ""]),  # too long to tell apart
])  # fmt: skip
def test_ticks_stand_at_round_numbers(span: tuple[float, float], shown: list[str]) -> None:
    assert texts(*span) == shown


def test_levels_give_way_to_the_margin_lines_of_the_class_in_focus() -> None:
    assert dashes(drawn(), None)[0] == "levels"
    assert [j for j, _ in dashes(drawn(), 1)[1]] == [0, 2]


def test_two_classes_always_show_their_margin_lines() -> None:
    assert dashes(drawn(2), None)[0] == dashes(drawn(2), 0)[0] == "pairwise"


def test_many_classes_show_only_the_level_of_the_class_in_focus() -> None:
    assert dashes(drawn(6), None) == ("none", [])
    assert [k for k, _ in dashes(drawn(6), 1)[1]] == [1]


def test_the_view_says_in_words_what_it_shows() -> None:
    view = picture(drawn(), X, Y, loss=[0.3, 1.7, 3.2], correct=[True, False, False])
    assert view["label"] == "The plane: 3 points in 3 classes, 5 margins broken, 1 of 3 classified right"
    assert view["points"][2]["said"] == "point 2, class 1, x −0.40, 0.30, loss 3.20, classified wrong"


def test_a_loss_without_margins_speaks_of_none() -> None:
    assert picture(drawn(), X, Y, has_margins=False)["label"] == "The plane: 3 points in 3 classes"


def test_a_ring_grows_with_the_loss_and_is_absent_without_one() -> None:
    rings = [point["ring"] for point in picture(drawn(), X, Y, loss=[0.0, 2.0, 1e12])["points"]]
    assert rings == [None, "14.5", "20"]


def test_points_outside_the_batch_and_their_violations_step_back() -> None:
    view = picture(drawn(), X, Y, batch=[1], focus=2)
    assert [point["state"] for point in view["points"]] == [" outside", " chosen", " outside"]
    assert [line["classes"] for line in view["violations"]] == ["k2 outside", "k1", "k2", "k0 focused", "k2 focused"]
    assert (view["state"], view["stop"], view["focus"]["i"]) == (" focusing", 2, 2)


def test_a_label_stays_inside_the_plane() -> None:
    corner = picture(scene(np.array(X), np.array(Y), WEIGHTS, np.zeros(3), delta=1.0, box=[0.45, 1.45, -0.55, 0.45]),
                     X, Y, focus=0)["focus"]  # fmt: skip
    assert (corner["x"], corner["y"], corner["anchor"]) == (18, 29, "start")
