"""The storage port's part for what is never stored again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from index.posts import Post

    Audience = frozenset[str] | None


class Suppression(Protocol):
    """What is never stored again, and titles that somebody gave."""

    def suppress(self, *names: str) -> None:
        """Notes of what nothing is ever to be stored again."""

    def every_suppressed(self) -> list[str]:
        """Return all that `suppress` was given."""

    def every_deleted(self) -> list[str]:
        """Return all messages that are gone from their channel."""

    def every_title(self) -> dict[str, str]:
        """Return, by its place, the account that gave each title."""

    def mark_deleted(self, ids: Collection[str]) -> None:
        """Note messages that are gone from their channel: no archive is to bring them back."""

    def deleted_at_source(self, ids: Collection[str]) -> set[str]:
        """Return those of these messages that are gone from their channel."""

    def unmark_deleted(self, ids: Collection[str]) -> None:
        """Take it that these messages stand in their channel again."""

    def suppressed_among(self, names: Iterable[str | None]) -> set[str]:
        """Return those of these accounts, posts and titles of which nothing is ever stored."""

    def note_titles(self, authors: Mapping[str, str]) -> bool:
        """Remember who titled a place; return whether that was news of a suppressed account."""

    def suppressed_places(self, places: Collection[str]) -> set[str]:
        """Return those of these places whose title was given by somebody unwanted."""

    def suppressed_titles(self) -> list[str]:
        """Return the ids of the posts that still have such a title; a lookup for each place."""

    def stored_untitled(self, ids: Collection[str]) -> dict[str, tuple[Post, str]]:
        """Return these posts as they are to be stored, by id, each with its origin."""

    def titled_by(self, accounts: Collection[str], audience: Audience = None) -> list[str]:
        """Return the places that these accounts titled."""
