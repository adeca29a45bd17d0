"""Keeps which post answers which.

A row is seen by whoever may see both posts: the server itself looks at these (see `schema`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.engine.known_answers import PASSAGES, StoredAnswer, evidence_rows, mark_row
from index.postgres.reading.posts import COLUMNS, LABELLED, StoredPosts, post_from
from index.postgres.reading.scope_conditions import condition
from index.posts import EVIDENCE, STATED, Evidence, Mark, Passage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from index.posts import Post
    from index.search_scope import Scope

_FIRST_WORKED_OUT: Final = len(STATED)

_IS_THIS: Final = "question = %s AND answer = %s AND rank = %s"

_IS_THIS_MARK: Final = f"{_IS_THIS} AND account = %s AND standing = %s"


class AnswerEvidence(StoredPosts):
    """Which post answers which; a lookup for each question."""

    def replies_to(self, ids: Collection[str], most: int) -> dict[str, list[Post]]:
        """Return so many comments on each of these posts, the first stored, by its id."""
        rows = self.rows(
            f"SELECT {COLUMNS} FROM unnest(%s::text[]) AS asked (id) CROSS JOIN LATERAL ("
            " SELECT * FROM posts WHERE posts.parent_id = asked.id ORDER BY number LIMIT %s"
            ") AS posts JOIN labels ON labels.number = posts.label ORDER BY posts.number",
            (list(ids), most),
        )
        found: dict[str, list[Post]] = {}
        for post in map(post_from, rows):
            found.setdefault(post.parent_id or "", []).append(post)
        return found

    def put_evidence(self, questions: Collection[str], found: Iterable[Evidence]) -> None:
        """Note what threads tell of these questions, in place of what they told before."""
        self.change_each(
            "DELETE FROM evidence WHERE question = %s AND rank >= %s",
            [(each, _FIRST_WORKED_OUT) for each in questions],
        )
        self.state_evidence(found)

    def state_evidence(self, stated: Iterable[Evidence]) -> None:
        """Note what somebody states, until it is taken back; call inside `writing`."""
        # Two ids may be longer together than an index takes; nobody else writes meanwhile.
        self.change_each(
            "INSERT INTO evidence SELECT %s, %s, %s"
            f" WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE {_IS_THIS})",
            [(*row, *row) for row in evidence_rows(stated)],
        )

    def take_back_evidence(self, stated: Iterable[Evidence]) -> None:
        """Forget what was stated; call inside `writing`."""
        self.change_each(f"DELETE FROM evidence WHERE {_IS_THIS}", evidence_rows(stated))

    def remove_evidence(self, ids: Iterable[str]) -> None:
        """Forget all in which one of these posts stands that is not stored any more."""
        gone = [(id_, id_, id_) for id_ in ids]
        for table in ("evidence", "marks"):
            self.change_each(
                f"DELETE FROM {table} WHERE (question = %s OR answer = %s)"
                " AND NOT EXISTS (SELECT 1 FROM posts WHERE id = %s)",
                gone,
            )

    def put_marks(self, marks: Iterable[Mark]) -> None:
        """Note who said what of a message; call inside `writing`."""
        self.change_each(
            "INSERT INTO marks SELECT %s, %s, %s, %s, %s"
            f" WHERE NOT EXISTS (SELECT 1 FROM marks WHERE {_IS_THIS_MARK})",
            [(*row, *row) for row in map(mark_row, marks)],
        )

    def remove_marks(self, marks: Iterable[Mark]) -> None:
        """Forget what somebody said; call inside `writing`."""
        self.change_each(f"DELETE FROM marks WHERE {_IS_THIS_MARK}", [*map(mark_row, marks)])

    def marks_on(self, ids: Collection[str]) -> list[Mark]:
        """Return what was said of these messages, the strongest first."""
        return self._marks(
            "FROM unnest(%s::text[]) AS asked (id) CROSS JOIN LATERAL"
            " (SELECT * FROM marks WHERE answer = asked.id OFFSET 0) AS marks"
            " ORDER BY rank, account, standing",
            [*dict.fromkeys(ids)],
        )

    def marks_by(self, names: Collection[str]) -> list[Mark]:
        """Return what these accounts said, or others by one of these standings."""
        named = [*names]
        return self._marks(
            "FROM marks WHERE account = ANY(%s::text[]) OR standing = ANY(%s::text[])", named, named
        )

    def every_mark(self) -> list[Mark]:
        """Return all that was said, in no order."""
        return self._marks("FROM marks")

    def _marks(self, source: str, *values: list[str]) -> list[Mark]:
        rows = self.rows(f"SELECT question, answer, rank, account, standing {source}", values)
        return [
            Mark(question, answer, EVIDENCE[rank], account, standing)
            for question, answer, rank, account, standing in rows
        ]

    def evidence_of(self, ids: Collection[str]) -> list[Evidence]:
        """Return all evidence in which these posts are the questions, the strongest first."""
        return self._evidence(ids, None)

    def every_question(self) -> list[str]:
        """Return the ids of all questions of which there is evidence, stored or not, in order."""
        rows = self.rows("SELECT DISTINCT question FROM evidence ORDER BY question")
        return [row[0] for row in rows]

    def answers_to(self, ids: Collection[str], scope: Scope) -> list[StoredAnswer]:
        """Return the answers to these posts, the strongest evidence first, then the earliest."""
        strongest: dict[tuple[str, str], Evidence] = {}
        for each in self._evidence(ids, scope.audience):
            strongest.setdefault((each.question, each.answer), each)
        found = self._first_passages({id_ for pair in strongest for id_ in pair}, scope)
        places = {id_: place for place, id_ in enumerate(found)}
        seen = [
            each for each in strongest.values() if each.question in found and each.answer in found
        ]
        seen.sort(key=lambda each: (EVIDENCE.index(each.kind), places[each.answer]))
        return [StoredAnswer(each, *found[each.answer]) for each in seen]

    def _evidence(self, ids: Collection[str], audience: frozenset[str] | None) -> list[Evidence]:
        # Each question is looked up for itself: the server does not know how rare an id is.
        rows = self.rows(
            "SELECT question, answer, rank FROM unnest(%s::text[]) AS asked (id)"
            " CROSS JOIN LATERAL (SELECT * FROM evidence WHERE question = asked.id OFFSET 0)"
            " AS evidence ORDER BY rank, answer",
            ([*dict.fromkeys(ids)],),
            audience=audience,
        )
        return [Evidence(question, answer, EVIDENCE[rank]) for question, answer, rank in rows]

    def _first_passages(
        self, ids: Collection[str], scope: Scope
    ) -> dict[str, tuple[Post, list[Passage]]]:
        """Return those of these posts that are in scope, with their passages, the earliest first.

        Those without a date come before the others, as in the other engine.
        """
        if not ids:
            return {}
        in_scope = condition(self, scope)
        rows = self.rows(
            f'SELECT {COLUMNS}, passages.id, ordinal, start, "end" FROM {LABELLED}'
            " JOIN passages ON passages.post = posts.number AND ordinal < %s"
            f" WHERE posts.id = ANY(%s::text[]) AND {in_scope.sql}"
            " ORDER BY posts.posted_at NULLS FIRST, posts.number, ordinal",
            (PASSAGES, list(ids), *in_scope.values),
            audience=scope.audience,
        )
        found: dict[str, tuple[Post, list[Passage]]] = {}
        for *row, id_, ordinal, start, end in rows:
            passage = Passage(id_, row[0], ordinal, start, end, row[3][start:end])
            if row[0] not in found:
                found[row[0]] = (post_from(row), [])
            found[row[0]][1].append(passage)
        return found
