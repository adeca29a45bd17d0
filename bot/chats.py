"""Puts the chats together: the part of the composition root that a terminal does not need."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot import app

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.asking import Backroom
    from bot.auditing import Audit
    from bot.findings import Finding
    from bot.ports import ChatAdapter
    from bot.settings import Settings


@asynccontextmanager
async def backroom(settings: Settings) -> AsyncIterator[Backroom]:
    """Gives what chats stand on beside the core; long work ends with it, and can be gone on with.

    Raises:
        UnavailableError: The ledger cannot be used.
    """
    from adapters.sources.apart import sources_apart
    from bot.asking import Backroom
    from bot.correcting import Corrections
    from bot.jobs import Jobs
    from bot.ledger.ledger import Ledger
    from bot.library import Library, Shelf
    from bot.limits import Limits
    from index.clock import utc_now
    from index.store import Store

    ledger = Ledger.open(settings.ledger, settings.keep, utc_now)
    shelf = Shelf(
        lambda: Store.open(settings.database, create=True),
        app.open_encoder,
        app.wanted_model(settings),
        settings.cache,
        sources_apart,
    )
    library, jobs = Library(shelf), Jobs(ledger.work)
    try:
        limits = Limits(settings.questions_a_minute)
        yield Backroom(ledger, library, jobs, limits, Corrections(ledger, library))
    finally:
        await jobs.stop()
        library.close()
        ledger.close()


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[Backroom]:
    """Gives the backroom of the one process that serves, without what a kill left behind.

    Raises:
        UnavailableError: The ledger cannot be used.
    """
    from bot.imports import clear
    from bot.rights import narrow_all

    narrow_all(settings)
    async with backroom(settings) as room:
        # A kill may leave a file that was just fetched, or read to its end.
        clear(settings.imports, room.ledger.work, room.ledger.clock())
        yield room


def platforms(settings: Settings, room: Backroom) -> list[ChatAdapter]:
    """Returns the platforms that have a token, ready to run."""
    found: list[ChatAdapter] = []
    if settings.discord is not None:
        from adapters.discord.adapter import Discord

        found.append(Discord(settings.discord, room, settings.imports, settings.language))
    if settings.slack is not None:
        from adapters.slack.adapter import Slack

        found.append(Slack(settings.slack, room, settings.imports, settings.language))
    return found


def are_set(settings: Settings) -> bool:
    """Return whether any platform has a token."""
    return settings.discord is not None or settings.slack is not None


async def check_platforms(settings: Settings) -> list[Finding]:
    """Returns what is to be said of the chats that have a token."""
    found: list[Finding] = []
    if not are_set(settings):
        return found
    async with backroom(settings) as room:
        if settings.discord is not None:
            from adapters.discord.checking import findings

            found += await findings(settings.discord, room, settings.imports)
        if settings.slack is not None:
            from adapters.slack.checking import findings as slack_findings

            found += await slack_findings(settings.slack, room)
    return found


async def audits(settings: Settings, id_: str) -> list[Audit]:
    """Returns what questions from an account or a channel could cite, wherever its id is known.

    Raises:
        PlatformError: A platform cannot be asked.
    """
    from bot.auditing import Reader, audit

    readers: list[Reader] = []
    async with backroom(settings) as room:
        if settings.discord is not None and id_.isdecimal():
            from adapters.discord.auditing import reader

            found = await reader(settings.discord, room, settings.imports, int(id_))
            readers += [found] if found else []
        if settings.slack is not None and not id_.isdecimal():
            from adapters.slack.auditing import readers as slack_readers

            readers += await slack_readers(settings.slack, room, id_)
        return [await audit(room.library, each) for each in readers]
