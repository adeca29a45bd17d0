"""Finds the watched channel that somebody names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ledger.channels import Channel


class NamedChannels(NamedTuple):
    """What names mean.

    Attributes:
        channels: The channels that are certainly meant.
        unknown: The names of none.
        several: The names of more than one, each with these.
    """

    channels: list[Channel]
    unknown: list[str]
    several: list[tuple[str, list[Channel]]]


def all_named(channels: Sequence[Channel], said: str) -> NamedChannels:
    """Return what a name, or several with spaces between them, mean.

    Args:
        channels: Those to choose from.
        said: See `named`.
    """
    found = NamedChannels([], [], [])
    for name in [said] if named(channels, said) else said.split():
        match named(channels, name):
            case [one]:
                found.channels.append(one)
            case []:
                found.unknown.append(name)
            case more:
                found.several.append((name, more))
    return found


def named(channels: Sequence[Channel], said: str) -> list[Channel]:
    """Return the channels that a mention, an id or a name means.

    Args:
        channels: Those to choose from.
        said: `<#C1|news>`, `C1`, `slack:T1/C1`, `#news` or `news`.

    Returns:
        One by its id, otherwise all of that name; their letters' case does not matter.
    """
    bare = said.strip().removeprefix("<#").removesuffix(">").partition("|")[0]
    by_id = [each for each in channels if bare in {each.id, own_id(each)}]
    name = bare.removeprefix("#").casefold()
    return by_id or [each for each in channels if each.name.removeprefix("#").casefold() == name]


def unnamed(channel: Channel) -> Channel:
    """Return a channel that goes by its id, for whoever may not know what it is called."""
    return replace(channel, name=own_id(channel))


def own_id(channel: Channel) -> str:
    """Return the id of a channel as its platform shows it, without what it belongs to."""
    return channel.id.partition(":")[2].rpartition("/")[2]
