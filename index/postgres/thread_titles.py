"""Titles that another than the author gave, and that none stays of who is forgotten.

A thread's title is stored with every post in it, whoever wrote that; over the answer to an open
question stands what was asked. So it is remembered who gave a title; what is suppressed of
somebody (see `suppression_list.suppress`) is then also the titles that they gave.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from index.documents import untitled
from index.postgres.reading.posts import StoredPosts
from index.postgres.reading.scope_conditions import condition
from index.postgres.suppression_list import SuppressionList
from index.search_scope import Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from index.posts import Post


_BEARS: Final = (
    "(posts.id > {0} AND posts.id < rtrim({0}, '/') || '0' OR posts.id = rtrim({0}, '/'))"
)
"""A condition: a post bears the title of a place, for which a column stands."""

_OF_SUPPRESSED: Final = "titles.author_id IN (SELECT unwanted.author_id FROM unwanted)"


class ThreadTitles(SuppressionList, StoredPosts):
    """Who gave which title."""

    def note_titles(self, authors: Mapping[str, str]) -> bool:
        """Remember by place the account that gave its title.

        What a suppressed account gave stays theirs, whoever is said to have given it later.

        Returns:
            Whether one was not known before and is of a suppressed account.
        """
        query = "SELECT place, author_id FROM titles WHERE place = ANY(%s::text[])"
        fresh = dict(authors.items() - set(self.rows(query, (list(authors),))))
        if not fresh:
            return False
        with self.writing():
            self.change(
                "INSERT INTO titles SELECT * FROM unnest(%s::text[], %s::text[])"
                " ON CONFLICT (place) DO UPDATE SET author_id = excluded.author_id"
                f" WHERE NOT {_OF_SUPPRESSED}",
                (list(fresh), list(fresh.values())),
            )
            return bool(self.suppressed_among(fresh.values()))

    def every_title(self) -> dict[str, str]:
        """Return, by its place, the account that gave each title."""
        return dict(self.rows("SELECT place, author_id FROM titles"))

    def suppressed_names(self) -> set[str | None]:
        """Return of what nothing is ever stored: accounts, ids of posts, and places' titles."""
        rows = self.rows(
            f"SELECT author_id FROM unwanted UNION SELECT place FROM titles WHERE {_OF_SUPPRESSED}"
        )
        return {row[0] for row in rows}

    def suppressed_places(self, places: Collection[str]) -> set[str]:
        """Return those of these places whose title was given by a suppressed account."""
        query = f"SELECT place FROM titles WHERE place = ANY(%s::text[]) AND {_OF_SUPPRESSED}"
        return {row[0] for row in self.rows(query, (list(places),))}

    def suppressed_titles(self) -> list[str]:
        """Return the ids of the posts that still have such a title; a lookup for each place."""
        places = [each for each in self.suppressed_names() if each and each.endswith("/")]
        rows = self.rows(
            "SELECT posts.id FROM unnest(%s::text[]) AS place JOIN posts"
            f" ON {_BEARS.format('place')} WHERE posts.title <> ''",
            (places,),
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
        in_scope = condition(self, Scope(audience))
        rows = self.rows(
            "SELECT place FROM titles WHERE author_id = ANY(%s::text[])"
            f" AND EXISTS (SELECT 1 FROM posts WHERE {_BEARS.format('place')} AND {in_scope.sql})",
            (list(accounts), *in_scope.values),
            audience=audience,
        )
        return [row[0] for row in rows]
