"""Says whether the stored posts are whole: readable, and in step with their words and vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.error_sentences import NOTHING, Told, joined, worded
from index.errors import IndexMismatch
from index.postgres.reading.posts import COLUMNS, LABELLED, post_from
from index.postgres.server.errors import damaged
from index.posts import EVIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.postgres.store import Store

_PAGE: Final = 1_000

_COUNTED: Final = {
    worded("{count:,} posts have no passages"): """
        SELECT count(*) FROM posts
        WHERE NOT EXISTS (SELECT 1 FROM passages WHERE passages.post = posts.number)""",
    worded("{count:,} posts have passages out of order"): """
        SELECT count(*) FROM (
            SELECT 1 FROM passages GROUP BY post
            HAVING min(ordinal) <> 0 OR max(ordinal) <> count(*) - 1) AS each""",
    worded("{count:,} passages begin behind their end"): """
        SELECT count(*) FROM passages WHERE NOT 0 <= start OR NOT start < "end" """,
    worded("{count:,} passages are labelled for others than their post"): """
        SELECT count(*) FROM passages JOIN posts ON posts.number = passages.post
        WHERE passages.label <> posts.label""",
    worded("{count:,} vectors are labelled for others than their passage"): """
        SELECT count(*) FROM vectors JOIN passages ON passages.id = vectors.passage
        WHERE vectors.label <> passages.label""",
    worded("{count:,} passages have no vector"): """
        SELECT count(*) FROM passages WHERE NOT EXISTS (
            SELECT 1 FROM vectors JOIN models ON models.number = vectors.model AND is_active
            WHERE vectors.passage = passages.id)""",
    worded("{count:,} vectors have not the length of their model"): """
        SELECT count(*) FROM vectors JOIN models ON models.number = vectors.model
        WHERE vector_dims(vector::vector) <> dimension""",
    worded("{count:,} vectors are none that a model makes"): """
        SELECT count(*) FROM vectors WHERE l2_norm(vector) NOT BETWEEN 0.95 AND 1.05
        AND l2_norm(vector) <> 0""",
    worded("{count:,} words are not those of the passages"): """
        SELECT count(*) FROM (
            SELECT word, label, id FROM passages CROSS JOIN unnest(words) AS word
        ) AS held FULL JOIN postings ON postings.word = held.word
            AND postings.label = held.label AND postings.passage = held.id
        WHERE held.word IS NULL OR postings.word IS NULL""",
    worded("{count:,} counts of words are not those of the postings"): """
        SELECT count(*) FROM (
            SELECT word, label, count(*) FROM postings GROUP BY word, label
        ) AS held FULL JOIN word_counts
            ON word_counts.word = held.word AND word_counts.label = held.label
        WHERE held.count IS DISTINCT FROM word_counts.passages""",
    worded("{count:,} labels do not count their passages"): """
        SELECT count(*) FROM labels LEFT JOIN (
            SELECT label, count(*), sum(passages.length) FROM passages GROUP BY label
        ) AS held ON held.label = labels.number
        WHERE coalesce(held.count, 0) <> passages OR coalesce(held.sum, 0) <> length""",
    worded("{count:,} answers are known in no way that there is"): f"""
        SELECT count(*) FROM evidence WHERE rank NOT BETWEEN 0 AND {len(EVIDENCE) - 1}""",
    worded("{count:,} answers are known twice in one way"): """
        SELECT count(*) FROM (
            SELECT 1 FROM evidence GROUP BY question, answer, rank HAVING count(*) > 1) AS each""",
    worded("{count:,} numbers may be given out again"): """
        SELECT ((SELECT coalesce(max(number), 0) FROM posts) > posts)::int
            + ((SELECT coalesce(max(id), 0) FROM passages) > passages)::int FROM numbers""",
}


def problem(store: Store) -> Told:
    """Return what is wrong with the stored posts, with the remedy; "" where all is well.

    Reads everything, as it is at one moment, and writes nothing.
    """
    try:
        with store.reading():
            found = joined(_out_of_step(store))
    except IndexMismatch as error:
        return error.sentence
    return damaged(store.place, found) if found else NOTHING


def _out_of_step(store: Store) -> Iterator[str]:
    for what, query in _COUNTED.items():
        if count := store.row(query)[0]:
            yield Told(what, count=count)
    yield from _altered(store)


def _altered(store: Store) -> Iterator[str]:
    """Yield the posts that are not what their hash was made of, or end before their passages."""
    last = -1
    while rows := store.rows(
        f"SELECT {COLUMNS}, fingerprint,"
        ' (SELECT max("end") FROM passages WHERE post = posts.number), posts.number'
        f" FROM {LABELLED} WHERE posts.number > %s"
        f" ORDER BY posts.number LIMIT {_PAGE}",
        (last,),
    ):
        for *row, fingerprint, end, last in rows:  # noqa: B007 - where the next page begins
            try:
                post = post_from(row)
                is_whole = post.fingerprint == fingerprint and (end or 0) <= len(post.text)
            except (ValueError, TypeError):
                is_whole = False
            if not is_whole:
                yield Told("the post {id!r} is not as it was stored", id=row[0])
