"""The connection that Slack's events come through: Socket Mode, which needs no public address."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from functools import partial
from time import time
from typing import TYPE_CHECKING, Any, Final, Protocol

from slack_bolt.adapter.socket_mode.async_internals import (
    run_async_bolt_app,
    send_async_response,
)
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient

from adapters.chat.counted_calls import count_failure
from adapters.markup.slack_blocks import text_of
from adapters.slack.api.dialing import Dialing
from adapters.slack.api.web_api import LOST, client_for, data_of, problem_of
from bot.errors import LoginError, PlatformError
from bot.outages import Outage
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Callable

    import aiohttp
    from slack_bolt.async_app import AsyncApp
    from slack_sdk.socket_mode.request import SocketModeRequest
    from slack_sdk.web.async_client import AsyncWebClient

    from adapters.slack.api.timings import Timings
    from bot.metrics import Metrics
    from bot.settings.values import SlackSettings


ACKNOWLEDGED_WITHIN: Final = 3
"""Seconds that Slack waits for an acknowledgement."""

_NO_ENTRY: Final = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired",
     "not_allowed_token_type", "missing_scope", "no_permission", "forbidden_team",
     "app_not_found"}
)  # fmt: skip


_KNOWN: Final = (
    "The current session (", "Failed to check the current session (", "Failed to connect (",
    "Failed to retrieve WSS URL",
)  # fmt: skip
"""What the SDK says again at each try of a connection that is lost; it is said once elsewhere."""


class Renewed(Protocol):
    """Hears of a connection in place of one that was lost, or that Slack asked us to replace."""

    def __call__(self, *, was_lost: bool) -> None:
        """Take whether it was lost."""
        ...


class SocketMode:
    """One connection, renewed by the SDK whenever Slack or the network ends it.

    Args:
        app: Takes what comes.
        settings: How Slack is reached.
        session: The connections to the Web API.
        timings: How often it is looked after, and how soon a lost one is made again.
        renewed: Told of every later connection: what happened before it came through none.
        metrics: Where connections that were lost, and tries that failed, are counted.
    """

    def __init__(
        self,
        app: AsyncApp,
        settings: SlackSettings,
        session: aiohttp.ClientSession,
        timings: Timings,
        renewed: Renewed,
        *,
        metrics: Metrics,
    ) -> None:
        self._app = app
        self._settings = settings
        self._web = client_for(settings.app_token, settings.api_url, session, timings.retry_seconds)
        self._timings = timings
        self._renewed = renewed
        self._failed = partial(count_failure, metrics, "slack")
        self._client: _Client | None = None
        self._taking: set[asyncio.Task[None]] = set()

    address = ""
    """Nobody calls us."""

    async def open(self) -> None:
        """Connect.

        Where the connection itself cannot be made, that is tried again and again.

        Raises:
            LoginError: Slack does not take the token.
            PlatformError: Slack cannot be reached.
        """
        try:
            opened = await self._web.apps_connections_open(app_token=self._settings.app_token)
        except SlackApiError as error:
            raise _translated(error) from error
        except LOST as error:
            raise PlatformError(
                Told(
                    "Slack cannot be reached ({reason}): see that it can be reached from here, and"
                    " try again",
                    reason=type(error).__name__,
                )
            ) from error
        if not (url := text_of(data_of(opened).get("url"))):
            raise PlatformError(
                Told("Slack does not open Socket Mode ({reason})", reason=Told("no answer"))
            )
        self._client = _Client(
            self._settings.app_token, self._web, self._timings, self._renewed, self._failed
        )
        self._client.socket_mode_request_listeners.append(self._take)  # type: ignore[arg-type]
        self._client.wss_uri = url
        connecting = asyncio.ensure_future(self._client.connect())  # type: ignore[no-untyped-call]
        try:
            await asyncio.wait(
                {connecting, self._client.refused}, return_when=asyncio.FIRST_COMPLETED
            )
        finally:
            connecting.cancel()
        if self._client.refused.done():
            self._client.refused.result()

    async def _take(self, client: SocketModeClient, request: SocketModeRequest) -> None:
        task = asyncio.create_task(self._acknowledge(client, request))
        self._taking.add(task)
        task.add_done_callback(self._taking.discard)
        await task

    async def _acknowledge(self, client: SocketModeClient, request: SocketModeRequest) -> None:
        began = time()
        response = await run_async_bolt_app(self._app, request)
        await send_async_response(client, request, response, began)

    async def serve(self) -> None:
        """Wait until Slack lets us in no more.

        Raises:
            LoginError: Always, once that happens.
        """
        if self._client is not None:
            await asyncio.shield(self._client.refused)

    async def close(self) -> None:
        """Take nothing more, and leave nothing behind.

        What is being taken is acknowledged first: Slack tells its user else that we failed.
        """
        client, self._client = self._client, None
        if client is None:
            return
        if self._taking:
            await asyncio.wait(self._taking, timeout=ACKNOWLEDGED_WITHIN)
        await client.close()  # type: ignore[no-untyped-call]
        tasks: list[Any] = [
            client.message_processor, client.current_session_monitor, client.message_receiver
        ]  # fmt: skip
        await asyncio.gather(*filter(None, tasks), return_exceptions=True)
        client.refused.cancel()


class _Client(SocketModeClient):
    """Says once that Slack is away, and ends when the token has become worthless."""

    def __init__(
        self,
        app_token: str,
        web: AsyncWebClient,
        timings: Timings,
        renewed: Renewed,
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(app_token, _logger(), web_client=web, ping_interval=timings.ping_seconds)
        self._renewed = renewed
        self._failed = failed
        self._outage = Outage("slack", timings.retry_seconds)
        self.aiohttp_client_session = Dialing(  # type: ignore[assignment]
            self.aiohttp_client_session, self._outage, timings.dial_seconds, failed,
            self.issue_new_wss_url,
        )  # fmt: skip
        self.refused: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def connect_to_new_endpoint(self, force: bool = False) -> None:
        before = self.current_session
        await super().connect_to_new_endpoint(force)
        # Before anything is received through it: no event is taken for the end of the gap.
        if self.current_session is not before:
            if not force:
                self._failed(ConnectionError())
            self._renewed(was_lost=not force)

    async def issue_new_wss_url(self) -> str:
        while True:
            try:
                if url := await super().issue_new_wss_url():
                    return url
                reason = "no address"
            except SlackApiError as error:
                refusal = _translated(error)
                if isinstance(refusal, LoginError):
                    if not self.refused.done():
                        self.refused.set_exception(refusal)
                    await asyncio.Event().wait()  # until we are closed
                reason = str(refusal)
            except LOST as error:
                reason = f"no answer ({type(error).__name__})"
            await asyncio.sleep(self._outage.failed(reason))

    async def send_message(self, message: str) -> None:
        # Slack repeats what is not acknowledged, through the next connection.
        with suppress(ConnectionError):
            await super().send_message(message)


def _logger() -> logging.Logger:
    """Return what the SDK logs to, without a line for each event of a connection that is lost."""
    logger = logging.getLogger("slack_sdk.socket_mode.pullquote")
    logger.addFilter(_is_news)
    return logger


def _is_news(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith(_KNOWN)


def _translated(error: SlackApiError) -> PlatformError:
    problem = problem_of(error)
    if problem in _NO_ENTRY:
        return LoginError(
            Told(
                "Slack does not accept SLACK_APP_TOKEN ({reason}): make one with the scope"
                " connections:write under “Basic Information”, and switch Socket Mode on",
                reason=problem,
            )
        )
    return PlatformError(
        Told(
            "Slack does not open Socket Mode ({reason})",
            reason=problem or Told("no answer"),
        )
    )
