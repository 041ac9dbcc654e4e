"""Places in per cent of the plane, and its numbers and ticks, as plane/places.js has them."""

from collections.abc import Callable, Sequence
from math import floor, log10

from app.core.numeral import fixed

Place = Sequence[float]


def number(value: float, digits: int = 2) -> str:
    """Two decimals, or as many as wanted, and a true minus sign: `format` of number.js."""
    return fixed(value, digits)


def short(value: float, digits: int = 3) -> str:
    """The same where there is little room: fewer decimals from 100 on."""
    return fixed(value, digits if abs(value) < 100 else 1 if abs(value) < 1000 else 0, fewer=False)


def round2(value: float) -> float:
    return floor(value * 100 + 0.5) / 100  # as JavaScript does it; `round` would differ on ties


def written(value: float) -> str:
    return f"{round2(value):.12g}"


class Percent:
    """Places in per cent of the plane, y down."""

    def __init__(self, box: Place) -> None:
        self.box = box

    def x(self, x: float) -> str:
        return written(100 * (x - self.box[0]) / (self.box[1] - self.box[0]))

    def y(self, y: float) -> str:
        return written(100 * (self.box[3] - y) / (self.box[3] - self.box[2]))

    def point(self, place: Place) -> tuple[str, str]:
        return self.x(place[0]), self.y(place[1])

    def corner(self, place: Place) -> str:
        return ",".join(self.point(place))

    def ends(self, segment: Sequence[Place]) -> tuple[str, ...]:
        return (*self.point(segment[0]), *self.point(segment[1]))


def ticks(span: Place, percent: Callable[[float], str]) -> list[tuple[str, str, bool]]:
    """(place, text, is zero) at round numbers, about five of them."""
    rough = (span[1] - span[0]) / 5
    step, power = next((m, p) for m, p in _steps(floor(log10(rough))) if m * float(f"1e{p}") >= rough * 0.8)
    unit = float(f"1e{power}")
    counts = range(floor(span[0] / (step * unit)) + 1, floor(span[1] / (step * unit)) + 1)
    found = [(percent(n * step * unit), _tick(n * step, power), n == 0) for n in counts]
    fits = all(len(text) <= 6 for _, text, _ in found)
    return [(place, text if fits and 5 <= float(place) <= 94 else "", zero) for place, text, zero in found]


def _steps(power: int) -> list[tuple[int, int]]:
    return [(1, power), (2, power), (5, power), (1, power + 1)]


def _tick(count: int, power: int) -> str:
    """count · 10^power without trailing digits that say nothing."""
    if -3 <= power < 4 or count == 0:
        return f"{count * float(f'1e{power}'):.{max(0, -power)}f}".replace("-", "−") if count else "0"
    digits = str(abs(count)).rstrip("0")
    power += len(str(abs(count))) - 1
    fraction = "." + digits[1:] if digits[1:] else ""
    return f"{'-' if count < 0 else ''}{digits[0]}{fraction}e{power}".replace("-", "−")
