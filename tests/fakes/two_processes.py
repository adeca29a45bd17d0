"""Two bots as processes of their own over one database."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from tests.fakes.patience import PATIENCE_SECONDS
from tests.fakes.served import served

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from tests.fakes.bot.ledger_places import LedgerInSchema


class Pair:
    """Two processes, of which one serves Discord, and both serve Slack.

    Attributes:
        ledger: Where they agree on it.
        processes: Both, by the number of the process.
    """

    def __init__(self, ledger: LedgerInSchema, processes: list[Process]) -> None:
        self.ledger = ledger
        self.processes = {each.pid: each for each in processes}

    async def serving(self) -> Process:
        """Return the one that serves, once there is one."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                for (holder,) in await asyncio.to_thread(self._holders):
                    if (found := self.processes.get(int(str(holder).split(":")[1]))) is not None:
                        return found

    async def kill(self, process: Process | None = None) -> None:
        """Kill one, or the one that serves, and let the time of its leases be over."""
        process = process or await self.serving()
        process.kill()
        await process.wait()
        del self.processes[process.pid]
        mine = f"holder LIKE '%:{process.pid}:%'"
        query = f"UPDATE pullquote_ledger.leases SET until = 0 WHERE {mine}"  # noqa: S608
        await asyncio.to_thread(self.ledger.execute, query)

    async def until(self, query: str, found: Callable[[list[tuple[object, ...]]], bool]) -> None:
        """Wait until what the database returns for a query is found to be so."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not found(await asyncio.to_thread(self.ledger.execute, query)):
                pass

    def _holders(self) -> list[tuple[object, ...]]:
        schemas = "SELECT 1 FROM pg_tables WHERE schemaname = 'pullquote_ledger'"
        if not self.ledger.execute(f"{schemas} AND tablename = 'leases'"):
            return []
        return self.ledger.execute(
            "SELECT holder FROM pullquote_ledger.leases WHERE name = 'discord'"
            " OR name LIKE 'slack is served by %'"
        )


@asynccontextmanager
async def two_served(ledger: LedgerInSchema, data: Path, **settings: str) -> AsyncIterator[Pair]:
    """Start both with these settings, each with a data folder of its own."""
    async with AsyncExitStack() as stack:
        folders = [data.with_name(name) for name in ("one", "two")]
        started = [
            served(PULLQUOTE_DATABASE=ledger.where, PULLQUOTE_DATA=str(each), **settings)
            for each in folders
        ]
        yield Pair(ledger, [await stack.enter_async_context(each) for each in started])
