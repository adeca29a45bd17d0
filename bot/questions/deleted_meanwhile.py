"""Takes the answers away to questions that were deleted while nothing reached us."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from bot.errors import UnavailableError
from bot.question_and_answer import question_id

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger

LONGEST_AGO: Final = timedelta(days=1)
"""How old a question is at most that is looked for: in older talk few still read its answer."""

MOST: Final = 100
"""How many questions are looked for, the newest first: each costs a request."""


class AskedMessages(Protocol):
    """The messages of a platform that asked something, by their names in the ledger."""

    async def is_gone(self, name: str) -> bool:
        """Return whether a message certainly is no more; costs a request."""
        ...

    async def on_deleted(self, name: str) -> None:
        """Take the answers to a message away."""
        ...


async def take_away_answers(ledger: Ledger, platform: str, messages: AskedMessages) -> None:
    """Take the answers to what was deleted away, of the last day and so many at most.

    While the ledger cannot be used, they stand.
    """
    with suppress(UnavailableError):
        taken = ledger.deliveries.finished(platform, LONGEST_AGO)
        answered = [each for each in taken if ledger.questions.replies(question_id(each))]
        for name in answered[:MOST]:
            if await messages.is_gone(name):
                await messages.on_deleted(name)
