"""Makes the connections of Socket Mode: each try has its time, and the pauses between them grow."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.outages import Outage

_LOST = (aiohttp.ClientError, OSError, TimeoutError)


class Dialing:
    """Stands where the SDK has its own connections, which it would try for ever in one way.

    Args:
        session: The connections that the SDK made.
        outage: Says that none can be made, and how long to wait.
        seconds: How long a try may take.
        failed: Counts each try that failed.
        renew: Returns a new address: one is good for one connection and a short time.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        outage: Outage,
        seconds: float,
        failed: Callable[[Exception], None],
        renew: Callable[[], Awaitable[str]],
    ) -> None:
        self._session = session
        self._outage = outage
        self._seconds = seconds
        self._failed = failed
        self._renew = renew

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._session.closed

    async def close(self) -> None:
        """Close all connections."""
        await self._session.close()

    async def ws_connect(self, url: str, **how: Any) -> aiohttp.ClientWebSocketResponse:
        """Return a connection, however long that takes."""
        while True:
            try:
                async with asyncio.timeout(self._seconds):
                    connection: aiohttp.ClientWebSocketResponse = await self._session.ws_connect(
                        url, **how
                    )
            except _LOST as error:
                self._failed(error)
                await asyncio.sleep(self._outage.failed(f"no connection ({type(error).__name__})"))
                url = await self._renew()
            else:
                self._outage.ended()
                return connection
