"""Reads the data package that Discord gives of an account: the messages of its owner alone."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from adapters.markup.discord import plain_text
from adapters.markup.discord_post_rules import permalink
from adapters.markup.post_rules import source_name
from adapters.sources.archive_reading.json_records import (
    document,
    id_of,
    name_in_json,
    object_of,
    records,
    text_of,
)
from adapters.sources.archive_reading.matching import Claim, roots
from adapters.sources.archive_reading.members import member_error, member_name, whole
from adapters.sources.bytes.reader import LONGEST_LINE
from adapters.sources.dates.parsing import written_date
from adapters.sources.faults import apart
from adapters.sources.left_out_fields import Known
from adapters.sources.rows import to_post
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from index.posts import Post

VERSIONS: Final = "Discord data packages of 2018 to 2026"
"""What this was written for."""

_MESSAGES: Final = re.compile(r"(?:.*/)?[^/]+/c?\d{1,20}/messages\.(?:json|csv)")
_OWN: Final = re.compile(
    r"[^/]+/(?:index|user)\.json|[^/]+/c?\d{1,20}/[\w.-]+|README\.txt|[^/]+/avatar\.\w+"
    r"|[^/]+/(?:[^/]+/)?events-[\w-]+\.json"
    r"|(?:account|activit(?:y|ies)|ads|messages|programs|servers|support.tickets)/.*",
    re.IGNORECASE,
)
"""The folders have names in the owner's language, and what is in them in English."""

_USER: Final = re.compile(r"[^/]+/user\.json")
_OF_FEW: Final = frozenset({"1", "3", "DM", "GROUP_DM"})

KNOWN: Final = Known(
    "Discord data package",
    VERSIONS,
    {"Contents": "text", "Attachments": "attachments"},
    frozenset({"ID", "Timestamp"}),
)
"""What a message may hold."""


def claims(members: Members) -> list[Claim]:
    """Return a claim on every folder with an index of messages in channels."""
    folders = {name.rsplit("/", 2)[0] for name in filter(_MESSAGES.fullmatch, members.sizes)}
    marks = {f"{folder.rpartition('/')[2]}/index.json" for folder in folders}
    return [
        claim for claim in roots(members, marks, _OWN) if any(map(_MESSAGES.fullmatch, claim.names))
    ]


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield what the owner wrote on servers; that others wrote too is said once."""
    owner: Record = {}
    try:
        user = next((n for n in claim.names if _USER.fullmatch(n.removeprefix(claim.root))), None)
        owner = object_of(document(members, user)) if user else {}
    except PostFormatError as error:
        yield error
    for name in claim.names:
        if not _MESSAGES.fullmatch(name):
            continue
        own = replace(labels, file=member_name(members.file, name))
        about = f"{name.rpartition('/')[0]}/channel.json"
        if about not in members.sizes:
            yield PostFormatError(own.file, "part_of_export", platform="Discord")
            continue
        try:
            channel = object_of(document(members, about))
            yield from _of_channel(members, name, channel, owner, own)
        except PostFormatError as error:
            yield error


def _of_channel(
    members: Members, name: str, channel: Record, owner: Record, labels: Labels
) -> Iterator[Post | PostFormatError]:
    is_direct = str(channel.get("type")) in _OF_FEW or "recipients" in channel
    if not is_direct:
        labels.leave_out("others_messages")
    for message in _messages(members, name, labels):
        labels.note_unknown(message, KNOWN)
        files = text_of(message.get("Attachments")).split()
        labels.leave_out("attachments", len(files))
        if is_direct:
            labels.leave_out("direct_messages")
        else:
            yield from apart(_of_message(message, channel, owner, labels), labels)


def _of_message(
    message: Record, channel: Record, owner: Record, labels: Labels
) -> Iterator[Post | PostFormatError]:
    text = plain_text(text_of(message.get("Contents")), {}, {}).strip()
    if not text:
        labels.leave_out("wordless")
        return
    place, account = id_of(channel.get("id")), id_of(owner.get("id"))
    server, id_ = id_of(object_of(channel.get("guild")).get("id")), id_of(message.get("ID"))
    if not id_:
        labels.leave_out("nameless")
        return
    row = {
        "scope": "discord",
        "id": f"{server}/{place}/{id_}" if server else f"{place}/{id_}",
        "source": source_name(text_of(channel.get("name")) or place),
        "text": text,
        "author": name_in_json(owner.get("global_name")) or name_in_json(owner.get("username")),
        "url": permalink(server, place, id_) if server and place else None,
        "posted_at": written_date(message.get("Timestamp"), labels),
        "audience": f"discord:{place}",
        "author_id": f"discord:{account}" if account else None,
    }
    yield to_post(row, labels, None)


def _messages(members: Members, name: str, labels: Labels) -> Iterator[Record]:
    if name.endswith(".json"):
        yield from records(members, name, None, labels=labels)
        return
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))
    try:
        text = whole(members, name).decode("utf-8-sig")
        for row in csv.DictReader(io.StringIO(text, newline="")):
            yield {str(key or ""): value for key, value in row.items()}
    except UnicodeDecodeError as error:
        byte = error.start + 1
        raise member_error(members.file, name, "member_not_utf8", byte=byte) from error
    except csv.Error as error:
        raise member_error(members.file, name, "broken_table", reason=str(error)) from error
