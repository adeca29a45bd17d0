"""Keeps which post answers which."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from index.engine.known_answers import PASSAGES, StoredAnswer, evidence_rows, mark_row
from index.posts import EVIDENCE, STATED, Evidence, Mark, Passage
from index.sqlite.reading.posts import COLUMNS, StoredPosts, post_from
from index.sqlite.reading.scope_conditions import condition

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from index.posts import Post
    from index.search_scope import Scope

_OF_POSTS: Final = ", ".join(f"posts.{name}" for name in COLUMNS.split(", "))
_FIRST_WORKED_OUT: Final = len(STATED)


class AnswerEvidence(StoredPosts):
    """Which post answers which; a lookup for each question."""

    def replies_to(self, ids: Collection[str], most: int) -> dict[str, list[Post]]:
        """Return so many comments on each of these posts, the first stored, by its id."""
        rows = self.connection.execute(
            f"SELECT {_OF_POSTS} FROM json_each(?) AS asked CROSS JOIN posts ON posts.number IN"
            " (SELECT number FROM posts WHERE parent_id = asked.value ORDER BY number LIMIT ?)"
            " ORDER BY posts.number",
            (json.dumps(list(ids)), most),
        )
        found: dict[str, list[Post]] = {}
        for post in map(post_from, rows):
            found.setdefault(post.parent_id or "", []).append(post)
        return found

    def put_evidence(self, questions: Collection[str], found: Iterable[Evidence]) -> None:
        """Note what threads tell of these questions, in place of what they told before."""
        self.connection.execute(
            "DELETE FROM evidence WHERE question IN (SELECT value FROM json_each(?)) AND rank >= ?",
            (json.dumps(list(questions)), _FIRST_WORKED_OUT),
        )
        self.state_evidence(found)

    def state_evidence(self, stated: Iterable[Evidence]) -> None:
        """Note what somebody states, until it is taken back; call inside `writing`."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO evidence VALUES (?, ?, ?)", evidence_rows(stated)
        )

    def take_back_evidence(self, stated: Iterable[Evidence]) -> None:
        """Forget what was stated; call inside `writing`."""
        self.connection.executemany(
            "DELETE FROM evidence WHERE question = ? AND answer = ? AND rank = ?",
            evidence_rows(stated),
        )

    def remove_evidence(self, ids: Iterable[str]) -> None:
        """Forget all in which one of these posts stands that is not stored any more."""
        gone = [(id_,) for id_ in ids]
        for table in ("evidence", "marks"):
            self.connection.executemany(
                f"DELETE FROM {table} WHERE (question = ?1 OR answer = ?1)"
                " AND NOT EXISTS (SELECT 1 FROM posts WHERE id = ?1)",
                gone,
            )

    def put_marks(self, marks: Iterable[Mark]) -> None:
        """Note who said what of a message; call inside `writing`."""
        self.connection.executemany(
            "INSERT OR IGNORE INTO marks VALUES (?, ?, ?, ?, ?)", map(mark_row, marks)
        )

    def remove_marks(self, marks: Iterable[Mark]) -> None:
        """Forget what somebody said; call inside `writing`."""
        self.connection.executemany(
            "DELETE FROM marks WHERE question = ? AND answer = ? AND rank = ? AND account = ?"
            " AND standing = ?",
            map(mark_row, marks),
        )

    def marks_on(self, ids: Collection[str]) -> list[Mark]:
        """Return what was said of these messages, the strongest first."""
        return self._marks(
            "WHERE answer IN (SELECT value FROM json_each(?)) ORDER BY rank, account, standing",
            json.dumps(list(ids)),
        )

    def marks_by(self, names: Collection[str]) -> list[Mark]:
        """Return what these accounts said, or others by one of these standings."""
        named = json.dumps(list(names))
        return self._marks(
            "WHERE account IN (SELECT value FROM json_each(?))"
            " OR standing IN (SELECT value FROM json_each(?))",
            named,
            named,
        )

    def every_mark(self) -> list[Mark]:
        """Return all that was said, in no order."""
        return self._marks("")

    def _marks(self, where: str, *values: str) -> list[Mark]:
        rows = self.connection.execute(
            f"SELECT question, answer, rank, account, standing FROM marks {where}", values
        )
        return [
            Mark(question, answer, EVIDENCE[rank], account, standing)
            for question, answer, rank, account, standing in rows
        ]

    def evidence_of(self, ids: Collection[str]) -> list[Evidence]:
        """Return all evidence in which these posts are the questions, the strongest first."""
        rows = self.connection.execute(
            "SELECT question, answer, rank FROM evidence"
            " WHERE question IN (SELECT value FROM json_each(?)) ORDER BY rank, answer",
            (json.dumps(list(ids)),),
        )
        return [Evidence(question, answer, EVIDENCE[rank]) for question, answer, rank in rows]

    def every_question(self) -> list[str]:
        """Return the ids of all questions of which there is evidence, stored or not, in order."""
        rows = self.connection.execute("SELECT DISTINCT question FROM evidence ORDER BY question")
        return [row[0] for row in rows]

    def answers_to(self, ids: Collection[str], scope: Scope) -> list[StoredAnswer]:
        """Return the answers to these posts, the strongest evidence first, then the earliest."""
        in_scope = condition(scope)
        rows = self.connection.execute(
            f"SELECT {_OF_POSTS}, evidence.question, min(evidence.rank), passages.id, ordinal,"
            ' start, "end" FROM json_each(?) AS asked'
            " CROSS JOIN evidence ON evidence.question = asked.value"
            " CROSS JOIN posts ON posts.id = evidence.answer"
            " CROSS JOIN passages ON passages.post = posts.number AND ordinal < ?"
            f" WHERE {in_scope.sql} AND EXISTS (SELECT 1 FROM posts"
            f" WHERE posts.id = evidence.question AND {in_scope.sql})"
            " GROUP BY evidence.question, passages.id"
            " ORDER BY min(evidence.rank), posts.posted_at, posts.number, ordinal",
            (json.dumps(list(ids)), PASSAGES, *in_scope.values, *in_scope.values),
        )
        found: dict[tuple[str, str], StoredAnswer] = {}
        for *row, question, rank, id_, ordinal, start, end in rows:
            passage = Passage(id_, row[0], ordinal, start, end, row[3][start:end])
            known = found.get((question, row[0]))
            if known is None:
                evidence = Evidence(question, row[0], EVIDENCE[rank])
                known = StoredAnswer(evidence, post_from(row), [])
                found[question, row[0]] = known
            known.passages.append(passage)
        return list(found.values())
