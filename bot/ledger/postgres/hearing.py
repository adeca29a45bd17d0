"""Hears at once what other processes tell through the server."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final

import psycopg

from index.postgres.server import connections

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSES: Final = (0.1, 0.5, 1.0, 2.0)
"""How many seconds to wait before each try to hear again; the last for all later ones."""

QUIET_SECONDS: Final = 10.0
"""After so long in which nothing was told it is looked whether the connection still works."""

ANSWER_SECONDS: Final = 5.0
"""How long the answer to that may take."""

_log: Final = logging.getLogger(__name__)


async def hear(address: str, told: Callable[[str], None], missed: Callable[[], None]) -> None:
    """Hear what is told until cancelled, on a connection that does nothing else.

    While it is lost, each process finds changes by looking, as often as it does anyway.

    Args:
        address: The server, the database and the role, as libpq takes them.
        told: Hears each text.
        missed: Hears that something may have been missed: each time it hears again.
    """
    tries, is_first = 0, True
    reach = connections.reach_of(address)
    while True:
        try:
            async with await psycopg.AsyncConnection.connect(
                address, autocommit=True, application_name="pullquote: hearing",
                **connections.noticing(address),
            ) as connection:  # fmt: skip
                await _listen(connection)
                if not is_first:
                    missed()
                tries, is_first = 0, False
                await _pass_on(connection, told)
        except psycopg.OperationalError as error:
            if tries:  # it is told at once that the server went away, and nobody waited for it
                reach.failed(error)
            else:
                _log.info("what other processes change is not heard: %s", type(error).__name__)
        except (psycopg.Error, OSError) as error:
            if not tries:
                _log.warning("what other processes change is not heard: %s", type(error).__name__)
        is_first = False
        await asyncio.sleep(PAUSES[min(tries, len(PAUSES) - 1)])
        tries += 1


async def _pass_on(connection: psycopg.AsyncConnection[Any], told: Callable[[str], None]) -> None:
    """Pass on what is told until the connection is lost, be it without a word."""
    while True:
        async for notice in connection.notifies(timeout=QUIET_SECONDS):
            told(notice.payload)
        await _listen(connection)


async def _listen(connection: psycopg.AsyncConnection[Any]) -> None:
    """Hear what is told from now on, if not yet.

    Raises:
        TimeoutError: The server takes what is sent, and answers nothing.
    """
    async with asyncio.timeout(ANSWER_SECONDS):
        await connection.execute(f"LISTEN {connections.CHANNEL}")
