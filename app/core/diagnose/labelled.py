"""The rows of a table without its labels: the heads of its columns, the names of its rows, its blocks of columns."""

from __future__ import annotations

import re

from app.core.diagnose.tokens import Token

Rows = list[list[Token]]

NO_NUMBER = (
    "“{}” is no number; write numbers and brackets alone, as print(dW.tolist()) does in Python, "
    "or mat2str(dW) in MATLAB."
)
_WHOLE = re.compile(r"\d+")


def unlabelled(rows: Rows, starts: set[int]) -> Rows:
    """The numbers alone. A row of names begins a block of further columns, and so do the rows at `starts`.

    Raises TextError at a name that is no label, and where the blocks do not go together.
    """
    blocks = [_without_labels(block, goes_on=at > 0) for at, block in enumerate(_blocks(rows, starts))]
    if not blocks:
        return []
    for block in blocks[1:]:
        if len(block) != len(blocks[0]):
            block[0][0].refuse(
                f"{_counted(len(block))} here under a head of {'its' if len(block) == 1 else 'their'} own, and "
                f"{_counted(len(blocks[0]))} before; paste one matrix, whole."
            )
    return [[token for part in parts for token in part] for parts in zip(*blocks, strict=True)]


def _counted(rows: int) -> str:
    return f"{rows:,} row" + ("" if rows == 1 else "s")


def _blocks(rows: Rows, starts: set[int]) -> list[Rows]:
    blocks: list[Rows] = [[]]
    for at, row in enumerate(rows):
        head = _is_head(row)
        if blocks[-1] and (at in starts or (head and not _is_head(blocks[-1][-1]))):
            blocks.append([])
        if row:
            blocks[-1].append(row)
    return [block for block in blocks if block]


def _is_head(row: list[Token]) -> bool:
    return bool(row) and all(token.is_name for token in row)


def _without_labels(block: Rows, goes_on: bool) -> Rows:
    heads = next((at for at, row in enumerate(block) if not _is_head(row)), len(block))
    body, width = block[heads:], max((len(row) for row in block[:heads]), default=0)
    if not body:
        _refuse_name(block[0][0])
    if not heads and _numbers_columns(body, goes_on):
        width, body = len(body[0]), body[1:]
    named = [row[0].is_name for row in body]
    if any(named) and not all(named):
        _refuse_name(next(row[0] for row in body if row[0].is_name))
    if all(named):
        body = [row[next((k for k, token in enumerate(row) if not token.is_name), len(row)) :] for row in body]
    elif _has_index(body, width):
        body = [row[1:] for row in body]
    for token in (token for row in body for token in row if token.is_name):
        _refuse_name(token)
    return body


def _refuse_name(token: Token) -> None:
    token.refuse(NO_NUMBER.format(token.text.strip('"')[:20]))


def _numbers_columns(rows: Rows, goes_on: bool) -> bool:
    """Whether the first row only counts the columns: as pandas and write.csv have it, over or beside the row names."""
    first, *rest = rows
    counted = first[1:] if first[0].is_name else first
    if not rest or not _counts(counted, goes_on):
        return False
    wide = {len(row) for row in rest}
    if first[0].is_name:  # the name of the index
        return wide == {len(first)} and not any(row[0].is_name for row in rest)
    return wide == {len(first) + 1} or (len(first) > 1 and wide == {len(first)} and all(map(_has_point, rest)))


def _has_index(rows: Rows, width: int) -> bool:
    """Whether the first column only counts the rows, or stands outside a head of `width` columns."""
    if width and all(len(row) == width + 1 for row in rows):
        return True
    counting = _counts([row[0] for row in rows]) and all(len(row) > 1 and _has_point(row[1:]) for row in rows)
    return counting and (len(rows) > 1 or width == len(rows[0]))


def _counts(row: list[Token], goes_on: bool = False) -> bool:
    """0, 1, 2, … or 1, 2, 3, …, without a decimal point; what goes on may begin anywhere."""
    if not row or not all(_WHOLE.fullmatch(token.text) and len(token.text) < 7 for token in row):
        return False
    first = int(row[0].text)
    return (goes_on or first <= 1) and all(int(token.text) == first + at for at, token in enumerate(row))


def _has_point(row: list[Token]) -> bool:
    return any("." in token.text for token in row if not token.is_name)
