"""Who may do what where, computed as Discord computes it."""

from __future__ import annotations

from enum import IntFlag
from typing import TYPE_CHECKING

from tests.fakes.discord.world.channels import Thread

if TYPE_CHECKING:
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import Member


class Permission(IntFlag):
    """The bits that matter to a bot that reads and writes."""

    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    CONNECT = 1 << 20
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    SEND_MESSAGES_IN_THREADS = 1 << 38
    USE_EXTERNAL_APPS = 1 << 50


EVERYTHING = (1 << 53) - 1

ORDINARY = int(
    Permission.ADD_REACTIONS
    | Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.MENTION_EVERYONE
    | Permission.USE_EXTERNAL_EMOJIS
    | Permission.CONNECT
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.CREATE_PRIVATE_THREADS
    | Permission.SEND_MESSAGES_IN_THREADS
    | Permission.USE_EXTERNAL_APPS
)
"""What @everyone may do in a new server."""

IN_PRIVATE = int(
    Permission.ATTACH_FILES
    | Permission.EMBED_LINKS
    | Permission.MENTION_EVERYONE
    | Permission.USE_EXTERNAL_EMOJIS
)
"""What Discord says an app may do where there is no server, or where it is not a member."""


def in_guild(member: Member) -> int:
    """Return what the member may do in the server at large."""
    guild = member.guild
    granted = guild.everyone.permissions
    for role in member.roles:
        granted |= role.permissions
    return (
        EVERYTHING if guild.owner_id == member.id or granted & Permission.ADMINISTRATOR else granted
    )


def in_channel(channel: Channel, member: Member) -> int:
    """Return what the member may do in this channel of a server."""
    granted = in_guild(member)
    if granted == EVERYTHING:
        return granted
    granted = _with_overwrites(granted, channel, member)
    hidden = not granted & Permission.VIEW_CHANNEL
    if isinstance(channel, Thread):
        invited = not channel.is_private or member.id in channel.member_ids
        hidden = hidden or not (invited or granted & Permission.MANAGE_THREADS)
    return 0 if hidden else granted


def may(channel: Channel, member: Member, *wanted: Permission) -> bool:
    """Return whether the member may do all of this in the channel."""
    granted = in_channel(channel, member)
    return all(granted & each for each in wanted)


def _with_overwrites(granted: int, channel: Channel, member: Member) -> int:
    place = channel.parent if isinstance(channel, Thread) else channel
    overwrites = {each.id: each for each in place.overwrites}
    steps = ([member.guild.id], [role.id for role in member.roles], [member.id])
    for ids in steps:  # the order is Discord's: everyone, all roles together, the member
        found = [overwrites[each] for each in ids if each in overwrites]
        for each in found:
            granted &= ~each.deny
        for each in found:
            granted |= each.allow
    return granted
