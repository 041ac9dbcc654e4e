"""A run as an animated GIF: the plane at some of its iterations, over a strip with the numbers."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import numpy as np
from PIL import Image

from app.core.fast.train import Run
from app.core.plane import FITTED, Viewport, of_run
from app.core.problem import Problem
from app.pictures.colours import palette_of, reduced
from app.pictures.marks import Area, Mark, Picture, Word, box
from app.pictures.palette import PALETTES, Palette, Theme
from app.pictures.places import short
from app.pictures.plane import VERY_MANY_VIOLATIONS, plane
from app.pictures.plot_area import PlotArea
from app.pictures.png import drawn

SIDE, STRIP = 480, 56
MOST = 60  # frames
FRAME, LAST = 100, 2500  # milliseconds: a frame at least, the last one
LASTS = 3000  # milliseconds that a film of few frames takes without its last
LARGEST = 3_000_000  # bytes
UNCHANGED = 255  # the colour of what is as in the frame before


def film(problem: Problem, run: Run, theme: Theme = "light", view: Viewport = FITTED, most: int = MOST) -> bytes:
    """The file, 480×536, which begins anew when it ends; `problem` has two features.

    At most `most` iterations, evenly chosen: the first and the last are among them, and the last one stays longer.
    A file of more than 3 MB has every second of them. All frames have the same colours, so that nothing flickers.
    """
    pictures = list(_pictures(problem, run, theme, view, most))
    images = [drawn(picture) for picture in pictures]
    some = [0, len(images) // 2, len(images) - 1]
    palette = palette_of(_stacked([images[k] for k in some]), [pictures[k] for k in some], UNCHANGED)
    frames = [reduced(image, palette) for image in images]
    while len(file := _written(frames, palette)) > LARGEST and len(frames) > 2:
        frames = [*frames[:-1:2], frames[-1]]
    return file


def _written(frames: list[Image.Image], palette: Image.Image) -> bytes:
    colours = bytes(palette.getpalette() or ()).ljust(3 * (UNCHANGED + 1), b"\0")
    times = [max(FRAME, LASTS // len(frames))] * (len(frames) - 1) + [LAST]
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=times, loop=0, disposal=1,
                   palette=colours, transparency=UNCHANGED, optimize=True)  # fmt: skip
    return file.getvalue()


def chosen(last: int, most: int = MOST) -> list[int]:
    """At most `most` of the iterations 0 … last, as evenly as whole numbers allow."""
    return np.unique(np.linspace(0, last, min(most, last + 1)).round().astype(int)).tolist()


def _pictures(problem: Problem, run: Run, theme: Theme, view: Viewport, most: int) -> Iterator[Picture]:
    palette, times = PALETTES[theme], chosen(len(run.W) - 1, most)
    scenes = of_run(problem, run.W[times], run.b[times], view)
    for t, scene in zip(times, scenes, strict=True):
        now = replace(problem, W=run.W[t], b=run.b[t])
        marks = [
            *plane(now, scene, palette, PlotArea(0, 0, SIDE, scene["box"]), VERY_MANY_VIOLATIONS),
            *_strip(run, t, palette),
        ]
        yield Picture(SIDE, SIDE + STRIP, palette.panel, marks)


def _strip(run: Run, t: int, palette: Palette) -> Iterator[Mark]:
    """How far the run is, and its loss there; it covers what the plane left over its border."""
    last = len(run.W) - 1
    yield Area(box(0, SIDE, SIDE, STRIP), palette.panel)
    yield Area(box(0, SIDE, SIDE, 5), palette.line)
    yield Area(box(0, SIDE, SIDE * (t / last if last else 1.0), 5), palette.ink)
    ends = t == last and run.diverged_at is not None
    place = f"diverged at iteration {run.diverged_at:,}" if ends else f"iteration {t:,}"
    colour = palette.broken if ends else palette.muted
    yield Word((14, SIDE + 37), place, 18, colour)
    yield Word((SIDE - 14, SIDE + 37), short(float(run.totals[t])), 22, palette.ink, "semibold", "end")
    yield Word((SIDE - 104, SIDE + 37), "loss", 18, palette.muted, anchor="end")


def _stacked(images: list[Image.Image]) -> Image.Image:
    return Image.fromarray(np.concatenate([np.asarray(image) for image in images]))
