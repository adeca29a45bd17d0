"""What is told of channels that begin or cease to be watched; pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from adapters.chat.error_text import recalled
from bot.admin.watched_names import own_id
from bot.text import Count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.chat.wording import Wording
    from bot.admin.watched_names import NamedChannels
    from bot.ledger.channel_groups import ChannelGroup
    from bot.ledger.channels import Channel


MOST_NAMES: Final = 20
"""Channels that are named one by one."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What came of the request to have channels watched.

    Attributes:
        watched: What the channels are called that are.
        unread: What was named and the bot may not read.
        unknown: What was named and is nothing that whoever asks may see.
        several: Names of more than one channel, each with the ids of these.
        groups: Of which groups those are watched, too, that are made later.
        no_longer_new: Those that are made later are watched no longer.
    """

    watched: Sequence[str]
    unread: Sequence[str] = ()
    unknown: Sequence[str] = ()
    several: Sequence[tuple[str, Sequence[str]]] = ()
    groups: Sequence[ChannelGroup] = ()
    no_longer_new: bool = False


def begun_lines(begun: Begun, wording: Wording) -> list[str]:
    """Return which channels are watched from now on, and which are not."""
    said, names = wording.watching, begun.watched
    lines = []
    if len(names) == 1:
        lines.append(said["begun"].format(channel=names[0]))
    elif names:
        many = said["begun_many"]
        lines.append(many.format(channels=Count(len(names)), names=_listed(names)))
    elif not (
        begun.unread or begun.unknown or begun.several or begun.groups or begun.no_longer_new
    ):
        lines.append(said["none_public"])
    if begun.unread:
        lines.append(said["cannot_read"].format(channel=_listed(begun.unread)))
    if begun.unknown:
        lines.append(unknown_line(begun.unknown, wording))
    lines += _several_lines(begun.several, wording)
    if begun.no_longer_new:
        lines.append(said["no_longer_new"])
    return [*lines, *(group_line(each, wording) for each in begun.groups)]


def group_line(group: ChannelGroup, wording: Wording) -> str:
    """Return that the channels are watched that are made later in a group."""
    said = wording.watching
    return said["new_in"].format(name=group.name) if group.name else said["new_public"]


@dataclass(frozen=True, slots=True)
class Ended:
    """What came of the request to have channels watched no longer.

    Attributes:
        unwatched: What the channels are called that are watched no longer.
        unknown: What was named and is not watched.
        several: Names of more than one watched channel, each with the ids of these.
        no_longer_new: A group is watched no longer.
    """

    unwatched: Sequence[str]
    unknown: Sequence[str] = ()
    several: Sequence[tuple[str, Sequence[str]]] = ()
    no_longer_new: bool = False


def listed_lines(channels: Sequence[Channel], wording: Wording) -> list[str]:
    """Return watched channels with their ids, and why one cannot be read; or that none is."""
    lines = [
        " · ".join(filter(None, [own_id(each), each.name, recalled(each.error, wording)]))
        for each in channels
    ]
    return lines or [wording.watching["none_watched"]]


def ids_of(
    several: Sequence[tuple[str, Sequence[Channel]]],
) -> list[tuple[str, list[str]]]:
    """Return names of more than one channel with the ids of these."""
    return [(name, [own_id(each) for each in them]) for name, them in several]


def ended_of(meant: NamedChannels, *, no_longer_new: bool = False) -> Ended:
    """Return what came of the names that somebody gave."""
    several = ids_of(meant.several)
    return Ended([each.name for each in meant.channels], meant.unknown, several, no_longer_new)


def ended_lines(ended: Ended, wording: Wording) -> list[str]:
    """Return which channels are watched no longer, and what was not found."""
    said, names = wording.watching, ended.unwatched
    lines = []
    if len(names) == 1:
        lines.append(said["unwatched"].format(channel=names[0]))
    elif names:
        many = said["unwatched_many"]
        lines.append(many.format(channels=Count(len(names)), names=_listed(names)))
    lines += [said["not_watched"].format(channel=each) for each in ended.unknown]
    lines += _several_lines(ended.several, wording)
    lines += [said["no_longer_new"]] if ended.no_longer_new else []
    return lines or [said["none_watched"]]


def unknown_line(names: Sequence[str], wording: Wording) -> str:
    """Return that these are no channels that whoever asks may see, and how to name one."""
    return wording.watching["not_found"].format(channel=_listed(names))


def _several_lines(several: Sequence[tuple[str, Sequence[str]]], wording: Wording) -> list[str]:
    said = wording.watching["several"]
    return [said.format(name=name, ids=", ".join(ids)) for name, ids in several]


def _listed(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMES
    return ", ".join([*names[:MOST_NAMES], *([f"… +{more}"] if more > 0 else ())])
