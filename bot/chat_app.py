"""Puts the chats together: the part of the composition root that a terminal does not need."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from bot import app

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.diagnostics import Audit, Finding
    from bot.ports import ChatAdapter
    from bot.services import Services
    from bot.settings import Settings


@asynccontextmanager
async def opened_services(settings: Settings) -> AsyncIterator[Services]:
    """Gives what chats stand on beside the core; long work ends with it, and can be gone on with.

    Raises:
        UnavailableError: The ledger cannot be used.
    """
    from adapters.sources.worker_process import sources_apart
    from bot.corrections.corrector import Corrector
    from bot.ledger.ledger import Ledger
    from bot.posts.jobs import Jobs
    from bot.posts.library import IndexOpener, Library
    from bot.posts.refining import Refining
    from bot.questions.rate_limit import RateLimit
    from bot.services import Services
    from index.clock import utc_now

    ledger = Ledger.open(settings.ledger, settings.keep, utc_now)
    opener = IndexOpener(
        lambda: app.open_engine(settings.database, create=True),
        app.open_encoder,
        app.wanted_model(settings),
        settings.cache,
        sources_apart,
    )
    library, jobs = Library(opener), Jobs(ledger.work)
    try:
        limits = RateLimit(settings.questions_a_minute)
        refining = Refining(
            settings.database,
            app.refining_model(settings),
            library,
            is_missing=app.misses_refining(settings),
        )
        yield Services(ledger, library, jobs, limits, Corrector(ledger, library), refining)
    finally:
        await jobs.stop()
        library.close()
        ledger.close()


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[Services]:
    """Gives the backroom of the one process that serves, without what a kill left behind.

    Raises:
        UnavailableError: The ledger cannot be used.
    """
    from bot.admin.uploads import clear
    from bot.file_permissions import narrow_all

    narrow_all(settings)
    async with opened_services(settings) as services:
        # A kill may leave a file that was just fetched, or read to its end.
        clear(settings.imports, services.ledger.work, services.ledger.clock())
        yield services


def platforms(settings: Settings, services: Services) -> list[ChatAdapter]:
    """Returns the platforms that have a token, ready to run."""
    found: list[ChatAdapter] = []
    if settings.discord is not None:
        from adapters.discord.adapter import Discord

        found.append(Discord(settings.discord, services, settings.imports, settings.language))
    if settings.slack is not None:
        from adapters.slack.adapter import Slack

        found.append(Slack(settings.slack, services, settings.imports, settings.language))
    return found


def are_set(settings: Settings) -> bool:
    """Return whether any platform has a token."""
    return settings.discord is not None or settings.slack is not None


async def check_platforms(settings: Settings) -> list[Finding]:
    """Returns what is to be said of the chats that have a token."""
    found: list[Finding] = []
    if not are_set(settings):
        return found
    async with opened_services(settings) as services:
        if settings.discord is not None:
            from adapters.discord.checks import findings

            found += await findings(settings.discord, services, settings.imports)
        if settings.slack is not None:
            from adapters.slack.checks import findings as slack_findings

            found += await slack_findings(settings.slack, services)
    return found


async def audits(settings: Settings, id_: str) -> list[Audit]:
    """Returns what questions from an account or a channel could cite, wherever its id is known.

    Raises:
        PlatformError: A platform cannot be asked.
    """
    from bot.diagnostics import Reader, audit

    readers: list[Reader] = []
    async with opened_services(settings) as services:
        if settings.discord is not None and id_.isdecimal():
            from adapters.discord.audit import reader

            found = await reader(settings.discord, services, settings.imports, int(id_))
            readers += [found] if found else []
        if settings.slack is not None and not id_.isdecimal():
            from adapters.slack.audit import readers as slack_readers

            readers += await slack_readers(settings.slack, services, id_)
        return [await audit(services.library, each) for each in readers]
