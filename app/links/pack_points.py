"""Points as short text, as pack_points.js has them: whole numbers of one scale, in digits of base 64.

Exact: a decimal comes back as the same number.
"""

import re
from typing import Any

from app.schema import LIMITS

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_VALUE = {digit: value for value, digit in enumerate(_DIGITS)}
_SAFE = 2**53 - 1
"""The largest whole number that a double tells from its neighbours."""


def pack(X: list[list[float]], y: list[int]) -> dict[str, Any]:
    """{X: [decimals, lowest, width, text], y: "0120…"}, or both as they are where that would not be exact."""
    texts = [str(x) for row in X for x in row]
    decimals = max(len(text.partition(".")[2]) for text in texts)
    plain = {"X": X, "y": y}
    if decimals > LIMITS.decimals or any("e" in text for text in texts) or len(X[0]) != 2 or max(y) > 9:
        return plain
    whole = [int(front + rest.ljust(decimals, "0")) for front, _, rest in (text.partition(".") for text in texts)]
    lowest, highest = min(whole), max(whole)
    if max(abs(lowest), abs(highest), highest - lowest) > _SAFE:
        return plain
    width = _width(highest - lowest)
    text = "".join(_digits(n - lowest, width) for n in whole)
    return {"X": [decimals, lowest, width, text], "y": "".join(map(str, y))}


def unpack(X: Any, y: Any) -> tuple[Any, Any]:
    """The same back; what is no such text comes back as it is, to be judged with the rest."""
    if not _is_packed(X) or not isinstance(y, str) or not re.fullmatch("[0-9]+", y):
        return X, y
    decimals, lowest, width, text = int(X[0]), int(X[1]), int(X[2]), X[3]
    flat = [_number(text[at : at + width]) + lowest for at in range(0, len(text), width)]
    if any(abs(n) > _SAFE for n in flat):
        return X, y
    numbers = [float(f"{n}e-{decimals}") for n in flat]
    return [numbers[at : at + 2] for at in range(0, len(numbers), 2)], [int(k) for k in y]


def _is_packed(X: Any) -> bool:
    if not isinstance(X, list) or len(X) < 4:
        return False
    decimals, lowest, width, text = X[:4]
    whole = _is_whole(decimals, 0, LIMITS.decimals) and _is_whole(lowest, -_SAFE, _SAFE) and _is_whole(width, 1, 9)
    return whole and isinstance(text, str) and re.fullmatch("[A-Za-z0-9_-]+", text) is not None


def _is_whole(value: Any, low: int, high: int) -> bool:
    return type(value) in (int, float) and low <= value <= high and value == int(value)


def _width(n: int) -> int:
    return 1 if n < 64 else 1 + _width(n // 64)


def _digits(n: int, width: int) -> str:
    return (_digits(n // 64, width - 1) if width > 1 else "") + _DIGITS[n % 64]


def _number(text: str) -> int:
    total = 0
    for digit in text:
        total = 64 * total + _VALUE[digit]
    return total
