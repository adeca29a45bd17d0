"""Divides a platform's parts among processes, each of which has its fair share of them.

Whoever takes part says so by a lease of its own, and has one for each part it serves. It takes
parts that nobody serves until it has its share, and lets one go where it has more than that,
because another process has come. This is how consumers of Amazon's Kinesis Client Library divide
shards: they too agree on nothing but who holds which lease.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Final

from bot.errors import UnavailableError
from bot.ledger.leases import serving
from bot.outages import Outage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.ledger.ledger import Ledger
    from bot.ports import Ask, ChatAdapter, Sharing

LOOK_SECONDS: Final = 2.5
"""How often each process looks who serves what."""

_log: Final = logging.getLogger(__name__)


class Divided:
    """A platform of which this process serves what the others leave to it.

    Args:
        parts: What serves each part, by its name.
        sharing: Has one process alone do something.
        ledger: Knows who serves what.
        look_seconds: How often that is looked at.

    Attributes:
        name: Names the platform.
        opened: Set while any part is open here.
    """

    is_shared = True

    def __init__(
        self,
        parts: Mapping[str, ChatAdapter],
        sharing: Sharing,
        ledger: Ledger,
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        self.name = next(iter(parts.values())).name
        self.opened = asyncio.Event()
        self._parts = parts
        self._sharing = sharing
        self._ledger = ledger
        self._look_seconds = look_seconds
        self._outage = Outage(f"telling who serves {self.name}")
        self._serving: dict[str, asyncio.Task[None]] = {}

    async def run(self, ask: Ask) -> None:
        """Serve this process's share until cancelled; what is let go is finished before.

        Raises:
            PlatformError: A part cannot be served, or another process serves some of it that does
                not divide.
        """
        self._serving = {}
        try:
            async with asyncio.TaskGroup() as group:
                while True:
                    await self._divide(group, ask)
                    await asyncio.sleep(self._look_seconds)
        except ExceptionGroup as failures:
            raise failures.exceptions[0] from failures

    async def _divide(self, group: asyncio.TaskGroup, ask: Ask) -> None:
        """Begin to serve what is ours by now, and end what is not."""
        try:
            served = await asyncio.to_thread(self._ledger.leases.served, self.name)
        except UnavailableError as error:
            self._outage.failed(error)
            return
        self._outage.ended()
        begin, end = self._changes(served)
        for part in end:
            self._serving.pop(part).cancel()
        for part in begin:
            work = self._serve(part, ask)
            self._serving[part] = group.create_task(work, name=serving(self.name, part))

    def _changes(self, served: Mapping[str, str]) -> tuple[list[str], list[str]]:
        """Return which parts to begin to serve, and which to leave to others."""
        own = [part for part, task in self._serving.items() if not task.done()]
        processes = len(served.keys() - self._parts.keys())
        share = -(-len(self._parts) // max(processes, 1))
        # Whoever was beaten to a part would stand by for it, beyond its share.
        holder = self._ledger.holder
        lost = [part for part in own if served.get(part, holder) != holder]
        kept = [part for part in own if part not in lost]
        free = [part for part in self._parts if part not in served and part not in own]
        return free[: max(share - len(kept), 0)], [*lost, *kept[share:]]

    async def _serve(self, part: str, ask: Ask) -> None:
        platform = self._parts[part]

        async def work() -> None:
            telling = asyncio.create_task(self._tell(part, platform))
            try:
                await platform.run(ask)
            finally:
                telling.cancel()
                platform.opened.clear()
                if not any(each.opened.is_set() for each in self._parts.values()):
                    self.opened.clear()
                _log.info("%s %s is no longer served here", self.name, part)

        await self._sharing.serve(serving(self.name, part), work)

    async def _tell(self, part: str, platform: ChatAdapter) -> None:
        await platform.opened.wait()
        self.opened.set()
        _log.info("%s %s is served here", self.name, part)
