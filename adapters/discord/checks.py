"""Looks, over a connection of its own, whether Discord lets us do what we are to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord

from adapters.discord.adapter import reach
from adapters.discord.client import COMMANDS_NOTE, Client
from adapters.discord.sender import FAILURES, reason
from bot.checks.diagnostics import Finding

if TYPE_CHECKING:
    from pathlib import Path

    from bot.ledger.channels import Channel
    from bot.ledger.ledger import Ledger
    from bot.question_and_answer import Answer, Question
    from bot.services import Services
    from bot.settings.values import DiscordSettings


_PORTAL: Final = "of your application in the developer portal"

PERMISSIONS: Final = discord.Permissions(
    view_channel=True,
    read_message_history=True,
    send_messages=True,
    send_messages_in_threads=True,
)
"""What the bot needs in a server, and no more."""

_NEEDED: Final = {
    "view_channel": "View Channel",
    "read_message_history": "Read Message History",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
}


async def findings(settings: DiscordSettings, services: Services, imports: Path) -> list[Finding]:
    """Return a line each for token, intents, commands, and every watched channel."""
    reach(settings)
    client = Client(
        services.question_service(nobody_asks), services, imports, "en", guilds_seconds=0
    )
    async with client:
        try:
            # Not the whole of a start: nothing is registered by looking.
            me = await client.http.static_login(settings.token)
            application = await client.application_info()
        except discord.LoginFailure:
            return [_wrong(f"DISCORD_TOKEN is not accepted: copy it from the Bot page {_PORTAL}")]
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            return [_wrong(f"Discord cannot be reached ({reason(error)}): try again later")]
        found = [Finding("discord", is_fine=True, text=_invitation(application))]
        found.append(_intents(application))
        found.append(await _commands(client, application.id, services.ledger))
        watched = services.ledger.channels.watched("discord")
        return found + [await _channel(client, each, int(me["id"])) for each in watched]


def _invitation(application: discord.AppInfo) -> str:
    link = discord.utils.oauth_url(application.id, permissions=PERMISSIONS)
    return f"token of {application.name}; to invite it: {link}"


def _intents(application: discord.AppInfo) -> Finding:
    flags = application.flags
    if flags.gateway_message_content or flags.gateway_message_content_limited:
        return Finding("discord", is_fine=True, text="message content may be read")
    return _wrong(f"turn on Message Content Intent on the Bot page {_PORTAL}")


async def _commands(client: Client, application_id: int, ledger: Ledger) -> Finding:
    ours = client.tree.names
    try:
        registered = await client.http.get_global_commands(application_id)
    except FAILURES as error:
        return _wrong(f"the commands cannot be looked at ({reason(error)}): try again later")
    missing = sorted(ours - {command["name"] for command in registered})
    if not missing:
        return Finding("discord", is_fine=True, text=f"{len(ours)} commands are registered")
    if not ledger.noted(f"{COMMANDS_NOTE}:{application_id}"):
        text = "the commands are registered when `pullquote run` starts for the first time"
        return Finding("discord", is_fine=True, text=text)
    names = ", ".join(missing)
    return _wrong(f"not registered yet: {names}: `pullquote run` registers them")


async def _channel(client: Client, channel: Channel, my_id: int) -> Finding:
    try:
        guild = await client.fetch_guild(int(channel.workspace_id.partition(":")[2]))
        channels = {each.id: each for each in await guild.fetch_channels()}
        me = await guild.fetch_member(my_id)
        id_ = int(channel.id.partition(":")[2])
        place = channels.get(id_) or channels.get(await _parent(client, id_))
    except (discord.NotFound, discord.Forbidden) as error:
        return _wrong(
            f"{channel.name}: its server cannot be read ({reason(error)}): invite me again by the"
            " link above"
        )
    except FAILURES as error:
        why = reason(error)
        return _wrong(f"{channel.name}: its server cannot be read ({why}): try again later")
    if place is None:
        return _wrong(f"{channel.name}: gone or hidden: /posts unwatch it, or let me in")
    granted = place.permissions_for(me)
    missing = [name for flag, name in _NEEDED.items() if not getattr(granted, flag)]
    if missing:
        return _wrong(f"{channel.name}: give me {' and '.join(missing)} there")
    return Finding("discord", is_fine=True, text=f"{channel.name} can be read")


async def _parent(client: Client, thread_id: int) -> int:
    """Return the id of a thread's channel; 0 where the thread is gone or hidden."""
    try:
        found: Any = await client.http.get_channel(thread_id)
    except (discord.NotFound, discord.Forbidden):
        return 0
    return int(found.get("parent_id") or 0)


def _wrong(text: str) -> Finding:
    return Finding("discord", is_fine=False, text=text)


async def nobody_asks(question: Question) -> Answer:
    """Answer nothing: whoever only looks is asked nothing."""
    raise NotImplementedError(question.id)
