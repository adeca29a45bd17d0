"""Finds names, ids and posts by anything but a question."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Final

from index.documents import NameSince
from index.posts import FOLLOWED, PART, is_of_a_chat
from index.search_scope import MOST_NAMES, Filters, Scope
from index.sqlite.reading.posts import StoredPosts
from index.sqlite.reading.scope_conditions import came_from, condition
from index.text.names import name_key
from index.text.words import words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from index.posts import Post
    from index.search_scope import Named


_OWN: Final = (
    # To SQLite, a column with a plus has no index: the account leads to the posts.
    "+posts.id >= ? AND +posts.id < ? || char(1114111)"
    f" AND instr(posts.id, '{PART}') = 0 AND posts.author IS NOT NULL"
)
"""Posts whose ids begin like this, but for what was only passed on."""

_SINCE: Final = "audience, origin = ?, max(posted_at)"
"""Who may see messages of one name, whether their channel is followed, and the newest of them."""


class Lookups(StoredPosts):
    """What is found by anything but a question: names, ids, labels."""

    def names(self, what: Named, typed: str, audience: frozenset[str] | None) -> list[str]:
        """Return the names with these beginnings of words, the most frequent first.

        Only posts that the audience may see are counted. Costs one pass over an index that holds
        the names and audiences alone: some 0.1 microseconds a post.

        Args:
            what: Names of authors or of sources.
            typed: What was typed so far; nothing is everything.
            audience: The labels that the asker may see; None is everything.
        """
        in_scope = condition(Scope(audience, Filters()))
        beginnings = "".join(f" AND instr({what}_key, ?)" for _ in words(typed))
        rows = self.connection.execute(
            f"SELECT max({what}) FROM posts WHERE {in_scope.sql} AND {what}_key <> ''{beginnings}"
            f" GROUP BY {what}_key ORDER BY count(*) DESC, {what}_key LIMIT {MOST_NAMES}",
            (*in_scope.values, *(f" {word}" for word in words(typed))),
        )
        return [row[0] for row in rows]

    def ids_under(self, beginning: str, first: str = "") -> list[str]:
        """Return the ids that begin like this, from the index of ids.

        Args:
            beginning: How they begin.
            first: What goes on after that in the first of them, in the order of their letters.
        """
        rows = self.connection.execute(
            "SELECT id FROM posts WHERE id >= ?1 || ?2 AND id < ?1 || char(1114111)",
            (beginning, first),
        )
        return [row[0] for row in rows]

    def with_parts(self, ids: Collection[str]) -> list[str]:
        """Return these ids, and those of the stored parts of these messages; a lookup each."""
        rows = self.connection.execute(
            "SELECT posts.id FROM json_each(?) AS whole CROSS JOIN posts"
            " ON posts.id >= whole.value || ?2 AND posts.id < whole.value || ?2 || char(1114111)",
            (json.dumps(list(filter(is_of_a_chat, ids))), PART),
        )
        return list(dict.fromkeys([*ids, *(row[0] for row in rows)]))

    def ids_brought_in(self, apart: str, place: str) -> list[str]:
        """Return the ids of what files of one workspace brought in; a pass over all ids.

        Args:
            apart: What stands in their scopes after an `@`.
            place: The folder of the workspace's files, for what was stored before that.
        """
        rows = self.connection.execute(
            "SELECT id FROM posts WHERE instr(substr(id, 1, instr(id, ':')), ?2)"
            f" OR {came_from('?1')} ORDER BY id",
            (place, f"@{apart}:"),
        )
        return [row[0] for row in rows]

    def ids_outside(
        self, audience: frozenset[str], beginning: str, places: Collection[str]
    ) -> list[str]:
        """Return the ids that begin like this, of posts with one of these labels, in other places.

        A place is what stands before the last slash of an id. Costs one lookup for each post of the
        audience, and memory only for what is returned.
        """
        in_scope = condition(Scope(audience, Filters()))
        rows = self.connection.execute(
            f"SELECT id FROM posts WHERE {in_scope.sql} AND id >= ? AND id < ? || char(1114111)",
            (*in_scope.values, beginning, beginning),
        )
        return [id_ for (id_,) in rows if id_.rpartition("/")[0] not in places]

    def holds_any_of(self, places: Sequence[str]) -> bool:
        """Return whether posts of one of these files and folders are stored; a lookup each."""
        row = self.connection.execute(
            "SELECT 1 FROM json_each(?) AS place CROSS JOIN posts"
            f" ON {came_from('place.value')} LIMIT 1",
            (json.dumps(list(places)),),
        ).fetchone()
        return row is not None

    def origins_among(self, origins: Collection[str]) -> set[str]:
        """Return those of these origins that stored posts have; a lookup each."""
        rows = self.connection.execute(
            "SELECT value FROM json_each(?)"
            " WHERE EXISTS (SELECT 1 FROM posts WHERE origin = json_each.value)",
            (json.dumps(list(origins)),),
        )
        return {row[0] for row in rows}

    def audiences(self) -> list[str]:
        """Return the labels that stored posts have; costs a lookup for each of them."""
        rows = self.connection.execute(
            "WITH RECURSIVE labels (label) AS (SELECT min(audience) FROM posts UNION ALL"
            " SELECT (SELECT min(audience) FROM posts WHERE audience > label) FROM labels"
            " WHERE label IS NOT NULL) SELECT label FROM labels WHERE label IS NOT NULL"
        )
        return [row[0] for row in rows]

    def newest(self, audience: frozenset[str], most: int) -> list[Post]:
        """Return the newest posts that the audience may see, comments left out, the newest first.

        Costs a lookup for each label, and the reading of so many posts of it.
        """
        query = (
            "SELECT posted_at, id FROM posts WHERE audience = ? AND parent_id IS NULL"
            " ORDER BY posted_at DESC LIMIT ?"
        )
        rows = [row for label in audience for row in self.connection.execute(query, (label, most))]
        ids = [id_ for _, id_ in sorted(rows, key=lambda row: row[0] or "", reverse=True)[:most]]
        posts = self.posts(ids)
        return [posts[id_] for id_ in ids]

    def newest_by(self, author_id: str, audience: frozenset[str] | None, most: int) -> list[Post]:
        """Return the newest posts of an account that the audience may see, the newest first."""
        in_scope = condition(Scope(audience, Filters()))
        rows = self.connection.execute(
            f"SELECT id FROM posts WHERE author_id = ? AND {in_scope.sql}"
            f" AND instr(posts.id, '{PART}') = 0"
            " ORDER BY posted_at DESC LIMIT ?",
            (author_id, *in_scope.values, most),
        )
        ids = [row[0] for row in rows]
        posts = self.posts(ids)
        return [posts[id_] for id_ in ids]

    def posts_by(
        self,
        *,
        author: str | None = None,
        source: str | None = None,
        post: str | None = None,
        author_id: str | None = None,
        audience: frozenset[str] | None = None,
    ) -> list[str]:
        """Return the ids of an author's posts, of a source's, of an account's, or of one post.

        A name must match whole; case and accents do not count. A blank one matches nothing, least
        of all the posts without an author.
        """
        column, value = "id", post
        if author is not None:
            column, value = "author_key", name_key(author)
        elif source is not None:
            column, value = "source_key", name_key(source)
        elif author_id is not None:
            column, value = "author_id", author_id
        if not value:
            return []
        in_scope = condition(Scope(audience))
        rows = self.connection.execute(
            f"SELECT id FROM posts WHERE {column} = ? AND {in_scope.sql}", (value, *in_scope.values)
        )
        return [row[0] for row in rows]

    def account_names(self, accounts: Collection[str], beginning: str) -> dict[str, str]:
        """Return the names under which accounts have posts whose ids begin like this."""
        rows = self.connection.execute(
            "SELECT account.value, (SELECT posts.author FROM posts"
            f" WHERE posts.author_id = account.value AND {_OWN} LIMIT 1)"
            " FROM json_each(?) AS account",
            (beginning, beginning, json.dumps(list(accounts))),
        )
        return {account: name for account, name in rows if name}

    def author_names(self, accounts: Collection[str], beginning: str) -> list[NameSince]:
        """Return what messages whose ids begin like this call these accounts.

        Costs the reading of what these accounts wrote.
        """
        rows = self.connection.execute(
            f"SELECT author_id, author, {_SINCE} FROM json_each(?) AS account"
            f" CROSS JOIN posts ON posts.author_id = account.value AND {_OWN}"
            " GROUP BY author_id, author, audience, origin = ?",
            (FOLLOWED, json.dumps(list(accounts)), beginning, beginning, FOLLOWED),
        )
        return [*map(_name_since, rows)]

    def source_names(self, beginning: str, label: str | None) -> list[NameSince]:
        """Return the sources of messages whose ids begin like this.

        Args:
            beginning: How they begin.
            label: The audience that they have; None for any.
        """
        within = "posts.id >= ? AND posts.id < ? || char(1114111)"
        if label is not None:
            within = "posts.audience = ? AND +posts.id >= ? AND +posts.id < ? || char(1114111)"
        rows = self.connection.execute(
            f"SELECT '', source, {_SINCE} FROM posts WHERE {within}"
            " GROUP BY source, audience, origin = ?",
            (FOLLOWED, *([] if label is None else [label]), beginning, beginning, FOLLOWED),
        )
        return [*map(_name_since, rows)]

    def accounts_called(
        self, author: str, audience: frozenset[str] | None = None
    ) -> dict[str, int]:
        """Return the accounts with posts under this name, with how many, the most first."""
        in_scope = condition(Scope(audience))
        rows = self.connection.execute(
            "SELECT author_id, count(*) FROM posts WHERE author_key = ? AND author_id IS NOT NULL"
            f" AND instr(posts.id, '{PART}') = 0"
            f" AND {in_scope.sql} GROUP BY author_id ORDER BY count(*) DESC, author_id",
            (name_key(author), *in_scope.values),
        )
        return dict(rows.fetchall())

    def ids_before(
        self, beginning: str, id_: str, most: int, without: Collection[str]
    ) -> list[str]:
        """Return the last ids that begin like this before one of them, from the index of ids."""
        rows = self.connection.execute(
            "SELECT id FROM posts WHERE id > ? AND id < ?"
            " AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ?",
            (beginning, id_, json.dumps(list(without)), most),
        )
        return [row[0] for row in rows]

    def ids_after(self, beginning: str, id_: str, most: int) -> list[str]:
        """Return the first ids that begin like this after one of them, from the index of ids."""
        rows = self.connection.execute(
            "SELECT id FROM posts WHERE id > ? AND id < ? || char(1114111) ORDER BY id LIMIT ?",
            (id_, beginning, most),
        )
        return [row[0] for row in rows]

    def every_id(self) -> list[str]:
        """Return the ids of all posts in the order they were stored."""
        return [row[0] for row in self.connection.execute("SELECT id FROM posts ORDER BY number")]


def _name_since(row: tuple[str, str, str, int, str | None]) -> NameSince:
    account, name, audience, is_followed, newest = row
    moment = datetime.fromisoformat(newest) if newest else None
    return NameSince(account, name, audience, bool(is_followed), moment)
