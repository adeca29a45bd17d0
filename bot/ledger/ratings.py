"""Reads what people thought of answers, by question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.ledger.ledger import Ledger
    from bot.question_and_answer import Question

MOST: Final = 1_000
"""Rated questions that are read at all: the most disliked, then the last rated."""


@dataclass(frozen=True, slots=True)
class RatedQuestion:
    """A question, and how its answer was rated.

    Attributes:
        question: It.
        good: How many people liked the answer.
        bad: How many did not.
        comments: What these wrote, the last first; nothing of who they are.
        first_at: When the first of all rated it.
    """

    question: Question
    good: int
    bad: int
    comments: tuple[str, ...]
    first_at: str


def rated_questions(ledger: Ledger, platform: str, workspace_id: str) -> list[RatedQuestion]:
    """Return the rated questions of a workspace, the most disliked first.

    Raises:
        UnavailableError: The ledger cannot be used.
    """
    rows = ledger.database.rows(
        "SELECT id, count(*) FILTER (WHERE is_good), count(*) FILTER (WHERE NOT is_good),"
        " min(rated_at)"
        " FROM ratings JOIN questions ON id = question"
        " WHERE platform = ? AND room = ? AND NOT is_passing"
        " GROUP BY id ORDER BY 3 DESC, max(rated_at) DESC LIMIT ?",
        platform,
        workspace_id,
        MOST,
    )
    found = []
    for id_, good, bad, first_at in rows:
        if question := ledger.questions.get(id_):
            said = ledger.database.rows(
                "SELECT comment FROM ratings WHERE question = ? AND NOT is_good"
                " ORDER BY rated_at DESC",
                id_,
            )
            words = tuple(comment for (comment,) in said if comment.strip())
            found.append(RatedQuestion(question, good, bad, words, first_at))
    return found
