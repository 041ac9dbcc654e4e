"""The film of a run: which iterations it shows, how long and in which colours, and that it stays small."""

from io import BytesIO
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from PIL import Image

from app.core.fast.train import train
from app.core.optimizers import SGD
from app.core.problem import Problem
from app.pictures import film
from app.pictures.film import LARGEST, chosen
from app.pictures.palette import DARK
from tests.pictures.moments import PROBLEMS, blobs, nine, scattered


def opened(content: bytes) -> Any:
    return Image.open(BytesIO(content))


def frames(content: bytes) -> list[tuple[np.ndarray, int]]:
    """(pixels, milliseconds) of each frame as it is seen."""
    image, found = opened(content), []
    for k in range(image.n_frames):
        image.seek(k)
        found.append((np.asarray(image.convert("RGB")).astype(int), int(image.info["duration"])))
    return found


def tables(content: bytes) -> tuple[int, int]:
    """How many frames there are in a GIF, and how many of them have colours of their own."""
    at, images, own = 13 + 3 * (2 << (content[10] & 7)), 0, 0
    while content[at] != 0x3B:
        at += 2
        if content[at - 2] == 0x2C:
            flags = content[at + 7]
            images, own = images + 1, own + (flags >> 7)
            at += 9 + (3 * (2 << (flags & 7)) if flags >> 7 else 0)
        while content[at]:
            at += content[at] + 1
        at += 1
    return images, own


@pytest.mark.parametrize(("last", "most"), [(0, 60), (1, 60), (59, 60), (60, 60), (200, 60), (9999, 60), (100, 2)])
def test_the_iterations_of_a_film_are_few_and_even_with_the_first_and_the_last(last: int, most: int) -> None:
    found = chosen(last, most)
    assert (found[0], found[-1]) == (0, last)
    assert len(found) == min(most, last + 1)
    steps = [b - a for a, b in pairwise(found)]
    assert not steps or max(steps) - min(steps) <= 1


def test_a_film_has_its_frames_its_time_and_one_set_of_colours() -> None:
    content = film(nine(), train(nine(), 200))
    found = frames(content)
    assert opened(content).size == (480, 536)
    assert [time for _, time in found] == [100] * 59 + [2500]
    assert opened(content).info["loop"] == 0  # without end
    assert tables(content) == (60, 0)
    assert film(nine(), train(nine(), 200)) == content


def test_what_does_not_move_does_not_flicker() -> None:
    """The middle of a point that is classified right from the first to the last iteration."""
    found = [pixels for pixels, _ in frames(film(nine(), train(nine(), 30)))]
    still = np.all([(pixels == found[0]).all(axis=-1) for pixels in found], axis=0)
    assert still[:480].mean() > 0.25
    assert still[480:].mean() > 0.7  # below the plane only the numbers and the bar move
    assert not still.all()


def test_a_film_of_few_frames_is_not_over_at_once() -> None:
    assert [time for _, time in frames(film(nine(), train(nine(), 3)))] == [750, 750, 750, 2500]
    assert len(frames(film(nine(), train(nine(), 0)))) == 1


def test_a_film_has_the_theme_and_how_many_frames_are_wanted() -> None:
    found = frames(film(nine(), train(nine(), 50), "dark", most=7))
    assert len(found) == 7
    ground = [int(DARK.panel[at : at + 2], 16) for at in (1, 3, 5)]
    assert found[0][0][500, 240].tolist() == ground


def test_a_film_of_a_run_that_diverged_ends_there() -> None:
    far = nine(optimizer=SGD(learning_rate=50.0))
    run = train(far, 100)
    assert run.diverged_at is not None
    assert len(frames(film(far, run))) == len(run.W)


@pytest.mark.parametrize("problem", [blobs(64, 8), scattered(100, 4), scattered()], ids=["64", "100", "500"])
def test_a_film_stays_small(problem: Problem) -> None:
    content = film(problem, train(problem, 200))
    assert len(content) <= LARGEST
    assert opened(content).n_frames >= 15


@pytest.mark.parametrize("name", ["one point", "huge", "tiny", "all points in one place", "a hundred classes"])
def test_hard_runs_have_films_too(name: str) -> None:
    assert frames(film(PROBLEMS[name], train(PROBLEMS[name], 4)))
