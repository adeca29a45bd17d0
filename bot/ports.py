"""What the bot needs from outside, and what it offers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from bot.messages import Answer, Question

if TYPE_CHECKING:
    from bot.restating import Restated
    from index.posts import Hit
    from index.scope import Scope

Ask = Callable[[Question], Awaitable[Answer]]
"""Answers one question; raises AskError, UnavailableError."""


class Retriever(Protocol):
    """Finds posts."""

    def search(self, text: str, scope: Scope, limit: int) -> Sequence[Hit]:
        """Returns the best posts in scope, best first."""
        ...

    def warm_up(self) -> None:
        """Loads what the first question would have to wait for."""
        ...

    def close(self) -> None:
        """Lets go of what it holds open."""
        ...


class ChatAdapter(Protocol):
    """A place where people ask."""

    @property
    def name(self) -> str:
        """Names the platform."""
        ...

    async def run(self, ask: Ask) -> None:
        """Connects, serves until cancelled, cleans up."""
        ...


class Corrector(Protocol):
    """Changes the answers that stand on one platform."""

    async def readers(self, message: str) -> frozenset[str] | None:
        """Returns what all who read a message may see; None where its place is gone.

        Raises:
            BotError: That cannot be told at the moment.
        """
        ...

    async def show(self, message: str, answer: Restated) -> bool:
        """Shows an answer in place of a message; False where the message is gone.

        Raises:
            BotError: It cannot be changed at the moment.
        """
        ...
