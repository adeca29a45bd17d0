"""Reads what DiscordChatExporter writes as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from adapters.markup.post_rules import source_name
from adapters.sources.left_out_fields import Known
from adapters.sources.rows import to_posts
from adapters.sources.tables.csv_table import header_of, table_rows
from adapters.sources.transcripts.discord_text import NOTICE
from adapters.sources.transcripts.messages import (
    Message,
    channel_audience,
    channel_in,
    guild_in,
    is_direct,
    is_known_app,
    message_rows,
    without_no_number,
)
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.bytes.reader import Lines
    from adapters.sources.file_defaults import Labels
    from index.posts import Post

VERSIONS: Final = "DiscordChatExporter 2.20 to 2.47, CSV"
"""What this was written for."""

_NEEDED: Final = frozenset({"author", "date", "content", "attachments"})

KNOWN: Final = Known(
    "DiscordChatExporter CSV",
    VERSIONS,
    {"content": "text", "author": "author", "attachments": "attachments"},
    frozenset({"authorid", "date", "reactions", ""}),
)
"""What a row may hold, by its column in small letters."""


def is_discord_table(columns: Sequence[str]) -> bool:
    """Return whether these are the columns of the exporter's tables, in small letters."""
    return _NEEDED.issubset(columns) and "text" not in columns


def discord_table_posts(lines: Lines, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the messages of a channel, and what is wrong with rows that cannot be read."""
    if is_direct(guild_in(labels.name)):
        yield PostFormatError(labels.file, "direct_messages")
        return
    delimiter, columns = header_of(next(line for line in lines if not line.isspace()))
    labels.note_unknown(dict.fromkeys(columns, True), KNOWN)
    messages: list[Message] = []
    for number, row in table_rows(lines, delimiter):
        if isinstance(row, PostFormatError):
            yield row
        elif any(row[len(columns) :]):
            cells, width = len(row), len(columns)
            yield PostFormatError(labels.file, "wide_row", number, cells=cells, width=width)
        elif any(row):
            messages += _message(dict(zip(columns, row, strict=False)), labels)
    channel, audience = channel_in(labels.name), channel_audience(labels.name)
    source = source_name(channel) if channel else ""
    yield from to_posts(message_rows(messages, labels, source, audience), labels)


def _message(row: dict[str, str], labels: Labels) -> list[Message]:
    if files := row.get("attachments"):
        labels.leave_out("attachments", sum(bool(each.strip()) for each in files.split(",")))
    text, account = row.get("content", ""), row.get("authorid", "").strip()
    if not text or text.isspace():
        labels.leave_out("wordless")
        return []
    if NOTICE.fullmatch(text.strip()):
        labels.leave_out("notices")
        return []
    if is_known_app(row.get("author", "")) and not labels.with_apps:
        labels.leave_out("bot_messages")
        return []
    named = f"discord:{account}" if account else ""
    author = without_no_number(row.get("author", ""))
    return [Message(author, row.get("date", ""), text, named)]
