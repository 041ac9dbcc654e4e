r"""What libraries print around their numbers is taken away: `np.float64(…)`, `Parameter containing:`, `2×3 Matrix{…}:`.

A character is overwritten by a space and never removed, so that lines and columns stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

BLOCK: Final = "\x1d"  # here begin further columns of the same rows

_MINUS = "\u2212\u2010\u2011\u2012\u2013\ufe63\uff0d"
_BLANK = "\ufeff\u200b\u200c\u200d\u2060\u00a0\u2007\u2009\u202f\u3000|" + "".join(map(chr, range(0x2500, 0x2580)))
_CHARACTERS = str.maketrans(
    dict.fromkeys(_MINUS, "-") | dict.fromkeys(_BLANK, " ") | {"\u2028": "\n", "\uff0c": ",", BLOCK: " "}
)

_N = r"[-+]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][-+]?\d++)?"
_VALUE = r"(?:<[^<>]*+>|\w*\([^()]*+\)|\[[^][]*+\]|'[^'\r\n]*+'|\"[^\"\r\n]*+\"|[^][,()<>\r\n]*+(?:\(0x\w++\))?)"
_OPTION = (
    "dtype|device|grad_fn|requires_grad|shape|size|weak_type|mask|fill_value|strides|layout|const ndim|eltype|"
    "named_shape|sharding|name|trainable|path"
)
_SCALAR = (
    r"(?:[A-Za-z_]\w*\.){0,3}(?:float|int|uint|bfloat|longdouble|half|single|double|tensor|Tensor|array|Array|DeviceArray|"
    r"asarray|Decimal|mpf)\d*_?"
)
_WORD = r"[A-Za-z_\u2202\u2207](?:[\w.\u2202\u2207/'\"-]|\([^()\r\n]*+\)|\[\d+\])*+"
_PROMPT = r"^[ \t]*+(?:>>>|>>|>|julia>|octave:\d+>|In \[\d+\]:)(?=[ \t\r\n]|$)"
_BLOCK_HEAD = re.compile(
    r"^[ \t]*+(?:(?:columns?|\u5217|\uc5f4)[ \t]++\d++"
    r"(?:[ \t]*+(?:through|to|and|[-~\uff5e\u81f3]|\u304b\u3089)[ \t]*+\d++)?[ \t]*+:?|(?:\[,\d++\][ \t]*+)++)[ \t]*+$",
    re.MULTILINE | re.IGNORECASE,
)
_WRAPPED = re.compile(r"(?<!\\)\\[ \t]*+(?=[\r\n])")  # pandas goes on with further columns
_EMPTY_LINE = re.compile(r"(?<=[\r\n])[ \t]*+(?=[\r\n])")

# Each is overwritten where it is found, but for its group `keep`; the order matters.
_AROUND = [
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"{_PROMPT}(?![^\r\n]*[\[({{]\s*+[-\[({{\d])[^\r\n]*+",  # >>> dW
        _PROMPT,  # >>> [[0.1, 0.2]]
        r"^[ \t]*+Out\[\d+\]:",
        r"//[^\r\n]*+",
        r"^[ \t]*+(?:Name: [^,\r\n]*+, )?(?:Length: \d++, )?dtype: \w++[ \t]*+$",
        r"\[\d++ rows x \d++ columns\]|\[torch\.\w*+ of size [^]\r\n]*+\]|<NDArray [^>\r\n]*+>",
        r"^[ \t]*+shape: \([^()\r\n]*+\)[ \t]*+$",
        r"^[ \t]*+\d++(?:[\u00d7x]\d++)++[ \t]++[A-Za-z][^\r\n]*+$|^[ \t]*+\d++-element [^\r\n]*+$",
        r"<[A-Za-z][\w.]*+[ :][^<>\[\r\n]*?(?:numpy|value)=",  # <tf.Tensor: shape=(2, 3), dtype=float32, numpy=
        rf"(?:,\s*+)?\b(?:{_OPTION})=[ \t]*+{_VALUE}",
        r"(?<=[\d)\]])(?:,\s*+)?>",  # and what closes it
        r"(?<=\()\s*+data=",
        r"\b(?:Float|Int|Float32|Float64|Int\d+)(?:Array\(\d++\))?(?=[ \t]*+\[)|\bArray\(\d++\)(?=[ \t]*+\[)",
        r"^\$\w++[ \t]*+$|^[ \t]*+\[\d++,\]|^[ \t]*+\[\d++\](?=[ \t]++[-+.\d])",  # R: $dW, [1,], [1]
        r"^(?=[^\r\n]*(?:--|==))[ \t:,=+-]++$",  # the rule under a head
        r"`[\d.]*+(?=[\s,}\]]|$)",  # Mathematica's precision
        rf"([\"'])(?P<keep>[ \t]*+{_N}(?:,\d++)?[ \t]*+)\1",
        r"\bcomputed in [\d.e+-]++ ?s(?:ec(?:onds?)?)?\b",
        rf"\b{_SCALAR}\(\s*+(?P<keep>{_N})\s*+,?\s*+\)",
        rf"(?<![\w.])(?P<keep>{_N})[fFlL](?!\w)",
        rf"^[ \t]*+(?:[\"']?{_WORD}(?: {_WORD})*+(?: \d++)?[\"']?[ \t]*+[:=]>?(?![:=])|\d++:(?=[ \t]))",  # loss: 9.02
    )
]
_LATEX = re.compile(r"\\(?:begin|end)\{\w++\*?\}(?:\{[\w ]*+\})?|\\(?:left|right)[.()\[\]]|\\hline|\\[,;!]|\$")
_KEYED = re.compile(rf"\s*+\{{\s*+[\"']?{_WORD}\s*+:(?=.*\}}\s*+\Z)", re.DOTALL)  # {"dW": [[…]]}
_REWRITTEN: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
    (re.compile(rf"(?<![\w.])({_N})[fFdD]([-+]?\d++)\b"), lambda m: f"{m[1]}e{m[2]}"),  # 1.5f-3
    (re.compile(rf"(?<![\w.])({_N})\*\^([-+]?\d++)"), lambda m: f"{m[1]}e{m[2]} "),  # 1.5*^-3
    (re.compile(r"\\\\"), lambda m: "; "),  # LaTeX ends a row
    (re.compile(r"&"), lambda m: ","),
]


def bare(text: str) -> str:
    """The text with nothing but numbers, brackets, labels and marks; as long as it was, but for marked empty lines."""
    text = text.translate(_CHARACTERS)
    if _WRAPPED.search(text):
        text = _EMPTY_LINE.sub(BLOCK, _WRAPPED.sub(" ", text))
    text = _BLOCK_HEAD.sub(lambda m: BLOCK + " " * (len(m[0]) - 1), text)
    if "\\begin" in text:
        text = _LATEX.sub(_blanked, text)
    if keyed := _KEYED.match(text):
        last = text.rindex("}")
        text = _blanked(keyed) + text[keyed.end() : last] + " " + text[last + 1 :]
    for pattern, write in _REWRITTEN:
        text = pattern.sub(write, text)
    for pattern in _AROUND:
        text = pattern.sub(_blanked, text)
    return text


def _blanked(found: re.Match[str]) -> str:
    """Spaces for all but the group `keep`; lines stay lines."""
    spaces = re.sub(r"[^\r\n]", " ", found[0])
    if "keep" not in found.re.groupindex:
        return spaces
    start, end = (at - found.start() for at in found.span("keep"))
    return spaces[:start] + found["keep"] + spaces[end:]
