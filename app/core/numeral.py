"""How the core writes a number inside a formula. The page's own tables format theirs with fixed digits."""

from collections.abc import Iterable
from itertools import islice

MINUS = "\N{MINUS SIGN}"


def numeral(x: float) -> str:
    """At most two decimals, none for whole numbers, an exponent for the very large or small; a real minus sign."""
    x = float(x)  # a 0-dimensional array too
    if x == round(x) and abs(x) < 1e5:
        text = f"{x:.0f}"
    elif 0.005 <= abs(x) < 1e5:
        text = f"{x:.2f}"
    else:
        text = f"{x:.1e}"
    return "0" if text == "-0" else text.replace("-", MINUS)


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
