"""Reads posts from tables: CSV, and its kin with semicolons, tabs or bars."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Final

from adapters.sources.byte_reader import LONGEST_LINE
from adapters.sources.rows import COLUMNS, named, to_posts
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.byte_reader import Lines
    from adapters.sources.file_defaults import Labels
    from index.posts import Post


_DELIMITERS: Final = (",", ";", "\t", "|")
# Excel's own first line tells the delimiter.
_ANNOUNCED: Final = re.compile(r'\s*"?sep=([,;|\t]?)"?\s*', re.IGNORECASE)

MOST_ROWS: Final = 80_000
"""So many filled rows a table may have, or one in so many bytes as follow: real ones have 30."""
BYTES_A_ROW: Final = 12

Row = tuple[int, list[str] | PostFormatError]
"""The line a row begins on, with its cells or what is wrong with it."""


def announces_delimiter(line: str) -> bool:
    """Return whether a first line is the one in which Excel tells the delimiter."""
    return _ANNOUNCED.fullmatch(line) is not None


def header_of(first_line: str) -> tuple[str, list[str]]:
    """Return the likeliest delimiter and the columns it makes of a table's first line."""
    splits = [(each, _columns(first_line, each)) for each in _DELIMITERS]
    return max(splits, key=lambda split: (len(COLUMNS.intersection(split[1])), len(split[1])))


def table_posts(lines: Lines, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the posts of a table whose first row names the columns."""
    try:
        filled = (line for line in lines if not line.isspace())
        first_line = next(filled)
        if announced := _ANNOUNCED.fullmatch(first_line):
            first_line = next(filled, "")
    except PostFormatError as error:
        yield error
        return
    delimiter, columns = header_of(first_line)
    if announced and announced[1]:
        delimiter, columns = announced[1], _columns(first_line, announced[1])
    if "text" not in columns:
        yield _without_text(columns, lines)
    elif columns.count("text") > 1:
        yield PostFormatError(labels.file, "two_text_columns", lines.number)
    else:
        yield from to_posts(_numbered(columns, table_rows(lines, delimiter), labels), labels)


def _columns(line: str, delimiter: str) -> list[str]:
    try:
        cells = next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []
    return [cell.strip().lower() for cell in cells]


def _numbered(
    columns: list[str], rows: Iterator[Row], labels: Labels
) -> Iterator[tuple[int, dict[str, object] | PostFormatError]]:
    width, says_who = len(columns), "audience" in columns
    for number, row in rows:
        if isinstance(row, PostFormatError):
            yield number, row
        elif len(row) > width and any(row[width:]):
            cells = len(row)
            yield number, PostFormatError(labels.file, "wide_row", number, cells=cells, width=width)
        elif any(row):
            yield (
                number,
                _of_audience(columns, row) if says_who else dict(zip(columns, row, strict=False)),
            )


def _of_audience(columns: list[str], row: list[str]) -> dict[str, object]:
    """Return the cells of a row by their columns, without an audience that is left blank."""
    cells = zip(columns, row, strict=False)
    return {name: cell for name, cell in cells if name != "audience" or cell.strip()}


def table_rows(lines: Lines, delimiter: str) -> Iterator[Row]:
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


def _without_text(columns: list[str], lines: Lines) -> PostFormatError:
    if not columns:
        return PostFormatError(lines.file, "no_columns", lines.number)
    names, more = named(columns)
    if more:
        return PostFormatError(
            lines.file, "no_text_column_of_many", lines.number, columns=names, more=more
        )
    return PostFormatError(lines.file, "no_text_column", lines.number, columns=names)
