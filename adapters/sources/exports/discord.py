"""Reads what DiscordChatExporter writes as JSON: a channel or thread a file, or parts of it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from adapters.sources.archive_reading.json_records import beside, id_of, records, text_of
from adapters.sources.archive_reading.matching import Claim
from adapters.sources.archive_reading.members import head, member_name
from adapters.sources.exports.channels_of_apps import ChannelsOfApps
from adapters.sources.exports.discord_fields import KNOWN
from adapters.sources.exports.discord_messages import (
    WRITTEN,
    Channel,
    channel_of,
    message_found,
    titler_in,
)
from adapters.sources.exports.found_message import Found, Wordless, posts_found
from adapters.sources.faults import apart
from adapters.sources.rows import check_storable
from adapters.sources.wrong_value import WrongValue
from index.errors import PostFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels
    from index.posts import Post


_HEAD: Final = 16_384
_OPENING: Final = re.compile(rb'\s*\{\s*"guild"\s*:\s*\{')
_ABOUT: Final = ("guild", "channel")
_MARKS: Final = (
    (b'"guild"', b'"channel"', b'"dateRange"'),
    (b'"messages"', b'"timestampEdited"', b'"isPinned"'),
)
"""What shows an export in whatever order it is written: what it is of, or a message."""
_MESSAGES: Final = re.compile(rb'"messages"\s*:\s*\[\s*\{\s*"id"\s*:\s*"(\d{1,20})"')
_WRITTEN: Final = re.compile(
    rb'"id"\s*:\s*"(\d{1,19})"\s*,\s*"type"\s*:\s*"(?:%s)"' % "|".join(sorted(WRITTEN)).encode()
)
_ID: Final = re.compile(r"[0-9]{1,19}")
_CHUNK: Final = 1_000_000
# Longer than what a message's id and type take.
_OVERLAP: Final = 200
# An export that brings its pictures along keeps them in a folder of this ending.
_ASSETS: Final = "_Files/"


def claims(members: Members) -> list[Claim]:
    """Return one claim on all exports that are here, the oldest messages first."""
    found: dict[str, int] = {}
    for name in members.sizes:
        if name.lower().endswith(".json"):
            start = head(members, name, _HEAD)
            if _is_export(start):
                first = _MESSAGES.search(start)
                found[name] = int(first[1]) if first else 0
    names = sorted(found, key=lambda name: (found[name], name))
    assets = [
        name for name in members.sizes if _ASSETS in name and name.partition(_ASSETS)[0] in found
    ]
    return [Claim("", [*names, *assets])] if names else []


def _is_export(start: bytes) -> bool:
    is_usual = _OPENING.match(start) is not None and b'"channel"' in start
    is_object = start.lstrip().startswith(b"{")
    return is_usual or (is_object and any(all(m in start for m in marks) for marks in _MARKS))


def posts(members: Members, claim: Claim, labels: Labels) -> Iterator[Post | PostFormatError]:
    """Yield the messages of every export; one that breaks off gives what came before.

    What several exports hold of a channel counts as the newest of them has it.
    """
    names = [name for name in claim.names if _ASSETS not in name]
    export, channels = _Export(members, names), ChannelsOfApps(labels)
    yield from export.problems
    newer: dict[str, list[array[int]]] = {}
    for name in export.newest_first():
        channel = export.channels[name]
        own = replace(labels, file=member_name(members.file, name))
        if channel.is_direct:
            yield PostFormatError(own.file, "direct_messages")
            continue
        read, titler = newer.setdefault(channel.id, []), ""
        try:
            for message in records(members, name, "messages", labels=own):
                id_ = id_of(message.get("id"))
                if any(_holds(ids, id_) for ids in read):
                    continue
                titler = titler or titler_in(message, channel)
                made = _posts_of(message, channel, export.root_of(channel), own, titler)
                made = apart(made, own)
                yield from channels.watched(f"#{channel.parent_name or channel.name}", made)
        except PostFormatError as error:
            yield error
        _add(read, export.ids[name])
    channels.tell()


def _posts_of(
    message: Record, channel: Channel, root: str | None, labels: Labels, titler: str
) -> Iterator[Post | PostFormatError]:
    """Yield what becomes of a message, and count what is left out."""
    try:
        # What shows a message drops halves of characters: here, they may be bytes that are lost.
        check_storable("text", text_of(message.get("content")))
    except WrongValue as error:
        yield PostFormatError(labels.file, error.kind, **error.values)
        return
    found = message_found(message, channel, root, with_apps=labels.with_apps)
    if isinstance(found, Found | Wordless):
        labels.note_unknown(message, KNOWN)
    yield from posts_found(found, labels, titler or None)


class _Export:
    """What is known before the messages are read: a reply may stand before what it answers.

    Attributes:
        channels: What each file is of.
        ids: The ids of what was written in each file, sorted; eight bytes a message.
        problems: Files that do not say what they are of.
    """

    def __init__(self, members: Members, names: Sequence[str]) -> None:
        self.channels: dict[str, Channel] = {}
        self.problems: list[PostFormatError] = []
        self.ids: dict[str, array[int]] = {}
        self._in_forums: set[str] = set()
        self._exported: dict[str, str] = {}
        for name in names:
            try:
                header = beside(members, name, "messages", _ABOUT)
            except PostFormatError as error:
                self.problems.append(error)
                continue
            channel = self.channels[name] = channel_of(header)
            self._exported[name] = text_of(header.get("exportedAt"))
            ids = sorted(_ids(members, name)) or sorted(_ids_in_any_order(members, name))
            own = self.ids[name] = array("Q", ids)
            if channel.is_thread and own and str(own[0]) == channel.id:
                self._in_forums.add(channel.id)
        self._close_threads()
        members.budget.rewind()

    def _close_threads(self) -> None:
        """Keep out what is in threads of channels that keep it out: only these have a topic."""
        closed = {each.id for each in self.channels.values() if each.is_closed}
        for name, each in self.channels.items():
            self.channels[name] = replace(each, is_closed=each.is_closed or each.parent in closed)

    def newest_first(self) -> list[str]:
        """Return the files, those that were written last first."""
        return sorted(self.channels, key=self._exported.__getitem__, reverse=True)

    def root_of(self, channel: Channel) -> str | None:
        """Return the end of the id of a thread's first message, whether it is here or not.

        It has the id of its thread. In a forum it is in the thread itself, else in the channel.
        """
        if not channel.is_thread or not channel.parent:
            return None
        place = channel.id if channel.id in self._in_forums else channel.parent
        return f"{channel.guild}/{place}/{channel.id}"


def _add(read: list[array[int]], ids: array[int]) -> None:
    """Take in the ids of one more export, so that few lists are left, however many there were."""
    while read and len(read[-1]) <= len(ids):
        ids = array("Q", sorted(read.pop() + ids))
    read.append(ids)


def _holds(ids: array[int], id_: str) -> bool:
    if not _ID.fullmatch(id_):
        return False
    place = bisect_left(ids, int(id_))
    return place < len(ids) and ids[place] == int(id_)


def _ids(members: Members, name: str) -> Iterator[int]:
    """Yield the ids of what was written, by a look at the bytes: it costs little time."""
    rest = b""
    try:
        with members.opened(name) as stream:
            while chunk := stream.read(_CHUNK):
                stream.next_piece()
                rest += chunk
                end = 0
                for match in _WRITTEN.finditer(rest):
                    yield int(match[1])
                    end = match.end()
                rest = rest[max(end, len(rest) - _OVERLAP) :]
    except PostFormatError:
        return  # said when it is read


def _ids_in_any_order(members: Members, name: str) -> Iterator[int]:
    """Yield them message by message, where none shows its type right behind its id."""
    try:
        for message in records(members, name, "messages"):
            id_ = id_of(message.get("id"))
            if text_of(message.get("type")) in WRITTEN and _ID.fullmatch(id_):
                yield int(id_)
    except PostFormatError:
        return  # said when it is read
