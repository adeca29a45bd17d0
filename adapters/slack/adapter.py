"""Slack as a platform."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from adapters.chat.counted_calls import counted_calls
from adapters.chat.tasks import TaskTracker
from adapters.slack.access.citable_posts import Audiences
from adapters.slack.access.directory import Directory
from adapters.slack.api.http_mode import HttpMode
from adapters.slack.api.oauth import Installations, oauth_flow
from adapters.slack.api.sender import Sender
from adapters.slack.api.socket_mode import SocketMode
from adapters.slack.api.timings import Timings
from adapters.slack.api.web_api import client_for, opened_session
from adapters.slack.api.workspaces import connected
from adapters.slack.context import SlackContext
from adapters.slack.events.uninstall import UninstallEvents
from adapters.slack.handlers import Handlers
from adapters.slack.shared_work import SharedWork
from bot.admin.scheduled.departures import Departures

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    import aiohttp

    from adapters.slack.api.socket_mode import Renewed
    from bot.errors import LoginError
    from bot.ports import Ask
    from bot.services import Services
    from bot.settings.values import SlackSettings


class Slack:
    """Answers in Slack.

    Args:
        settings: How Slack is reached.
        services: What is remembered and stored.
        imports: Where files that were shared wait to be read.
        language: The language of our own words, or `auto` for the reader's.
        timings: How long things are waited for.

    Attributes:
        opened: Set once events are taken.
        address: Where Slack's requests are taken, in HTTP mode.
    """

    name = "slack"
    is_shared = True

    def __init__(
        self,
        settings: SlackSettings,
        services: Services,
        imports: Path,
        language: str,
        timings: Timings = Timings(),  # noqa: B008 - frozen
    ) -> None:
        self._settings = settings
        self._services = services
        self._imports = imports
        self._language = language
        self._timings = timings
        self.opened = asyncio.Event()
        self.address = ""

    async def run(self, ask: Ask) -> None:
        """Connect, answer until cancelled, and finish what is in hand.

        Raises:
            LoginError: Slack does not take our tokens.
            PlatformError: Slack cannot be reached.
        """
        if (kept := self._installations()) is not None:
            kept.check_key()
        async with AsyncExitStack() as stack:
            trace = counted_calls(self._services.metrics, self.name)
            session = await stack.enter_async_context(opened_session(trace))
            departures = Departures(self._services, self._imports)
            uninstall = UninstallEvents(kept, departures)
            stack.callback(uninstall.ended.cancel)
            context = await self._make_context(ask, session, uninstall.refuse, kept)
            stack.push_async_callback(context.tasks.finish, self._timings.finish_seconds)
            handlers = Handlers(context, self._timings, uninstall, departures)
            stack.push_async_callback(self._finish, context, handlers)
            shared = SharedWork(context, handlers)
            if kept is not None:
                kept.tell(shared.installed)
            connection = self._connection(handlers, shared.renewed, session, kept)
            stack.push_async_callback(connection.close)
            stack.callback(context.hear_changes())
            # Before anything comes: later on, what is unfinished is in our own hands.
            unfinished = handlers.unfinished.take_over(own=True)
            await connection.open()
            self.address = connection.address
            self.opened.set()
            context.tasks.begin(handlers.unfinished.answer(unfinished))
            undelivered = handlers.unfinished.answer_undelivered()
            for lasting in (handlers.editor.run(), shared.run(), undelivered):
                stack.push_async_callback(_ended, asyncio.create_task(lasting))
            await _first(connection.serve(), uninstall.ended)

    async def _finish(self, context: SlackContext, handlers: Handlers) -> None:
        """Finish the answers in flight and interrupt the jobs, side by side: a stop is short."""
        await asyncio.gather(
            context.tasks.finish(self._timings.finish_seconds), handlers.job_progress.finish()
        )

    def _installations(self) -> Installations | None:
        installing = self._settings.installing
        return Installations(self._services.ledger, installing.token_key) if installing else None

    def _connection(
        self,
        handlers: Handlers,
        renewed: Renewed,
        session: aiohttp.ClientSession,
        kept: Installations | None,
    ) -> SocketMode | HttpMode:
        settings, app = self._settings, handlers.bolt_app().app()
        if settings.http is None:
            return SocketMode(
                app, settings, session, self._timings, renewed, metrics=self._services.metrics
            )
        flow = None
        if settings.installing is not None and kept is not None:
            client = client_for("", settings.api_url, session, self._timings.retry_seconds)
            flow = oauth_flow(settings.installing, kept, self._services.ledger, client)
        return HttpMode(app, settings.http, flow)

    async def _make_context(
        self,
        ask: Ask,
        session: aiohttp.ClientSession,
        on_refused: Callable[[LoginError], bool],
        kept: Installations | None,
    ) -> SlackContext:
        settings, retry_seconds = self._settings, self._timings.retry_seconds
        ledger = self._services.ledger
        workspaces = await connected(settings, ledger, session, retry_seconds, kept)
        directory = Directory(workspaces)
        return SlackContext(
            questions=self._services.question_service(ask),
            services=self._services,
            workspaces=workspaces,
            directory=directory,
            audiences=Audiences(workspaces, directory),
            sender=Sender(workspaces, session, retry_seconds, on_refused),
            tasks=TaskTracker(),
            session=session,
            settings=settings,
            imports=self._imports,
            language=self._language,
        )


async def _first(serving: Coroutine[None, None, None], ended: asyncio.Future[None]) -> None:
    """Wait for whichever ends first, and raise what it ended with."""
    task = asyncio.create_task(serving)
    try:
        done, _ = await asyncio.wait({task, ended}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        task.cancel()
        ended.cancel()
    for each in done:
        each.result()


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])
