"""What the readers of a reply on Discord may see: the rule of the audience; pure.

A post's label is `everyone`, `discord:GUILD` (all members of a guild) or `discord:CHANNEL` (its
readers; a public thread's posts have its channel's label, a private thread's its own). A public
reply may cite only what every reader of its channel may read. Discord tells a bot without the
members intent who may read a channel only by roles and overwrites, so that is what is compared;
where these do not prove that a channel is open to all the readers of another, it is not.

What is written in an age-restricted channel is for other such channels alone, whoever reads the
reply, and for direct messages of who may read it: the flag counts as it is now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import discord

from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from discord.abc import GuildChannel

Place = discord.abc.GuildChannel | discord.Thread

_PREFIX: Final = "discord:"

_Voiced = discord.VoiceChannel | discord.StageChannel
"""What is written there is only for who may join: seeing the channel is not enough."""


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
    own = _channel_of(channel)
    seen = {EVERYONE, label(channel.guild)}
    if own is None:
        return frozenset(seen)
    hidden = frozenset() if is_age_restricted(channel) else age_restricted(channel.guild, stored)
    others = [other for other in _channels(channel.guild, stored) if label(other) not in hidden]
    seen |= {label(other) for other in others if _is_open(other)}
    if _shows_history(own):  # else some may read only what is being written now
        seen |= {label_for(channel), label(own)}
        seen |= {label(other) for other in others if _has_same_readers(other, own)}
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
    own = _channel_of(channel)
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
    joins = granted.connect or not isinstance(channel, _Voiced)
    return granted.view_channel and granted.read_message_history and joins


def is_open_to_all(channel: Place) -> bool:
    """Return whether every member may certainly read a channel, whatever channel they read in."""
    own = _channel_of(channel)
    is_private = isinstance(channel, discord.Thread) and channel.is_private()
    is_apart = is_private or is_age_restricted(channel)
    return own is not None and not is_apart and _is_open(own)


def _channels(guild: discord.Guild, stored: Iterable[str]) -> list[GuildChannel]:
    found = (guild.get_channel(id_) for id_ in _ids(stored))
    return [channel for channel in found if channel is not None]


def _ids(stored: Iterable[str]) -> list[int]:
    numbers = (each.removeprefix(_PREFIX) for each in stored if each.startswith(_PREFIX))
    return [int(number) for number in numbers if number.isdecimal()]


def _channel_of(channel: Place) -> GuildChannel | None:
    return channel.parent if isinstance(channel, discord.Thread) else channel


def _is_open(channel: GuildChannel) -> bool:
    """Return whether nobody is kept from reading it: everyone may, and no overwrite denies it."""
    everyone = channel.guild.default_role
    bare = channel.permissions_for(everyone)
    denied = (_reading(overwrite) for overwrite in channel.overwrites.values())
    return (
        may_read(channel, bare)
        and _lets_all_join(channel)
        and not any(False in bits for bits in denied)
    )


def _lets_all_join(channel: GuildChannel) -> bool:
    """Tell whether it is certain that whoever sees a channel may read it as far as joining goes."""
    if not isinstance(channel, _Voiced):
        return True
    denied = any(overwrite.connect is False for overwrite in channel.overwrites.values())
    return channel.guild.default_role.permissions.connect and not denied


def _shows_history(channel: GuildChannel) -> bool:
    """Return whether it is certain that whoever sees a channel may read what was written before."""
    everyone = channel.guild.default_role
    view, history = _reading(channel.overwrites_for(everyone))
    others = [each for each in channel.overwrites if each.id != everyone.id]
    bits = {each.id: _reading(channel.overwrites[each]) for each in others}
    if any(shown is False for _, shown in bits.values()):
        return False
    if history or (everyone.permissions.read_message_history and history is None):
        return True
    # Not everybody has it, so each way to see the channel must bring it along.
    if view:
        return False
    telling = {
        role.id
        for role in channel.guild.roles
        if history is None and role.permissions.read_message_history
    }
    seeing = {role.id for role in channel.guild.roles if role.permissions.view_channel}
    ways = {id_ for id_, (seen, shown) in bits.items() if seen and not shown}
    return ways | (seeing if view is None else set()) <= telling


def _has_same_readers(one: GuildChannel, other: GuildChannel) -> bool:
    """Return whether the readers of the other may read the one: both keep out the same."""
    return _lets_all_join(one) and _overwrites(one) == _overwrites(other)


def _overwrites(channel: GuildChannel) -> dict[int, tuple[bool | None, bool | None]]:
    found = {target.id: _reading(overwrite) for target, overwrite in channel.overwrites.items()}
    return {id_: bits for id_, bits in found.items() if bits != (None, None)}


def _reading(overwrite: discord.PermissionOverwrite) -> tuple[bool | None, bool | None]:
    return overwrite.view_channel, overwrite.read_message_history
