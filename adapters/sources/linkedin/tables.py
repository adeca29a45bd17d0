"""Reads LinkedIn's tables as rows of cells: their encoding, their delimiter, their quoting."""

from __future__ import annotations

import codecs
import csv
import io
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from adapters.sources.linkedin.columns import POST_LINK
from adapters.sources.linkedin.dates import archive_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from adapters.sources.linkedin.columns import Columns

_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DELIMITERS: Final = ",\t;"


def decoded(data: bytes, errors: str = "strict") -> str:
    """Return the text of a table: in UTF-16 where its mark says so, as in 2018, else in UTF-8.

    Raises:
        UnicodeDecodeError: It is in neither of them.
    """
    return data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig", errors)


def table_rows(text: str) -> list[list[str]]:
    r"""Return the rows of a table in which quotes are doubled, or written \", as the table does.

    Blank lines are rows without cells.

    Raises:
        csv.Error: It cannot be read.
    """
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    readings = (text, text.replace('\\"', '""'))
    for reading in readings:
        try:
            return _rows(reading, delimiter, strict=True)
        except csv.Error:
            continue
    # Neither is sound: a quote that is never closed ends where the next row begins.
    if apart := _rows_apart(text, delimiter):
        return apart
    # Of a table that does not tell, the one that tears fewer rows apart is the likelier one.
    return min((_rows(each, delimiter) for each in reversed(readings)), key=_torn)


def _rows_apart(text: str, delimiter: str) -> list[list[str]]:
    """Return the rows of a table, each read by itself; none where no line begins one."""
    lines = text.splitlines(keepends=True)
    begins = [at for at, line in enumerate(lines) if _begins_with_date(line, delimiter)]
    rows: list[list[str]] = []
    for begin, end in pairwise([0, *begins, len(lines)]) if begins else ():
        rows += _rows_of_one("".join(lines[begin:end]), delimiter)
    return rows


def _begins_with_date(line: str, delimiter: str) -> bool:
    date, _, after = line.partition(delimiter)
    is_linked = POST_LINK.search(after.partition(delimiter)[0]) is not None
    return is_linked and archive_date(date.strip('"'), day_first=True) is not None


def _rows_of_one(text: str, delimiter: str) -> list[list[str]]:
    """Return a row, and the lines that go on with it; as they stand where quotes are not sound."""
    for reading in (text, text.replace('\\"', '""')):
        with suppress(csv.Error):
            return _rows(reading, delimiter, strict=True)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE)
    return [*reader]


def _rows(text: str, delimiter: str, *, strict: bool = False) -> list[list[str]]:
    return [*csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)]


def _torn(rows: Sequence[Sequence[str]]) -> int:
    width = len(rows[0]) if rows else 0
    return sum(len(row) > width for row in rows)


def whole_rows(rows: Sequence[Sequence[str]], columns: Columns) -> list[list[str]]:
    """Return the rows with those made one that a text of several lines without quotes tore apart.

    A row that begins with no date goes on with the row before, where the text comes last so far.

    Args:
        rows: The rows below the header, with the blank ones.
        columns: What they hold.
    """
    if columns.date != 0 or (columns.link or 0) > columns.text:
        return [[*row] for row in rows if any(row)]
    is_begun = _begins_row(rows, columns)
    whole: list[list[str]] = []
    lines: list[list[str]] = []  # what each row's text goes on with, put together only once
    blank = 0
    for row in rows:
        if not any(row):
            blank += 1
            continue
        if whole and not is_begun(row) and len(whole[-1]) == columns.text + 1:
            text, *rest = _fitted(row, columns)
            lines[-1] += [""] * blank + [text]
            whole[-1] += rest
        else:
            whole.append([*row])
            lines.append([])
        blank = 0
    for row, more in zip(whole, lines, strict=True):
        if more:
            row[columns.text] = "\n".join([row[columns.text], *more])
    return whole


def _begins_row(rows: Sequence[Sequence[str]], columns: Columns) -> Callable[[Sequence[str]], bool]:
    place = columns.link or 0

    def has_link(row: Sequence[str]) -> bool:
        return len(row) > place and POST_LINK.search(row[place]) is not None

    def has_date(row: Sequence[str]) -> bool:
        return len(row) > 1 and archive_date(row[0], day_first=True) is not None

    linked = [row for row in rows if has_link(row) and row[0].strip()]
    # Where most dates cannot be read, the link alone tells.
    are_dated = sum(map(has_date, linked)) * 2 > len(linked)
    return lambda row: has_date(row) or (has_link(row) and not (are_dated and row[0].strip()))


def _fitted(row: Sequence[str], columns: Columns) -> list[str]:
    """Return a row that goes on with a text, with the commas back in that are part of it."""
    after = columns.width - columns.text - 1
    most = max(1, len(row) - after)
    return [",".join(row[:most]), *row[most:]]


def without_wrapping(texts: Sequence[str]) -> list[str]:
    r"""Return texts without the quotes that stand around the line ends in some archives.

    A table has them around all line ends or none: its writer decided.
    """
    several = [text for text in texts if "\n" in text]
    return [_unwrapped(text) for text in texts] if all(map(_is_wrapped, several)) else [*texts]


def _is_wrapped(text: str) -> bool:
    first, *others = text.split("\n")
    *between, last = others
    return (
        last.startswith('"')
        and first.endswith('"')
        and all(each.startswith('"') and each.endswith('"') for each in between)
    )


def _unwrapped(text: str) -> str:
    first, *others = text.split("\n")
    if not others:
        return text
    *between, last = others
    # A blank line is one quote, or two.
    return "\n".join([first[:-1], *(each[1:-1] for each in between), last[1:]])
