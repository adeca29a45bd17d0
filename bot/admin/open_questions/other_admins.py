"""Remembers which admin answers an open question just now, and who settled one, for the others."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.question_and_answer import Asker, Question
    from index.clock import Clock

WRITING: Final = timedelta(minutes=15)
"""How long somebody who opened the form is taken to be writing."""

_MOST: Final = 500
"""Questions that are remembered, the last ones."""


class _Deed(NamedTuple):
    admin: Asker
    at: datetime
    is_settled: bool


class OtherAdmins:
    """What admins do with open questions while the bot runs.

    Args:
        clock: Tells the time.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._deeds: dict[str, _Deed] = {}

    def begins(self, asked: Sequence[Question], admin: Asker) -> str:
        """Note that an admin answers a question; return who else does just now, "" for nobody."""
        deed = self._deeds.get(asked[0].id)
        self._note(asked, admin, is_settled=False)
        is_fresh = deed is not None and self._clock() - deed.at <= WRITING
        return deed.admin.name if deed and is_fresh and deed.admin.account != admin.account else ""

    def settles(self, asked: Sequence[Question], admin: Asker) -> None:
        """Note that an admin has answered or dismissed a question."""
        self._note(asked, admin, is_settled=True)

    def settled_by(self, question_id: str) -> str:
        """Return who has answered or dismissed a question; "" where that is not known."""
        deed = self._deeds.get(question_id)
        return deed.admin.name if deed and deed.is_settled else ""

    def _note(self, asked: Sequence[Question], admin: Asker, *, is_settled: bool) -> None:
        for each in asked:
            self._deeds.pop(each.id, None)
            self._deeds[each.id] = _Deed(admin, self._clock(), is_settled)
        while len(self._deeds) > _MOST:
            del self._deeds[next(iter(self._deeds))]
