"""Reads tables from JSON: one object a line (JSON Lines), or a list of objects, wrapped or not."""

from __future__ import annotations

import codecs
import io
import json
from functools import partial
from typing import TYPE_CHECKING

from adapters.sources.archive_reading.json_nested import NestedJson
from adapters.sources.archive_reading.limits import Bounded, Budget
from adapters.sources.bytes.reader import ByteReader, Lines, whole_bytes
from adapters.sources.tables.json_lists import Survey, flat, is_lone_post, left_beside, record_list
from adapters.sources.tables.reading import Table
from adapters.sources.wrong_value import WrongValue
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from adapters.sources.file_defaults import Labels
    from adapters.sources.tables.json_lists import Found, Path
    from adapters.sources.tables.post_rows import Numbered


def open_json_lines(lines: Lines, again: Callable[[], Lines] | None) -> Table:
    """Return the table whose rows are lines with one object; blank lines are passed over."""
    return Table(_rows(lines), again and (lambda: _rows(again())), line=None)


def open_json(reader: ByteReader, labels: Labels, again: Callable[[], ByteReader] | None) -> Table:
    """Return the table whose rows are the objects of a list, which may stand within an object.

    Args:
        reader: The file.
        labels: Say what is known of its columns.
        again: Gives the file once more; None where that cannot be.

    Raises:
        PostFormatError: It is one object, and not sure where in it the posts are.
    """
    file, path = labels.file, None
    if _begins_object(reader.head):
        if again is None:
            again = partial(_reader_of, whole_bytes(reader, file))
            reader = again()
        found = _found_in(again(), file)
        if not found.is_all:  # the first of many lines, and a long one
            lines_again = again
            return open_json_lines(Lines(reader, file), lambda: Lines(lines_again(), file))
        path = _path_of(found, labels)
    return Table(
        _entries(reader, file, path),
        again and (lambda: _entries(again(), file, path)),
        line=None,
        unit="entry",
    )


def _begins_object(head: bytes) -> bool:
    return head.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"{"


def _reader_of(data: bytes) -> ByteReader:
    return ByteReader(io.BytesIO(data))


def _found_in(reader: ByteReader, file: str) -> Found:
    try:
        return Survey(Bounded(reader, file, Budget())).found()
    except WrongValue as error:
        raise PostFormatError(file, error.kind, **error.values) from error


def _path_of(found: Found, labels: Labels) -> Path:
    """Return the path of the list of records; () where the object itself is the only one.

    Raises:
        PostFormatError: It is not sure which list that is.
    """
    if is_lone_post(found, labels.columns):
        return ()
    try:
        path = record_list(found, labels.columns)
    except WrongValue as error:
        raise PostFormatError(labels.file, error.kind, **error.values) from error
    if path is None:
        raise PostFormatError(labels.file, "one_document")
    for name, count in left_beside(found, path).items():
        labels.leave_out_named("beside_the_list", "more_beside_the_list", name, count)
    return path


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
        return flat(row)
    return PostFormatError(lines.file, "not_an_object", lines.number)


def _values(stream: Bounded, path: Path | None) -> Iterator[object]:
    """Yield what a path leads to: the list that is all there is (None), or the object itself."""
    values = NestedJson(stream)
    if path is None:
        return values.elements(None)
    if not path:
        return iter([values.value()])
    return (entry for _, entry in values.within(path[:-1], path[-1]))


def _entries(reader: ByteReader, file: str, path: Path | None) -> Iterator[Numbered]:
    number = 0
    stream = Bounded(reader, file, Budget())
    try:
        for number, entry in enumerate(_values(stream, path), 1):
            stream.next_piece()
            if isinstance(entry, dict):
                yield number, flat(entry)
            else:
                yield number, PostFormatError(file, "entry_not_an_object", number, "entry")
    except WrongValue as error:
        yield number + 1, PostFormatError(file, error.kind, **error.values)
    except PostFormatError as error:
        yield number + 1, error
