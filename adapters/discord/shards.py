"""How a process connects to Discord, and to which of its servers where several divide them."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

import discord

from adapters.discord.command_tree import intents
from adapters.discord.rendering.layout import NO_PINGS
from bot.errors import PlatformError, UnavailableError
from bot.outages import is_told
from bot.posts.running_jobs import Jobs
from bot.settings.values import Shards
from index.error_sentences import Told

if TYPE_CHECKING:
    from bot.services import Services

PLATFORM = "discord"

IDENTIFY_SECONDS: Final = 5.0
"""So long after one shard of a bot another may be identified; the gateway's own limit."""

_LOOK_SECONDS: Final = 0.5

_log: Final = logging.getLogger(__name__)


def services_of(shards: Shards | None, services: Services) -> Services:
    """Return the services that know of these shards' servers alone; of all where it is None."""
    if shards is None:
        return services

    def serves(workspace_id: str) -> bool:
        id_ = workspace_id.rpartition(":")[2]
        return id_.isdecimal() and shards.have(int(id_))

    ledger = services.ledger.part_of(str(shards), serves)
    return replace(services, ledger=ledger, jobs=Jobs(ledger.jobs))


def connection(shards: Shards | None, guilds_seconds: float) -> dict[str, Any]:
    """Return how discord.py is to connect, and to which shards; to all where it is None.

    Args:
        shards: Those that this process serves.
        guilds_seconds: How long after one guild another may still come.
    """
    options: dict[str, Any] = {
        "intents": intents(),
        "allowed_mentions": NO_PINGS,
        "max_messages": None,  # SQLite holds what we keep of them
        "member_cache_flags": discord.MemberCacheFlags.none(),
        "chunk_guilds_at_startup": False,
        "guild_ready_timeout": guilds_seconds,
    }
    if shards is not None:
        options["shard_ids"] = [*range(shards.first, shards.last + 1)]
        options["shard_count"] = shards.count
    return options


async def turn(shards: Shards | None, services: Services) -> bool:
    """Wait until a shard may be identified beside those of other processes.

    Discord takes one at a time from all of a bot's: two at once cost each other their sessions,
    and each try is one of the thousand of a day.

    Returns:
        Whether there may be others; discord.py itself waits between those of one process.
    """
    leases, name = services.ledger.leases, f"{PLATFORM} identifies"
    # Each has another holder, and none is given back: the time between them is what counts.
    holder = uuid4().hex
    while shards is not None:
        try:
            if await asyncio.to_thread(leases.take, name, holder, IDENTIFY_SECONDS):
                return True
        except UnavailableError as error:  # whoever holds the part's lease notices, too
            if not is_told(error):
                _log.warning("nobody can tell whose turn it is: %s", error)
        await asyncio.sleep(_LOOK_SECONDS)
    return False


def check_others(shards: Shards | None, services: Services) -> None:
    """Refuse to serve what other processes serve.

    Raises:
        PlatformError: They serve some of the same servers.
        UnavailableError: The ledger cannot be used.
    """
    own = str(shards) if shards else ""
    for other in services.ledger.leases.served(PLATFORM):
        theirs = Shards.parsed(other)
        # A process that divides with others is named, too: what it serves is told of each shard.
        if other == own or (other and theirs is None):
            continue
        if shards is None or theirs is None or not shards.goes_with(theirs):
            raise PlatformError(
                Told(
                    "DISCORD_SHARDS is {own} here and {other} in another process: give each shard"
                    " to one process, and all processes the same number of shards",
                    own=own or "auto",
                    other=other or "auto",
                )
            )
