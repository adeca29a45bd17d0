"""Counts what of watched channels is made no post of, and remembers whose messages are wanted."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.ledger.ledger import Ledger

_COUNTS: Final = "left_out:"
_APPS: Final = "apps:"
_CUT: Final = "cut:"
"""What is noted of a channel, under these and its id."""


class LeftOutCounts:
    """What is left out of each watched channel, by its kind; whether apps' messages are kept.

    Args:
        ledger: Remembers it.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._aside: ContextVar[Counter[str] | None] = ContextVar("left_out", default=None)

    def takes_apps(self, channel_id: str) -> bool:
        """Return whether what apps and webhooks write in a channel is kept."""
        return bool(self._ledger.noted(f"{_APPS}{channel_id}"))

    def choose_apps(self, channel_id: str, *, are_kept: bool) -> None:
        """Keep apps' messages of a channel from now on, or not."""
        self._ledger.note(f"{_APPS}{channel_id}", "yes" if are_kept else "")

    def note(self, channel_id: str, *kinds: str) -> None:
        """Count what is left out of a channel."""
        if not kinds:
            return
        if (aside := self._aside.get()) is not None:
            aside.update(kinds)
        elif self._ledger.channels.get(channel_id) is not None:
            self._put(channel_id, Counter(self.of(channel_id)) + Counter(kinds))

    def of(self, channel_id: str) -> Mapping[str, int]:
        """Return what was left out of a channel so far."""
        noted = self._ledger.noted(f"{_COUNTS}{channel_id}")
        return json.loads(noted) if noted else {}

    def forget(self, channel_id: str) -> None:
        """Count a channel from the beginning."""
        self._ledger.forget_note(f"{_COUNTS}{channel_id}")
        self._ledger.forget_note(f"{_CUT}{channel_id}")

    def note_cut(self, channel_id: str) -> None:
        """Note that the platform hides what is older in a channel, as by a plan's limit."""
        if not self.is_cut(channel_id):
            self._ledger.note(f"{_CUT}{channel_id}", "yes")

    def is_cut(self, channel_id: str) -> bool:
        """Return whether the platform hides what is older in a channel."""
        return bool(self._ledger.noted(f"{_CUT}{channel_id}"))

    def told(self, channel_id: str) -> Counter[str]:
        """Return the same by the names that it is told by: what is done about apps differs."""
        counts = Counter(self.of(channel_id))
        if apps := counts.pop("bot_messages", 0):
            counts["channel_bots"] = apps
        return counts

    @contextmanager
    def counting(self, channel_id: str, *, all_of_it: bool) -> Iterator[None]:
        """Count messages that were counted before, while one task reads them again.

        Args:
            channel_id: The channel.
            all_of_it: The whole channel is read: what is counted stands in place of what was.
        """
        counts = Counter[str]()
        token = self._aside.set(counts)  # two may read one channel at once: each counts its own
        try:
            yield
            if all_of_it:
                self._put(channel_id, counts)
        finally:
            self._aside.reset(token)

    def _put(self, channel_id: str, counts: Mapping[str, int]) -> None:
        self._ledger.note(f"{_COUNTS}{channel_id}", json.dumps(counts, sort_keys=True))
