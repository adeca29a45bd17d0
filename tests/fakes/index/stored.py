"""All that an index holds, to be compared with another."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    Rows = list[tuple[object, ...]]


def whole(database: Path) -> tuple[Rows, Rows]:
    """Return the posts, and their passages with vectors, whatever numbers they have."""
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
        posts = opened.execute("SELECT id, fingerprint FROM posts ORDER BY id")
        found = posts.fetchall()
        passages = opened.execute(
            'SELECT posts.id, start, "end", title_words, text_words, vector FROM posts'
            " JOIN passages ON passages.post = posts.number"
            " JOIN vectors ON vectors.passage = passages.id ORDER BY 1, 2"
        )
        return found, passages.fetchall()
