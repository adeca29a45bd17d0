"""Reads what Mattermost exports of a server: lines of JSON, packed with its files or alone."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import (
    id_of,
    name_in_json,
    object_of,
    objects_of,
    text_of,
)
from adapters.sources.archive_reading.matching import Claim
from adapters.sources.archive_reading.members import head, member_name
from adapters.sources.bytes.reader import LONGEST_LINE
from adapters.sources.dates.parsing import written_date
from adapters.sources.faults import apart
from adapters.sources.file_defaults import text_mark
from adapters.sources.left_out_fields import Known
from adapters.sources.messengers.mattermost_attachments import attached_words
from adapters.sources.rows import MOST_REFUSED, to_post
from index.errors import PostFormatError
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.limits import Bounded
    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from index.posts import Post

VERSIONS: Final = "Mattermost 5.0 to 11, bulk export version 1"
"""What this was written for."""

KNOWN: Final = Known(
    "Mattermost",
    VERSIONS,
    {
        "message": "text",
        "user": "author",
        "props.override_username": "author",
        "props.attachments.pretext": "text",
        "props.attachments.author_name": "text",
        "props.attachments.title": "text",
        "props.attachments.text": "text",
        "props.attachments.fields.title": "text",
        "props.attachments.fields.value": "text",
        "props.attachments.footer": "text",
        "props.attachments.fallback": "text",
        "props.card": "other_records",
        "attachments.path": "attachments",
    },
    frozenset(
        "team channel type create_at edit_at delete_at flagged_by reactions replies is_pinned"
        " thread_followers channel_members root_id id has_reactions metadata props".split()
    ),
    {
        "props": frozenset(
            "override_icon_url override_icon_emoji from_webhook from_bot from_plugin"
            " from_oauth_app webhook_display_name attachments mentionHighlightDisabled"
            " disable_group_highlight use_user_icon channel_mentions addedUserId username"
            " previewed_post unsafe_links persistent_notifications requested_ack".split()
        ),
        "props.attachments": frozenset(
            "id color author_link author_icon title_link image_url thumb_url footer_icon ts"
            " actions".split()
        ),
        "props.attachments.fields": frozenset({"short"}),
        "attachments": frozenset(),
    },
)
"""What a post, or a reply below it, may hold. What is attached is the words of the webhook or the
bot that sent it; under a person's message an app put it, and it is left out as other records."""

_BEGINS: Final = re.compile(
    rb'\s*\{\s*(?:"type"\s*:\s*"(?P<kind>version|team|channel|post|direct_channel|direct_post)"\s*,'
    rb'\s*"(?P=kind)"\s*:|"version"\s*:\s*\d+\s*,\s*"type"\s*:\s*"version"'
    rb'|"(?:post|direct_post)"\s*:\s*\{)'
)
"""Also a part of one, without the line of its version, which is the first."""
_MARK: Final = re.compile(rb'"(?:version|team|channel|channel_members|members|create_at)"\s*:')
_ENDINGS: Final = (".jsonl", ".ndjson", ".json")
_OTHER: Final = frozenset({"version", "emoji", "role", "scheme", "team", "direct_channel"})
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST: Final = 253_402_300_799_000


def claims(members: Members) -> list[Claim]:
    """Return a claim on every file of lines, and on the uploads that are packed with it."""
    found = []
    for name in members.sizes:
        if name.lower().endswith(_ENDINGS) and _begins(head(members, name, 4_096)):
            root = name.rpartition("/")[0]
            data = f"{root}/data/" if root else "data/"
            found.append(Claim(root, [name, *(n for n in members.sizes if n.startswith(data))]))
    return found


def _begins(start: bytes) -> bool:
    return _BEGINS.match(start) is not None and _MARK.search(start) is not None


@dataclass(slots=True)
class _Server:
    """What the lines before said.

    Attributes:
        channels: The name and the audience of each channel, by its team and name.
        people: The shown names by user name.
        bots: The users who are none.
    """

    channels: dict[str, tuple[str, str]] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    bots: set[str] = field(default_factory=set)


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the messages in channels, and the replies to them."""
    name, server = claim.names[0], _Server()
    own = replace(labels, file=member_name(members.file, name))
    refused = 0
    with members.opened(name) as stream:
        for number, line in _lines(stream):
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                yield PostFormatError(own.file, "line_not_read", number)
                refused += 1
                if refused == MOST_REFUSED:
                    most = MOST_REFUSED
                    yield PostFormatError(own.file, "too_many_refused", number + 1, most=most)
                    return
                continue
            refused = 0
            kind = text_of(object_of(record).get("type"))
            content = object_of(object_of(record).get(kind))
            if not kind:
                own.leave_out("no_records")
            elif kind == "post":
                yield from apart(_with_replies(content, server, own, number), own)
            elif kind == "direct_post":
                own.leave_out("direct_messages", 1 + len(objects_of(content.get("replies"))))
            else:
                _learn(kind, content, server, own)


class _Raw(io.RawIOBase):
    """The bytes of a member, for a reader of lines."""

    def __init__(self, stream: Bounded) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._stream.next_piece()
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _lines(stream: Bounded) -> Iterator[tuple[int, bytes]]:
    reader = io.BufferedReader(_Raw(stream), 65_536)
    number, is_cut = 0, False
    while line := reader.readline(LONGEST_LINE):
        if not is_cut:
            number += 1
            if line.strip():
                yield number, line
        # What comes after a line that is too long belongs to it.
        is_cut = not line.endswith(b"\n")


def _learn(kind: str, content: Record, server: _Server, labels: Labels) -> None:
    if kind == "channel":
        name, team = text_of(content.get("name")), text_of(content.get("team"))
        audience = EVERYONE if content.get("type") == "O" else f"mattermost:{team}/{name}"
        server.channels[f"{team}/{name}"] = (
            name_in_json(content.get("display_name")) or name,
            audience,
        )
    elif kind == "user":
        name = text_of(content.get("username"))
        parts = (name_in_json(content.get("first_name")), name_in_json(content.get("last_name")))
        whole = " ".join(filter(None, parts))
        server.people[name] = name_in_json(content.get("nickname")) or whole or name
    elif kind == "bot":
        server.bots.add(text_of(content.get("username")))
    elif kind not in _OTHER:
        labels.leave_out_unknown(VERSIONS, kind)


def _with_replies(
    post: Record, server: _Server, labels: Labels, number: int
) -> Iterator[Post | PostFormatError]:
    place = f"{text_of(post.get('team'))}/{text_of(post.get('channel'))}"
    root = _id(post, place)
    for each in (post, *objects_of(post.get("replies"), labels)):
        row = _row(each, place, server, labels)
        if row is not None:
            parent = root if each is not post and row["id"] != root else None
            yield to_post({**row, "parent_id": parent}, labels, number)


def _text(post: Record, server: _Server, labels: Labels) -> str:
    """Return what a post says, with what the webhook or bot that sent it attached."""
    props = object_of(post.get("props"))
    attached = objects_of(props.get("attachments"))
    text = text_of(post.get("message")).strip()
    if props.get("from_webhook") or _is_bot(post, server):
        return "\n\n".join(filter(None, [text, *map(attached_words, attached)]))
    labels.leave_out("other_records", len(attached))
    return text


def _is_bot(post: Record, server: _Server) -> bool:
    is_one = text_of(post.get("user")) in server.bots
    return is_one or str(object_of(post.get("props")).get("from_bot")) == "true"


def _row(post: Record, place: str, server: _Server, labels: Labels) -> Record | None:
    labels.leave_out("attachments", len(objects_of(post.get("attachments"))))
    user, props = text_of(post.get("user")), object_of(post.get("props"))
    named = text_of(props.get("override_username"))
    hook = text_of(props.get("webhook_display_name"))
    if text_of(post.get("type")).startswith("system_"):
        labels.leave_out("notices")
        return None
    is_hook = bool(props.get("from_webhook")) and not named
    if (_is_bot(post, server) or is_hook) and not labels.with_apps:
        labels.leave_out("bot_messages")
        return None
    if post.get("delete_at"):
        labels.leave_out("deleted_messages")
        return None
    labels.note_unknown(post, KNOWN)
    labels.leave_out("other_records", int(bool(props.get("card"))))
    text = _text(post, server, labels)
    if not text:
        labels.leave_out("wordless")
        return None
    channel, audience = server.channels.get(place, (place, f"mattermost:{place}"))
    return {
        "scope": "mattermost",
        "id": _id(post, place),
        "source": f"#{channel}",
        "text": text,
        # The account of a webhook is that of who made it.
        "author": hook if is_hook else named or server.people.get(user, user),
        "posted_at": _moment(post.get("create_at"), labels),
        "audience": audience,
        "author_id": f"mattermost:{user}" if user and not (named or is_hook) else None,
    }


def _id(post: Record, place: str) -> str:
    """Return a name of a post, which has none: nobody writes twice in a millisecond.

    Where it is not told when, its words tell it apart.
    """
    when = id_of(post.get("create_at")) or text_mark(text_of(post.get("message")), 16)
    return f"{place}/{when}-{text_of(post.get('user'))}"


def _moment(value: object, labels: Labels) -> str:
    if type(value) is int and 0 <= value <= _LATEST:
        return (_BEGINNING + timedelta(milliseconds=value)).isoformat()
    return written_date(value, labels)
