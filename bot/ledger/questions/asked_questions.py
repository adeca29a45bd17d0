"""Remembers questions, the messages that answer them, and what people thought of those."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from bot.ledger.questions.open_questions import OpenQuestions
from bot.ledger.questions.question_rows import COLUMNS, question_of, row_of
from index.text.words import words

if TYPE_CHECKING:
    from datetime import timedelta

    from bot.question_and_answer import Answer, Asker, Question


EVER: Final = datetime.max.replace(tzinfo=UTC)


class Questions(OpenQuestions):
    """The questions of all platforms, for as long as the settings say."""

    def keep(self, answer: Answer, *, passes: bool = False) -> None:
        """Keep a question as answered, or as open where nothing was found among all posts.

        Args:
            answer: What it was answered.
            passes: Its asker is to be forgotten: it is kept for the buttons under its answer
                alone, on no list, and not for long (see `forget_passing`).
        """
        question = answer.question
        # Where there is nothing to find yet, no post is missing that an admin could write.
        is_settled = answer.found or answer.is_all_said or answer.is_nothing_readable
        with self._database.hastily(), self._database.writing():
            standing = self.replies(question.id)
            self.forget(question.id)  # with what was thought of another answer to it
            self._database.run(
                f"INSERT INTO questions ({COLUMNS}, words, elapsed_seconds, is_found,"
                f" is_open, is_passing) VALUES ({', '.join('?' * 19)})",
                *row_of(question),
                _key(question.text),
                answer.elapsed_seconds,
                answer.found,
                not (is_settled or question.filters or passes),
                passes,
            )
            for each in standing:  # where an edited question is asked again
                self._database.run(
                    "UPDATE answers SET question = ? WHERE message = ?", question.id, each
                )

    def get(self, id_: str) -> Question | None:
        """Return a question by its id, if it is still kept."""
        return self._first("WHERE id = ?", id_)

    def is_private(self, id_: str) -> bool:
        """Return whether a question was asked so that only the asker reads the reply."""
        question = self.get(id_)
        return question is not None and question.is_private

    def answered_by(self, message: str) -> Question | None:
        """Return the question that this message answers."""
        return self._first("WHERE id = (SELECT question FROM answers WHERE message = ?)", message)

    def replies(self, question_id: str, *, is_beside: bool | None = None) -> list[str]:
        """Return the messages that answer a question.

        Args:
            question_id: The question.
            is_beside: Only those that stand beside the reply, or only the others; None for all.
        """
        rows = self._database.rows(
            "SELECT message FROM answers WHERE question = ? AND is_beside IN (?, ?)"
            " ORDER BY message",
            question_id,
            is_beside is True,
            is_beside is not False,
        )
        return [row[0] for row in rows]

    def told_beside(self, question_id: str) -> list[str]:
        """Return the messages that told who asked, beside the reply, of what they may read.

        What tells of an admin's answer names who asked, and is none of them.
        """
        rows = self._database.rows(
            "SELECT message FROM answers WHERE question = ? AND is_beside AND NOT names_asker"
            " ORDER BY message",
            question_id,
        )
        return [row[0] for row in rows]

    def latest(
        self, conversation: str, since: timedelta, asker: Asker | None = None
    ) -> Question | None:
        """Return the last question in a place, if it is not older than this.

        Those that were asked privately are looked at only for whoever asked them.
        """
        oldest = (self._clock() - since).isoformat()
        return self._first(
            "WHERE place = ? AND asked_at >= ?"
            " AND (NOT is_private OR (platform, asker_id) = (?, ?))"
            " ORDER BY asked_at DESC LIMIT 1",
            conversation,
            oldest,
            asker and asker.platform,
            asker and asker.id,
        )

    def latest_under(self, beginning: str, since: timedelta) -> Question | None:
        """Return the last question in places named like this, if it is not older than this.

        To be used where only one person asks: whose questions they are is not looked at.
        """
        oldest = (self._clock() - since).isoformat()
        return self._first(
            "WHERE place >= ? AND place < ? AND asked_at >= ? ORDER BY asked_at DESC LIMIT 1",
            beginning,
            f"{beginning}\U0010ffff",
            oldest,
        )

    def last_asked(
        self, asker: Asker, conversation: str, until: datetime = EVER
    ) -> Question | None:
        """Return what somebody asked last in a place, as far as that is kept.

        Args:
            asker: Who.
            conversation: Where.
            until: When, at the latest.
        """
        return self._first(
            "WHERE platform = ? AND asker_id = ? AND place = ? AND asked_at <= ?"
            " ORDER BY asked_at DESC LIMIT 1",
            asker.platform,
            asker.id,
            conversation,
            until.isoformat(),
        )

    def private_places(self, platform: str, most: int) -> list[str]:
        """Return where somebody asks alone, outside of any room; the last asked in comes first."""
        rows = self._database.rows(
            "SELECT place FROM questions WHERE platform = ? AND room = '' AND is_private"
            " GROUP BY place ORDER BY max(asked_at) DESC LIMIT ?",
            platform,
            most,
        )
        return [row[0] for row in rows]

    def asked_by(self, asker: Asker, most: int) -> list[Question]:
        """Return somebody's last questions, the newest first."""
        return self._all(
            "WHERE platform = ? AND asker_id = ? ORDER BY asked_at DESC LIMIT ?",
            asker.platform,
            asker.id,
            most,
        )

    def found_openly(
        self, platform: str, workspace_id: str, most: int
    ) -> list[tuple[Question, int]]:
        """Return what was openly asked in a workspace and answered, the last first.

        With each comes how many liked its answer, less those who did not. What leans on another
        question is left out, and what was asked by people who are to be forgotten.
        """
        rows = self._database.rows(
            f"SELECT {COLUMNS}, (SELECT count(*) FILTER (WHERE is_good) - count(*)"
            " FILTER (WHERE NOT is_good) FROM ratings WHERE question = questions.id)"
            " FROM questions WHERE platform = ? AND room = ? AND is_found AND NOT is_private"
            " AND NOT is_passing AND context = '' ORDER BY asked_at DESC LIMIT ?",
            platform,
            workspace_id,
            most,
        )
        return [(question_of(row), row[-1]) for row in rows]

    def rate(self, question_id: str, asker: Asker, *, is_good: bool, comment: str = "") -> bool:
        """Keep what somebody thinks of an answer, in place of what they thought before.

        Returns:
            Whether the question is kept, and the rating with it.
        """
        self._database.run(
            "INSERT INTO ratings SELECT id, ?, ?, ?, ? FROM questions WHERE id = ?"
            " ON CONFLICT (question, asker_id) DO UPDATE SET is_good = excluded.is_good,"
            " comment = excluded.comment, rated_at = excluded.rated_at",
            asker.id,
            is_good,
            comment,
            self._clock().isoformat(),
            question_id,
        )
        return self.get(question_id) is not None

    def ratings(self, question_id: str) -> list[tuple[str, bool, str]]:
        """Return who rated an answer, whether they liked it, and what they wrote."""
        rows = self._database.rows(
            "SELECT asker_id, is_good, comment FROM ratings WHERE question = ?", question_id
        )
        return [(asker_id, bool(is_good), comment) for asker_id, is_good, comment in rows]

    def forget(self, question_id: str) -> None:
        """Delete what turned out to be no question to us."""
        self._database.run("DELETE FROM questions WHERE id = ?", question_id)

    def forget_asker(self, asker: Asker) -> None:
        """Delete somebody's questions and ratings, also where others' questions lean on them."""
        with self._database.writing():
            self._database.run(
                "UPDATE questions SET context = '' WHERE context IN"
                " (SELECT text FROM questions WHERE platform = ? AND asker_id = ?)",
                asker.platform,
                asker.id,
            )
            self._database.run(
                "DELETE FROM ratings WHERE asker_id = ? AND question IN"
                " (SELECT id FROM questions WHERE platform = ?)",
                asker.id,
                asker.platform,
            )
            self._database.run(
                "DELETE FROM questions WHERE platform = ? AND asker_id = ?",
                asker.platform,
                asker.id,
            )

    def forget_older(self, than: timedelta, platform: str = "", workspace_id: str = "") -> None:
        """Delete questions that were asked longer ago than this, as `forget_asker` does.

        Args:
            than: How long.
            platform: Where; "" for everywhere.
            workspace_id: In which workspace there.
        """
        old, values = "asked_at < ?", [(self._clock() - than).isoformat()]
        if platform:
            old, values = f"{old} AND platform = ? AND room = ?", [*values, platform, workspace_id]
        self._forget_where(old, *values)

    def forget_passing(self, than: timedelta) -> None:
        """Delete what was asked longer ago than this by people who are to be forgotten."""
        self._forget_where("is_passing AND asked_at < ?", (self._clock() - than).isoformat())

    def forget_workspace(self, platform: str, workspace_id: str) -> None:
        """Delete what was asked in a workspace, as `forget_asker` does."""
        self._forget_where("platform = ? AND room = ?", platform, workspace_id)

    def _forget_where(self, condition: str, *values: str) -> None:
        with self._database.writing():
            self._database.run(
                "UPDATE questions SET context = '' WHERE context IN"
                f" (SELECT text FROM questions WHERE {condition})",
                *values,
            )
            # Their answers may go on saying who asked: nobody asked to be forgotten.
            self._database.run(
                "UPDATE answers SET names_asker = FALSE WHERE question IN"
                f" (SELECT id FROM questions WHERE {condition})",
                *values,
            )
            self._database.run(f"DELETE FROM questions WHERE {condition}", *values)


def _key(text: str) -> str:
    return " ".join(words(text)) or text.strip()
