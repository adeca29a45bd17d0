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
from adapters.sources.archive_reading.json_records import document, object_of, records, text_of
from adapters.sources.archive_reading.matching import Claim, roots
from adapters.sources.archive_reading.members import member_error, member_name, whole
from adapters.sources.byte_reader import LONGEST_LINE
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

_INDEX: Final = ("messages/index.json", "Messages/index.json")
_MESSAGES: Final = re.compile(r"(.*[Mm]essages/c?\d{1,20}/)messages\.(?:json|csv)")
_USER: Final = re.compile(r"(?:account|Account)/user\.json")
_OF_FEW: Final = frozenset({"1", "3", "DM", "GROUP_DM"})
_KNOWN: Final = frozenset({"ID", "Timestamp", "Contents", "Attachments"})


def claims(members: Members) -> list[Claim]:
    """Return a claim on every folder with an index of messages in channels."""
    return [claim for claim in roots(members, _INDEX) if any(map(_MESSAGES.fullmatch, claim.names))]


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield what the owner wrote on servers; that others wrote too is said once."""
    owner: Record = {}
    try:
        user = next((n for n in claim.names if _USER.fullmatch(n.removeprefix(claim.root))), None)
        owner = object_of(document(members, user)) if user else {}
    except PostFormatError as error:
        yield error
    for name in claim.names:
        found = _MESSAGES.fullmatch(name)
        if found is None:
            continue
        own = replace(labels, file=member_name(members.file, name))
        try:
            channel = object_of(document(members, f"{found[1]}channel.json"))
            yield from _of_channel(members, name, channel, owner, own)
        except PostFormatError as error:
            yield error


def _of_channel(
    members: Members, name: str, channel: Record, owner: Record, labels: Labels
) -> Iterator[Post | PostFormatError]:
    guild = object_of(channel.get("guild"))
    is_direct = str(channel.get("type")) in _OF_FEW or "recipients" in channel
    if not is_direct:
        labels.leave_out("others_messages")
    for message in _messages(members, name):
        for field in message.keys() - _KNOWN:
            labels.leave_out_unknown(VERSIONS, field)
        files = text_of(message.get("Attachments")).split()
        labels.leave_out("attachments", len(files))
        if is_direct:
            labels.leave_out("direct_messages")
            continue
        text = plain_text(text_of(message.get("Contents")), {}, {}).strip()
        if not text:
            labels.leave_out("wordless")
            continue
        place, account = text_of(channel.get("id")), text_of(owner.get("id"))
        server, id_ = text_of(guild.get("id")), str(message.get("ID"))
        row = {
            "scope": "discord",
            "id": f"{server}/{place}/{id_}" if server else f"{place}/{id_}",
            "source": source_name(text_of(channel.get("name")) or place),
            "text": text,
            "author": text_of(owner.get("global_name")) or text_of(owner.get("username")),
            "url": permalink(server, place, id_) if server else None,
            "posted_at": text_of(message.get("Timestamp")),
            "audience": f"discord:{place}",
            "author_id": f"discord:{account}" if account else None,
        }
        yield to_post(row, labels, None)


def _messages(members: Members, name: str) -> Iterator[Record]:
    if name.endswith(".json"):
        yield from records(members, name, None)
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
