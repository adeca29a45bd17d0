"""Writes passages with the postings of their words, and removes both.

No foreign key leads from a posting to its passage: what is removed goes in the same statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.postgres.server.database import Database
    from index.postgres.words import PassageWords


class Row(NamedTuple):
    """A passage as it is stored, `post` by its number."""

    id: int
    post: int
    ordinal: int
    start: int
    end: int
    label: int
    words: PassageWords


_PASSAGE: Final = "INSERT INTO passages VALUES (%s, %s, %s, %s, %s, %s, %s, %s::text[])"

_POSTINGS: Final = """
WITH added AS (
    INSERT INTO postings
    SELECT * FROM unnest(%s::text[], %s::int4[], %s::int8[], %s::int4[], %s::int4[])
    RETURNING word, label
)
INSERT INTO word_counts SELECT word, label, count(*) FROM added GROUP BY word, label
ON CONFLICT (word, label) DO UPDATE SET passages = word_counts.passages + excluded.passages
"""

_LABELS: Final = """
UPDATE labels SET passages = labels.passages + added.passages, length = labels.length + added.length
FROM (
    SELECT label, count(*) AS passages, sum(length) AS length
    FROM unnest(%s::int4[], %s::int4[]) AS each (label, length) GROUP BY label
) AS added WHERE labels.number = added.label
"""

_REMOVED: Final = """
WITH gone AS (
    DELETE FROM passages WHERE post = ANY(%s::int8[]) RETURNING id, label, length, words
),
held AS (SELECT word, label, id FROM gone CROSS JOIN unnest(gone.words) AS word),
postings_gone AS (
    DELETE FROM postings USING held WHERE postings.word = held.word
    AND postings.label = held.label AND postings.passage = held.id
),
counted AS (
    UPDATE word_counts SET passages = word_counts.passages - fewer.count
    FROM (SELECT word, label, count(*) FROM held GROUP BY word, label) AS fewer
    WHERE word_counts.word = fewer.word AND word_counts.label = fewer.label
),
measured AS (
    UPDATE labels SET passages = labels.passages - fewer.count, length = labels.length - fewer.sum
    FROM (SELECT label, count(*), sum(length) FROM gone GROUP BY label) AS fewer
    WHERE labels.number = fewer.label
)
SELECT (SELECT count(*) FROM gone), ARRAY(SELECT DISTINCT word FROM held)
"""


def add_words(database: Database, rows: Sequence[Row]) -> None:
    """Store passages and the postings of their words."""
    database.change_each(
        _PASSAGE,
        [(*row[:-1], row.words.length, sorted(row.words.times)) for row in rows],
    )
    postings = [
        (word, row.label, row.id, times, row.words.length)
        for row in rows
        for word, times in row.words.times.items()
    ]
    if postings:
        database.change(_POSTINGS, tuple(map(list, zip(*postings, strict=True))))
    labels = [row.label for row in rows]
    database.change(_LABELS, (labels, [row.words.length for row in rows]))


def remove_passages(database: Database, posts: Sequence[int]) -> int:
    """Remove the passages of posts, by their numbers, with all postings; return how many."""
    count, words = database.row(_REMOVED, (list(posts),))
    # A word that nobody says any more leaves no row that would tell of it.
    database.change(
        "DELETE FROM word_counts WHERE word = ANY(%s::text[]) AND passages <= 0", (words,)
    )
    return int(count)
