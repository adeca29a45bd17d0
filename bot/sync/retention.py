"""Deletes what the bot was told to keep for so long only, while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.sync.schedule import DailySchedule

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger

NOTE: Final = "retention"
"""What the day on which it was last done is remembered by."""


async def delete_daily(ledger: Ledger) -> None:
    """Delete old questions, ratings and answers once a day, until it is cancelled.

    Args:
        ledger: Where they are; opening it deletes them, too.
    """

    async def delete() -> None:
        ledger.forget_old()

    await DailySchedule(ledger, NOTE, delete).run()
