"""What the bot was told of posts and has not stored yet: until then they are not quoted."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from index.crashes import crashes_as_errors

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from index.documents import Known

    Told = Mapping[str, str | None]
    """By id, the fingerprint that a post will have; None for what is to go, or not known yet."""

    InHand = dict[asyncio.Future[None], Told]

MOST_FAILED: Final = 10_000
"""Posts that are remembered of what could not be stored; the daily comparison finds the others."""


class PendingChanges:
    """The posts of which something newer is known than what is stored."""

    def __init__(self) -> None:
        self._stored_soon: InHand = {}
        self._doubted: InHand = {}
        self._failed: dict[str, str | None] = {}

    @contextmanager
    def until_stored(self, told: Told) -> Iterator[None]:
        """Take it that these posts are otherwise than what is stored, for as long as this lasts.

        Afterwards too where it ends in an error or is cancelled: until they are stored later.
        """
        with _in_hand(self._stored_soon, told):
            try:
                with crashes_as_errors():
                    yield
            except (Exception, asyncio.CancelledError):
                self._keep(told)
                raise
        self.settle(told)

    @contextmanager
    def doubting(self, ids: Iterable[str]) -> Iterator[None]:
        """Quote none of these posts for as long as it is found out what became of them.

        Nor afterwards, where that is cancelled: until they are stored later.
        """
        told: Told = dict.fromkeys(ids)
        with _in_hand(self._doubted, told):
            try:
                yield
            except asyncio.CancelledError:
                self._keep(told)
                raise

    def _keep(self, told: Told) -> None:
        self._failed |= told
        for oldest in list(self._failed)[:-MOST_FAILED]:
            del self._failed[oldest]

    def failed(self) -> set[str]:
        """Return the posts that could not be stored."""
        return set(self._failed)

    def settle(self, ids: Iterable[str]) -> None:
        """Take these posts as they are stored: what could not be stored of them is no longer so."""
        for id_ in ids:
            self._failed.pop(id_, None)

    async def settled(self, seconds: float) -> None:
        """Wait until what was told before is stored, but never longer than this."""
        if in_hand := [*self._stored_soon, *self._doubted]:
            await asyncio.wait(in_hand, timeout=seconds)

    def are_in_hand(self, ids: Collection[str]) -> bool:
        """Return whether one of these posts is being stored."""
        return any(not told.keys().isdisjoint(ids) for told in self._stored_soon.values())

    def named(self) -> set[str]:
        """Return the posts of which it is known what they will be, and that is not stored."""
        return {id_ for told in self._all() for id_, wanted in told.items() if wanted is not None}

    def outdated(self, known: Mapping[str, Known]) -> frozenset[str]:
        """Return the posts that are not as they are stored.

        Args:
            known: What is stored of those that are named.
        """
        return frozenset(
            id_
            for told in self._all()
            for id_, fingerprint in told.items()
            if fingerprint is None or (id_ in known and known[id_].fingerprint != fingerprint)
        )

    def _all(self) -> tuple[Told, ...]:
        return (*self._stored_soon.values(), *self._doubted.values(), self._failed)


@contextmanager
def _in_hand(among: InHand, told: Told) -> Iterator[None]:
    ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    among[ended] = told
    try:
        yield
    finally:
        del among[ended]
        ended.set_result(None)
