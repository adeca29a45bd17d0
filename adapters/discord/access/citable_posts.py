"""Which posts a reply on Discord may cite: what its readers may see, all of them; pure.

A post's label is `everyone`, `discord:GUILD` (all members of a guild) or `discord:CHANNEL` (its
readers; a public thread's posts have its channel's label, a private thread's its own). A public
reply may cite only what every reader of its channel may read: a channel whose overwrites keep out
nobody who sees the channel of the reply (`readers_kept_out.py`).

What is written in an age-restricted channel is for other such channels alone, whoever reads the
reply, and for direct messages of who may read it: the flag counts as it is now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import discord

from adapters.discord.access.readers_kept_out import Roles, Voiced
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from discord.abc import GuildChannel

Place = discord.abc.GuildChannel | discord.Thread

_PREFIX: Final = "discord:"


def label(place: discord.abc.Snowflake) -> str:
    """Return the label of a guild, a channel or a private thread."""
    return f"{_PREFIX}{place.id}"


def labels_in(guild: discord.Guild) -> frozenset[str]:
    """Return all labels that posts of a guild may have."""
    return frozenset(label(place) for place in (guild, *guild.channels, *guild.threads))


def label_for(channel: Place) -> str:
    """Return the label of what is posted in a channel or thread."""
    if isinstance(channel, discord.Thread) and not channel.is_private():
        return f"{_PREFIX}{channel.parent_id}"
    return label(channel)


def readers_of(channel: Place, stored: Iterable[str]) -> frozenset[str]:
    """Return the stored labels that every reader of a channel may see."""
    own = channel_of(channel)
    seen = {EVERYONE, label(channel.guild)}
    if own is None:
        return frozenset(seen)
    hidden = frozenset() if is_age_restricted(channel) else age_restricted(channel.guild, stored)
    roles = Roles(channel.guild)
    here = roles.rules(own)
    # Else some may read only what is being written now; that they are in, nobody need prove.
    if next(roles.kept_out(here, here, ["read_message_history"]), None) is None:
        seen |= {label_for(channel), label(own)}
    for other in _channels(channel.guild, stored):
        is_other = label(other) not in hidden and other.id != own.id
        if is_other and next(roles.kept_out(roles.rules(other), here), None) is None:
            seen.add(label(other))
    return frozenset(seen)


def seen_by(member: discord.Member, stored: Iterable[str]) -> frozenset[str]:
    """Return the stored labels of a guild that one member may see, but for private threads."""
    seen = {EVERYONE, label(member.guild)}
    for channel in _channels(member.guild, stored):
        if may_read(channel, channel.permissions_for(member)):
            seen.add(label(channel))
    return frozenset(seen)


def is_age_restricted(channel: Place) -> bool:
    """Return whether a channel, or the channel of a thread, is age-restricted."""
    own = channel_of(channel)
    return own is not None and bool(getattr(own, "nsfw", False))


def age_restricted(guild: discord.Guild, stored: Iterable[str]) -> frozenset[str]:
    """Return the stored labels of age-restricted channels, and of the threads in them."""
    found = (guild.get_channel_or_thread(id_) for id_ in _ids(stored))
    return frozenset(label(each) for each in found if each and is_age_restricted(each))


def private_threads(guild: discord.Guild, stored: Iterable[str]) -> list[discord.Thread]:
    """Return the private threads among the stored labels; their members must be asked for."""
    found = (guild.get_thread(id_) for id_ in _ids(stored))
    return [thread for thread in found if thread is not None and thread.is_private()]


def may_read(channel: Place, granted: discord.Permissions) -> bool:
    """Return whether what is granted in a channel suffices to read what was written there."""
    joins = granted.connect or not isinstance(channel, Voiced)
    return granted.view_channel and granted.read_message_history and joins


def is_open_to_all(channel: Place) -> bool:
    """Return whether every member may certainly read a channel, whatever channel they read in."""
    own = channel_of(channel)
    is_private = isinstance(channel, discord.Thread) and channel.is_private()
    is_apart = is_private or is_age_restricted(channel)
    return own is not None and not is_apart and _is_open(own, Roles(own.guild))


def is_known_in(channel: GuildChannel, place: Place) -> bool:
    """Return whether everybody who sees a place sees a channel, too, and so knows its name."""
    own = channel_of(place)
    if own is None or own.guild.id != channel.guild.id:
        return False
    roles = Roles(own.guild)
    kept_out = roles.kept_out(roles.rules(channel), roles.rules(own), ["view_channel"])
    return next(kept_out, None) is None


def _channels(guild: discord.Guild, stored: Iterable[str]) -> list[GuildChannel]:
    found = (guild.get_channel(id_) for id_ in _ids(stored))
    return [channel for channel in found if channel is not None]


def _ids(stored: Iterable[str]) -> list[int]:
    numbers = (each.removeprefix(_PREFIX) for each in stored if each.startswith(_PREFIX))
    return [int(number) for number in numbers if number.isdecimal()]


def channel_of(channel: Place) -> GuildChannel | None:
    """Return a channel, or that of a thread; None where that is not known."""
    return channel.parent if isinstance(channel, discord.Thread) else channel


def _is_open(channel: GuildChannel, roles: Roles) -> bool:
    """Return whether nobody on the server is kept from reading a channel."""
    return next(roles.kept_out(roles.rules(channel), None), None) is None
