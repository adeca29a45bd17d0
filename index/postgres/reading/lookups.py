"""Finds names, ids and posts by anything but a question."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from index.documents import NameSince
from index.postgres.reading.posts import StoredPosts
from index.postgres.reading.scope_conditions import bounded_key, came_from, condition
from index.posts import FOLLOWED, PART, is_of_a_chat
from index.search_scope import MOST_NAMES, Filters, Scope
from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from index.posts import Post
    from index.search_scope import Named

    Audience = frozenset[str] | None

_LAST: Final = "chr(1114111)"
"""The last of all characters: the end of what begins alike."""

_WHOLE: Final = f"strpos(posts.id, '{PART}') = 0"
"""Posts that were not only passed on."""

_SINCE: Final = (
    "labels.label, origin = %s, max(posted_at)"
    " FROM posts JOIN labels ON labels.number = posts.label"
)
"""Who may see messages of one name, whether their channel is followed, and the newest of them."""


class Lookups(StoredPosts):
    """What is found by anything but a question: names, ids, labels."""

    def names(self, what: Named, typed: str, audience: Audience) -> list[str]:
        """Return the names with these beginnings of words, the most frequent first.

        Only posts that the audience may see are counted. Costs one pass over them.

        Args:
            what: Names of authors or of sources.
            typed: What was typed so far; nothing is everything.
            audience: The labels that the asker may see; None is everything.
        """
        in_scope = condition(self, Scope(audience, Filters()))
        beginnings = "".join(f" AND strpos({what}_key, %s) > 0" for _ in words(typed))
        rows = self.rows(
            f"SELECT max({what}) FROM posts WHERE {in_scope.sql} AND {what}_key <> ''{beginnings}"
            f" GROUP BY {what}_key ORDER BY count(*) DESC, {what}_key LIMIT {MOST_NAMES}",
            (*in_scope.values, *(f" {word}" for word in words(typed))),
            audience=audience,
        )
        return _firsts(rows)

    def ids_under(self, beginning: str, first: str = "") -> list[str]:
        """Return the ids that begin like this, from the index of ids.

        Args:
            beginning: How they begin.
            first: What goes on after that in the first of them, in the order of their letters.
        """
        return _firsts(
            self.rows(
                f"SELECT id FROM posts WHERE id >= %s AND id < %s || {_LAST} ORDER BY id",
                (beginning + first, beginning),
            )
        )

    def with_parts(self, ids: Collection[str]) -> list[str]:
        """Return these ids, and those of the stored parts of these messages; a lookup each."""
        rows = self.rows(
            "SELECT posts.id FROM unnest(%s::text[]) WITH ORDINALITY AS whole (id, place)"
            f" JOIN posts ON posts.id >= whole.id || '{PART}'"
            f" AND posts.id < whole.id || '{PART}' || {_LAST} ORDER BY whole.place, posts.id",
            ([*filter(is_of_a_chat, ids)],),
        )
        return list(dict.fromkeys([*ids, *_firsts(rows)]))

    def ids_brought_in(self, apart: str, place: str) -> list[str]:
        """Return the ids of what files of one workspace brought in; a pass over all ids.

        Args:
            apart: What stands in their scopes after an `@`.
            place: The folder of the workspace's files, for what was stored before that.
        """
        rows = self.rows(
            f"SELECT posts.id FROM (SELECT %s::text AS place) AS of JOIN posts"
            f" ON {came_from('of.place')} OR"
            " strpos(substr(posts.id, 1, strpos(posts.id, ':')), %s) > 0 ORDER BY posts.id",
            (place, f"@{apart}:"),
        )
        return _firsts(rows)

    def ids_outside(
        self, audience: frozenset[str], beginning: str, places: Collection[str]
    ) -> list[str]:
        """Return the ids that begin like this, of posts with one of these labels, in other places.

        A place is what stands before the last slash of an id.
        """
        in_scope = condition(self, Scope(audience, Filters()))
        rows = self.rows(
            f"SELECT id FROM posts WHERE {in_scope.sql} AND id >= %s AND id < %s || {_LAST}",
            (*in_scope.values, beginning, beginning),
            audience=audience,
        )
        return [id_ for id_ in _firsts(rows) if id_.rpartition("/")[0] not in places]

    def holds_any_of(self, places: Sequence[str]) -> bool:
        """Return whether posts of one of these files and folders are stored; a lookup each."""
        rows = self.rows(
            f"SELECT 1 FROM unnest(%s::text[]) AS place JOIN posts ON {came_from('place')} LIMIT 1",
            (list(places),),
        )
        return bool(rows)

    def origins_among(self, origins: Collection[str]) -> set[str]:
        """Return those of these origins that stored posts have; a lookup each."""
        rows = self.rows(
            "SELECT origin FROM unnest(%s::text[]) AS asked (origin)"
            " WHERE EXISTS (SELECT 1 FROM posts WHERE posts.origin = asked.origin)",
            (list(origins),),
        )
        return set(_firsts(rows))

    def audiences(self) -> list[str]:
        """Return the labels that stored posts have; a lookup for each that was ever stored."""
        return _firsts(
            self.rows(
                "SELECT labels.label FROM labels"
                " WHERE EXISTS (SELECT 1 FROM posts WHERE posts.label = labels.number)"
                " ORDER BY labels.label"
            )
        )

    def newest(self, audience: frozenset[str], most: int) -> list[Post]:
        """Return the newest posts that the audience may see, comments left out, the newest first.

        Costs a lookup for each label, and the reading of so many posts of it.
        """
        return self._in_order(
            "SELECT posts.id FROM unnest(%s::int4[]) AS seen (label) CROSS JOIN LATERAL ("
            " SELECT id, posted_at FROM posts WHERE posts.label = seen.label"
            " AND parent_id IS NULL ORDER BY posted_at DESC NULLS LAST LIMIT %s"
            ") AS posts ORDER BY posted_at DESC NULLS LAST, posts.id LIMIT %s",
            (self.labels(audience), most, most),
            audience,
        )

    def newest_by(self, author_id: str, audience: Audience, most: int) -> list[Post]:
        """Return the newest posts of an account that the audience may see, the newest first.

        What the account only passed on is left out; posts without a date come last.
        """
        in_scope = condition(self, Scope(audience))
        return self._in_order(
            f"SELECT id FROM posts WHERE author_id = %s AND {_WHOLE} AND {in_scope.sql}"
            " ORDER BY posted_at DESC NULLS LAST, id LIMIT %s",
            (author_id, *in_scope.values, most),
            audience,
        )

    def posts_by(
        self,
        *,
        author: str | None = None,
        source: str | None = None,
        post: str | None = None,
        author_id: str | None = None,
        audience: Audience = None,
    ) -> list[str]:
        """Return the ids of an author's posts, of a source's, of an account's, or of one post.

        A name must match whole; case and accents do not count. A blank one matches nothing, least
        of all the posts without an author.
        """
        column, value = "id", post
        if author is not None:
            column, value = "author_key", bounded_key(author)
        elif source is not None:
            column, value = "source_key", bounded_key(source)
        elif author_id is not None:
            column, value = "author_id", author_id
        if not value:
            return []
        in_scope = condition(self, Scope(audience))
        query = f"SELECT id FROM posts WHERE {column} = %s AND {in_scope.sql} ORDER BY number"
        return _firsts(self.rows(query, (value, *in_scope.values), audience=audience))

    def account_names(self, accounts: Collection[str], beginning: str) -> dict[str, str]:
        """Return the names under which accounts have posts whose ids begin like this."""
        rows = self.rows(
            "SELECT account.id, posts.author FROM unnest(%s::text[]) AS account (id)"
            " CROSS JOIN LATERAL (SELECT author FROM posts WHERE posts.author_id = account.id"
            f" AND starts_with(posts.id, %s) AND {_WHOLE} AND author IS NOT NULL LIMIT 1) AS posts",
            (list(accounts), beginning),
        )
        return {account: name for account, name in rows if name}

    def author_names(self, accounts: Collection[str], beginning: str) -> list[NameSince]:
        """Return what messages whose ids begin like this call these accounts.

        Costs the reading of what these accounts wrote.
        """
        rows = self.rows(
            f"SELECT author_id, author, {_SINCE} WHERE author_id = ANY(%s)"
            f" AND starts_with(posts.id, %s) AND {_WHOLE} AND author IS NOT NULL"
            " GROUP BY 1, 2, 3, 4",
            (FOLLOWED, list(accounts), beginning),
        )
        return [*map(_name_since, rows)]

    def source_names(self, beginning: str, label: str | None) -> list[NameSince]:
        """Return the sources of messages whose ids begin like this.

        Args:
            beginning: How they begin.
            label: The audience that they have; None for any.
        """
        of_label = "" if label is None else " AND labels.label = %s"
        rows = self.rows(
            f"SELECT '', source, {_SINCE} WHERE posts.id >= %s AND posts.id < %s || {_LAST}"
            f"{of_label} GROUP BY 1, 2, 3, 4",
            (FOLLOWED, beginning, beginning, *([] if label is None else [label])),
        )
        return [*map(_name_since, rows)]

    def accounts_called(self, author: str, audience: Audience = None) -> dict[str, int]:
        """Return the accounts with posts under this name, with how many, the most first."""
        in_scope = condition(self, Scope(audience))
        rows = self.rows(
            "SELECT author_id, count(*) FROM posts WHERE author_key = %s AND author_id IS NOT NULL"
            f" AND {_WHOLE} AND {in_scope.sql}"
            " GROUP BY author_id ORDER BY count(*) DESC, author_id",
            (bounded_key(author), *in_scope.values),
            audience=audience,
        )
        return dict(rows)

    def ids_before(
        self, beginning: str, id_: str, most: int, without: Collection[str]
    ) -> list[str]:
        """Return the last ids that begin like this before one of them, from the index of ids."""
        rows = self.rows(
            "SELECT id FROM posts WHERE id > %s AND id < %s"
            " AND id <> ALL(%s::text[]) ORDER BY id DESC LIMIT %s",
            (beginning, id_, list(without), most),
        )
        return _firsts(rows)

    def ids_after(self, beginning: str, id_: str, most: int) -> list[str]:
        """Return the first ids that begin like this after one of them, from the index of ids."""
        rows = self.rows(
            f"SELECT id FROM posts WHERE id > %s AND id < %s || {_LAST} ORDER BY id LIMIT %s",
            (id_, beginning, most),
        )
        return _firsts(rows)

    def _in_order(self, query: str, values: Sequence[Any], audience: Audience) -> list[Post]:
        ids = _firsts(self.rows(query, values, audience=audience))
        posts = self.posts(ids)
        return [posts[id_] for id_ in ids if id_ in posts]


def _firsts(rows: Sequence[tuple[Any, ...]]) -> list[str]:
    return [row[0] for row in rows]


def _name_since(row: Sequence[Any]) -> NameSince:
    account, name, audience, is_followed, newest = row
    moment: datetime | None = newest and newest.astimezone(UTC)
    return NameSince(account, name, audience, is_followed, moment)
