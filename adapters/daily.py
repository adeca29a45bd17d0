"""Does something once a day, however often we are started."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.ledger.ledger import Ledger

EVERY: Final = timedelta(days=1)

_SECONDS_A_LOOK: Final = 600.0


async def once_a_day(ledger: Ledger, name: str, work: Callable[[], Awaitable[None]]) -> None:
    """Does the work a day after it was last done, until cancelled.

    Args:
        ledger: Remembers when that was; the first day begins when it knows of none.
        name: What it is remembered by.
        work: What is done.
    """
    while True:
        if _is_due(ledger, name):
            await work()
            ledger.note(name, datetime.now(UTC).isoformat())
        await asyncio.sleep(_SECONDS_A_LOOK)


def _is_due(ledger: Ledger, name: str) -> bool:
    done_at = ledger.noted(name)
    if not done_at:
        ledger.note(name, datetime.now(UTC).isoformat())
        return False
    return datetime.now(UTC) - datetime.fromisoformat(done_at) >= EVERY
