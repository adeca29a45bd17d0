"""What the bot needs from outside, and what it offers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bot.messages import Answer, Question

if TYPE_CHECKING:
    from index.errors import PostFormatError
    from index.ingest.addresses import WebAddress
    from index.ingest.counts import Counts
    from index.ports import PostSource
    from index.posts import Hit
    from index.scope import Scope


Ask = Callable[[Question], Awaitable[Answer]]
"""Answers one question; raises AskError, UnavailableError."""


class Retriever(Protocol):
    """Finds posts."""

    def search(self, text: str, scope: Scope, limit: int) -> Sequence[Hit]:
        """Return the best posts in scope, best first."""
        ...

    def authors(self, name: str, audience: frozenset[str] | None) -> Sequence[str]:
        """Return the authors whose names have these beginnings of words, as readers see them."""
        ...

    def warm_up(self) -> None:
        """Load what the first question would have to wait for."""
        ...

    def close(self) -> None:
        """Let go of what it holds open."""
        ...


class ChatAdapter(Protocol):
    """A place where people ask."""

    @property
    def name(self) -> str:
        """Names the platform."""
        ...

    async def run(self, ask: Ask) -> None:
        """Connect, serve until cancelled, clean up."""
        ...


class Report(Protocol):
    """Hears how far long work is; may raise to end it between two transactions."""

    def __call__(self, done: int, total: int, counts: Counts) -> None:
        """Take what is done of how much (0 where that is not known), and the counts."""
        ...


class FoundSources(NamedTuple):
    """What the paths of an import hold.

    Attributes:
        sources: One for each file that may hold posts.
        within: The files and folders that hold them, as they were named.
        partial: Those of them that could not be read in all their parts.
        refused: Paths that cannot be read at all.
        addresses: Those on the web that sources are from, to be remembered once all is stored.
    """

    sources: list[PostSource]
    within: list[str]
    partial: list[str]
    refused: list[PostFormatError]
    addresses: list[WebAddress]

    def joined(self, other: FoundSources) -> FoundSources:
        """Return both together."""
        return FoundSources(
            self.sources + other.sources,
            self.within + other.within,
            self.partial + other.partial,
            self.refused + other.refused,
            self.addresses + other.addresses,
        )
