"""One file or stream, read as posts in whatever format it turns out to be."""

from __future__ import annotations

import io
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from adapters.sources.byte_reader import LARGEST_PAGE, ByteReader, Lines, whole_bytes, whole_text
from adapters.sources.detection import format_of
from adapters.sources.formats.feeds.feed import feed_posts
from adapters.sources.formats.jsonl import jsonl_posts
from adapters.sources.formats.markdown import markdown_posts
from adapters.sources.formats.pages.html_page import page_posts
from adapters.sources.formats.pages.web_archive import web_archive_posts
from adapters.sources.formats.plain import plain_posts
from adapters.sources.formats.table import table_posts
from adapters.sources.linkedin.pasted_page import linkedin_posts
from adapters.sources.transcripts.discord_table import discord_table_posts
from adapters.sources.transcripts.discord_text import discord_text_posts
from adapters.sources.transcripts.hacker_news import hacker_news_posts
from adapters.sources.transcripts.message_page import message_page_posts
from adapters.sources.transcripts.reddit import reddit_posts
from adapters.sources.transcripts.whatsapp import whatsapp_posts
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from contextlib import AbstractContextManager

    from adapters.sources.file_defaults import Labels
    from index.posts import Post


_BY_LINES: Final = {
    "jsonl": jsonl_posts,
    "table": table_posts,
    "discord_table": discord_table_posts,
}
_AS_A_WHOLE: Final = {
    "linkedin": linkedin_posts,
    "markdown": markdown_posts,
    "plain": plain_posts,
    "hacker_news": hacker_news_posts,
    "reddit": reddit_posts,
}
_AS_TRANSCRIPTS: Final = {"discord_text": discord_text_posts, "whatsapp": whatsapp_posts}

_AS_BYTES: Final = {
    "feed": feed_posts,
    "page": page_posts,
    "message_page": message_page_posts,
    "web_archive": web_archive_posts,
}


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
            with self._open() as stream:
                self._reader = ByteReader(stream)
                yield from self._read(self._reader)
        except PostFormatError as error:
            yield error
        except FileNotFoundError:
            yield PostFormatError(self._labels.file, "gone")
        except PermissionError:
            yield PostFormatError(self._labels.file, "not_allowed")
        except OSError as error:
            reason = error.strerror or str(error)
            yield PostFormatError(self._labels.file, "not_readable", reason=reason)

    def _open(self) -> AbstractContextManager[BinaryIO]:
        if isinstance(self._place, Path):
            return self._place.open("rb")
        if isinstance(self._place, bytes):
            return io.BytesIO(self._place)
        return nullcontext(self._place)

    def _read(self, reader: ByteReader) -> Iterator[Post | PostFormatError]:
        labels = self._labels
        name = self._place.name if isinstance(self._place, Path) else ""
        if isinstance(self._place, bytes):
            name = labels.name
        found = format_of(reader.head, name, labels.file)
        if found == "feed":
            labels = replace(labels, address="")  # an entry stands elsewhere, and it may hold a key
        if by_lines := _BY_LINES.get(found):
            return by_lines(Lines(reader, labels.file), labels)
        if as_bytes := _AS_BYTES.get(found):
            return as_bytes(whole_bytes(reader, labels.file), labels)
        if as_transcript := _AS_TRANSCRIPTS.get(found):
            text = whole_text(reader, labels.file, LARGEST_PAGE)
            return as_transcript(text, labels)
        return _AS_A_WHOLE[found](whole_text(reader, labels.file), labels)
