"""The names of Discord's messages and channels in the ledger and the index; pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.question_and_answer import Asker

if TYPE_CHECKING:
    import discord

CHANNEL: Final = re.compile(r"<#(\d+)>|(\d+)")
"""A channel as somebody types it: by mention, or by its id."""


def asker(user: discord.abc.User) -> Asker:
    """Return who asks."""
    return Asker("discord", str(user.id), user.display_name)


def reference(channel_id: int, message_id: int) -> str:
    """Return the name of a message in the ledger."""
    return f"discord:{channel_id}/{message_id}"


def place_of(name: str) -> tuple[int, int]:
    """Return the channel's and the message's id from a message's name in the ledger."""
    channel_id, _, message_id = name.partition(":")[2].partition("/")
    return int(channel_id), int(message_id)


def post_id(guild_id: int, channel_id: int, message_id: int) -> str:
    """Return the id of the post that a message is, live as in an export."""
    return f"discord:{guild_id}/{channel_id}/{message_id}"


def id_of(message: discord.Message) -> str:
    """Return the id of the post that a message of a server is."""
    return post_id(message.guild.id if message.guild else 0, message.channel.id, message.id)


def ledger_id(id_: int) -> str:
    """Return the name of a channel or server in the ledger."""
    return f"discord:{id_}"


def role_id(id_: int) -> str:
    """Return the name of a role in the ledger."""
    return f"discord:role/{id_}"
