"""Hears at once what other processes tell through the server."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

import psycopg

from index.postgres.server import connections

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSES: Final = (0.1, 0.5, 1.0, 2.0)
"""How many seconds to wait before each try to hear again; the last for all later ones."""

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
                await connection.execute(f"LISTEN {connections.CHANNEL}")
                if not is_first:
                    missed()
                tries, is_first = 0, False
                async for notice in connection.notifies():
                    told(notice.payload)
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
