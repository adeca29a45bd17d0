"""What correcting answers needs of a chat platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.corrections.restatement import RevisedAnswer


class AnswerEditor(Protocol):
    """Changes the answers that stand on one platform."""

    async def readers(self, message: str) -> frozenset[str] | None:
        """Return what all who read a message may see; None where its place is gone.

        Raises:
            NotServed: Another process serves its place.
            BotError: That cannot be told at the moment.
        """
        ...

    async def show(self, message: str, answer: RevisedAnswer) -> bool:
        """Show an answer in place of a message; False where the message is gone.

        Raises:
            BotError: It cannot be changed at the moment.
        """
        ...

    async def remove(self, message: str) -> None:
        """Take a message away, unless it is gone.

        Raises:
            BotError: It cannot be taken away at the moment.
        """
        ...
