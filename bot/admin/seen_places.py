"""Asks of each place once whether an admin may see it, however many questions were asked there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.question_and_answer import Question


class SeenPlaces:
    """The places of the questions of one list, for as long as it is made.

    Args:
        may_see: Asks the platform whether the admin may see where a question was openly asked.
    """

    def __init__(self, may_see: Callable[[Question], Awaitable[bool]]) -> None:
        self._may_see = may_see
        self._known: dict[str, bool] = {}

    async def include(self, question: Question) -> bool:
        """Return whether the admin may see where a question was openly asked."""
        place = question.conversation
        if place not in self._known:
            self._known[place] = await self._may_see(question)
        return self._known[place]
