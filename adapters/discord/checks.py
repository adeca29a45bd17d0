"""Looks, over a connection of its own, whether Discord lets us do what we are to do."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import discord
from discord.gateway import DiscordWebSocket

from adapters.chat.unread_channels import because
from adapters.discord.adapter import NOT_DISCORD, another, gateway_shut, is_another, reach
from adapters.discord.client import COMMANDS_NOTE, Client
from adapters.discord.sender import FAILURES, reason
from bot.checks.diagnostics import Finding
from index.error_sentences import Told, reason_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bot.ledger.channels import Channel
    from bot.ledger.ledger import Ledger
    from bot.question_and_answer import Answer, Question
    from bot.services import Services
    from bot.settings.values import DiscordSettings


PERMISSIONS: Final = discord.Permissions(
    view_channel=True,
    read_message_history=True,
    send_messages=True,
    send_messages_in_threads=True,
)
"""What the bot needs in a server, and no more."""

LOGIN_SECONDS: Final = 60.0
"""A Discord that is slow, or has a call repeated, answers by then; discord.py waits for ever."""

ANSWER_SECONDS: Final = 60.0
"""The same of what is asked then."""

_GATEWAY_SECONDS: Final = 10.0

_NEEDED: Final = {
    "view_channel": "View Channel",
    "read_message_history": "Read Message History",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
}


async def findings(
    settings: DiscordSettings, services: Services, imports: Path, say: Mapping[str, str]
) -> list[Finding]:
    """Return a line each for token, intents, commands, and every watched channel.

    Args:
        settings: Which bot.
        services: What knows the watched channels.
        imports: Where files lie that are imported.
        say: Our sentences about chats, by name.
    """
    reach(settings)
    client = Client(
        services.question_service(nobody_asks), services, imports, "en", guilds_seconds=0
    )
    async with client:
        try:
            # Not the whole of a start: nothing is registered by looking.
            async with asyncio.timeout(LOGIN_SECONDS):
                me = await client.http.static_login(settings.token)
                application = await client.application_info()
        except discord.LoginFailure:
            return [_wrong(say["token_refused"])]
        except NOT_DISCORD as error:
            return [_wrong(another(settings.api_url, error).sentence)]
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            if is_another(error):
                return [_wrong(another(settings.api_url, error).sentence)]
            told = Told(
                "Discord cannot be reached ({reason}): try again later", reason=reason(error)
            )
            return [_wrong(told)]
        found = [_fine(_invitation(application, say))]
        found += [_intents(application, say), await _gateway(settings, say)]
        found.append(await _commands(client, application.id, services.ledger, say))
        watched = services.ledger.channels.watched("discord")
        found += await _channels(client, watched, int(me["id"]), say)
        return found + await _digests(client, services.ledger, int(me["id"]), say)


async def _digests(
    client: Client, ledger: Ledger, my_id: int, say: Mapping[str, str]
) -> list[Finding]:
    found = []
    for (platform, workspace_id), chosen in ledger.settings.all().items():
        if platform == "discord" and chosen.digest_in:
            ids = (int(each.partition(":")[2]) for each in (workspace_id, chosen.digest_in))
            found += await _digest(client, *ids, my_id=my_id, say=say)
    return found


def _invitation(application: discord.AppInfo, say: Mapping[str, str]) -> str:
    link = discord.utils.oauth_url(application.id, permissions=PERMISSIONS)
    return say["invitation"].format(name=application.name, link=link)


def _intents(application: discord.AppInfo, say: Mapping[str, str]) -> Finding:
    flags = application.flags
    if flags.gateway_message_content or flags.gateway_message_content_limited:
        return _fine(say["content"])
    return _wrong(say["no_content"])


async def _gateway(settings: DiscordSettings, say: Mapping[str, str]) -> Finding:
    """Say whether the gateway greets; nobody logs in there by looking."""
    try:
        async with (
            asyncio.timeout(_GATEWAY_SECONDS),
            aiohttp.ClientSession() as session,
            session.ws_connect(settings.gateway_url) as line,
        ):
            greeting = await line.receive_json()
            is_open = isinstance(greeting, dict) and greeting.get("op") == DiscordWebSocket.HELLO
    except (aiohttp.ClientError, OSError) as error:
        return _wrong(gateway_shut(settings, reason_of(error)))
    except (TypeError, ValueError):
        is_open = False
    if not is_open:
        return _wrong(gateway_shut(settings, Told("what it says is no JSON of Discord’s")))
    return _fine(say["gateway"])


async def _commands(
    client: Client, application_id: int, ledger: Ledger, say: Mapping[str, str]
) -> Finding:
    ours = client.tree.names
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            registered = await client.http.get_global_commands(application_id)
    except FAILURES as error:
        return _wrong(say["commands_unseen"].format(reason=reason(error)))
    missing = sorted(ours - {command["name"] for command in registered})
    if not missing:
        return _fine(say["commands"].format(count=len(ours)))
    if not ledger.noted(f"{COMMANDS_NOTE}:{application_id}"):
        return _fine(say["commands_later"])
    return _wrong(say["commands_gone"].format(names=", ".join(missing)))


async def _channels(
    client: Client, channels: Sequence[Channel], my_id: int, say: Mapping[str, str]
) -> list[Finding]:
    found, seconds = [], ANSWER_SECONDS
    for each in channels:
        try:
            async with asyncio.timeout(seconds):
                found.append(await _channel(client, each, my_id, say))
        except TimeoutError as error:
            seconds = 0.0  # it would be silent for each of the others, too
            away = say["server_away"].format(channel=each.name, reason=reason(error))
            found.append(_wrong(away))
    return found


async def _channel(client: Client, channel: Channel, my_id: int, say: Mapping[str, str]) -> Finding:
    try:
        guild = await client.fetch_guild(int(channel.workspace_id.partition(":")[2]))
        channels = {each.id: each for each in await guild.fetch_channels()}
        me = await guild.fetch_member(my_id)
        id_ = int(channel.id.partition(":")[2])
        place = channels.get(id_) or channels.get(await _parent(client, id_))
    except (discord.NotFound, discord.Forbidden) as error:
        why = because(reason(error), say)
        return _wrong(say["server_closed"].format(channel=channel.name, reason=why))
    except FAILURES as error:
        return _wrong(say["server_away"].format(channel=channel.name, reason=reason(error)))
    if place is None:
        return _wrong(say["gone"].format(channel=channel.name))
    granted = place.permissions_for(me)
    missing = [name for flag, name in _NEEDED.items() if not getattr(granted, flag)]
    if missing:
        names = say["and"].join(missing)
        return _wrong(say["rights"].format(channel=channel.name, names=names))
    return _fine(say["readable"].format(channel=channel.name))


async def _digest(
    client: Client, guild_id: int, channel_id: int, *, my_id: int, say: Mapping[str, str]
) -> list[Finding]:
    """Say whether the weekly digest can be posted; nothing of a server that we left."""
    name = str(guild_id)
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            guild = await client.fetch_guild(guild_id)
            name = guild.name
            channels = {each.id: each for each in await guild.fetch_channels()}
            me = await guild.fetch_member(my_id)
    except (discord.NotFound, discord.Forbidden):
        return []
    except FAILURES as error:
        return [_wrong(say["digest_unseen"].format(name=name, reason=reason(error)))]
    place = channels.get(channel_id)
    granted = place.permissions_for(me) if place else discord.Permissions.none()
    is_open = granted.view_channel and granted.send_messages
    channel = f"#{place.name}" if place else str(channel_id)
    text = say["digest" if is_open else "digest_lost"].format(name=name, channel=channel)
    return [_fine(text) if is_open else _wrong(text)]


async def _parent(client: Client, thread_id: int) -> int:
    """Return the id of a thread's channel; 0 where the thread is gone or hidden."""
    try:
        found: Any = await client.http.get_channel(thread_id)
    except (discord.NotFound, discord.Forbidden):
        return 0
    return int(found.get("parent_id") or 0)


def _fine(text: str) -> Finding:
    return Finding("discord", is_fine=True, text=text)


def _wrong(text: str) -> Finding:
    return Finding("discord", is_fine=False, text=text)


async def nobody_asks(question: Question) -> Answer:
    """Answer nothing: whoever only looks is asked nothing."""
    raise NotImplementedError(question.id)
