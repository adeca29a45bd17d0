"""Reads stored posts and passages."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING, Final

from index.documents import Known
from index.error_sentences import Told
from index.posts import EVIDENCE, Passage, Post
from index.sqlite.database import Database
from index.sqlite.reading.scope_conditions import condition

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from index.search_scope import Scope

COLUMNS: Final = (
    "id, source, title, text, author, url, posted_at, parent_id, audience, age, author_id"
)

_OF_POSTS: Final = ", ".join(f"posts.{name}" for name in COLUMNS.split(", "))


class StoredPosts(Database):
    """Posts and passages by id: one lookup each."""

    def known(self, ids: Collection[str]) -> dict[str, Known]:
        """Return what is stored of these posts; unknown ids are left out."""
        rows = self.connection.execute(
            "SELECT id, fingerprint, origin, audience, url,"
            " EXISTS (SELECT 1 FROM evidence WHERE answer = id AND rank = ?),"
            " EXISTS (SELECT 1 FROM marks WHERE answer = id AND rank = ?) FROM posts"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (EVIDENCE.index("accepted"), EVIDENCE.index("solved"), json.dumps(list(ids))),
        )
        return {
            id_: Known(fingerprint, origin, audience, url, bool(is_accepted), bool(is_solved))
            for id_, fingerprint, origin, audience, url, is_accepted, is_solved in rows
        }

    def posts(self, ids: Collection[str]) -> dict[str, Post]:
        """Return these posts by id; unknown ids are left out."""
        rows = self.connection.execute(
            f"SELECT {COLUMNS} FROM posts WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {row[0]: post_from(row) for row in rows}

    def with_origins(self, ids: Collection[str]) -> dict[str, tuple[Post, str]]:
        """Return these posts by id, each with its origin, in the order they were stored."""
        rows = self.connection.execute(
            f"SELECT {COLUMNS}, origin FROM posts"
            " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number",
            (json.dumps(list(ids)),),
        )
        return {row[0]: (post_from(row), row[-1]) for row in rows}

    def comments_on(self, ids: Collection[str]) -> list[tuple[Post, str]]:
        """Return the stored comments on these posts, each with its origin."""
        rows = self.connection.execute(
            f"SELECT {COLUMNS}, origin FROM posts"
            " WHERE parent_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return [(post_from(row), row[-1]) for row in rows]

    def every_post(self) -> Iterator[Post]:
        """Yield all posts in the order they were stored."""
        for row in self.connection.execute(f"SELECT {COLUMNS} FROM posts ORDER BY number"):
            yield post_from(row)

    def passages(self, ids: Collection[int]) -> dict[int, Passage]:
        """Return these passages by id; those removed meanwhile are left out."""
        rows = self.connection.execute(
            'SELECT p.id, posts.id, p.ordinal, p.start, p."end", posts.text FROM passages AS p'
            " JOIN posts ON posts.number = p.post"
            " WHERE p.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {
            id_: Passage(
                id=id_, post_id=post_id, ordinal=ordinal, start=start, end=end, text=text[start:end]
            )
            for id_, post_id, ordinal, start, end, text in rows
        }

    def passages_and_posts(
        self, ids: Collection[int], scope: Scope
    ) -> tuple[dict[int, Passage], dict[str, Post]]:
        """Return those of these passages that are in scope, by id, and their posts by theirs."""
        in_scope = condition(scope)
        rows = self.connection.execute(
            f'SELECT {_OF_POSTS}, passages.id, ordinal, start, "end" FROM json_each(?) AS found'
            " CROSS JOIN passages ON passages.id = found.value"
            " CROSS JOIN posts ON posts.number = passages.post"
            f" WHERE {in_scope.sql} ORDER BY passages.id",
            (json.dumps(list(ids)), *in_scope.values),
        ).fetchall()
        passages = {
            id_: Passage(id_, row[0], ordinal, start, end, row[3][start:end])
            for *row, id_, ordinal, start, end in rows
        }
        of_posts = {row[0]: row for row in rows}
        return passages, {id_: post_from(row) for id_, row in of_posts.items()}

    def within(self, ids: Collection[int], scope: Scope) -> set[int]:
        """Return those of these passages that are stored, of posts in the scope."""
        in_scope = condition(scope)
        rows = self.connection.execute(
            "SELECT passages.id FROM json_each(?) AS found"
            f" CROSS JOIN passages ON passages.id = found.value{in_scope.of_passages}",
            (json.dumps(list(ids)), *in_scope.values),
        )
        return {row[0] for row in rows}

    def ids_within(self, scope: Scope, most: int) -> list[int]:
        """Return so many passages of posts in the scope, whichever come first; -1 for all."""
        in_scope = condition(scope, leads=True)
        rows = self.connection.execute(
            "SELECT passages.id FROM posts CROSS JOIN passages"
            f" ON passages.post = posts.number WHERE {in_scope.sql} LIMIT ?",
            (*in_scope.values, most),
        )
        return [row[0] for row in rows]


def post_from(row: Sequence[str]) -> Post:
    """Return the post of a row that begins with `COLUMNS`.

    Raises:
        sqlite3.DatabaseError: The file is damaged: this is no post.
    """
    try:
        return _post(row)
    except (AttributeError, TypeError, ValueError) as error:
        raise sqlite3.DatabaseError(Told("a post is not as it was stored")) from error


def _post(row: Sequence[str]) -> Post:
    id_, source, title, text, author, url, posted_at, parent_id, audience, age, author_id = row[:11]
    when = datetime.fromisoformat(posted_at) if posted_at else None
    return Post(
        id=id_,
        source=source,
        text=text,
        title=title,
        author=author,
        url=url,
        posted_at=when,
        parent_id=parent_id,
        audience=audience,
        age=age,
        author_id=author_id,
    )
