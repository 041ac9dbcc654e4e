"""TeX of our own as MathML. Never for text that someone sent: the converter passes links of any kind through."""

from functools import lru_cache

from latex2mathml.converter import convert
from markupsafe import Markup


@lru_cache(maxsize=1024)
def mathml(tex: str) -> Markup:
    """A `<math>` element, safe in a page because `tex` is a constant of the program."""
    return Markup(convert(tex))
