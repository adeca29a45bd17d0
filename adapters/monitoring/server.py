"""A small web server on loopback: whether the process lives, is ready, and what it counts."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.errors import ConfigError, UnavailableError
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from bot.ports import ChatAdapter
    from bot.services import Services
    from index.statistics import Statistics

HOST: Final = "127.0.0.1"
"""Nobody but this machine is told: what is counted is nobody else's business."""


_LOOKED_AT: Final = "monitoring.looked"


class Monitoring:
    """Answers `/healthz`, `/readyz` and `/metrics`.

    Args:
        services: What is watched over.
        platforms: The chats that are to be open.
        port: Where to listen; 0 for any that is free.
        problem: Returns why what answers questions cannot read the posts; "" where it can.
    """

    def __init__(
        self,
        services: Services,
        platforms: Sequence[ChatAdapter],
        port: int,
        problem: Callable[[], Awaitable[str]],
    ) -> None:
        self._services = services
        self._platforms = platforms
        self._port = port
        self._problem = problem
        self._listens = asyncio.Event()
        self._runner: web.AppRunner | None = None

    async def address(self) -> str:
        """Return where it listens, once it does: `http://127.0.0.1:9464`."""
        await self._listens.wait()
        host, port = self._runner.addresses[0] if self._runner else (HOST, self._port)
        return f"http://{host}:{port}"

    async def run(self) -> None:
        """Listen until it is cancelled.

        Raises:
            ConfigError: The port is taken or may not be used.
        """
        counting = self._services.metrics.log_handler()
        server = web.Application()
        server.router.add_get("/healthz", _health)
        server.router.add_get("/readyz", self._readiness)
        server.router.add_get("/metrics", self._metrics)
        self._runner = web.AppRunner(server, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, HOST, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            taken = Told(
                "PULLQUOTE_MONITORING_PORT: found {port}, where nothing can listen ({reason}): set"
                " another",
                port=self._port,
                reason=error.strerror,
            )
            raise ConfigError([taken]) from error
        logging.getLogger().addHandler(counting)
        self._listens.set()
        try:
            await asyncio.Event().wait()
        finally:
            logging.getLogger().removeHandler(counting)
            await self._runner.cleanup()

    async def _readiness(self, request: web.Request) -> web.Response:
        """Say whether questions are answered at the moment, and else what is missing."""
        del request
        shut = [each.name for each in self._platforms if not each.opened.is_set()]
        if (reason := self._services.away.reason) is not None:
            missing = [f"database: {reason}"]
        elif unwritten := self._unwritten():
            # Over a server a platform is opened by who can write: it waits for no other reason.
            waits = "waits for the ledger" if self._services.sharing else "not open"
            missing = [f"{each}: {waits}" for each in shut]
            missing.append(f"ledger: cannot be written ({unwritten})")
        else:
            missing = [f"{each}: not open" for each in shut]
        if self._services.away.reason is None and (unread := await self._unread()):
            missing.append(f"posts: cannot be read ({unread})")
        text = "\n".join([*(missing or ["ready"]), ""])
        return web.Response(text=text, status=503 if missing else 200)

    async def _unread(self) -> str:
        """Return why the posts cannot be read; "" where they can."""
        try:
            await self._services.library.statistics(None)
        except UnavailableError as error:
            return str(error)
        return await self._problem()

    def _unwritten(self) -> str:
        """Return why the ledger cannot be written; "" where it can."""
        ledger = self._services.ledger
        try:
            ledger.note(_LOOKED_AT, ledger.clock().isoformat())
        except UnavailableError as error:
            return str(error)
        return ""

    async def _metrics(self, request: web.Request) -> web.Response:
        """Return what is counted, and what is looked up just now."""
        del request
        services = self._services
        services.metrics.set_in_hand(services.limits.admission.in_hand)
        is_there = services.away.reason is None  # else it would be waited for
        if is_there and (found := await self._statistics()) is not None:
            now = services.ledger.clock()
            services.metrics.set_index(found.posts, found.size, found.changed_at, now)
        for each in self._platforms:
            self._count_channels(each.name)
        return web.Response(
            body=services.metrics.text(), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )

    def _count_channels(self, platform: str) -> None:
        try:
            watched = self._services.ledger.channels.watched(platform)
        except UnavailableError:  # `/readyz` says so
            return
        broken = sum(bool(each.error) for each in watched)
        self._services.metrics.set_channels(platform, len(watched) - broken, broken)

    async def _statistics(self) -> Statistics | None:
        try:
            return await self._services.library.statistics(None)
        except UnavailableError:
            return None


async def _health(request: web.Request) -> web.Response:
    """Say that the process lives."""
    del request
    return web.Response(text="ok\n")
