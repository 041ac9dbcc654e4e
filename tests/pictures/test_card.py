"""The card of a moment: its size, its bytes, its words and its colours, for everything that can be drawn."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image, ImageChops

from app.core import plane
from app.core.losses import LOSSES
from app.core.optimizers import OPTIMIZERS
from app.core.problem import Problem
from app.core.tape.trace import trace
from app.pictures import PALETTES, Theme, card, described, png, svg
from app.pictures.card import LEFT, RIGHT, SECOND
from app.pictures.letters import legible, width
from app.pictures.marks import Word
from app.pictures.places import short
from app.pictures.png import drawn
from tests.pictures.moments import PROBLEMS, blobs, diverged, nine, two_classes

SVG = "{http://www.w3.org/2000/svg}"
every_problem = pytest.mark.parametrize("problem", PROBLEMS.values(), ids=PROBLEMS)
TITLES = (
    "<script>alert(1)</script>", "]]>", "&amp;&", "\"'><svg onload=alert(1)>", "a\x00b\x1b[0m", "\ud800", "\uffff",
    "‮evil‬", "漢字のタイトル", "❤️ and 👩‍🔬", "ملخص", "e\u0301" * 50, "W" * 5000, " \n\t ", "i" * 81,
)  # fmt: skip


def words(problem: Problem, title: str = "", theme: Theme = "light") -> list[str]:
    return [mark.text for mark in card(problem, 3, "mask", title, theme).marks if isinstance(mark, Word)]


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@every_problem
@pytest.mark.parametrize("theme", PALETTES)
def test_a_card_is_a_small_png_of_the_right_size_and_always_the_same(problem: Problem, theme: Theme) -> None:
    first, second = (png(card(problem, 3, "mask", "A title", theme)) for _ in range(2))
    assert first == second
    assert len(first) <= 150 * 1024
    assert (opened(first).format, opened(first).size) == ("PNG", (1200, 630))


@every_problem
def test_a_card_is_well_formed_svg_that_says_what_it_shows(problem: Problem) -> None:
    root = ElementTree.fromstring(svg(card(problem, 3, "mask", "A title")))
    assert (root.tag, root.get("viewBox")) == (f"{SVG}svg", "0 0 1200 630")
    assert root.findtext(f"{SVG}title") == described(problem, 3, "mask", "A title")
    written = [part for node in root.iter() for part in (*node.attrib.values(), node.text or "")]
    assert not {"nan", "inf", "None", "−inf"} & set(" ".join(written).split())


@pytest.mark.parametrize("title", TITLES, ids=range(len(TITLES)))
def test_a_hostile_title_is_only_text(title: str) -> None:
    picture = card(nine(), title=title)
    root = ElementTree.fromstring(svg(picture))
    assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
        "svg", "title", "rect", "polygon", "line", "circle", "path", "text",
    }  # fmt: skip
    assert not [name for node in root.iter() for name in node.attrib if name.startswith("on")]
    assert opened(png(picture)).size == (1200, 630)


@pytest.mark.parametrize("title", ["漢字のタイトル", "❤️ and 👩‍🔬", "ملخص", "a̐b"])
def test_a_title_with_letters_that_the_font_lacks_gives_way_to_a_plain_one(title: str) -> None:
    assert words(nine(), title) == words(nine())
    assert "Weston–Watkins loss" in words(nine())


def test_a_title_has_at_most_three_lines_and_an_ellipsis() -> None:
    shown = words(nine(), "Hinge loss and its many subgradients at the kink, lecture seven of the spring, part two")
    at = shown.index("Hinge loss and its")
    assert shown[at + 2].endswith("…")
    assert shown[at + 3] == "Weston–Watkins loss"


def test_a_card_states_the_numbers_of_its_moment() -> None:
    shown = words(nine(), "Why minus the count?")
    for text in ("Hingelab", "Iteration 3, step “mask”", "6.267", "22 %", "data 2.767", "penalty 3.500"):
        assert text in shown
    assert "9 points in 3 classes, SGD" in shown


@every_problem
@pytest.mark.parametrize("title", ["", "W" * 80])
def test_no_word_reaches_over_its_border_or_into_the_next_one(problem: Problem, title: str) -> None:
    beside = [
        mark for mark in card(problem, 3, "mask", title).marks if isinstance(mark, Word) and mark.place[0] >= LEFT
    ]
    for word in beside:
        assert word.place[0] + width(word.text, word.size, word.weight) <= RIGHT, word.text
    for word, after in pairwise(beside):
        if word.place[1] == after.place[1]:
            assert word.place[0] + width(word.text, word.size, word.weight) + 4 <= after.place[0], word.text


@pytest.mark.parametrize("number", [99.9994, 999.94, 99999.0, 2.5e9, 8.8e24])
def test_the_longest_numbers_have_room_beside_each_other(number: float) -> None:
    assert width(short(number), 50, "semibold") + 8 + width("loss", 22) + 4 <= SECOND - LEFT
    assert width("100 %", 50, "semibold") + 8 + width("right", 22) <= RIGHT - SECOND


def test_a_run_that_has_diverged_says_so_and_shows_no_number() -> None:
    assert "diverged" in words(diverged())
    assert described(diverged(), 900).endswith("the run has diverged.")


def test_without_a_plane_the_weights_are_shown() -> None:
    shown = words(PROBLEMS["four features"])
    assert {"W", "4×3"} <= set(shown)
    assert "…" not in shown
    assert words(PROBLEMS["forty features"]).count("…") == 2
    assert {"W", "40×8", "x₈", "b"} <= set(words(PROBLEMS["forty features"]))
    assert "x₉" not in words(PROBLEMS["forty features"])


def test_the_state_is_said_in_a_sentence() -> None:
    assert described(nine(), 12, "mask", " Why?\n") == (
        "Why?: Weston–Watkins loss on 9 points in 3 classes, SGD, iteration 12, step “mask”: "
        "the loss is 6.267, 2 of 9 points classified right."
    )
    assert described(PROBLEMS["one point"]).startswith("Weston–Watkins loss on 1 point in 3 classes, SGD, ")


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("problem", [nine(), blobs(64, 8), two_classes(), blobs(200, 3)], ids=["3", "8", "2", "200"])
def test_the_colour_of_a_place_is_that_of_the_class_that_wins_there(problem: Problem, theme: Theme) -> None:
    pixels = np.asarray(drawn(card(problem, theme=theme)))[:, :630]
    x0, x1, y0, y1 = plane.of_run(problem, problem.W[None], problem.b[None])[0]["box"]
    across, up = x0 + (np.arange(630) + 0.5) * (x1 - x0) / 630, y1 - (np.arange(630) + 0.5) * (y1 - y0) / 630
    places = np.stack(np.meshgrid(across, up), axis=-1)
    winners = problem.classify(places @ problem.W + problem.b)
    edge = np.zeros_like(winners, dtype=bool)
    for axis in (0, 1):  # within two pixels of another class's region the two colours meet
        for shift in (-2, -1, 1, 2):
            edge |= winners != np.roll(winners, shift, axis)
    tints = np.array([[int(tint[i : i + 2], 16) for i in (1, 3, 5)] for tint in PALETTES[theme].tints])
    is_tint = (pixels[:, :, None] == tints).all(axis=-1)
    plain = is_tint.any(axis=-1) & ~edge
    assert plain.mean() > 0.3
    assert (is_tint.argmax(axis=-1) == winners)[plain].all()


def test_cards_drawn_at_the_same_time_do_not_disturb_each_other() -> None:
    asked = [PROBLEMS[name] for name in ("nine points", "eight classes", "four features", "diverged")] * 3
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda problem: png(card(problem)), asked))
    assert found == [png(card(problem)) for problem in asked]


def test_every_word_of_ours_can_be_set() -> None:
    """What losses, optimizers and steps are called."""
    titles = {loss.title for loss in LOSSES} | {optimizer.title for optimizer in OPTIMIZERS}
    for loss in LOSSES:
        start = two_classes() if loss.binary else nine()
        titles |= {step.title for step in trace(replace(start, loss=loss())).steps}
    for optimizer in OPTIMIZERS:
        titles |= {step.title for step in trace(nine(optimizer=optimizer())).steps}
    assert [title for title in titles if not legible(title)] == []
    assert len(titles) > 40


@every_problem
@pytest.mark.parametrize("theme", PALETTES)
def test_few_colours_look_like_all_of_them(problem: Problem, theme: Theme) -> None:
    picture = card(problem, theme=theme)
    apart = ImageChops.difference(drawn(picture), opened(png(picture)).convert("RGB"))
    assert np.asarray(apart).mean() < 0.6
    assert np.quantile(np.asarray(apart), 0.999) < 30
