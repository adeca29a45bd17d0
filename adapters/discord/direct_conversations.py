"""Remembers with whom we speak directly: Discord lists such conversations to no bot."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from adapters.discord.ids import asker, ledger_id
from bot.errors import UnavailableError

if TYPE_CHECKING:
    import discord

    from bot.services import Services


class DirectConversations:
    """The direct messages between people and us."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def note(self, channel_id: int, user: discord.User | discord.Member) -> None:
        """Note a conversation, unless nothing of that person is to be stored.

        Where that cannot be written, what was said there stands all the same.
        """
        person = asker(user)
        with suppress(UnavailableError):
            if not await self._services.library.suppressed_among([person.account]):
                self._services.ledger.conversations.note_direct(ledger_id(channel_id), person)

    def last(self, most: int) -> list[str]:
        """Return where we spoke last, the newest first, as the ledger names these places."""
        ledger = self._services.ledger
        noted = ledger.conversations.direct("discord", most)
        # By a command, or before such conversations were noted, people asked there, too.
        asked = ledger.questions.private_places("discord", most)
        return list(dict.fromkeys([*noted, *asked]))[:most]
