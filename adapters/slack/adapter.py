"""Slack as a platform."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import aiohttp

from adapters.slack.audience import Audiences
from adapters.slack.http_mode import HttpMode
from adapters.slack.installing import Installations, oauth_flow
from adapters.slack.leaving import Leaving
from adapters.slack.office import InFlight, Office
from adapters.slack.parts import Parts
from adapters.slack.patience import Patience
from adapters.slack.people import People
from adapters.slack.sending import Sender
from adapters.slack.socket_mode import SocketMode
from adapters.slack.web import TIMEOUT, client_for
from adapters.slack.workspaces import connected
from bot.asking import Desk

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

    from bot.asking import Backroom
    from bot.ports import Ask
    from bot.settings import SlackSettings


class Slack:
    """Answers in Slack.

    Args:
        settings: How Slack is reached.
        room: What is remembered and stored.
        imports: Where files that were shared wait to be read.
        language: The language of our own words, or `auto` for the reader's.
        patience: How long things are waited for.

    Attributes:
        opened: Set once events are taken.
        address: Where Slack's requests are taken, in HTTP mode.
    """

    name = "slack"

    def __init__(
        self,
        settings: SlackSettings,
        room: Backroom,
        imports: Path,
        language: str,
        patience: Patience = Patience(),  # noqa: B008 - frozen
    ) -> None:
        self._settings = settings
        self._room = room
        self._imports = imports
        self._language = language
        self._patience = patience
        self.opened = asyncio.Event()
        self.address = ""

    async def run(self, ask: Ask) -> None:
        """Connects, answers until cancelled, and finishes what is in hand.

        Raises:
            LoginError: Slack does not take our tokens.
            PlatformError: Slack cannot be reached.
        """
        async with AsyncExitStack() as stack:
            session = await stack.enter_async_context(aiohttp.ClientSession(timeout=TIMEOUT))
            office = await self._office(ask, session)
            stack.push_async_callback(office.work.finish, self._patience.finish_seconds)
            kept = self._installations()
            leaving = Leaving(kept)
            parts = Parts(office, self._patience, leaving)
            stack.push_async_callback(parts.working.finish)
            connection = self._connection(parts, session, kept)
            stack.push_async_callback(connection.close)
            await connection.open()
            self.address = connection.address
            self.opened.set()
            for lasting in (parts.sweeping.run(), parts.correcting.run()):
                stack.push_async_callback(_ended, asyncio.create_task(lasting))
            parts.working.resume()
            office.work.begin(parts.catching_up.catch_up())
            office.work.begin(parts.catch_up())
            await _first(connection.serve(), leaving.ended)

    def _installations(self) -> Installations | None:
        installing = self._settings.installing
        return Installations(self._room.ledger, installing.token_key) if installing else None

    def _connection(
        self, parts: Parts, session: aiohttp.ClientSession, kept: Installations | None
    ) -> SocketMode | HttpMode:
        settings, app = self._settings, parts.listening().app()
        if settings.http is None:
            return SocketMode(app, settings, session, self._patience, parts.renewed)
        flow = None
        if settings.installing is not None and kept is not None:
            client = client_for("", settings.api_url, session, self._patience.retry_seconds)
            flow = oauth_flow(settings.installing, kept, self._room.ledger, client)
        return HttpMode(app, settings.http, flow)

    async def _office(self, ask: Ask, session: aiohttp.ClientSession) -> Office:
        settings, retry_seconds = self._settings, self._patience.retry_seconds
        workspaces = await connected(settings, self._room.ledger, session, retry_seconds)
        people = People(workspaces)
        return Office(
            Desk(ask, self._room),
            self._room,
            workspaces,
            people,
            Audiences(workspaces, people),
            Sender(workspaces, session, retry_seconds),
            InFlight(),
            session,
            settings,
            self._imports,
            self._language,
        )


async def _first(serving: Coroutine[None, None, None], ended: asyncio.Future[None]) -> None:
    """Waits for whichever ends first, and raises what it ended with."""
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
