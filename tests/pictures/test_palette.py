"""The colours of pictures are those of the page's own sheets, class by class and theme by theme."""

import re
from pathlib import Path

import pytest

from app.pictures.palette import DARK, LIGHT, Palette, mixed

CSS = Path(__file__).parents[2] / "static" / "shell"
PAIR = re.compile(r"--(\w+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)")


def long(colour: str) -> str:
    return "#" + "".join(2 * digit for digit in colour[1:]) if len(colour) == 4 else colour


def stated(sheet: str) -> dict[str, tuple[str, str]]:
    return {name: (long(light), long(dark)) for name, light, dark in PAIR.findall((CSS / sheet).read_text())}


@pytest.mark.parametrize(("palette", "side"), [(LIGHT, 0), (DARK, 1)])
def test_every_class_has_the_colours_of_the_page(palette: Palette, side: int) -> None:
    sheet = stated("palette.css")
    for k in range(8):
        assert (palette.lines[k], palette.tints[k]) == (sheet[f"k{k}"][side], sheet[f"r{k}"][side])
    assert len(palette.lines) == len(palette.tints) == 8


@pytest.mark.parametrize(("palette", "side"), [(LIGHT, 0), (DARK, 1)])
def test_everything_else_has_the_colours_of_the_page(palette: Palette, side: int) -> None:
    sheet = stated("base.css")
    for name in ("ink", "muted", "line", "bg", "panel", "hot", "cold", "broken"):
        assert getattr(palette, name) == sheet[name][side], name


def test_a_mixed_colour_lies_between_its_two() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
    assert mixed("#102030", "#ffffff", 0.0) == "#102030"
