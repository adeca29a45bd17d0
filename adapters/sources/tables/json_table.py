"""Reads tables from JSON: one object a line (JSON Lines), or a list of objects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from adapters.sources.archive_reading.json_stream import JsonStream
from adapters.sources.archive_reading.limits import Bounded, Budget
from adapters.sources.tables.reading import Table
from adapters.sources.wrong_value import WrongValue
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from adapters.sources.byte_reader import ByteReader, Lines
    from adapters.sources.tables.post_rows import Numbered


def open_json_lines(lines: Lines, again: Callable[[], Lines] | None) -> Table:
    """Return the table whose rows are lines with one object; blank lines are passed over."""
    return Table(_rows(lines), again and (lambda: _rows(again())), line=None)


def open_json(reader: ByteReader, file: str, again: Callable[[], ByteReader] | None) -> Table:
    """Return the table whose rows are the objects of a list."""
    return Table(
        _entries(reader, file),
        again and (lambda: _entries(again(), file)),
        line=None,
        unit="entry",
    )


def _rows(lines: Lines) -> Iterator[Numbered]:
    while True:
        try:
            line = next(lines)
        except StopIteration:
            return
        except PostFormatError as error:
            yield lines.number, error
            continue
        if not line.isspace():
            yield lines.number, _row(line, lines)


def _row(line: str, lines: Lines) -> dict[str, object] | PostFormatError:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        reason, at = error.msg.lower(), error.colno
        return PostFormatError(lines.file, "line_not_json", lines.number, reason=reason, at=at)
    except ValueError:
        return PostFormatError(lines.file, "line_long_number", lines.number)
    except RecursionError:
        return PostFormatError(lines.file, "line_too_deep", lines.number)
    if isinstance(row, dict):
        return row
    return PostFormatError(lines.file, "not_an_object", lines.number)


def _entries(reader: ByteReader, file: str) -> Iterator[Numbered]:
    number = 0
    stream = Bounded(reader, file, Budget())
    try:
        for number, entry in enumerate(JsonStream(stream).elements(None), 1):
            stream.next_piece()
            if isinstance(entry, dict):
                yield number, entry
            else:
                yield number, PostFormatError(file, "entry_not_an_object", number, "entry")
    except WrongValue as error:
        yield number + 1, PostFormatError(file, error.kind, **error.values)
    except PostFormatError as error:
        yield number + 1, error
