"""What the bot was told of posts and has not stored yet: until then they are not quoted."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from index.store import Known


class Unsettled:
    """The posts of which something newer is known than what is stored."""

    def __init__(self) -> None:
        self._told: dict[asyncio.Future[None], Mapping[str, str | None]] = {}

    @contextmanager
    def until_stored(self, told: Mapping[str, str | None]) -> Iterator[None]:
        """Take it that these posts are otherwise than what is stored, for as long as this lasts.

        Args:
            told: By id, the fingerprint they will have; None for what is to go, or not known yet.
        """
        ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._told[ended] = told
        try:
            yield
        finally:
            del self._told[ended]
            ended.set_result(None)

    async def settled(self, seconds: float) -> None:
        """Wait until what was told before is stored, but never longer than this."""
        if self._told:
            await asyncio.wait(list(self._told), timeout=seconds)

    def named(self) -> set[str]:
        """Return the posts of which something was told."""
        return {id_ for told in self._told.values() for id_ in told}

    def outdated(self, known: Mapping[str, Known]) -> frozenset[str]:
        """Return the posts that are not as they are stored.

        Args:
            known: What is stored of those that something was told of.
        """
        return frozenset(
            id_
            for told in self._told.values()
            for id_, fingerprint in told.items()
            if fingerprint is None or (id_ in known and known[id_].fingerprint != fingerprint)
        )
