"""The limits of a problem, a link and a story, each written here and nowhere else."""

from dataclasses import dataclass

from app.core.compare import MOST
from app.core.penalties.knobs import STRENGTH


@dataclass(frozen=True)
class Limits:
    """What the page takes at most, and what a link can hold. The scripts have them from the page's `#start`."""

    points: int = 2000
    classes: int = 8
    """The page has so many colours and shapes; the API takes more."""
    size: float = 1e9
    """The absolute value of any number, in a body of the API too."""
    iterations: int = 1000
    """Of a run on the page; what the API computes is a setting of the server."""
    seed: int = 9999
    """Of what can be typed; a link can hold any up to `size`."""
    strength: float = STRENGTH.max
    """λ of a penalty."""
    variants: int = MOST

    moments: int = 40
    """Of a story."""
    words: int = 300
    """Characters of the text beside a moment."""
    title: int = 80
    """Characters of the title of a short link."""

    link_bytes: int = 1 << 20
    """Of the JSON in a link: a small one can swell to a very large text."""
    link_depth: int = 32
    """Brackets within brackets; a moment needs 6."""
    decimals: int = 12
    """Of points that are packed into a text."""
    cell: int = 999_999
    """The last row and column of a cell that a link points to."""
    id: int = 40
    """Characters of the id of a step."""
    parameter: int = 20
    """Characters of the name of a parameter."""
    said: int = 40
    """Characters of an unknown name that are repeated to the reader."""


LIMITS = Limits()
MAGNITUDE = LIMITS.size
