"""Reads stored posts and passages."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any, Final

from index.documents import Known
from index.postgres.reading.scope_conditions import condition
from index.postgres.server.database import Database
from index.posts import EVIDENCE, Passage, Post

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from index.search_scope import Scope

COLUMNS: Final = (
    "posts.id, posts.source, posts.title, posts.text, posts.author, posts.url, posts.posted_at,"
    " posts.parent_id, labels.label, posts.age, posts.author_id"
)
LABELLED: Final = "posts JOIN labels ON labels.number = posts.label"

_ANY: Final = "= ANY(%s::text[])"
_PAGE: Final = 1_000


class StoredPosts(Database):
    """Posts and passages by id: one lookup each."""

    def known(self, ids: Collection[str]) -> dict[str, Known]:
        """Return what is stored of these posts; unknown ids are left out."""
        rows = self.rows(
            "SELECT id, fingerprint, origin, labels.label, url,"
            " EXISTS (SELECT 1 FROM evidence WHERE answer = posts.id AND rank = %s OFFSET 0),"
            " EXISTS (SELECT 1 FROM marks WHERE answer = posts.id AND rank = %s OFFSET 0)"
            f" FROM {LABELLED} WHERE id {_ANY}",
            (EVIDENCE.index("accepted"), EVIDENCE.index("solved"), list(ids)),
        )
        return {row[0]: Known(*row[1:]) for row in rows}

    def posts(self, ids: Collection[str]) -> dict[str, Post]:
        """Return these posts by id; unknown ids are left out."""
        rows = self.rows(f"SELECT {COLUMNS} FROM {LABELLED} WHERE id {_ANY}", (list(ids),))
        return {row[0]: post_from(row) for row in rows}

    def with_origins(self, ids: Collection[str]) -> dict[str, tuple[Post, str]]:
        """Return these posts by id, each with its origin, in the order they were stored."""
        rows = self.rows(
            f"SELECT {COLUMNS}, origin FROM {LABELLED} WHERE id {_ANY} ORDER BY posts.number",
            (list(ids),),
        )
        return {row[0]: (post_from(row), row[-1]) for row in rows}

    def comments_on(self, ids: Collection[str]) -> list[tuple[Post, str]]:
        """Return the stored comments on these posts, each with its origin."""
        rows = self.rows(
            f"SELECT {COLUMNS}, origin FROM {LABELLED} WHERE parent_id {_ANY}"
            " ORDER BY posts.number",
            (list(ids),),
        )
        return [(post_from(row), row[-1]) for row in rows]

    def every_post(self) -> Iterator[Post]:
        """Yield all posts in the order they were stored, some read at a time."""
        last = -1
        while rows := self.rows(
            f"SELECT {COLUMNS}, posts.number FROM {LABELLED} WHERE posts.number > %s"
            f" ORDER BY posts.number LIMIT {_PAGE}",
            (last,),
        ):
            yield from map(post_from, rows)
            last = rows[-1][-1]

    def every_id(self) -> list[str]:
        """Return the ids of all posts in the order they were stored."""
        return [row[0] for row in self.rows("SELECT id FROM posts ORDER BY number")]

    def passages(self, ids: Collection[int]) -> dict[int, Passage]:
        """Return these passages by id; those removed meanwhile are left out."""
        rows = self.rows(
            'SELECT p.id, posts.id, p.ordinal, p.start, p."end", posts.text FROM passages AS p'
            " JOIN posts ON posts.number = p.post WHERE p.id = ANY(%s::int8[]) ORDER BY p.id",
            (list(ids),),
        )
        return {
            id_: Passage(id_, post_id, ordinal, start, end, text[start:end])
            for id_, post_id, ordinal, start, end, text in rows
        }

    def passages_and_posts(
        self, ids: Collection[int], scope: Scope
    ) -> tuple[dict[int, Passage], dict[str, Post]]:
        """Return those of these passages that are in scope, by id, and their posts by theirs."""
        in_scope = condition(self, scope)
        rows = self.rows(
            f'SELECT {COLUMNS}, passages.id, ordinal, start, "end" FROM passages'
            " JOIN posts ON posts.number = passages.post"
            " JOIN labels ON labels.number = posts.label"
            f" WHERE passages.id = ANY(%s::int8[]) AND {in_scope.sql} ORDER BY passages.id",
            (list(ids), *in_scope.values),
            audience=scope.audience,
        )
        passages = {
            id_: Passage(id_, row[0], ordinal, start, end, row[3][start:end])
            for *row, id_, ordinal, start, end in rows
        }
        of_posts = {row[0]: row for row in rows}
        return passages, {id_: post_from(row) for id_, row in of_posts.items()}

    def within(self, ids: Collection[int], scope: Scope) -> set[int]:
        """Return those of these passages that are stored, of posts in the scope."""
        in_scope = condition(self, scope)
        rows = self.rows(
            "SELECT passages.id FROM passages JOIN posts ON posts.number = passages.post"
            f" WHERE passages.id = ANY(%s::int8[]) AND {in_scope.sql}",
            (list(ids), *in_scope.values),
            audience=scope.audience,
        )
        return {row[0] for row in rows}

    def ids_within(self, scope: Scope, most: int) -> list[int]:
        """Return so many passages of posts in the scope, whichever come first."""
        in_scope = condition(self, scope)
        rows = self.rows(
            "SELECT passages.id FROM posts JOIN passages ON passages.post = posts.number"
            f" WHERE {in_scope.sql} LIMIT %s",
            (*in_scope.values, most),
            audience=scope.audience,
        )
        return [row[0] for row in rows]


def post_from(row: Sequence[Any]) -> Post:
    """Return the post of a row that begins with `COLUMNS`."""
    id_, source, title, text, author, url, posted_at, parent_id, audience, age, author_id = row[:11]
    return Post(
        id=id_,
        source=source,
        text=text,
        title=title,
        author=author,
        url=url,
        posted_at=posted_at and posted_at.astimezone(UTC),
        parent_id=parent_id,
        audience=audience,
        age=age,
        author_id=author_id,
    )
