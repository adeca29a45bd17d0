"""Keeps which post answers which.

A row is seen by whoever may see both posts: the server itself looks at these (see `schema`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.engine.known_answers import PASSAGES, StoredAnswer
from index.postgres.reading.posts import COLUMNS, LABELLED, StoredPosts, post_from
from index.postgres.reading.scope_conditions import condition
from index.posts import EVIDENCE, STATED, Evidence, Passage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from index.posts import Post
    from index.scope import Scope

_FIRST_WORKED_OUT: Final = len(STATED)

_GIVEN: Final = "unnest(%s::text[], %s::text[], %s::int4[]) AS given (question, answer, rank)"
_IS_GIVEN: Final = (
    "evidence.question = given.question AND evidence.answer = given.answer"
    " AND evidence.rank = given.rank"
)


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
        self.change(
            "DELETE FROM evidence WHERE question = ANY(%s::text[]) AND rank >= %s",
            (list(questions), _FIRST_WORKED_OUT),
        )
        self.state_evidence(found)

    def state_evidence(self, stated: Iterable[Evidence]) -> None:
        """Note what somebody states, until it is taken back; call inside `writing`."""
        if columns := _columns(stated):
            # Two ids may be longer together than an index takes: nobody else writes meanwhile.
            self.change(
                f"INSERT INTO evidence SELECT DISTINCT given.* FROM {_GIVEN}"
                f" WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE {_IS_GIVEN})",
                columns,
            )

    def take_back_evidence(self, stated: Iterable[Evidence]) -> None:
        """Forget what was stated; call inside `writing`."""
        if columns := _columns(stated):
            self.change(f"DELETE FROM evidence USING {_GIVEN} WHERE {_IS_GIVEN}", columns)

    def remove_evidence(self, ids: Collection[str]) -> None:
        """Forget all in which one of these posts stands that is not stored any more."""
        self.change(
            "DELETE FROM evidence WHERE question = ANY(%s::text[])"
            " AND NOT EXISTS (SELECT 1 FROM posts WHERE posts.id = question)"
            " OR answer = ANY(%s::text[])"
            " AND NOT EXISTS (SELECT 1 FROM posts WHERE posts.id = answer)",
            (list(ids), list(ids)),
        )

    def evidence_of(self, ids: Collection[str]) -> list[Evidence]:
        """Return all evidence in which these posts are the questions, the strongest first."""
        rows = self.rows(
            "SELECT question, answer, rank FROM evidence WHERE question = ANY(%s::text[])"
            " ORDER BY rank, answer",
            (list(ids),),
        )
        return [Evidence(question, answer, EVIDENCE[rank]) for question, answer, rank in rows]

    def every_question(self) -> list[str]:
        """Return the ids of all questions of which there is evidence, stored or not, in order."""
        rows = self.rows("SELECT DISTINCT question FROM evidence ORDER BY question")
        return [row[0] for row in rows]

    def answers_to(self, ids: Collection[str], scope: Scope) -> list[StoredAnswer]:
        """Return the answers to these posts, the strongest evidence first, then the earliest."""
        in_scope = condition(self, scope)
        rows = self.rows(
            f"SELECT {COLUMNS}, known.question, known.rank, passages.id, ordinal, start,"
            ' "end" FROM ('
            " SELECT question, answer, min(rank) AS rank FROM evidence"
            " WHERE question = ANY(%s::text[]) GROUP BY question, answer"
            f") AS known JOIN {LABELLED} ON posts.id = known.answer"
            " JOIN passages ON passages.post = posts.number AND ordinal < %s"
            f" WHERE {in_scope.sql} AND EXISTS (SELECT 1 FROM posts"
            f" WHERE posts.id = known.question AND {in_scope.sql})"
            # Those without a date come first, as in the other engine.
            " ORDER BY known.rank, posts.posted_at NULLS FIRST, posts.number, ordinal",
            (list(ids), PASSAGES, *in_scope.values, *in_scope.values),
            audience=scope.audience,
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


def _columns(evidence: Iterable[Evidence]) -> tuple[list[str], list[str], list[int]] | None:
    rows = [(each.question, each.answer, EVIDENCE.index(each.kind)) for each in evidence]
    if not rows:
        return None
    questions, answers, ranks = zip(*rows, strict=True)
    return [*questions], [*answers], [*ranks]
