"""Keeps posts, passages, words and vectors in the tables of a server."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from index.error_sentences import Told
from index.errors import IndexMismatch
from index.postgres.erasure import Erasure
from index.postgres.import_session import ImportSession
from index.postgres.known_answers import AnswerEvidence
from index.postgres.postings import Row, add_words, remove_passages
from index.postgres.reading.lookups import Lookups
from index.postgres.reading.scope_conditions import bounded_key
from index.postgres.statistics import PostStatistics
from index.postgres.thread_titles import ThreadTitles
from index.postgres.vectors.candidates import Candidates
from index.postgres.vectors.refinements import Refinements
from index.postgres.words import words_of
from index.posts import FOLLOWED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from index.documents import Model, Prepared

LONGEST_ID = 2_000
"""So many bytes of an id, a link to a post's origin or an account can be looked up."""


class Store(Erasure, ThreadTitles, Refinements, PostStatistics, AnswerEvidence, Lookups):
    """The posts behind one connection to the server.

    A write costs one row for the post, and for each passage one row, a row for each of its words,
    and its vector. Reading by id is one lookup.
    """

    def put(self, prepared: Sequence[Prepared], model: Model) -> None:
        """Store these posts in place of what was stored of them; call inside `writing`.

        Raises:
            IndexMismatch: An id is too long to be looked up.
        """
        self._remove_posts([each.post.id for each in prepared])
        if not prepared:
            return
        _must_fit(prepared)
        counts = [len(each.spans) for each in prepared]
        last_post, last_passage = self.row(
            "UPDATE numbers SET posts = posts + %s, passages = passages + %s"
            " RETURNING posts, passages",
            (len(prepared), sum(counts)),
        )
        labels = self._numbered({each.post.audience for each in prepared})
        numbers = range(last_post - len(prepared) + 1, last_post + 1)
        self.change_each(
            f"INSERT INTO posts VALUES ({', '.join(['%s'] * 16)})",
            [
                _post_row(number, each, labels)
                for number, each in zip(numbers, prepared, strict=True)
            ],
        )
        first = last_passage - sum(counts) + 1
        starts = np.cumsum([first, *counts]).tolist()
        rows = [
            row
            for (start, _), number, each in zip(pairwise(starts), numbers, prepared, strict=True)
            for row in _passage_rows(start, number, labels[each.post.audience], each)
        ]
        add_words(self, rows)
        vectors = np.concatenate([each.vectors for each in prepared])
        self.put_vectors(model, [row.id for row in rows], vectors)

    def refined_candidates(self) -> Candidates:
        """Return what finds passages by their second vector."""
        return Candidates(self)

    def move(self, origins: Mapping[str, str]) -> None:
        """Note that these posts (by id) now come from there; what a channel tells of stays its."""
        self.change_each(
            "UPDATE posts SET origin = %s WHERE id = %s AND origin <> %s",
            [(new, id_, FOLLOWED) for id_, new in origins.items()],
        )

    def remove(self, ids: Iterable[str], *, spares: str | None = None) -> None:
        """Remove these posts with all that belongs to them, but for those of an origin."""
        ids = list(ids)
        self._remove_posts(ids, spares=spares)
        self.remove_evidence(ids)

    def import_session(self) -> ImportSession:
        """Begin an import that has met nothing yet."""
        return ImportSession(self)

    def candidates(self, cache_file: Path) -> Candidates:  # noqa: ARG002 - the port's
        """Return what finds passages by their meaning."""
        return Candidates(self)

    def noted(self, name: str) -> str | None:
        """Return what was noted under a name; None where nothing was."""
        rows = self.rows("SELECT value FROM state WHERE name = %s", (name,))
        return rows[0][0] if rows else None

    def note(self, name: str, value: str) -> None:
        """Note something small under a name, in place of what was noted before."""
        with self.writing(changes_posts=False):
            self.remember(name, value)

    def notes(self, beginning: str) -> dict[str, str]:
        """Return what was noted under names that begin like this, in their order."""
        rows = self.rows(
            "SELECT name, value FROM state WHERE starts_with(name, %s) ORDER BY name", (beginning,)
        )
        return dict(rows)

    def forget_note(self, name: str) -> None:
        """Delete what was noted under a name."""
        with self.writing(changes_posts=False):
            self.change("DELETE FROM state WHERE name = %s", (name,))

    def _remove_posts(self, ids: list[str], *, spares: str | None = None) -> None:
        """Remove these posts with passages, words and vectors; which answers which, stays."""
        rows = self.rows(
            "SELECT number FROM posts WHERE id = ANY(%s::text[]) AND origin IS DISTINCT FROM %s",
            (ids, spares),
        )
        if not rows:
            return
        numbers = [row[0] for row in rows]
        gone = remove_passages(self, numbers)
        self.change("DELETE FROM posts WHERE number = ANY(%s::int8[])", (numbers,))
        self.change("UPDATE numbers SET removals = removals + %s", (gone,))

    def _numbered(self, labels: set[str]) -> dict[str, int]:
        """Return the numbers of these labels; new ones get some."""
        self.change(
            "INSERT INTO labels (label) SELECT label FROM unnest(%s::text[]) AS label"
            " WHERE NOT EXISTS (SELECT 1 FROM labels WHERE labels.label = label.label)",
            (sorted(labels),),
        )
        query = "SELECT label, number FROM labels WHERE label = ANY(%s::text[])"
        return dict(self.rows(query, (sorted(labels),)))


def _must_fit(prepared: Sequence[Prepared]) -> None:
    for each in prepared:
        post = each.post
        for name in (post.id, post.parent_id or "", post.author_id or "", each.origin):
            if len(name.encode()) > LONGEST_ID:
                raise IndexMismatch(
                    Told(
                        "{name}… has more than {most:,} bytes, too many for PostgreSQL to look up:"
                        " give the post a shorter id, account or folder",
                        name=name[:60],
                        most=LONGEST_ID,
                    )
                )


def _post_row(number: int, prepared: Prepared, labels: Mapping[str, int]) -> tuple[Any, ...]:
    post = prepared.post
    return (
        number, post.id, post.source, bounded_key(post.source), post.title, post.text,
        post.author, bounded_key(post.author), post.author_id, post.url, post.posted_at,
        post.parent_id, labels[post.audience], post.age, post.fingerprint, prepared.origin,
    )  # fmt: skip


def _passage_rows(first: int, number: int, label: int, prepared: Prepared) -> list[Row]:
    return [
        Row(first + ordinal, number, ordinal, *span, label, words)
        for ordinal, (span, words) in enumerate(
            zip(prepared.spans, words_of(prepared), strict=True)
        )
    ]
