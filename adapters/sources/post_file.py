"""One file or stream, read as posts in whatever format it turns out to be."""

from __future__ import annotations

import io
from collections import Counter
from contextlib import ExitStack, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from adapters.sources.bytes.reader import LARGEST_PAGE, ByteReader, Lines, whole_bytes, whole_text
from adapters.sources.detection import format_of
from adapters.sources.faults import fault_in
from adapters.sources.file_formats import AS_A_WHOLE, AS_BYTES, AS_TRANSCRIPTS, TABLES
from adapters.sources.formats.pages.html_text import html_text
from adapters.sources.tables.csv_table import open_table
from adapters.sources.tables.json_table import open_json, open_json_lines
from adapters.sources.tables.preview import ENDINGS, preview_of
from adapters.sources.tables.reading import posts_of
from adapters.sources.tables.workbooks.workbook import sheets
from adapters.sources.transcripts.discord_table import discord_table_posts
from index.crashes import crashes_as_errors
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from adapters.sources.detection import Format
    from adapters.sources.file_defaults import Labels
    from adapters.sources.tables.reading import Table
    from bot.ports import GivenColumns, Order, TablePreview
    from index.posts import Post


class PostFile:
    """The posts of one file or stream (a `PostSource`).

    Args:
        place: The file's path, a stream, which is left open, or all that it holds.
        labels: What the file gives to its posts.
        origin: The file's absolute path or its address; "" where it cannot be read again.
        size: Its size in bytes; 0 where it is not known.
    """

    def __init__(
        self, place: Path | BinaryIO | bytes, labels: Labels, origin: str = "", size: int = 0
    ) -> None:
        self._place = place
        self._labels = labels
        self._origin = origin
        self._size = size
        self._reader: ByteReader | None = None

    @property
    def origin(self) -> str:
        """Is the absolute path or the address, or "" for a stream."""
        return self._origin

    @property
    def identity(self) -> str:
        """Tells a file that is met twice; "" for a stream."""
        return self._origin

    @property
    def size(self) -> int:
        """Is the number of bytes there are, or 0 for a stream."""
        return self._size

    @property
    def position(self) -> int:
        """Is the number of bytes used so far."""
        return self._reader.position if self._reader else 0

    @property
    def left_out(self) -> Mapping[str, int]:
        """Counts what was left out so far, by its kind."""
        return self._labels.left_out

    def posts(self) -> Iterator[Post | PostFormatError]:
        """Yield the posts in order, and in their places the errors; raise none."""
        self._labels.left_out.clear()
        try:
            with crashes_as_errors(), ExitStack() as files:
                self._reader = ByteReader(files.enter_context(self._open()))
                yield from self._read(self._reader, files)
        except PostFormatError as error:
            yield error
        except FileNotFoundError:
            yield PostFormatError(self._labels.file, "gone")
        except PermissionError:
            yield PostFormatError(self._labels.file, "not_allowed")
        except OSError as error:
            reason = error.strerror or str(error)
            yield PostFormatError(self._labels.file, "not_readable", reason=reason)
        except Exception as fault:  # noqa: BLE001 -- one file of many is to cost no other
            yield fault_in(self._labels, fault)

    def in_doubt(self) -> TablePreview | None:
        """Return what a person is to be asked of a table before it is read; None for nothing."""
        if not self._origin.lower().endswith(ENDINGS):
            return None
        labels = replace(self._labels, left_out=Counter())
        try:
            with crashes_as_errors(), ExitStack() as files:
                reader = ByteReader(files.enter_context(self._open()))
                found = self._format(reader)
                tables = self._tables(found, reader, files) if found in TABLES else ()
                seen = (replace(each, html=html_text) for each in tables)
                previews = (preview_of(table, labels) for table in seen)
                return next((each for each in previews if each is not None), None)
        except Exception:  # noqa: BLE001 -- a fault, too, costs the file when it is read
            return None  # whoever reads it says what is wrong

    def told(self, given: GivenColumns) -> PostFile:
        """Return the same file with what a person says of its columns."""
        labels = replace(self._labels, columns=given, left_out=Counter())
        return PostFile(self._place, labels, self._origin, self._size)

    def settled(self, order: Order | None) -> PostFile:
        """Return the same file with what a person answered of its table."""
        given = self._labels.columns
        return self.told(given._replace(is_confirmed=True, order=order or given.order))

    def _open(self) -> AbstractContextManager[BinaryIO]:
        if isinstance(self._place, Path):
            return self._place.open("rb")
        if isinstance(self._place, bytes):
            return io.BytesIO(self._place)
        return nullcontext(self._place)

    def _read(self, reader: ByteReader, files: ExitStack) -> Iterator[Post | PostFormatError]:
        labels = self._labels
        found = self._format(reader)
        if found == "feed":
            labels = replace(labels, address="")  # an entry stands elsewhere, and it may hold a key
        if found in TABLES:
            tables = self._tables(found, reader, files)
            return posts_of((replace(each, html=html_text) for each in tables), labels)
        if found == "discord_table":
            return discord_table_posts(Lines(reader, labels.file), labels)
        if as_bytes := AS_BYTES.get(found):
            return as_bytes(whole_bytes(reader, labels.file), labels)
        if as_transcript := AS_TRANSCRIPTS.get(found):
            text = whole_text(reader, labels.file, LARGEST_PAGE)
            return as_transcript(text, labels)
        return AS_A_WHOLE[found](whole_text(reader, labels.file), labels)

    def _format(self, reader: ByteReader) -> Format:
        name = self._place.name if isinstance(self._place, Path) else ""
        if isinstance(self._place, bytes):
            name = self._labels.name
        return format_of(reader.head, name, self._labels.file)

    def _tables(self, found: Format, reader: ByteReader, files: ExitStack) -> Iterable[Table]:
        file = self._labels.file
        if found == "sheets":
            return sheets(whole_bytes(reader, file), self._labels)

        def again() -> ByteReader:
            return ByteReader(files.enter_context(self._open()))

        can_be_read_again = bool(self._origin)
        if found == "json":
            return [open_json(reader, self._labels, again if can_be_read_again else None)]
        opened = open_table if found == "table" else open_json_lines
        lines_again = (lambda: Lines(again(), file)) if can_be_read_again else None
        return [opened(Lines(reader, file), lines_again)]
