"""Reads what DiscordChatExporter writes as plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from adapters.markup.post_rules import source_name
from adapters.sources.left_out_fields import Known
from adapters.sources.rows import to_posts
from adapters.sources.transcripts.messages import (
    Message,
    channel_audience,
    is_direct,
    is_known_app,
    message_rows,
    without_no_number,
)
from adapters.sources.transcripts.times import STAMP
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.file_defaults import Labels
    from index.posts import Post

VERSIONS: Final = "DiscordChatExporter 2.20 to 2.47, TXT"
"""What this was written for."""

KNOWN: Final = Known(
    "DiscordChatExporter TXT",
    VERSIONS,
    {
        "message": "text",
        "author": "author",
        "{Attachments}": "attachments",
        "{Stickers}": "attachments",
        "{Embed}": "link_previews",
        "{Forwarded Message}": "forwards",
    },
    frozenset({"{Reactions}"}),
)
"""What a message may hold, and what stands below it."""

NOTICE: Final = re.compile(
    r"Added (?:a recipient\.|.+ to the group\.)|Left the group\.|Removed (?:a recipient\.|.+ from"
    r" the group\.)|Started a call that lasted [\d,]+ minutes\.|Changed the channel (?:name\.|name:"
    r" .+|icon\.)|Pinned a message\.|Started a thread\.|Joined the server\."
)
"""What the exporter writes in the place of a message that nobody wrote."""

_RULE: Final = re.compile(r"={20,}")
_BEGINS: Final = re.compile(r"={20,}\n+Guild: .*\nChannel: ")
_HEAD: Final = re.compile(
    rf"\[({STAMP}|\d{{4}}-\d\d-\d\dT[\d:.]+[+\-Z\d:]*)\] (.+?)(?: \(pinned\))?"
)
_CHANNEL: Final = re.compile(r"^Channel: (?:.* / )?(.+)$", re.MULTILINE)
_GUILD: Final = re.compile(r"^Guild: (.+)$", re.MULTILINE)
_FORWARDED: Final = "{Forwarded Message}"
_SECTION: Final = re.compile(r"\{(Attachments|Embed|Stickers|Reactions|Forwarded Message)\}")
_ANY_SECTION: Final = re.compile(r"\{[A-Z][A-Za-z ]{2,30}\}")
_LOOKED_AT: Final = 4_000


def is_discord_text(text: str) -> bool:
    """Return whether a text begins as the exporter's do."""
    return _BEGINS.match(text.lstrip()) is not None


def discord_text_posts(text: str, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the messages of a channel; what its links unfold to is nobody's words here."""
    guild = _GUILD.search(text[:_LOOKED_AT])
    if guild is not None and is_direct(guild[1]):
        yield PostFormatError(labels.file, "direct_messages")
        return
    channel = _CHANNEL.search(text[:_LOOKED_AT])
    source = source_name(channel[1]) if channel else ""
    messages = [_message(*each, labels) for each in _parts(text.split("\n"))]
    written = [each for each in messages if each is not None]
    audience = channel_audience(labels.name)
    yield from to_posts(message_rows(written, labels, source, audience), labels)


def _parts(lines: list[str]) -> Iterator[tuple[re.Match[str], list[str]]]:
    """Yield the head of every message, and the lines below it."""
    head: re.Match[str] | None = None
    body: list[str] = []
    last, before = _last_line(lines), ""
    for line in lines[:last]:
        # A head stands apart: what looks like one within a message is somebody's quote.
        found = None if before.strip() else _HEAD.fullmatch(line)
        if found is not None:
            if head is not None:
                yield head, body
            head, body = found, []
        else:
            body.append(line)
        before = line
    if head is not None:
        yield head, body


def _last_line(lines: list[str]) -> int:
    """Return where the closing lines begin, between which the messages are counted."""
    rules = [
        at for at in range(len(lines) - 1, max(0, len(lines) - 8), -1) if _RULE.fullmatch(lines[at])
    ]
    closing = len(rules) > 1 and lines[rules[1] + 1].startswith("Exported ")
    return rules[1] if closing else len(lines)


def _message(head: re.Match[str], body: list[str], labels: Labels) -> Message | None:
    end = next((at for at in range(len(body)) if _is_section(body, at)), len(body))
    text = "\n".join(body[:end]).strip()
    _count_sections(body[end:], labels)
    if NOTICE.fullmatch(text):
        labels.leave_out("notices")
        return None
    if not text and _FORWARDED in body[end:]:
        return None
    if text and is_known_app(head[2]) and not labels.with_apps:
        labels.leave_out("bot_messages")
        return None
    return Message(without_no_number(head[2]), head[1], text)


def _is_section(body: list[str], at: int) -> bool:
    return _SECTION.fullmatch(body[at]) is not None and (at == 0 or not body[at - 1].strip())


def _count_sections(lines: list[str], labels: Labels) -> None:
    section = ""
    for line in lines:
        if found := _ANY_SECTION.fullmatch(line):
            section = found[0]
            labels.note_unknown({section: True}, KNOWN)
            labels.leave_out("link_previews", int(section == "{Embed}"))
            labels.leave_out("forwards", int(section == _FORWARDED))
        elif line.strip() and section in {"{Attachments}", "{Stickers}"}:
            labels.leave_out("attachments")
