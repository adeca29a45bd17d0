"""Asks Discord, over a connection of its own, what somebody or a channel's readers may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp
import discord

from adapters.discord.access.citable_posts import Place
from adapters.discord.access.live_audience import Visibility
from adapters.discord.adapter import reach
from adapters.discord.checks import nobody_asks
from adapters.discord.client import Client
from adapters.discord.sender import reason
from bot.checks.diagnostics import Reader
from bot.errors import LoginError, PlatformError
from index.error_sentences import Told

if TYPE_CHECKING:
    from pathlib import Path

    from bot.services import Services
    from bot.settings.values import DiscordSettings


async def reader(
    settings: DiscordSettings, services: Services, imports: Path, id_: int
) -> Reader | None:
    """Return who has an id, with what they may see now; None where nobody has it.

    Raises:
        LoginError: The token is not accepted.
        PlatformError: Discord cannot be reached.
    """
    reach(settings)
    client = Client(
        services.question_service(nobody_asks), services, imports, "en", guilds_seconds=0
    )
    async with client:
        try:
            _is(client, await client.http.static_login(settings.token))
            for guild in await client.http.get_guilds(limit=200):
                await _learn(client, int(guild["id"]))
            return await _found(client, Visibility(client, services.library), id_)
        except discord.LoginFailure as error:
            raise LoginError(
                Told("DISCORD_TOKEN is not accepted: copy it from the Bot page")
            ) from error
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            raise PlatformError(
                Told("Discord cannot be reached ({reason}): try again later", reason=reason(error))
            ) from error


async def _found(client: Client, visibility: Visibility, id_: int) -> Reader | None:
    place = client.get_channel(id_)
    if isinstance(place, Place):
        return Reader(f"#{place.name}", await visibility.everybody_in(place))
    try:
        user = await client.fetch_user(id_)
    except discord.NotFound:
        return None
    return Reader(user.display_name, await visibility.one(user, None, among_adults=True))


def _is(client: Client, user: Any) -> None:
    """Let the library know whose token it has, as a whole start would."""
    state: Any = client._connection  # noqa: SLF001 - there is no other way in
    state.user = discord.ClientUser(state=state, data=user)


async def _learn(client: Client, guild_id: int) -> None:
    """Make a server known as the gateway would: the library has no other way for it."""
    whole: dict[str, Any] = {**await client.http.get_guild(guild_id)}
    whole["channels"] = await client.http.get_all_guild_channels(guild_id)
    whole["threads"] = (await client.http.get_active_threads(guild_id))["threads"]
    state: Any = client._connection  # noqa: SLF001 - there is no other way in
    state._add_guild_from_data(whole)  # noqa: SLF001
