"""Reads a room of Matrix as Element exports it in JSON."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import (
    beside,
    id_of,
    name_in_json,
    object_of,
    records,
    text_of,
)
from adapters.sources.archive_reading.members import member_name
from adapters.sources.dates.parsing import written_date
from adapters.sources.faults import apart, learnt
from adapters.sources.formats.pages.threads.others_words.flat_quotes import text_with_quotes_marked
from adapters.sources.left_out_fields import Known
from adapters.sources.messengers.matrix_polls import (
    ANSWERS,
    ENDS,
    OF_WORDS,
    STARTS,
    Votes,
    asked_in,
    poll_text,
)
from adapters.sources.rows import to_post
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from adapters.sources.left_out_fields import LeftOut
    from index.posts import Post

VERSIONS: Final = "Element Web 1.9 to 1.11, JSON"
"""What this was written for."""

KNOWN: Final = Known(
    "Matrix",
    VERSIONS,
    {
        "content.body": "text",
        "content.m.new_content.body": "text",
        "content.displayname": "author",
        "content.filename": "attachments",
        "content.m.poll.question.m.text": "text",
        "content.m.poll.answers.m.text": "text",
    },
    frozenset(
        "type event_id sender origin_server_ts room_id user_id state_key unsigned age redacts"
        " prev_content replaces_state".split()
    ),
    {
        "content": frozenset(
            "msgtype format formatted_body m.relates_to m.mentions m.new_content m.text m.html"
            " m.message m.poll org.matrix.msc1767.text org.matrix.msc1767.html"
            " org.matrix.msc1767.message org.matrix.msc3381.poll.start"
            " org.matrix.msc3952.mentions org.matrix.msc3952.intentional_mentions".split()
        )
    },
)
"""What an event may hold: of an edited message its last text, and of a file its name."""

_OF_PARTS: Final = Known(
    "",
    VERSIONS,
    {"m.poll.question": "text", "m.poll.answers": "text"},
    frozenset({"new_content", "poll"}),
    {
        "new_content": KNOWN.within["content"] | {"body", "filename", "displayname"},
        "poll": frozenset({"question", "answers", "kind", "max_selections"}),
        "poll.question": OF_WORDS,
        "poll.answers": OF_WORDS | {"id", "m.id"},
    },
)
"""The same of the parts of a message whose names hold points."""

_SAID: Final = frozenset({"m.text", "m.emote", "m.notice"})
_FILES: Final = frozenset({"m.image", "m.file", "m.audio", "m.video", "m.location"})
_WORDLESS: Final = ("m.reaction", "m.call.", "org.matrix.call.", "m.key.")
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LATEST: Final = 253_402_300_799_000


def begins(start: bytes) -> bool:
    """Return whether a file that begins like this is such an export."""
    is_told = b'"origin_server_ts"' in start and b'"messages"' in start
    return re.match(rb'\s*\{\s*"room_name"', start) is not None or (
        is_told and start.lstrip().startswith(b"{")
    )


@dataclass(slots=True)
class _Room:
    """What is known of a room before its messages are read.

    Attributes:
        name: Its name.
        people: The shown names by user id.
        edits: The last content of what was edited, with its moment, by event id and who edits.
        votes: Who chose what in its polls.
    """

    name: str
    people: dict[str, str] = field(default_factory=dict)
    edits: dict[tuple[str, str], tuple[int, Record]] = field(default_factory=dict)
    votes: Votes = field(default_factory=Votes)


def posts_in(
    members: Members, names: Sequence[str], labels: Labels
) -> Iterator[Post | PostFormatError]:
    """Yield the messages of each room, as they were last edited."""
    for name in names:
        own = replace(labels, file=member_name(members.file, name))
        try:
            about = beside(members, name, "messages", ("room_name",))
            room = _Room(name_in_json(about.get("room_name")))
            learn = partial(_learn, room=room, labels=own)
            yield from learnt(records(members, name, "messages"), learn, own)
            members.budget.rewind()
            for event in records(members, name, "messages", labels=own):
                yield from apart(_of_event(event, room, own), own)
        except PostFormatError as error:
            yield error


def _of_event(event: Record, room: _Room, labels: Labels) -> Iterator[Post | PostFormatError]:
    row = _row(event, room, labels)
    if row is not None:
        yield to_post(row, labels, None)


def _learn(event: Record, room: _Room, labels: Labels) -> None:
    content = object_of(event.get("content"))
    if event.get("type") == "m.room.member":
        named = name_in_json(content.get("displayname"))
        if named:
            room.people[text_of(event.get("state_key"))] = named
        elif content.get("displayname"):
            labels.leave_out("list_records")
    room.votes.learn(event, _milliseconds(event))
    relation = object_of(content.get("m.relates_to"))
    if relation.get("rel_type") == "m.replace":
        newer = object_of(content.get("m.new_content"))
        when = _milliseconds(event)
        # Only who wrote a message can edit it: any other account's edit is another's words.
        edited = id_of(relation.get("event_id")), text_of(event.get("sender"))
        if newer and room.edits.get(edited, (-1, newer))[0] <= when:
            room.edits[edited] = (when, newer)


def _row(event: Record, room: _Room, labels: Labels) -> Record | None:
    content = object_of(event.get("content"))
    relation = object_of(content.get("m.relates_to"))
    if not _is_said(event, content, relation, labels):
        return None
    id_, sender = id_of(event.get("event_id")), text_of(event.get("sender"))
    answered = id_of(object_of(relation.get("m.in_reply_to")).get("event_id"))
    root = id_of(relation.get("event_id")) if relation.get("rel_type") == "m.thread" else ""
    last = room.edits.get((id_, sender), (0, content))[1]
    text = poll_text(last, id_, room.votes) or text_of(last.get("body"))
    text = _without_quote(text) if answered else text
    text = text_with_quotes_marked(text, _own_html(last))
    place = text_of(event.get("room_id"))
    if not text.strip() or not id_:
        labels.leave_out("nameless" if text.strip() else "wordless")
        return None
    return {
        "scope": "matrix",
        "id": f"{place}/{id_}",
        "source": room.name or labels.source,
        "text": text.strip(),
        "author": room.people.get(sender) or sender.removeprefix("@").partition(":")[0],
        "url": f"https://matrix.to/#/{place}/{id_}" if place else None,
        "posted_at": _moment(event, labels),
        "parent_id": f"{place}/{root or answered}" if root or answered else None,
        "author_id": f"matrix:{sender}" if sender else None,
    }


def _is_said(event: Record, content: Record, relation: Record, labels: Labels) -> bool:
    """Return whether an event holds somebody's words, and counts what does not."""
    type_, kind = text_of(event.get("type")), text_of(content.get("msgtype"))
    if type_ == "m.sticker" or kind in _FILES:
        labels.leave_out("attachments")
        # What differs from the file's name is what its author wrote to it.
        named = text_of(content.get("filename"))
        return kind in _FILES and bool(named) and named != content.get("body")
    if type_ in STARTS or type_ == "m.room.message":
        newer = object_of(content.get("m.new_content"))
        parts = {"new_content": newer, "poll": asked_in(content) or asked_in(newer)}
        labels.note_unknown(parts, _OF_PARTS)
    fate = _fate_of_type(event, type_, kind) or _fate_of_message(event, content, relation)
    if fate == "bot_messages" and labels.with_apps:
        fate = _fate_of_message(event, {**content, "msgtype": "m.text"}, relation)
    if fate is not None:
        labels.leave_out(fate)
    elif type_ in STARTS or (type_ == "m.room.message" and kind in _SAID):
        labels.note_unknown(event, KNOWN)
        return True
    elif type_ == "m.room.message" or not (
        type_.startswith(_WORDLESS) or type_ in ANSWERS or type_ in ENDS
    ):
        labels.leave_out_unknown(VERSIONS, kind or type_)
    return False


def _fate_of_type(event: Record, type_: str, kind: str) -> LeftOut | None:
    if type_ == "m.room.encrypted" or kind == "m.bad.encrypted":
        return "unreadable_messages"
    if type_ == "m.room.message" or type_ in STARTS:
        return None
    return "notices" if type_.startswith("m.room.") or "state_key" in event else None


def _fate_of_message(event: Record, content: Record, relation: Record) -> LeftOut | None:
    type_ = text_of(event.get("type"))
    if type_ != "m.room.message" and type_ not in STARTS:
        return None
    if relation.get("rel_type") == "m.replace":
        return "old_versions"
    if content.get("msgtype") == "m.notice":
        return "bot_messages"
    is_gone = not content or "redacted_because" in object_of(event.get("unsigned"))
    return "deleted_messages" if is_gone else None


def _own_html(content: Record) -> str:
    """Return a message as HTML, without the lines of what it answers; "" where it has none."""
    return text_of(content.get("formatted_body")).rpartition("</mx-reply>")[2]


def _without_quote(text: str) -> str:
    """Return a reply without the lines of what it answers, which older clients put first."""
    lines = text.split("\n")
    begin = next((at for at, line in enumerate(lines) if not line.startswith("> ")), len(lines))
    return "\n".join(lines[begin:]).strip()


def _moment(event: Record, labels: Labels) -> str:
    if _milliseconds(event):
        return (_BEGINNING + timedelta(milliseconds=_milliseconds(event))).isoformat()
    return written_date(event.get("origin_server_ts"), labels)


def _milliseconds(event: Record) -> int:
    found = event.get("origin_server_ts")
    return found if type(found) is int and 0 <= found <= _LATEST else 0
