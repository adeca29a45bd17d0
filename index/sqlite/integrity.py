"""Says whether the stored posts are whole: readable, and in step with their words and vectors."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

import numpy as np

from index.error_sentences import NOTHING, Told, worded
from index.sqlite.file_guard.errors import translated
from index.sqlite.file_guard.journal_origin import must_be_its_own
from index.sqlite.quantization import FINEST, table, unpacked
from index.sqlite.reading.posts import COLUMNS, post_from
from index.sqlite.reading.scope_conditions import audience_key
from index.sqlite.schema import KIND
from index.sqlite.statistics import PostStatistics
from index.sqlite.vectors.embedding_models import active_model
from index.sqlite_files import inspection
from index.sqlite_files.connection import UNREADABLE
from index.sqlite_files.inspection import damage, is_there, looking
from index.sqlite_files.kind import number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.clock import Clock
    from index.sqlite_files.connection import Connection
    from index.statistics import Statistics

REMEDY: Final = Told(
    "put a backup in its place with `pullquote restore`, or move it away and import again"
)

SALVAGE: Final = Told("{remedy}; `pullquote export` prints what can still be read", remedy=REMEDY)
"""What helps where the file can still be opened."""

SHORTEST: Final = 0.95
LONGEST: Final = 1.05
"""A unit row in 8 bits is neither shorter nor longer."""

_COUNTED: Final = {
    worded("{count:,} posts have no passages"): """
        SELECT count(*) FROM posts WHERE number NOT IN (SELECT post FROM passages)""",
    worded("{count:,} posts have passages out of order"): """
        SELECT count(*) FROM (
            SELECT 1 FROM passages GROUP BY post
            HAVING min(ordinal) <> 0 OR max(ordinal) <> count(*) - 1)""",
    worded("{count:,} passages begin behind their end"): """
        SELECT count(*) FROM passages WHERE NOT 0 <= start OR NOT start < "end" """,
    worded("{count:,} passages have no vector"): """
        SELECT count(*) FROM passages WHERE id NOT IN (
            SELECT passage FROM vectors
            WHERE model = (SELECT number FROM models WHERE is_active))""",
    worded("{count:,} vectors have not the length of their model"): """
        SELECT count(*) FROM vectors JOIN models ON number = model
        WHERE length(vector) <> 1 + dimension""",
    worded("{count:,} stamps are missing"): "SELECT NOT EXISTS (SELECT 1 FROM stamps)",
    worded(
        "{count:,} identities are missing"
    ): "SELECT NOT EXISTS (SELECT 1 FROM state WHERE name = 'identity')",
    worded("{count:,} tables may give numbers out again"): """
        SELECT ((SELECT coalesce(max(id), 0) FROM passages)
                > (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'passages'))
            + ((SELECT coalesce(max(sequence), 0) FROM removals)
                > (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'removals'))""",
}


def problem(
    path: Path,
    remedy: Told = REMEDY,
    *,
    opened: Told | None = None,
    called: Path | None = None,
) -> Told:
    """Return what is wrong with the stored posts, with the remedy; "" where all is well.

    Reads everything: the file as SQLite sees it, then each post, passage and vector, and the
    words (for which other writers wait a moment). Some 5 seconds for 100,000 short posts.

    Args:
        path: The file.
        remedy: What helps where it is damaged.
        opened: What helps where it is damaged, but can be opened all the same.
        called: The path that is told in place of its own.
    """
    if not is_there(path):
        return NOTHING
    return damage(
        path,
        KIND,
        remedy,
        _out_of_step,
        opened=opened,
        refuse=lambda connection: must_be_its_own(connection, path),
        called=called,
    )


def is_damaged(connection: Connection, path: Path) -> bool:
    """Return whether anything is wrong with the stored posts, all of which are read.

    Args:
        connection: What `looking` gave.
        path: Its file.

    Raises:
        sqlite3.Error: They cannot be read, or the journal is not their own.
    """
    return inspection.is_damaged(
        connection, path, KIND, _out_of_step, lambda opened: must_be_its_own(opened, path)
    )


def statistics(path: Path, clock: Clock) -> Statistics | None:
    """Return what is stored, and change nothing; None where an older version made the file.

    Raises:
        IndexLocked: Another process writes and does not stop.
        IndexMismatch: The file cannot be read.
    """
    with translated(path), looking(path) as connection:
        is_older = number(connection, "user_version") < KIND.newest
        return None if is_older else PostStatistics(connection, path, clock).statistics()


def _out_of_step(connection: sqlite3.Connection) -> Iterator[str]:
    if odd := sorted(_schema_differences(connection)):
        yield from odd
        return
    for what, query in _COUNTED.items():
        if count := connection.execute(query).fetchone()[0]:
            yield Told(what, count=count)
    yield from _altered(connection)
    yield from _mislabelled(connection)
    yield from _vectors(connection)
    yield from _words(connection)


def _schema_differences(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the tables, indexes and triggers that are not those that the migrations make."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        KIND.migrate(fresh)
        wanted = _schema(fresh)
    found = _schema(connection)
    for name in wanted.keys() - found.keys():
        yield Told("{name} is missing", name=name)
    for name in wanted.keys() & found.keys():
        # What FTS5 makes for itself may be worded otherwise by another SQLite.
        if wanted[name] != found[name] and not name.startswith("table words_"):
            yield Told("{name} is not as it was made", name=name)


def _schema(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema")
    return {f"{kind} {name}": " ".join((sql or "").split()) for kind, name, sql in rows}


def _altered(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the posts that are not what their hash was made of, or end before their passages."""
    rows = connection.execute(
        f'SELECT {COLUMNS}, fingerprint, (SELECT max("end") FROM passages WHERE post = number)'
        " FROM posts"
    )
    for row in rows:
        try:
            post = post_from(row)
            is_whole = post.fingerprint == row[-2] and (row[-1] or 0) <= len(post.text)
        except (sqlite3.DatabaseError, *UNREADABLE):
            is_whole = False
        if not is_whole:
            yield Told("the post {id!r} is not as it was stored", id=row[0])


def _mislabelled(connection: sqlite3.Connection) -> Iterator[str]:
    labels = connection.execute(
        "SELECT DISTINCT audience, audience_key FROM posts JOIN passages ON post = number"
    )
    for audience, key in labels:
        if audience_key(audience) != key:
            yield Told(
                "passages of posts for {audience} are labelled for others", audience=audience
            )


def _vectors(connection: sqlite3.Connection) -> Iterator[str]:
    model = active_model(connection)
    if model is None:
        return
    rows = connection.execute(
        "SELECT vector, text_words GLOB '*[a-z]*' FROM vectors JOIN passages ON id = passage"
        " WHERE model = ? AND length(vector) = ?",
        (model.number, 1 + model.dimension),
    )
    wrong = 0
    while some := rows.fetchmany(10_000):
        found = table([row[0] for row in some], model.dimension)
        lengths = np.linalg.norm(unpacked(found), axis=1)
        # A text of signs alone may have a vector of zeros; no comparison holds for NaN.
        has_words = np.array([row[1] for row in some], dtype=bool)
        is_sound = (lengths >= SHORTEST) & (lengths <= LONGEST) | (lengths == 0) & ~has_words
        is_sound &= found[:, 0] <= FINEST
        wrong += int(np.count_nonzero(~is_sound))
    if wrong:
        yield Told("{count:,} vectors are none that a model makes", count=wrong)


def _words(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield that the words are not those of the passages; FTS5 looks itself.

    SQLite takes the question for a change, so it cannot be asked of a file that may only be read.
    """
    if connection.execute("PRAGMA query_only").fetchone()[0]:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield Told("the words are not those of the passages ({reason})", reason=str(error))
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
