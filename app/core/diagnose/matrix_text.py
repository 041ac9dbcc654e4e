"""Numbers as people paste them: as libraries print them, in brackets, or as a table with or without labels.

It reads numbers and brackets, and never evaluates anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from app.core.diagnose.labelled import NO_NUMBER, unlabelled
from app.core.diagnose.printed import bare
from app.core.diagnose.tokens import TextError, Token, tokens
from app.core.diagnose.unread import LEFT_OUT, looks_like

LONGEST = 100_000  # characters of a text
MAGNITUDE = 1e15  # of a number
DEEPEST = 8  # brackets in brackets: each number of a matrix may have some of its own

# Whose printing is read; the manual and the page name these.
READS = (
    "NumPy", "PyTorch", "JAX", "TensorFlow", "a Python or JSON list", "MATLAB", "Octave", "Julia", "R", "pandas", "CSV",
    "TSV",
)  # fmt: skip

_ARRAYS = {
    "array", "Array", "asarray", "matrix", "Matrix", "tensor", "Tensor", "DeviceArray", "ndarray", "masked_array",
    "Parameter", "Variable", "list", "tuple", "c",
}  # fmt: skip
_NO_NUMBER = re.compile(r"[-+]?(nan|inf|infinity|na|null|none|missing)", re.IGNORECASE)
_OPEN, _CLOSE = {"[": "]", "(": ")", "{": "}"}, "])}"


@dataclass(slots=True)
class _Reader:
    """Collects numbers into rows; a row ends with its bracket, and outside nested brackets with `;` or a line."""

    rows: list[list[Token]] = field(default_factory=lambda: [[]])
    open: list[Token] = field(default_factory=list)
    starts: set[int] = field(default_factory=set)
    brackets: bool = False
    nested: bool = False
    begun: bool = False  # a number has been read
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
    try:
        return _numbers(_with_points(bare(text)), vector)
    except TextError as wrong:
        raise wrong.more(looks_like(text)) from None


def _numbers(text: str, vector: bool) -> tuple[list[list[str]], str]:
    found = [token for token in tokens(text) if token.kind not in ("space", "comment")]
    reader, at = _Reader(), 0
    while at < len(found):
        at = _take(reader, found, at)
    if reader.open:
        reader.open[-1].refuse(f"This “{reader.open[-1].text}” is never closed.")
    rows = _rows(reader)
    if not rows:
        raise TextError("There is no number here; paste the rows of the matrix.", 1, 1)
    if vector:
        rows = [[token for row in rows for token in row]]
    for r, row in enumerate(rows):
        if len(row) != len(rows[0]):
            row[-1].refuse(
                f"Row {r + 1} has {counted(len(row))}, row 1 has {len(rows[0])}; make all rows equally long."
            )
    return [[token.text for token in row] for row in rows], reader.scale


def _rows(reader: _Reader) -> list[list[Token]]:
    if not reader.brackets:
        return unlabelled(reader.rows, reader.starts)
    for row in reader.rows:
        if row and row[0].is_name and not row[-1].is_name:
            row[0].refuse("A label here, and brackets elsewhere; paste either the table or what is in brackets.")
    return [row for row in reader.rows if row and not row[0].is_name]  # a name alone stands before the brackets


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


def _take(reader: _Reader, found: list[Token], at: int) -> int:
    """Reads the token at `at`; returns where to go on."""
    token = found[at]
    if token.kind == "number":
        return _number(reader, found, at)
    if token.is_name:
        return _name(reader, found, at)
    if token.kind == "more":
        return _more(reader, found, at)
    if token.kind == "block":
        reader.end_row()
        reader.starts.add(len(reader.rows) - 1)
    elif token.kind == "newline" or token.text == ";":
        if not reader.nested:
            reader.end_row()
    elif token.text in _OPEN:
        _opened(reader, token)
    elif token.text in _CLOSE:
        _closed(reader, token)
    elif token.text != ",":
        token.refuse(f"“{token.text}” has no place here; write numbers and brackets alone.")
    return at + 1


def _number(reader: _Reader, found: list[Token], at: int) -> int:
    token, after = found[at], found[at + 1 : at + 2]
    if after and after[0].text == "*" and (not reader.begun or float(token.text) == float(reader.scale or 0)):
        reader.scale = token.text  # MATLAB prints a common factor first: 1.0e-03 *
        return at + 2
    if after and after[0].kind in ("number", "name") and _touches(token, after[0]) and after[0].text[0] not in "+-":
        after[0].refuse("This is no number; is a space or a comma missing?")
    if not abs(float(token.text)) <= MAGNITUDE:
        token.refuse(f"This number is larger than {MAGNITUDE:g}; a gradient like that has no meaning.")
    reader.rows[-1].append(token)
    reader.begun = True
    return at + 1


def _touches(one: Token, other: Token) -> bool:
    return one.line == other.line and one.column + len(one.text) == other.column


def _name(reader: _Reader, found: list[Token], at: int) -> int:
    """A label of a table, or a word that stands before a bracket."""
    token, after = found[at], found[at + 1 : at + 2]
    if _NO_NUMBER.fullmatch(token.text):
        token.refuse(f"{token.text} is not a finite number; find out where it comes from first.")
    before_bracket = bool(after) and after[0].text in _OPEN
    if before_bracket and token.text.rpartition(".")[2] in _ARRAYS:
        return at + 1
    if before_bracket or reader.brackets or reader.open or token.text[0] in "+-":
        token.refuse(NO_NUMBER.format(token.text[:20]))
    reader.rows[-1].append(token)
    return at + 1


def _more(reader: _Reader, found: list[Token], at: int) -> int:
    """`...` at the end of a line goes on with the row on the next one, as in MATLAB; NumPy's stands for numbers."""
    token, around = found[at], (*found[at - 1 : at], *found[at + 1 : at + 2])
    if reader.nested or len(around) < 2 or around[1].kind != "newline" or around[0].kind == "newline":
        token.refuse(LEFT_OUT)
    return at + 2


def _opened(reader: _Reader, token: Token) -> None:
    if len(reader.open) == DEEPEST:
        token.refuse(f"The brackets are nested more than {DEEPEST} deep; write rows of numbers.")
    square = [each for each in reader.open if each.text != "("]
    if len(square) > 1 and token.text != "(":
        token.refuse("The brackets are nested three deep; a matrix has rows of numbers alone.")
    if square and token.text != "(":
        if reader.begun and not reader.nested:
            token.refuse("A row in brackets follows numbers that have none.")
        reader.nested = True
    elif not square and reader.open and any(each.text == "(" for each in reader.open) and token.text == "(":
        reader.nested = True
    reader.brackets = True
    reader.open.append(token)
    reader.end_row()


def _closed(reader: _Reader, token: Token) -> None:
    if not reader.open or _OPEN[reader.open[-1].text] != token.text:
        token.refuse(f"This “{token.text}” closes nothing that is open.")
    reader.open.pop()
    reader.end_row()
