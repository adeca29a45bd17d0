"""Keeps posts, passages, words and vectors in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Self

from index.clock import utc_now  # noqa: TID251 - the default is the real clock
from index.documents import Known, Model
from index.errors import IndexMismatch, IndexMissing
from index.posts import FOLLOWED, LONGEST_NAME, Passage, Post
from index.sqlite.conditions import audience_key, name_key
from index.sqlite.embedding_models import active_model
from index.sqlite.files.errors import locked, translated
from index.sqlite.files.open_file import OpenFile, leave
from index.sqlite.files.opening import Kind, opened
from index.sqlite.files.stamps import counters
from index.sqlite.schema import APPLICATION, MIGRATIONS, migrate
from index.text.language import language_of
from index.text.words import stems

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from index.clock import Clock
    from index.documents import Prepared


LOCK_SECONDS: Final = 30
"""How long a writer waits for another before it gives up with IndexLocked."""

KIND: Final = Kind(APPLICATION, len(MIGRATIONS), migrate)
"""What the database is."""

COLUMNS: Final = (
    "id, source, title, text, author, url, posted_at, parent_id, audience, age, author_id"
)


class Store:
    """One connection to the database; belongs to the thread that opened it.

    A write costs one row for the post, and for each passage one row, its words in the
    full-text index and its vector. Reading by id is one lookup.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, clock: Clock = utc_now) -> None:
        self.connection = connection
        self.path = path
        self._clock = clock
        self.file = OpenFile(connection, path)

    @classmethod
    def open(cls, path: Path, *, create: bool = False, clock: Clock = utc_now) -> Self:
        """Opens the database, and brings its tables up to date.

        Raises:
            IndexMissing: There is none, and `create` was not asked for.
            IndexMismatch: The file is damaged, a newer version's, or no database of ours; or its
                folder cannot be made.
            IndexLocked: Another process writes and does not stop.
        """
        if not (path.exists() or path.is_symlink() or create):
            remedy = "bring some in with `pullquote import PATH`"
            raise IndexMissing(f"there are no posts in {path.parent} yet: {remedy}")
        try:
            with translated(path):
                return cls(opened(path, KIND, LOCK_SECONDS), path, clock)
        except OSError as error:
            raise IndexMismatch(f"{path.parent} cannot be used ({error.strerror})") from error

    def close(self) -> None:
        """Close the connection; what was written through it stands in the file itself by then.

        Only a reader in the middle of something, or another writer, leaves the rest in the
        journal, which is on the disk as well.
        """
        with suppress(sqlite3.Error):
            if self.file.is_overwritten(self.connection):
                leave(self)
            elif self.connection.total_changes:
                self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Makes everything inside one transaction: all of it is stored, or nothing."""
        with translated(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                with self.file.written(self.connection):
                    yield
                    self.connection.execute(
                        "INSERT OR REPLACE INTO state VALUES ('changed_at', ?)",
                        (self._clock().isoformat(),),
                    )
            except BaseException:
                if self.connection.in_transaction:  # SQLite itself gives up on a full disk
                    self.connection.execute("ROLLBACK")
                raise
            self.connection.execute("COMMIT")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Shows everything inside one and the same state, whatever others write meanwhile."""
        with translated(self.path):
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("COMMIT")

    def known(self, ids: Collection[str]) -> dict[str, Known]:
        """Returns what is stored of these posts; unknown ids are left out."""
        rows = self.connection.execute(
            "SELECT id, fingerprint, origin, audience, url FROM posts"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {row[0]: Known(*row[1:]) for row in rows}

    def posts(self, ids: Collection[str]) -> dict[str, Post]:
        """Returns these posts by id; unknown ids are left out."""
        rows = self.connection.execute(
            f"SELECT {COLUMNS} FROM posts WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {row[0]: post_from(row) for row in rows}

    def with_origins(self, ids: Collection[str]) -> dict[str, tuple[Post, str]]:
        """Returns these posts by id, each with its origin, in the order they were stored."""
        rows = self.connection.execute(
            f"SELECT {COLUMNS}, origin FROM posts"
            " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number",
            (json.dumps(list(ids)),),
        )
        return {row[0]: (post_from(row), row[-1]) for row in rows}

    def comments_on(self, ids: Collection[str]) -> list[tuple[Post, str]]:
        """Returns the stored comments on these posts, each with its origin."""
        rows = self.connection.execute(
            f"SELECT {COLUMNS}, origin FROM posts"
            " WHERE parent_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return [(post_from(row), row[-1]) for row in rows]

    def every_post(self) -> Iterator[Post]:
        """Yields all posts in the order they were stored."""
        for row in self.connection.execute(f"SELECT {COLUMNS} FROM posts ORDER BY number"):
            yield post_from(row)

    def passages(self, ids: Collection[int]) -> dict[int, Passage]:
        """Returns these passages by id; those removed meanwhile are left out."""
        rows = self.connection.execute(
            'SELECT p.id, posts.id, p.ordinal, p.start, p."end", posts.text FROM passages AS p'
            " JOIN posts ON posts.number = p.post"
            " WHERE p.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {
            id_: Passage(id_, post_id, ordinal, start, end, text[start:end])
            for id_, post_id, ordinal, start, end, text in rows
        }

    def put(self, prepared: Sequence[Prepared], model: Model) -> None:
        """Stores these posts in place of what was stored of them; call inside `writing`."""
        self.remove([each.post.id for each in prepared])
        connection = self.connection
        post_number = _newest(connection, "SELECT max(number) FROM posts") + 1
        passage_id = counters(connection)[0] + 1
        posts, passages, vectors = [], [], []
        for number, each in enumerate(prepared, start=post_number):
            posts.append(_post_row(number, each))
            for row in _passage_rows(each):
                passages.append((passage_id, number, *row))
                vectors.append((model.number, passage_id, each.vectors[row[0]].tobytes()))
                passage_id += 1
        connection.executemany(f"INSERT INTO posts VALUES ({', '.join('?' * 16)})", posts)
        connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", passages)
        connection.executemany("INSERT INTO vectors VALUES (?, ?, ?)", vectors)

    def put_vectors(self, model: Model, ids: Sequence[int], vectors: NDArray[np.float16]) -> None:
        """Stores vectors of passages, but for those removed meanwhile; call inside `writing`."""
        self.connection.executemany(
            "INSERT OR REPLACE INTO vectors SELECT ?, id, ? FROM passages WHERE id = ?",
            [(model.number, row.tobytes(), id_) for id_, row in zip(ids, vectors, strict=True)],
        )

    def move(self, origins: Mapping[str, str]) -> None:
        """Notes that these posts (by id) now come from there; what a channel tells of stays its."""
        self.connection.executemany(
            "UPDATE posts SET origin = ? WHERE id = ? AND origin <> ?",
            [(new, id_, FOLLOWED) for id_, new in origins.items()],
        )

    def remove(self, ids: Iterable[str], *, spares: str | None = None) -> None:
        """Removes these posts with passages, words and vectors, but for those of an origin."""
        self.connection.executemany(
            "DELETE FROM posts WHERE id = ? AND origin IS NOT ?", [(id_, spares) for id_ in ids]
        )

    def compact(self) -> None:
        """Rewrites the file without what was removed, and empties its journal.

        Raises:
            IndexLocked: Another process reads or writes, so that the journal cannot be emptied.
        """
        with translated(self.path):
            self.connection.execute("VACUUM")
            is_busy = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if is_busy:  # SQLite says so in a row, not as an error
            raise locked(self.path)

    def active_model(self) -> Model | None:
        """Returns the model whose vectors answer questions; None before the first post."""
        return active_model(self.connection)


def _newest(connection: sqlite3.Connection, query: str) -> int:
    row = connection.execute(query).fetchone()
    return (row and row[0]) or 0


def post_from(row: Sequence[str]) -> Post:
    """Return the post of a row that begins with `COLUMNS`."""
    id_, source, title, text, author, url, posted_at, parent_id, audience, age, author_id = row[:11]
    when = datetime.fromisoformat(posted_at) if posted_at else None
    return Post(id_, source, text, title, author, url, when, parent_id, audience, age, author_id)


def _post_row(number: int, prepared: Prepared) -> tuple[str | int | None, ...]:
    post = prepared.post
    when = post.posted_at.astimezone(UTC).isoformat() if post.posted_at else None
    return (
        number, post.id, post.source, name_key(post.source), post.title, post.text,
        post.author, name_key(post.author), post.url, when, post.parent_id, post.audience,
        post.age, post.fingerprint, prepared.origin, post.author_id,
    )  # fmt: skip


def _passage_rows(prepared: Prepared) -> Iterator[tuple[int, int, int, str, str, str]]:
    post = prepared.post
    language = language_of(post.text)
    author = (post.author or "")[:LONGEST_NAME]
    title = f"{prepared.context.headings} {prepared.context.before} {author}"
    title_words = " ".join(stems(title, language))
    for ordinal, (start, end) in enumerate(prepared.spans):
        text_words = " ".join(stems(post.text[start:end], language))
        yield ordinal, start, end, title_words, text_words, audience_key(post.audience)
