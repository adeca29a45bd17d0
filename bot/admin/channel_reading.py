"""Reads the channels of one job, one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.errors import ChannelClosed, NotWatched
from index.ingest.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.ledger.jobs import Job
    from bot.ledger.ledger import Ledger
    from bot.ports import Report


_WHOLE: Final = 1_000
"""What a channel counts for in the progress of several: how long each is, nobody tells."""


class ChannelReading:
    """Reads the old messages of channels that were begun to be watched together.

    Args:
        ledger: Where it is noted what is left.
        backfill: Reads one channel.
        unread: Says which one cannot be read, and why, as the job's message may say it.
    """

    def __init__(
        self,
        ledger: Ledger,
        backfill: Callable[[str, Report], Awaitable[Counts]],
        unread: Callable[[Job, str, Exception], str],
    ) -> None:
        self._ledger = ledger
        self._backfill = backfill
        self._unread = unread

    async def read(self, job: Job, report: Report) -> Counts:
        """Read the channels of a job, and return what was stored.

        What cannot be read of several channels is named, and costs no other; a restart goes on
        with those that are left.

        Raises:
            UnavailableError: The only channel cannot be read, or the posts cannot be stored.
            JobEnded: It is to end here; what was read is stored.
        """
        ids = job.channels
        if len(ids) == 1:
            return await self._backfill(ids[0], report)
        counts = Counts()
        for number, id_ in enumerate(ids):
            part = _Part(report, counts, number, len(ids)).report
            try:
                counts += await self._backfill(id_, part)
            except (ChannelClosed, NotWatched) as error:
                named = self._unread(job, id_, error)
                counts = replace(counts, examples=(*counts.examples, named))
            self._ledger.jobs.narrow(job.id, " ".join(ids[number + 1 :]))
        return counts


class _Part(NamedTuple):
    """One of several channels while it is read: its progress is a part of the whole."""

    whole: Report
    before: Counts
    number: int
    of: int

    def report(self, done: int, total: int, counts: Counts) -> None:
        """Report how far all of the reading is."""
        own = min(done, total) * _WHOLE // total if total else 0
        self.whole(self.number * _WHOLE + own, self.of * _WHOLE, self.before + counts)
