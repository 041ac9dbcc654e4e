"""How the core writes a number inside a formula. The page's own tables format theirs with fixed digits."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import islice
from math import floor, isfinite, log10

MINUS = "\N{MINUS SIGN}"


_HALF_UP = Context(prec=400, rounding=ROUND_HALF_UP)  # as JavaScript rounds; 400 digits hold every double


def fixed(x: float, digits: int = 2, fewer: bool = True) -> str:
    """So many decimals, `fewer` from 100 on, and an exponent from 1e5 on; a real minus sign, never −0.

    What is not zero never looks like it: it has one digit that counts, or below 1e-3 an exponent.
    The same as `format` of static/dom/number.js. Not finite is "–".
    """
    x = float(x)
    if not isfinite(x):
        return "–"
    size = abs(x)
    places = max(0, digits - (floor(log10(size)) - 1 if fewer and size >= 100 else 0))
    text = _exponent(x, digits) if size >= 1e5 else _decimals(x, places)
    if not text.strip("-0."):
        if not size:
            return text.removeprefix("-")
        text = _exponent(x, digits) if size < 1e-3 else _decimals(x, -floor(log10(size)))
    return text.replace("-", MINUS)


def _decimals(x: float, places: int) -> str:
    return f"{Decimal(x).quantize(Decimal(1).scaleb(-places), context=_HALF_UP):f}"


def _exponent(x: float, digits: int) -> str:
    rounded = Context(prec=max(1, digits - 2) + 1, rounding=ROUND_HALF_UP).create_decimal(Decimal(x))
    mantissa, _, power = f"{rounded:.{max(1, digits - 2)}e}".partition("e")
    return f"{mantissa}e{int(power)}"


def numeral(x: float) -> str:
    """At most two decimals, none for whole numbers, an exponent for the very large or small; a real minus sign."""
    x = float(x)  # a 0-dimensional array too
    if x == round(x) and abs(x) < 1e5:
        return f"{x:.0f}".replace("-0", "0").replace("-", MINUS)
    return fixed(x, 2, fewer=False)


def factor(x: float) -> str:
    """A number that stands after an operator: negative ones in brackets."""
    text = numeral(x)
    return f"({text})" if text.startswith(MINUS) else text


def precise(x: float) -> str:
    """Three significant digits, for what is divided by or multiplied with later: 0.0063 must not become 0.01."""
    return _signed(f"{float(x):.3g}")


def bracketed(x: float) -> str:
    """The same after an operator: negative ones in brackets."""
    text = precise(x)
    return f"({text})" if text.startswith(MINUS) else text


def exact(x: float) -> str:
    """A number that somebody has set, with all its digits: 0.999 must not become 1.00."""
    return _signed(f"{float(x):.12g}")


def _signed(text: str) -> str:
    return text.replace("e-0", "e-").replace("e+", "e").replace("-", MINUS)


def sum_of(terms: Iterable[str], most: int = 6) -> str:
    """Terms joined by plus signs; a long sum shows its first few and says that it goes on."""
    shown = list(islice(terms, most + 1))
    return " + ".join(shown[:most]) + (" + …" if len(shown) > most else "") if shown else "0"
