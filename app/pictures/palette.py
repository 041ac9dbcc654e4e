"""The colours of the page, for pictures that are drawn without it: those of palette.css and base.css, light and dark.

A test compares them with the sheets. It knows no marks.
"""

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]


@dataclass(frozen=True, slots=True)
class Palette:
    """`lines` and `tints`: one colour a class, for its shapes and lines and for its region."""

    ink: str
    muted: str
    line: str
    bg: str
    panel: str
    hot: str
    cold: str
    broken: str
    lines: tuple[str, ...]
    tints: tuple[str, ...]

    def line_of(self, k: int) -> str:
        return self.lines[k % len(self.lines)]

    def tint_of(self, k: int) -> str:
        return self.tints[k % len(self.tints)]


LIGHT = Palette(
    ink="#14161b", muted="#5a6170", line="#e6e4de", bg="#fbfaf7", panel="#ffffff",
    hot="#c2410c", cold="#5b5bd6", broken="#b91c1c",
    lines=("#0072b2", "#d55e00", "#00936b", "#7a3b85", "#b98a34", "#5697d0", "#5b6227", "#222a36"),
    tints=("#e1eef7", "#fbe9dd", "#dff2ea", "#e9deeb", "#f5ead3", "#e3eef8", "#e4e6d5", "#e0e2e6"),
)  # fmt: skip

DARK = Palette(
    ink="#f1f2f5", muted="#a3abb8", line="#272c35", bg="#101216", panel="#181b21",
    hot="#fb923c", cold="#9d9dff", broken="#ff8f85",
    lines=("#3f9ff7", "#f07a45", "#2bd398", "#c27bb8", "#dcae2a", "#93c4d8", "#f6ea3c", "#e5eaf2"),
    tints=("#16263a", "#35221b", "#15302a", "#31263a", "#352f1c", "#263239", "#3a3921", "#34373d"),
)  # fmt: skip

PALETTES: dict[Theme, Palette] = {"light": LIGHT, "dark": DARK}


def mixed(one: str, other: str, share: float) -> str:
    """`share` of the second colour in the first."""
    parts = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + share * (b - a)):02x}" for a, b in parts)
