"""Keeps posts, passages, words and vectors in one SQLite file."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

import numpy as np

from index.documents import stems_of
from index.posts import FOLLOWED
from index.sqlite.erasure import Erasure
from index.sqlite.file_guard.stamps import counters
from index.sqlite.import_session import ImportSession
from index.sqlite.quantization import packed
from index.sqlite.reading.lookups import Lookups
from index.sqlite.reading.scope_conditions import audience_key
from index.sqlite.statistics import PostStatistics
from index.sqlite.thread_titles import ThreadTitles
from index.sqlite.vectors.candidates import Candidates
from index.sqlite.vectors.refined_candidates import RefinedCandidates
from index.sqlite.vectors.refinements import Refinements
from index.text.names import name_key

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from index.documents import Model, Prepared


class Store(Erasure, ThreadTitles, Refinements, PostStatistics, Lookups):
    """The posts behind one connection to the database.

    A write costs one row for the post, and for each passage one row, its words in the
    full-text index and its vector. Reading by id is one lookup.
    """

    def put(self, prepared: Sequence[Prepared], model: Model) -> None:
        """Store these posts in place of what was stored of them; call inside `writing`."""
        self.remove([each.post.id for each in prepared])
        connection = self.connection
        post_number = _newest(connection, "SELECT max(number) FROM posts") + 1
        passage_id = counters(connection)[0] + 1
        posts = []
        passages: list[tuple[Any, ...]] = []
        for number, each in enumerate(prepared, start=post_number):
            posts.append(_post_row(number, each))
            for row in _passage_rows(each):
                passages.append((passage_id + len(passages), number, *row))
        rows = packed(np.concatenate([each.vectors for each in prepared])) if prepared else ()
        vectors = [
            (model.number, row[0], vector.tobytes())
            for row, vector in zip(passages, rows, strict=True)
        ]
        connection.executemany(f"INSERT INTO posts VALUES ({', '.join('?' * 16)})", posts)
        connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", passages)
        connection.executemany("INSERT INTO vectors VALUES (?, ?, ?)", vectors)

    def put_refined(self, model: Model, ids: Sequence[int], vectors: NDArray[np.float16]) -> None:
        """Store second vectors in one transaction, but for passages removed meanwhile."""
        with self.writing(changes_posts=False):
            places = self.note_refined(model, ids)
            self.put_vectors(model, [ids[each] for each in places], vectors[places])

    def refined_candidates(self) -> RefinedCandidates:
        """Return what finds passages by their second vector."""
        return RefinedCandidates(self)

    def move(self, origins: Mapping[str, str]) -> None:
        """Note that these posts (by id) now come from there; what a channel tells of stays its."""
        self.connection.executemany(
            "UPDATE posts SET origin = ? WHERE id = ? AND origin <> ?",
            [(new, id_, FOLLOWED) for id_, new in origins.items()],
        )

    def remove(self, ids: Iterable[str], *, spares: str | None = None) -> None:
        """Remove these posts with passages, words and vectors, but for those of an origin."""
        self.connection.executemany(
            "DELETE FROM posts WHERE id = ? AND origin IS NOT ?", [(id_, spares) for id_ in ids]
        )

    def import_session(self) -> ImportSession:
        """Begin an import that has met nothing yet."""
        return ImportSession(self)

    def candidates(self, cache_file: Path) -> Candidates:
        """Return what finds passages by their meaning; see `Candidates` for the file."""
        return Candidates(self, cache_file)

    def noted(self, name: str) -> str | None:
        """Return what was noted under a name; None where nothing was."""
        row = self.connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def note(self, name: str, value: str) -> None:
        """Note something small under a name, in place of what was noted before."""
        with self.writing(changes_posts=False):
            self.connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def notes(self, beginning: str) -> dict[str, str]:
        """Return what was noted under names that begin like this, in their order."""
        rows = self.connection.execute(
            "SELECT name, value FROM state WHERE name >= ?1 AND name < ?1 || char(1114111)"
            " ORDER BY name",
            (beginning,),
        )
        return dict(rows.fetchall())

    def forget_note(self, name: str) -> None:
        """Delete what was noted under a name."""
        with self.writing(changes_posts=False):
            self.connection.execute("DELETE FROM state WHERE name = ?", (name,))


def _newest(connection: sqlite3.Connection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return (row and row[0]) or 0


def _post_row(number: int, prepared: Prepared) -> tuple[str | int | None, ...]:
    post = prepared.post
    when = post.posted_at.astimezone(UTC).isoformat() if post.posted_at else None
    return (
        number, post.id, post.source, name_key(post.source), post.title, post.text,
        post.author, name_key(post.author), post.url, when, post.parent_id, post.audience,
        post.age, post.fingerprint, prepared.origin, post.author_id,
    )  # fmt: skip


def _passage_rows(prepared: Prepared) -> Iterator[tuple[int, int, int, str, str, str]]:
    around, passages = stems_of(prepared)
    key = audience_key(prepared.post.audience)
    for ordinal, ((start, end), own) in enumerate(zip(prepared.spans, passages, strict=True)):
        yield ordinal, start, end, " ".join(around), " ".join(own), key
