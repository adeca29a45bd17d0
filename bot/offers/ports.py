"""What offering answers unasked needs of a chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.question_and_answer import Answer, Question
    from index.posts import Post


class NewMessage(Protocol):
    """A message that somebody wrote just now, and the lookups that only its platform can make."""

    @property
    def name(self) -> str:
        """What it is called in the ledger."""
        ...

    @property
    def workspace_id(self) -> str:
        """The server or workspace."""
        ...

    @property
    def channel_id(self) -> str:
        """The channel, as the ledger names it; of a thread, the channel that it is in."""
        ...

    async def post(self) -> Post | None:
        """Return the post that it is; None where it is none."""
        ...

    async def question(self, text: str) -> Question:
        """Return a question for all who read its channel, which the message itself answers not.

        Args:
            text: What it asks.
        """
        ...

    async def is_answered(self) -> bool:
        """Return whether somebody else wrote there since, or that cannot be told."""
        ...

    async def show(self, offer: Answer, id_: str, *, is_alone: bool) -> str | None:
        """Offer an answer below it, or to its author alone.

        Args:
            offer: The answer.
            id_: What the buttons name it by.
            is_alone: It is for the author.

        Returns:
            What the message with the offer is called in the ledger; "" where that is shown for a
            moment only; None where it could not be shown.
        """
        ...
