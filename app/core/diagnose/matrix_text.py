"""Numbers as people paste them: a NumPy or PyTorch print, a Python or JSON list, MATLAB brackets, CSV or TSV.

It reads numbers and brackets, and never evaluates anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn

LONGEST = 100_000  # characters of a text
MAGNITUDE = 1e15  # of a number

# Every alternative begins in its own way and repeats possessively: linear time, whatever the text.
_TOKEN = re.compile(
    r"(?P<number>[-+\N{MINUS SIGN}]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][-+\N{MINUS SIGN}]?\d++)?)"
    r"|(?P<name>[-+]?[A-Za-z_][\w.]*+)|(?P<more>\.\.\.)|(?P<newline>\r\n|\r|\n)|(?P<space>[ \t\f\v\u00a0]++)"
    r"|(?P<mark>[][(){},;=*:'\"<>])|(?P<comment>[#%][^\r\n]*+)",
    re.ASCII,
)
_SKIPPED = {"array", "np.array", "numpy.array", "matrix", "np.matrix", "tensor", "torch.tensor", "asarray", "jnp.array"}
_OPTIONS = {"dtype", "device", "grad_fn", "requires_grad", "shape"}
_NO_NUMBER = re.compile(r"[-+]?(nan|inf|infinity)", re.IGNORECASE)
_OPEN, _CLOSE = {"[": "]", "(": ")", "{": "}"}, "])}"


class TextError(ValueError):
    """What is wrong with a text and where: `line` and `column` count from 1."""

    def __init__(self, says: str, line: int, column: int) -> None:
        super().__init__(f"Line {line}, column {column}: {says}")


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    line: int
    column: int


@dataclass(slots=True)
class _Reader:
    """Collects numbers into rows; a row ends with its bracket, and outside nested brackets with `;` or a line."""

    rows: list[list[Token]] = field(default_factory=lambda: [[]])
    open: list[Token] = field(default_factory=list)
    nested: bool = False
    scale: str = ""

    def end_row(self) -> None:
        if self.rows[-1]:
            self.rows.append([])


def numbers(text: str, vector: bool = False) -> tuple[list[list[str]], str]:
    """The rows of a text, each number as it is written (with `.`, `-` and `e`), and MATLAB's common factor or "".

    A `vector` is one row, on however many lines. Raises TextError.
    """
    if len(text) > LONGEST:
        raise TextError(f"The text goes on past {LONGEST:,} characters; paste fewer numbers.", 1, LONGEST)
    tokens = [token for token in _tokens(_with_points(text)) if token.kind not in ("space", "comment")]
    reader, at = _Reader(), 0
    while at < len(tokens):
        at = _take(reader, tokens, at)
    if reader.open:
        last = reader.open[-1]
        raise TextError(f"This “{last.text}” is never closed.", last.line, last.column)
    rows = [row for row in reader.rows if row]
    if not rows:
        raise TextError("There is no number here; paste the rows of the matrix.", 1, 1)
    if vector:
        rows = [[token for row in rows for token in row]]
    for r, row in enumerate(rows):
        if len(row) != len(rows[0]):
            says = f"Row {r + 1} has {counted(len(row))}, row 1 has {len(rows[0])}; make all rows equally long."
            raise TextError(says, row[-1].line, row[-1].column)
    return [[token.text for token in row] for row in rows], reader.scale


def counted(count: int) -> str:
    return f"{count:,} number" + ("" if count == 1 else "s")


def _with_points(text: str) -> str:
    """Rows whose cells are parted by semicolons or tabs may have decimal commas; commas are points then."""
    if not re.search(r"[][(){}]", text) and re.search(r"\d,\d", text):
        lines = [line for line in re.split(r"[\r\n]+", text) if line.strip()]
        for parting in (";", "\t"):
            if all(parting in line for line in lines) and "." not in text:
                return text.replace(",", ".").replace(";", " ")
    return text


def _tokens(text: str) -> Iterator[Token]:
    at, line, start = 0, 1, 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if not found:
            raise TextError("This character belongs to no number and no bracket; remove it.", line, at - start + 1)
        kind = found.lastgroup or ""
        yield Token(kind, found.group().replace("\N{MINUS SIGN}", "-"), line, at - start + 1)
        at = found.end()
        if kind == "newline":
            line, start = line + 1, at


def _take(reader: _Reader, tokens: list[Token], at: int) -> int:
    """Reads the token at `at`; returns where to go on."""
    token = tokens[at]
    if token.kind == "number":
        return _number(reader, tokens, at)
    if token.kind == "name":
        return _name(reader, tokens, at)
    if token.kind == "more":
        return _more(reader, tokens, at)
    if token.kind == "newline" or token.text == ";":
        if not reader.nested:
            reader.end_row()
    elif token.text in _OPEN:
        _opened(reader, token)
    elif token.text in _CLOSE:
        _closed(reader, token)
    elif token.text != ",":
        _refuse(token, f"“{token.text}” has no place here; write numbers and brackets alone.")
    return at + 1


def _number(reader: _Reader, tokens: list[Token], at: int) -> int:
    token, after = tokens[at], tokens[at + 1 : at + 2]
    if after and after[0].text == "*" and not any(reader.rows) and not reader.scale:
        reader.scale = token.text  # MATLAB prints a common factor first: 1.0e-03 *
        return at + 2
    if after and after[0].kind in ("number", "name") and _touches(token, after[0]) and after[0].text[0] not in "+-":
        _refuse(after[0], "This is no number; is a space or a comma missing?")
    if not abs(float(token.text)) <= MAGNITUDE:
        _refuse(token, f"This number is larger than {MAGNITUDE:g}; a gradient like that has no meaning.")
    reader.rows[-1].append(token)
    return at + 1


def _touches(one: Token, other: Token) -> bool:
    return one.line == other.line and one.column + len(one.text) == other.column


def _name(reader: _Reader, tokens: list[Token], at: int) -> int:
    token, after = tokens[at], tokens[at + 1 : at + 2]
    if _NO_NUMBER.fullmatch(token.text):
        _refuse(token, f"{token.text} is not a finite number; find out where it comes from first.")
    if after and after[0].text == "=" and token.text in _OPTIONS:
        end = at + 2
        while end < len(tokens) and tokens[end].text not in (",", ")") and tokens[end].kind != "newline":
            end += 1
        return end
    if after and after[0].text in ("=", ":") and not any(reader.rows):
        return at + 2  # dW = …
    if token.text in _SKIPPED:
        return at + 1
    _refuse(token, f"“{token.text[:20]}” is no number; write numbers and brackets alone.")


def _more(reader: _Reader, tokens: list[Token], at: int) -> int:
    """`...` at the end of a line goes on with the row on the next one, as in MATLAB; NumPy's stands for numbers."""
    token, around = tokens[at], (*tokens[at - 1 : at], *tokens[at + 1 : at + 2])
    if reader.nested or len(around) < 2 or around[1].kind != "newline" or around[0].kind == "newline":
        _refuse(token, "NumPy has left numbers out; print all of them after np.set_printoptions(threshold=np.inf).")
    return at + 2


def _opened(reader: _Reader, token: Token) -> None:
    square = [each for each in reader.open if each.text != "("]
    if len(square) > 1 and token.text != "(":
        _refuse(token, "The brackets are nested three deep; a matrix has rows of numbers alone.")
    if square and token.text != "(":
        if any(reader.rows) and not reader.nested:
            _refuse(token, "A row in brackets follows numbers that have none.")
        reader.nested = True
    elif not square and reader.open and any(each.text == "(" for each in reader.open) and token.text == "(":
        reader.nested = True
    reader.open.append(token)
    reader.end_row()


def _closed(reader: _Reader, token: Token) -> None:
    if not reader.open or _OPEN[reader.open[-1].text] != token.text:
        _refuse(token, f"This “{token.text}” closes nothing that is open.")
    reader.open.pop()
    reader.end_row()


def _refuse(token: Token, says: str) -> NoReturn:
    raise TextError(says, token.line, token.column)
