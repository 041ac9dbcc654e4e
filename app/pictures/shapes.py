"""The shape of each class and of what points somewhere, as paths round (0, 0)."""

import re
from functools import cache
from math import atan2, cos, hypot, pi, sin

from app.pictures.marks import Place

SHAPES = (  # one per class, of about equal weight
    ("circle", "M-6.6 0a6.6 6.6 0 1 0 13.2 0a6.6 6.6 0 1 0-13.2 0z"),
    ("square", "M-5.9-5.9H5.9V5.9H-5.9z"),
    ("triangle", "M0-8.2L7.5 5H-7.5z"),
    ("diamond", "M0-8.3L8.3 0L0 8.3L-8.3 0z"),
    ("inverted triangle", "M0 8.2L7.5-5H-7.5z"),
    ("plus", "M-2.7-7.4H2.7V-2.7H7.4V2.7H2.7V7.4H-2.7V2.7H-7.4V-2.7H-2.7z"),
    ("star", "M0-9L2.5-3.4L8.6-2.8L4-1.3L4 1.3L5.3 7.3L0 4.2L-5.3 7.3L-4 1.3L-8.6-2.8L-2.5-3.4z"),
    ("hexagon", "M0-7.6L6.6-3.8V3.8L0 7.6L-6.6 3.8V-3.8z"),
)
HEAD = "M5 0L-5.5 4.6L-3.5 0L-5.5-4.6z"  # of an arrow that points to the right
CROSS = "M-.7-3.4H.7V-.7H3.4V.7H.7V3.4H-.7V.7H-3.4V-.7H-.7z"  # turned by 45° it lies on a point that is wrong
ARC = 12  # corners that stand for half a circle

_PARTS = re.compile(r"([MLHVa])([^MLHVaz]*)")
_NUMBER = re.compile(r"-?(?:\d*\.\d+|\d+)")


def shape_of(k: int) -> str:
    """The path of class k; more classes than shapes begin again with the first."""
    return SHAPES[k % len(SHAPES)][1]


@cache
def outline(path: str) -> tuple[Place, ...]:
    """The corners of a path of one closed line: `a` is half a circle, all other commands are absolute."""
    corners: list[Place] = []
    for command, rest in _PARTS.findall(path):
        corners += _reached(command, [float(n) for n in _NUMBER.findall(rest)], corners[-1] if corners else (0.0, 0.0))
    return tuple(corners)


def _reached(command: str, numbers: list[float], here: Place) -> list[Place]:
    if command == "H":
        return [(numbers[0], here[1])]
    if command == "V":
        return [(here[0], numbers[0])]
    return _half_circle(here, *numbers[-2:]) if command == "a" else [(numbers[0], numbers[1])]


def _half_circle(start: Place, across: float, down: float) -> list[Place]:
    x, y, radius = start[0] + across / 2, start[1] + down / 2, hypot(across, down) / 2
    first = atan2(start[1] - y, start[0] - x)
    turns = (first - pi * step / ARC for step in range(1, ARC + 1))
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]
