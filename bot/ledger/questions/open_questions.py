"""Remembers which questions nothing answered, until somebody does."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.ledger.questions.question_rows import COLUMNS, question_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.ledger.database import Database
    from bot.question_and_answer import Question
    from index.clock import Clock


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that nothing answered, as often as it was asked.

    Attributes:
        question: It, as it was asked first.
        times: By how many people.
        last_asked_at: When it was asked last, timezone-aware.
        askers: Their ids on the platform.
    """

    question: Question
    times: int
    last_asked_at: datetime
    askers: frozenset[str] = frozenset()


class OpenQuestions:
    """The questions of all platforms that are open."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def unanswered(self, platform: str, workspace_id: str, most: int) -> list[OpenQuestion]:
        """Return what nothing answered in a room (a guild, a workspace), the most asked first."""
        own = "is_open AND platform = ? AND room = ?"
        rows = self._database.rows(
            "SELECT min(asked_at), count(DISTINCT asker_id), max(asked_at), words"
            f" FROM questions WHERE {own} GROUP BY words ORDER BY 2 DESC, 1 LIMIT ?",
            platform,
            workspace_id,
            most,
        )
        askers: dict[str, set[str]] = defaultdict(set)
        asked = f"SELECT DISTINCT words, asker_id FROM questions WHERE {own}"
        for said, asker in self._database.rows(asked, platform, workspace_id):
            askers[said].add(asker)
        first = f"WHERE {own} AND words = ? ORDER BY asked_at LIMIT 1"
        return [
            OpenQuestion(question, times, datetime.fromisoformat(last), frozenset(askers[said]))
            for _, times, last, said in rows
            for question in self._all(first, platform, workspace_id, said)
        ]

    def open_like(self, *question_ids: str) -> list[Question]:
        """Return open questions as each of their askers asked them."""
        return self._all(f"WHERE {_same(len(question_ids))} ORDER BY asked_at", *question_ids)

    def settle(self, *question_ids: str) -> list[Question]:
        """Close open questions, whoever asked them; return them as each of these asked them."""
        with self._database.writing():
            settled = self.open_like(*question_ids)
            same = _same(len(question_ids))
            self._database.run(f"UPDATE questions SET is_open = FALSE WHERE {same}", *question_ids)
        return settled

    def close(self, question_id: str) -> None:
        """Take one question off the list of the open ones, as one asker asked it."""
        self._database.run("UPDATE questions SET is_open = FALSE WHERE id = ?", question_id)

    def reopen(self, questions: Sequence[Question]) -> None:
        """Open questions again that were settled a moment ago, in vain."""
        with self._database.writing():
            for each in questions:
                self._database.run("UPDATE questions SET is_open = TRUE WHERE id = ?", each.id)

    def _first(self, where: str, *values: object) -> Question | None:
        found = self._all(where, *values)
        return found[0] if found else None

    def _all(self, where: str, *values: object) -> list[Question]:
        rows = self._database.rows(f"SELECT {COLUMNS} FROM questions {where}", *values)
        return [question_of(row) for row in rows]


def _same(count: int) -> str:
    """Return the condition for open questions that say the same as these of so many ids."""
    ids = ", ".join("?" * count)
    return (
        "is_open AND (platform, room, words) IN (SELECT platform, room, words FROM questions"
        f" WHERE id IN ({ids}))"
    )
