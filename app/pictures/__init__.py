"""Pictures drawn without a browser: marks in pixels, written as SVG or PNG. They know the core and no requests.

`svg(card(problem, 12, "mask", "A title"))` is the preview image of a moment, `described` says it in a sentence.
"""

from app.pictures.alone import alone
from app.pictures.card import card
from app.pictures.film import MOST, film
from app.pictures.marks import Picture
from app.pictures.moment import described
from app.pictures.palette import PALETTES, Theme
from app.pictures.png import png
from app.pictures.svg import svg

__all__ = ["MOST", "PALETTES", "Picture", "Theme", "alone", "card", "described", "film", "png", "svg"]
