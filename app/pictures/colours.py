"""Images with few colours, for small files."""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from PIL import Image

from app.core.types import Ints
from app.pictures.marks import Mark, Picture

ALL = 256
OWN = 64  # colours of its own that a picture may have
NEAR = 8  # Pillow looks for the nearest colour in steps of a few levels: what is as near as this it may mix up

Colour = tuple[int, int, int]


@lru_cache(maxsize=256)
def rgb(text: str) -> Colour:
    red, green, blue = (int(text[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def palette_of(image: Image.Image, pictures: Iterable[Picture], most: int = ALL) -> Image.Image:
    """256 colours for an image, or fewer: those of the pictures' marks, so that no ground shows bands, and mixtures.

    Every second pixel each way is asked.
    """
    chosen = np.empty((0, 3), dtype=int)
    for colour in _own(pictures):
        chosen = _with(chosen, np.array([rgb(colour)]))
    half = image.resize((max(1, image.width // 2), max(1, image.height // 2)), Image.Resampling.NEAREST)
    chosen = _with(chosen, _frequent(half)[: ALL // 2])
    mixed = half.quantize(ALL, Image.Quantize.FASTOCTREE).getpalette() or []
    chosen = _with(chosen, np.array(mixed, dtype=int).reshape(-1, 3))[:most]
    palette = Image.new("P", (1, 1))
    palette.putpalette(chosen.astype(np.uint8).tobytes())
    return palette


def _with(chosen: Ints, more: Ints) -> Ints:
    """Colours, and those of the others that are not near one of them."""
    apart = (np.abs(more[:, None] - chosen).max(axis=-1) >= NEAR).all(axis=-1)
    return np.concatenate([chosen, more[apart]])


def _frequent(image: Image.Image) -> Ints:
    """Colours, the most frequent first."""
    red, green, blue = np.moveaxis(np.asarray(image).astype(np.uint32), -1, 0)
    codes, counts = np.unique(red << 16 | green << 8 | blue, return_counts=True)
    ordered = codes[np.argsort(-counts, kind="stable")]
    return np.stack([ordered >> 16, ordered >> 8 & 255, ordered & 255], axis=1)


def reduced(image: Image.Image, palette: Image.Image) -> Image.Image:
    """The image in the colours of a palette; alike in every frame of a film, so that nothing flickers."""
    return image.quantize(palette=palette, dither=Image.Dither.NONE)


def _own(pictures: Iterable[Picture]) -> list[str]:
    found = dict.fromkeys(colour for picture in pictures for colour in _colours(picture))
    return list(found)[:OWN]


def _colours(picture: Picture) -> Iterable[str]:
    yield picture.ground
    for mark in picture.marks:
        yield from _of_mark(mark)


def _of_mark(mark: Mark) -> list[str]:
    named = (getattr(mark, name, None) for name in ("fill", "edge", "colour"))
    return [colour for colour in named if colour]
