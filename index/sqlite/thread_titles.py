"""Titles that another than the author gave, and that none stays of who is forgotten.

A thread's title is stored with every post in it, whoever wrote that; over the answer to an open
question stands what was asked. So it is remembered who gave a title; what is suppressed of
somebody (see `suppression_list.suppress`) is then also the titles that they gave.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from index.documents import untitled
from index.search_scope import Scope
from index.sqlite.reading.posts import StoredPosts
from index.sqlite.reading.scope_conditions import condition
from index.sqlite.suppression_list import SuppressionList

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from index.posts import Post


_BEARS: Final = (
    "(posts.id > {0} AND posts.id < rtrim({0}, '/') || '0' OR posts.id = rtrim({0}, '/'))"
)
"""A condition: a post bears the title of a place, for which a column stands."""


class ThreadTitles(SuppressionList, StoredPosts):
    """Who gave which title."""

    def note_titles(self, authors: Mapping[str, str]) -> bool:
        """Remember by place the account that gave its title.

        What a suppressed account gave stays theirs, whoever is said to have given it later.

        Returns:
            Whether one was not known before and is of a suppressed account.
        """
        rows = self.connection.execute(
            "SELECT place, author_id FROM titles WHERE place IN (SELECT value FROM json_each(?))",
            (json.dumps(list(authors)),),
        ).fetchall()
        fresh = dict(authors.items() - set(rows))
        if not fresh:
            return False
        with self.writing():
            self.connection.executemany(
                "INSERT INTO titles VALUES (?, ?)"
                " ON CONFLICT (place) DO UPDATE SET author_id = excluded.author_id"
                " WHERE titles.author_id NOT IN (SELECT author_id FROM unwanted)",
                fresh.items(),
            )
            found = self.connection.execute(
                "SELECT 1 FROM unwanted WHERE author_id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(fresh.values())),),
            ).fetchone()
        return found is not None

    def every_title(self) -> dict[str, str]:
        """Return, by its place, the account that gave each title."""
        return dict(self.connection.execute("SELECT place, author_id FROM titles").fetchall())

    def suppressed_names(self) -> set[str | None]:
        """Return of what nothing is ever stored: accounts, ids of posts, and places' titles."""
        rows = self.connection.execute(
            "SELECT author_id FROM unwanted UNION SELECT place FROM titles"
            " WHERE author_id IN (SELECT author_id FROM unwanted)"
        )
        return {row[0] for row in rows}

    def suppressed_places(self, places: Collection[str]) -> set[str]:
        """Return those of these places whose title was given by a suppressed account."""
        rows = self.connection.execute(
            # The plus keeps SQLite from going through all that are suppressed, for each place.
            "SELECT place FROM titles WHERE place IN (SELECT value FROM json_each(?))"
            " AND +author_id IN (SELECT author_id FROM unwanted)",
            (json.dumps(list(places)),),
        )
        return {row[0] for row in rows}

    def suppressed_titles(self) -> list[str]:
        """Return the ids of the posts that still have such a title; a lookup for each place."""
        places = [each for each in self.suppressed_names() if each and each.endswith("/")]
        rows = self.connection.execute(
            "SELECT posts.id FROM json_each(?) AS place CROSS JOIN posts"
            f" ON {_BEARS.format('place.value')} WHERE posts.title <> ''",
            (json.dumps(places),),
        )
        return [row[0] for row in rows]

    def stored_untitled(self, ids: Collection[str]) -> dict[str, tuple[Post, str]]:
        """Return these posts as they are to be stored, by id, each with its origin."""
        suppressed = self.suppressed_names()
        posts = self.with_origins(ids)
        return {id_: (untitled(post, suppressed), origin) for id_, (post, origin) in posts.items()}

    def titled_by(
        self, accounts: Collection[str], audience: frozenset[str] | None = None
    ) -> list[str]:
        """Return the places that these accounts titled.

        Only those that hold a post with one of these labels, where an audience is given.
        """
        in_scope = condition(Scope(audience))
        rows = self.connection.execute(
            "SELECT place FROM titles WHERE author_id IN (SELECT value FROM json_each(?))"
            f" AND EXISTS (SELECT 1 FROM posts WHERE {_BEARS.format('place')} AND {in_scope.sql})",
            (json.dumps(list(accounts)), *in_scope.values),
        )
        return [row[0] for row in rows]
