"""Reads the dumps that slackdump makes of Slack: a channel or thread a file."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from adapters.markup.slack_post_rules import SLACKBOT, account_name
from adapters.sources.archive_reading.json_records import (
    beside,
    id_of,
    name_in_json,
    objects_of,
    records,
    text_of,
)
from adapters.sources.archive_reading.members import head, member_name, whole
from adapters.sources.exports.channels_of_apps import ChannelsOfApps
from adapters.sources.exports.slack import message_posts
from adapters.sources.exports.slack_messages import Channel, Names
from adapters.sources.faults import apart
from adapters.sources.messengers.slackdump_lists import (
    is_slackdump_list,
    is_slackdump_transcript,
    listed_accounts,
)
from index.errors import PostFormatError
from index.posts import Post

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from adapters.sources.archive_reading.json_records import Record
    from adapters.sources.archive_reading.members import Members
    from adapters.sources.file_defaults import Labels

VERSIONS: Final = "slackdump 2.0 to 3.1, dump"
"""What this was written for."""

_BEGINS: Final = re.compile(rb'\s*\{\s*"(?:channel_id|name|thread_ts|messages)"\s*:')
_ID: Final = re.compile(rb'"channel_id"\s*:\s*"[CDG][A-Z0-9]+"')
_MESSAGES: Final = re.compile(rb'"messages"\s*:\s*\[\s*\{')
_OF_SLACK: Final = (
    re.compile(rb'"type"\s*:\s*"message"'),
    re.compile(rb'"ts"\s*:\s*"\d{9,11}\.\d{6}"|"user"\s*:\s*"[UW][A-Z0-9]+"'),
)
_LISTS: Final = re.compile(r"(?:.*/)?(?:users|channels)(?:-T[A-Z0-9]+)?\.json")
_TEXT: Final = ".txt"
_USERS: Final = re.compile(rb'\s*\[\s*\{\s*"id"\s*:\s*"[UW]')
_TEAM: Final = re.compile(rb'"team(?:_id)?"\s*:\s*"(T[A-Z0-9]{1,30})"')
_TEAM_IN_NAME: Final = re.compile(r".*-(T[A-Z0-9]+)\.(?:json|txt)")
_LOOKED_THROUGH: Final = 300
"""In the beginnings of so many dumps the workspace is looked for, where no list names it."""
_LOOK: Final = 1_000_000
_ABOUT: Final = frozenset({"channel_id", "name"})
_REPLIES: Final = "slackdump_thread_replies"


def begins(start: bytes) -> bool:
    """Return whether a file that begins like this is a dump.

    Its channel may be named below its messages, which are told by how Slack describes them.
    """
    if _BEGINS.match(start) is None:
        return False
    if _ID.search(start) is not None:
        return True
    messages = _MESSAGES.search(start)
    return messages is not None and all(each.search(start, messages.end()) for each in _OF_SLACK)


def lists_beside(members: Members, dumps: Sequence[str]) -> list[str]:
    """Return the lists of people and channels that lie beside dumps."""
    if not dumps:
        return []
    texts = [name for name in members.sizes if name.lower().endswith(_TEXT)]
    beside = {f"{_stem(name)}{_TEXT}" for name in dumps}
    written = [
        name
        for name in texts
        if _is_text_list(members, name) or (name in beside and _is_transcript(members, name))
    ]
    return [n for n in (*filter(_LISTS.fullmatch, members.sizes), *written) if n not in dumps]


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def _is_transcript(members: Members, name: str) -> bool:
    """Return whether a text tells the messages of a dump once more."""
    return is_slackdump_transcript(head(members, name, 500).decode("utf-8-sig", "replace"))


def _is_text_list(members: Members, name: str) -> bool:
    return is_slackdump_list(head(members, name, 200).decode("utf-8-sig", "replace"))


def _is_list(name: str) -> bool:
    """Return whether a member is no dump but a list: no dump is called like a text."""
    return _LISTS.fullmatch(name) is not None or name.lower().endswith(_TEXT)


def posts_in(
    members: Members, names: Sequence[str], labels: Labels
) -> Iterator[Post | PostFormatError]:
    """Yield the messages of channels, each once, with the replies that lie below them."""
    people, bots, problems = _people(members, names)
    yield from problems
    known = Names(people, bots - {SLACKBOT}, {})
    met: set[str] = set()
    channels = ChannelsOfApps(labels)
    teams = _teams(members, names)
    members.budget.rewind()
    for name in names:
        if _is_list(name):
            if name.lower().endswith(_TEXT) and _is_transcript(members, name):
                labels.leave_out_named("members", "other_members", name)
            continue
        own = replace(labels, file=member_name(members.file, name))
        try:
            about = beside(members, name, "messages", _ABOUT)
            channel = _channel(about, teams[_folder(name)], own)
            for record in records(members, name, "messages", labels=own):
                for message in (record, *objects_of(record.get(_REPLIES), own)):
                    made = apart(_post(message, channel, known, own, met), own)
                    yield from channels.watched(f"#{channel.name}", made)
        except PostFormatError as error:
            yield error
    channels.tell()


def _people(
    members: Members, names: Sequence[str]
) -> tuple[dict[str, str], frozenset[str], list[PostFormatError]]:
    people: dict[str, str] = {}
    bots: set[str] = set()
    problems: list[PostFormatError] = []
    for name in filter(_is_list, names):
        try:
            for user in _users(members, name):
                id_ = text_of(user.get("id"))
                people[id_] = name_in_json(account_name(user))
                if user.get("is_bot") is True:
                    bots.add(id_)
        except PostFormatError as error:
            problems.append(error)
    return people, frozenset(bots), problems


def _users(members: Members, name: str) -> Iterator[Record]:
    if name.lower().endswith(_TEXT):
        if not _is_transcript(members, name):
            yield from listed_accounts(whole(members, name).decode("utf-8-sig", "replace"))
    elif _USERS.match(head(members, name, 200)):
        yield from records(members, name, None)


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _teams(members: Members, names: Sequence[str]) -> dict[str, str]:
    """Return the workspace that the dumps in each folder are of; "" where it is not known."""
    folders: dict[str, list[str]] = {}
    for name in names:
        folders.setdefault(_folder(name), []).append(name)
    return {folder: _team(members, held) for folder, held in folders.items()}


def _team(members: Members, names: Sequence[str]) -> str:
    """Return the workspace, as most accounts or else most messages name it; "" for unknown.

    A dump is of one, and not each of its messages says of which.
    """
    lists = [name for name in names if _is_list(name)]
    named = {found[1] for found in map(_TEAM_IN_NAME.fullmatch, lists) if found}
    if len(named) == 1:
        return str(named.pop())
    dumps = [name for name in names if name not in lists][:_LOOKED_THROUGH]
    for looked in (lists, dumps):
        found = Counter(
            team for each in looked for team in _TEAM.findall(head(members, each, _LOOK))
        )
        if found:
            return str(found.most_common(1)[0][0], "ascii")
    return ""


def _channel(header: Record, team: str, labels: Labels) -> Channel:
    id_, name = text_of(header.get("channel_id")), text_of(header.get("name"))
    if not id_:  # whose conversation is not told may be one of two people
        raise PostFormatError(labels.file, "part_of_export", platform="Slack")
    return Channel(id_, name or id_, is_private=id_.startswith("G"), team=team)


def _post(
    message: Record, channel: Channel, names: Names, labels: Labels, met: set[str]
) -> Iterator[Post | PostFormatError]:
    key = f"{channel.id}/{id_of(message.get('ts'))}"
    if key in met:
        return
    if not key.endswith("/"):
        met.add(key)
    if channel.id.startswith("D") or channel.name.startswith("mpdm-"):
        labels.leave_out("direct_messages")
        return
    for post in message_posts(message, channel, names, labels):
        nameless = isinstance(post, Post) and post.part is None and not post.author
        labels.leave_out("slackdump_names", int(nameless))
        yield post
