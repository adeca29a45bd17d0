"""Puts the chats together: the part of the composition root that a terminal does not need."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from bot.composition import app, engine_app, ledger_app, words_app
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.admin.report import Report
    from bot.checks.diagnostics import Audit, Finding, Reader
    from bot.ports import ChatAdapter
    from bot.posts.library import Library
    from bot.posts.refining import Refining
    from bot.services import Services
    from bot.settings.values import DiscordSettings, Settings
    from index.clock import Clock


def slack_manifest() -> str:
    """Return what makes the Slack app that the bot needs."""
    return files("adapters.slack").joinpath("manifest.yaml").read_text(encoding="utf-8")


@asynccontextmanager
async def opened_services(settings: Settings, clock: Clock = utc_now) -> AsyncIterator[Services]:
    """Give what chats stand on beside the core; long work ends with it, and can be gone on with.

    Raises:
        UnavailableError: The ledger cannot be used.
    """
    from adapters.sources.worker.parent import sources_apart
    from bot.admin.report_pages import WorkspaceReports
    from bot.corrections.corrector import Corrector
    from bot.posts.documents import Documents
    from bot.posts.running_jobs import Jobs
    from bot.questions.admission.rate_limit import RateLimit
    from bot.running.signals import Signals
    from bot.services import Services

    ledger = ledger_app.opened(settings, clock)
    library, jobs, sharing = _library(settings), Jobs(ledger.jobs), ledger_app.standby(ledger)
    signals = Signals(ledger.database.tell)
    try:
        yield Services(
            ledger=ledger,
            library=library,
            jobs=jobs,
            limits=RateLimit(settings.questions_a_minute, shared=ledger.asked if sharing else None),
            corrections=Corrector(ledger, library, sharing=sharing, signals=signals),
            reports=WorkspaceReports(library, ledger, partial(_page, settings.keep.days)),
            documents=Documents(sources_apart, reads_pdf=find_spec("pypdfium2") is not None),
            refining=_refining(settings, library),
            leave=settings.leave,
            signals=signals,
            sharing=sharing,
        )
    finally:
        await jobs.stop()
        library.close()
        ledger.close()


def _refining(settings: Settings, library: Library) -> Refining:
    """Return what has a second model read the posts."""
    from bot.posts.refining import Refining

    return Refining(
        settings.database,
        app.refining_model(settings),
        library,
        is_missing=app.misses_refining(settings),
        address=settings.address,
    )


def _library(settings: Settings) -> Library:
    """Return the stored posts for chats, whose files are read in a process of their own."""
    from adapters.sources.worker.parent import sources_apart
    from bot.posts.library import IndexOpener, Library

    return Library(
        IndexOpener(
            lambda: engine_app.storage(settings).open(create=True),
            app.open_encoder,
            app.wanted_model(settings),
            settings.cache,
            sources_apart,
        )
    )


def _page(days_kept: int, report: Report, language: str) -> bytes:
    """Return a report as a page in a language."""
    from adapters.chat.wording import wording_for
    from adapters.report.page import report_page

    return report_page(report, wording_for(language), days_kept)


@asynccontextmanager
async def serving(settings: Settings, clock: Clock = utc_now) -> AsyncIterator[Services]:
    """Give the services of a process that serves, without what a kill left behind.

    Raises:
        UnavailableError: The ledger cannot be used, or another process serves from its folder.
    """
    from bot.admin.uploads import clear
    from bot.checks.file_permissions import narrow_all
    from bot.running.folder_lock import served_from

    narrow_all(settings)
    async with AsyncExitStack() as stack:
        services = await stack.enter_async_context(opened_services(settings, clock))
        if services.sharing is None:
            stack.enter_context(served_from(settings.data))
        # A kill may leave a file that was just fetched, or read to its end. Another process that
        # serves may just have fetched one.
        if not services.ledger.leases.are_held():
            clear(settings.imports, services.ledger.jobs, services.ledger.clock())
        yield services


class Platform(Protocol):
    """A chat as it is put together; where it has no token, it gives nothing.

    Attributes:
        name: What it is called in the ledger.
    """

    name: str

    def is_set(self, settings: Settings) -> bool:
        """Return whether it has a token."""
        ...

    def adapter(self, settings: Settings, services: Services) -> ChatAdapter | None:
        """Return what serves it."""
        ...

    async def findings(self, settings: Settings, services: Services) -> list[Finding]:
        """Return what `check` says of it."""
        ...

    async def readers(self, settings: Settings, services: Services, id_: str) -> list[Reader]:
        """Return who reads what is asked from an account or in a channel, if the id is one of its.

        Raises:
            PlatformError: It cannot be asked.
        """
        ...


class _Discord:
    name = "discord"

    def is_set(self, settings: Settings) -> bool:
        return settings.discord is not None

    def adapter(self, settings: Settings, services: Services) -> ChatAdapter | None:
        if settings.discord is None:
            return None
        from adapters.discord.adapter import Discord
        from bot.running.divided import Divided

        def one(part: DiscordSettings) -> Discord:
            return Discord(part, services, settings.imports, settings.language)

        if services.sharing is None:  # no other process can take a part
            return one(settings.discord.undivided())
        if not (parts := settings.discord.parts()):
            return one(settings.discord)
        return Divided(
            {str(each.shards): one(each) for each in parts}, services.sharing, services.ledger
        )

    async def findings(self, settings: Settings, services: Services) -> list[Finding]:
        if settings.discord is None:
            return []
        from adapters.discord.checks import findings

        return await findings(
            settings.discord, services, settings.imports, words_app.chat_checks(settings)
        )

    async def readers(self, settings: Settings, services: Services, id_: str) -> list[Reader]:
        if settings.discord is None or not id_.isdecimal():
            return []
        from adapters.discord.audit import reader

        found = await reader(settings.discord, services, settings.imports, int(id_))
        return [found] if found else []


class _Slack:
    name = "slack"

    def is_set(self, settings: Settings) -> bool:
        return settings.slack is not None

    def adapter(self, settings: Settings, services: Services) -> ChatAdapter | None:
        if settings.slack is None:
            return None
        from adapters.slack.adapter import Slack

        return Slack(settings.slack, services, settings.imports, settings.language)

    async def findings(self, settings: Settings, services: Services) -> list[Finding]:
        if settings.slack is None:
            return []
        from adapters.slack.checks import findings

        return await findings(settings.slack, services, words_app.chat_checks(settings))

    async def readers(self, settings: Settings, services: Services, id_: str) -> list[Reader]:
        if settings.slack is None or id_.isdecimal():
            return []
        from adapters.slack.audit import readers

        return await readers(settings.slack, services, id_)


PLATFORMS: tuple[Platform, ...] = (_Discord(), _Slack())
"""Every chat that there is."""


def platforms(settings: Settings, services: Services) -> list[ChatAdapter]:
    """Return the platforms that have a token, ready to run."""
    found = (each.adapter(settings, services) for each in PLATFORMS)
    return [each for each in found if each is not None]


def lease_of(platform: ChatAdapter, settings: Settings, services: Services) -> str:
    """Return what a process must have to serve a platform, or its part of it.

    Where several serve all of it side by side, each has one of its own.
    """
    from bot.ledger.leases import serving

    if platform.is_shared:
        return serving(platform.name, services.ledger.holder)
    shards = settings.discord.shards if settings.discord else None
    if shards is not None and platform.name == _Discord.name:
        return serving(platform.name, str(shards))
    return platform.name


def names_set(settings: Settings) -> list[str]:
    """Return the names of the platforms that have a token."""
    return [each.name for each in PLATFORMS if each.is_set(settings)]


async def check_platforms(settings: Settings) -> list[Finding]:
    """Return what is to be said of the chats that have a token."""
    if not names_set(settings):
        return []
    async with opened_services(settings) as services:
        return [each for one in PLATFORMS for each in await one.findings(settings, services)]


async def audits(settings: Settings, id_: str) -> list[Audit]:
    """Return what questions from an account or a channel could cite, wherever its id is known.

    Raises:
        PlatformError: A platform cannot be asked.
    """
    from bot.checks.diagnostics import audit

    async with opened_services(settings) as services:
        readers = [each for one in PLATFORMS for each in await one.readers(settings, services, id_)]
        return [await audit(services.library, each) for each in readers]
