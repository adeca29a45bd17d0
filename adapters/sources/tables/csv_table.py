"""Reads posts from tables: CSV, and its kin with semicolons, tabs or bars."""

from __future__ import annotations

import csv
import re
from contextlib import suppress
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from adapters.sources.bytes.reader import LONGEST_LINE
from adapters.sources.tables.first_row import is_data, known_heads
from adapters.sources.tables.reading import HEADS_WITHIN, Table, distinct
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from adapters.sources.bytes.reader import Lines
    from adapters.sources.tables.columns.cells import Row
    from adapters.sources.tables.post_rows import Numbered


_DELIMITERS: Final = (",", ";", "\t", "|")
# Excel's own first line tells the delimiter.
_ANNOUNCED: Final = re.compile(r'\s*"?sep=([,;|\t]?)"?\s*', re.IGNORECASE)

MOST_ROWS: Final = 80_000
"""So many filled rows a table may have, or one in so many bytes as follow: real ones have 30."""
BYTES_A_ROW: Final = 12
CsvRow = tuple[int, list[str] | PostFormatError]
"""The line a row begins on, with its cells or what is wrong with it."""


def announces_delimiter(line: str) -> bool:
    """Return whether a first line is the one in which Excel tells the delimiter."""
    return _ANNOUNCED.fullmatch(line) is not None


def header_of(first_line: str) -> tuple[str, list[str]]:
    """Return the likeliest delimiter and the columns it makes of a table's first line."""
    splits = [(each, _columns(first_line, each)) for each in _DELIMITERS]
    delimiter, columns = max(splits, key=lambda split: (known_heads(split[1]), len(split[1])))
    return delimiter, [column.lower() for column in columns]


def open_table(lines: Lines, again: Callable[[], Lines] | None) -> Table:
    """Return a table whose first row names the columns, or where that holds data, numbers do.

    Args:
        lines: Its lines.
        again: Gives them once more; None where that cannot be.

    Raises:
        PostFormatError: Its first line cannot be read.
    """
    above = _lines_above(again()) if again else []
    for _ in above:
        next(lines)
    delimiter, columns = _begun(lines)
    if [column.lower() for column in columns].count("text") > 1:
        raise PostFormatError(lines.file, "two_text_columns", lines.number)
    below = _rows_below(again(), len(above), delimiter) if again else []
    is_headed = not is_data(columns, below)
    heads = distinct(columns) if is_headed else [str(at + 1) for at in range(len(columns))]
    first = [] if is_headed else [(lines.number, columns)]

    def read(lines: Lines) -> Iterator[Numbered]:
        return _numbered(heads, chain(first, table_rows(lines, delimiter)), lines.file)

    def read_again(again: Callable[[], Lines]) -> Iterator[Numbered]:
        lines = again()
        for _ in above:
            next(lines)
        _begun(lines)
        return read(lines)

    number = lines.number
    return Table(
        read(lines),
        again and partial(read_again, again),
        heads,
        is_headed=is_headed,
        line=number,
        above=sum(above),
    )


def _lines_above(lines: Lines) -> list[bool]:
    """Return of each line above the heads whether it is filled; none where that is not sure.

    A title stands alone in its line, and below it come heads that are known, in several columns.
    """
    above: list[bool] = []
    with suppress(PostFormatError):
        for line in islice(lines, HEADS_WITHIN):
            _, columns = header_of(line)
            filled = sum(map(bool, columns))
            if filled > 1:
                return above if sum(known_heads(columns)) else []
            if sum(known_heads(columns)) or _ANNOUNCED.fullmatch(line):
                return []
            above.append(filled > 0)
    return []


def _rows_below(lines: Lines, above: int, delimiter: str) -> list[list[str]]:
    """Return some filled rows below the first one."""
    with suppress(PostFormatError):
        for _ in range(above):
            next(lines)
        _begun(lines)
    rows = islice(table_rows(lines, delimiter), HEADS_WITHIN)
    return [[cell.strip() for cell in row] for _, row in rows if isinstance(row, list) and any(row)]


def _begun(lines: Lines) -> tuple[str, list[str]]:
    """Return the delimiter, and the cells of the first row that does not announce it."""
    filled = (line for line in lines if not line.isspace())
    first_line = next(filled, "")
    announced = _ANNOUNCED.fullmatch(first_line)
    if announced:
        first_line = next(filled, "")
    delimiter = (announced and announced[1]) or header_of(first_line)[0]
    try:
        # A head may go on in the next line.
        row = next(csv.reader(chain([first_line], lines), delimiter=delimiter, strict=True), [])
    except csv.Error:
        row = []
    return delimiter, [cell.strip() for cell in row]


def _columns(line: str, delimiter: str) -> list[str]:
    try:
        cells = next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []
    return [cell.strip() for cell in cells]


def _numbered(heads: Sequence[str], rows: Iterable[CsvRow], file: str) -> Iterator[Numbered]:
    width, says_who = len(heads), any(head.lower() == "audience" for head in heads)
    for number, row in rows:
        if isinstance(row, PostFormatError):
            yield number, row
        elif len(row) > width and any(row[width:]):
            yield number, PostFormatError(file, "wide_row", number, cells=len(row), width=width)
        elif any(row):
            yield (
                number,
                _of_audience(heads, row) if says_who else dict(zip(heads, row, strict=False)),
            )


def _of_audience(heads: Sequence[str], row: Sequence[str]) -> Row:
    """Return the cells of a row by their heads, without an audience that is left blank."""
    cells = zip(heads, row, strict=False)
    return {head: cell for head, cell in cells if head.lower() != "audience" or cell.strip()}


def table_rows(lines: Lines, delimiter: str) -> Iterator[CsvRow]:
    """Yield the rows of a table from the next line on."""
    # The limit is the process's, and its default would refuse a post of 128 KB.
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))
    # A quote out of place is refused: guessing would change somebody's words.
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    filled = 0
    while True:
        first = lines.number + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except PostFormatError as error:
            yield first, error
        except csv.Error as error:
            yield first, _refusal(str(error), lines.file, first)
        else:
            filled += bool(row)
            if filled > MOST_ROWS and filled * BYTES_A_ROW > lines.position:
                yield first, PostFormatError(lines.file, "too_many_rows", first, most=MOST_ROWS)
                return
            yield first, row


def _refusal(reason: str, file: str, line: int) -> PostFormatError:
    if "unexpected end" in reason or "field limit" in reason:
        return PostFormatError(file, "open_quote", line)
    return PostFormatError(file, "broken_row", line, reason=reason)
