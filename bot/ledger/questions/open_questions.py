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
        by_place: The same for each place where it was asked, openly or privately; the first comes
            first.
    """

    question: Question
    times: int
    last_asked_at: datetime
    askers: frozenset[str] = frozenset()
    by_place: tuple[OpenQuestion, ...] = ()


def merged(asked: Sequence[OpenQuestion]) -> OpenQuestion:
    """Return questions that ask the same as one: as it was asked first, by all who did."""
    parts = [part for each in asked for part in (each.by_place or (each,))]
    parts.sort(key=lambda each: (each.question.asked_at, each.question.id))
    askers = frozenset[str]().union(*(each.askers for each in parts))
    last = max(each.last_asked_at for each in parts)
    return OpenQuestion(parts[0].question, len(askers), last, askers, tuple(parts))


class OpenQuestions:
    """The questions of all platforms that are open."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def unanswered(self, platform: str, workspace_id: str, most: int) -> list[OpenQuestion]:
        """Return what nothing answered in a room (a guild, a workspace), the most asked first."""
        own = "is_open AND platform = ? AND room = ?"
        asked_by = f"SELECT DISTINCT words, place, is_private, asker_id FROM questions WHERE {own}"
        askers: dict[tuple[object, ...], set[str]] = defaultdict(set)
        for *place, asker in self._database.rows(asked_by, platform, workspace_id):
            askers[tuple(place)].add(asker)
        same = "PARTITION BY words, place, is_private"
        firsts = self._database.rows(
            f"SELECT {COLUMNS}, last_at, words FROM (SELECT {COLUMNS}, words,"
            f" max(asked_at) OVER ({same}) AS last_at,"
            f" row_number() OVER ({same} ORDER BY asked_at, id) AS number"
            f" FROM questions WHERE {own}) AS asked WHERE number = 1",
            platform,
            workspace_id,
        )
        parts: dict[str, list[OpenQuestion]] = defaultdict(list)
        for *row, last, said in firsts:
            question = question_of(tuple(row))
            those = frozenset(askers[said, question.conversation, question.is_private])
            at = datetime.fromisoformat(last)
            parts[said].append(OpenQuestion(question, len(those), at, those))
        found = sorted(
            map(merged, parts.values()), key=lambda each: (-each.times, each.question.asked_at)
        )
        return found[:most]

    def are_any(self, platform: str, workspace_id: str) -> bool:
        """Return whether any question that was asked in a workspace is kept, open or not."""
        query = "SELECT 1 FROM questions WHERE platform = ? AND room = ? LIMIT 1"
        return bool(self._database.rows(query, platform, workspace_id))

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
