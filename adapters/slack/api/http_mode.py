"""The address that Slack's events come to, for who has a public one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request

from bot.errors import PlatformError
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.async_app import AsyncApp
    from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
    from slack_bolt.request.async_request import AsyncBoltRequest
    from slack_bolt.response import BoltResponse

    from bot.settings.values import SlackHttp


EVENTS: Final = "/slack/events"
INSTALL: Final = "/slack/install"
REDIRECT: Final = "/slack/oauth_redirect"

_LONGEST: Final = 1_000_000


class HttpMode:
    """A small web server: Slack's requests, the installation, and two lights for a supervisor.

    Args:
        app: Takes what comes, once its signature is right.
        settings: Where to listen.
        installing: Installs the app into further workspaces; None where that is not wanted.
    """

    def __init__(
        self, app: AsyncApp, settings: SlackHttp, installing: AsyncOAuthFlow | None = None
    ) -> None:
        self._app = app
        self._settings = settings
        self._installing = installing
        self._runner: web.AppRunner | None = None
        self._is_ready = False

    @property
    def address(self) -> str:
        """Is where it listens; "" before it does."""
        addresses = self._runner.addresses if self._runner else []
        return f"http://{addresses[0][0]}:{addresses[0][1]}" if addresses else ""

    async def open(self) -> None:
        """Listen.

        Raises:
            PlatformError: The port is taken or may not be used.
        """
        server = web.Application(client_max_size=_LONGEST)
        server.router.add_post(EVENTS, _answered_by(self._app.async_dispatch))
        server.router.add_get("/healthz", self._health)
        server.router.add_get("/readyz", self._readiness)
        if self._installing is not None:
            server.router.add_get(INSTALL, _answered_by(self._installing.handle_installation))
            server.router.add_get(REDIRECT, _answered_by(self._installing.handle_callback))
        self._runner = web.AppRunner(server, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        host, port = self._settings.host, self._settings.port
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as error:
            raise PlatformError(
                Told(
                    "cannot listen on {host}:{port} ({reason})",
                    host=host,
                    port=port,
                    reason=error.strerror,
                )
            ) from error
        self._is_ready = True

    async def serve(self) -> None:
        """Wait for ever: what comes is dealt with as it comes."""
        await asyncio.Event().wait()

    async def close(self) -> None:
        """Take nothing more."""
        self._is_ready = False
        if self._runner is not None:
            await self._runner.cleanup()

    async def _health(self, request: web.Request) -> web.Response:
        """Say that the process lives."""
        del request
        return web.Response(text="ok\n")

    async def _readiness(self, request: web.Request) -> web.Response:
        """Return whether events are taken at the moment."""
        del request
        return web.Response(text="ready\n" if self._is_ready else "stopping\n",
                            status=200 if self._is_ready else 503)  # fmt: skip


def _answered_by(
    bolt: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Return a page that a part of bolt makes."""

    async def answer(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await bolt(await to_bolt_request(request)))

    return answer
