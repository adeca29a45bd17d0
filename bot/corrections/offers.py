"""Takes an offer away that is no longer true: nobody asked for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.corrections.ports import AnswerEditor
    from bot.corrections.restatement import RevisedAnswer
    from bot.ledger.offers import Offers


@dataclass(frozen=True, slots=True)
class OfferEditor:
    """Changes answers, and takes offers away in place of that (an `AnswerEditor`).

    Attributes:
        editor: Changes the messages of a platform.
        offers: Knows which of them offer something.
    """

    editor: AnswerEditor
    offers: Offers

    async def readers(self, message: str) -> frozenset[str] | None:
        """Return what all who read a message may see; None where its place is gone."""
        return await self.editor.readers(message)

    async def show(self, message: str, answer: RevisedAnswer) -> bool:
        """Show an answer in place of a message; False where the message is gone by now."""
        offer = self.offers.in_message(message)
        if offer is None:
            return await self.editor.show(message, answer)
        await self.editor.remove(message)
        if offer.state == "offered":  # what came of it stays known
            self.offers.note(offer.id, "withdrawn")
        return False

    async def remove(self, message: str) -> None:
        """Take a message away."""
        await self.editor.remove(message)
