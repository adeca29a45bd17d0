"""The storage port's part for what is found by anything but a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from index.documents import NameSince
    from index.posts import Post
    from index.search_scope import Named
    from index.statistics import Statistics

    Audience = frozenset[str] | None


class Lookups(Protocol):
    """What is found by anything but a question."""

    def names(self, what: Named, typed: str, audience: Audience) -> list[str]:
        """Return the names with these beginnings of words, the most frequent first."""

    def ids_under(self, beginning: str, first: str = "") -> list[str]:
        """Return the ids that begin like this, from the index of ids."""

    def with_parts(self, ids: Collection[str]) -> list[str]:
        """Return these ids, and those of the stored parts of these messages."""

    def ids_outside(
        self, audience: frozenset[str], beginning: str, places: Collection[str]
    ) -> list[str]:
        """Return the ids that begin like this, of posts with these labels, in other places."""

    def ids_before(
        self, beginning: str, id_: str, most: int, without: Collection[str]
    ) -> list[str]:
        """Return the last ids that begin like this before one of them, from the index of ids."""

    def ids_after(self, beginning: str, id_: str, most: int) -> list[str]:
        """Return the first ids that begin like this after one of them, from the index of ids."""

    def holds_any_of(self, places: Sequence[str]) -> bool:
        """Return whether posts of one of these files and folders are stored; a lookup each."""

    def origins_among(self, origins: Collection[str]) -> set[str]:
        """Return those of these origins that stored posts have; a lookup each."""

    def audiences(self) -> list[str]:
        """Return the labels that stored posts have; costs a lookup for each of them."""

    def newest(self, audience: frozenset[str], most: int) -> list[Post]:
        """Return the newest posts that an audience may see, comments left out, newest first."""

    def newest_by(self, author_id: str, audience: Audience, most: int) -> list[Post]:
        """Return the newest posts of an account that the audience may see, the newest first."""

    def posts_by(
        self,
        *,
        author: str | None = None,
        source: str | None = None,
        post: str | None = None,
        author_id: str | None = None,
        audience: Audience = None,
    ) -> list[str]:
        """Return the ids of an author's posts, of a source's, of an account's, or of one post."""

    def ids_brought_in(self, apart: str, place: str) -> list[str]:
        """Return the ids of what files of one workspace brought in.

        Args:
            apart: What stands in their scopes after an `@`.
            place: The folder of the workspace's files, for what was stored before that.
        """

    def account_names(self, accounts: Collection[str], beginning: str) -> dict[str, str]:
        """Return the names under which accounts have posts whose ids begin like this."""

    def author_names(self, accounts: Collection[str], beginning: str) -> list[NameSince]:
        """Return what messages whose ids begin like this call these accounts.

        Costs the reading of what these accounts wrote.
        """

    def source_names(self, beginning: str, label: str | None) -> list[NameSince]:
        """Return the sources of messages whose ids begin like this.

        Args:
            beginning: How they begin.
            label: The audience that they have; None for any.
        """

    def accounts_called(self, author: str, audience: Audience = None) -> dict[str, int]:
        """Return the accounts with posts under this name, with how many, the most first."""

    def sample(self, most: int) -> list[Post]:
        """Return so many posts, spread over all: neighbours are of one author, day or subject."""

    def posts_by_month(self, audience: Audience = None) -> dict[str, tuple[int, int]]:
        """Return how many posts and comments of an audience each month has (`2026-01`)."""

    def statistics(self, audience: Audience = None) -> Statistics:
        """Return what is stored for an audience, None for all; a pass over an index of them."""
