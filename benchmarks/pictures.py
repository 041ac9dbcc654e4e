"""`python -m benchmarks.pictures`: how long the pictures of a moment and of a run take, and how large they are.

Cold is the first picture of a fresh process, whose fonts are not read yet; importing is not counted.
"""

import multiprocessing
import os
import sys
import time

import numpy as np

from app.core.datasets import generate
from app.core.datasets.blobs import Blobs
from app.core.datasets.nine_points import NinePoints
from app.core.fast.train import train
from app.core.problem import Problem
from app.pictures import card, film, png, svg

ROUNDS = 9
COLD, CARD = 0.150, 150 * 1024  # seconds, bytes
FILM = 3_000_000  # bytes


def problems() -> dict[str, Problem]:
    rng = np.random.default_rng(0)
    worst = Problem(rng.normal(size=(500, 2)), rng.integers(0, 8, 500), rng.normal(size=(2, 8)), rng.normal(size=8))
    blobs = {f"{n} points, 3 classes": Problem(*generate(Blobs(n=n, classes=3), 0)) for n in (60, 200)}
    eight = {"500 points, 8 classes": Problem(*generate(Blobs(n=500, classes=8), 0))}
    return {"nine points": Problem(*generate(NinePoints(), 0))} | blobs | eight | {"500 points in disorder": worst}


def once(name: str) -> float:
    """Seconds that the card of that problem takes here and now."""
    problem = problems()[name]
    begun = time.perf_counter()
    png(card(problem, 12, "mask", "Why is it minus the count?"))
    return time.perf_counter() - begun


def cold(name: str) -> float:
    """The same as the first thing that a process draws; the best of five processes."""
    context = multiprocessing.get_context("spawn")
    seconds = []
    for _ in range(5):
        with context.Pool(1) as pool:
            seconds.append(pool.apply(once, (name,)))
    return min(seconds)


def cards() -> bool:
    print(f"{'card':<26}{'cold':>8}{'warm':>8}{'PNG':>9}{'SVG':>9}   at most {COLD * 1e3:.0f} ms cold, {CARD >> 10} KB")
    met = True
    for name, problem in problems().items():
        first, warm = cold(name), sorted(once(name) for _ in range(ROUNDS))[ROUNDS // 2]
        picture = card(problem, 12, "mask", "Why is it minus the count?")
        size, text = len(png(picture)), len(svg(picture).encode())
        good = first <= COLD and size <= CARD
        met = met and good
        sizes = f"{size / 1024:6.0f} KB{text / 1024:6.0f} KB"
        print(f"{name:<26}{first * 1e3:5.0f} ms{warm * 1e3:5.0f} ms{sizes}   {said(good)}")
    return met


def films() -> bool:
    print(f"\n{'film of 200 iterations':<26}{'time':>8}{'GIF':>9}   at most {FILM / 1e6:.0f} MB")
    met = True
    for name, problem in problems().items():
        run = train(problem, 200)
        begun = time.perf_counter()
        size = len(film(problem, run))
        seconds = time.perf_counter() - begun
        met = met and size <= FILM
        print(f"{name:<26}{seconds:6.2f} s{size / 1024:6.0f} KB   {said(size <= FILM)}")
    return met


def said(good: bool) -> str:
    return "pass" if good else "MISS"


if __name__ == "__main__":
    print(f"Load before the start: {os.getloadavg()[0]:.2f} (above 0.5 others take part: measure again).")
    results = [cards(), films()]
    sys.exit(0 if all(results) else 1)
