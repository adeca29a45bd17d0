"""Tells whoever used a command that their question was lost when a process was killed over it."""

from __future__ import annotations

import asyncio
import json
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

import discord

from adapters.chat.wording import wording_for
from adapters.discord.rendering.layout import NO_PINGS, lines_view
from adapters.discord.sender import FAILURES
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext


VALID: Final = timedelta(minutes=15)
"""How long Discord lets a command be answered."""

_NOTE: Final = "discord.pending:"


class InterruptedCommands:
    """Remembers the commands that show "is thinking…", until they are answered."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context

    @contextmanager
    def command(self, interaction: discord.Interaction, wording: Wording) -> Iterator[None]:
        """Remember a command for as long as this lasts."""
        ledger, name = self._context.services.ledger, f"{_NOTE}{interaction.id}"
        until = (utc_now() + VALID).isoformat()
        ledger.note(name, json.dumps([interaction.token, until, wording.language, ledger.part]))
        try:
            yield
        except asyncio.CancelledError:
            raise  # ended before its answer: the next start tells
        except BaseException:
            ledger.forget_note(name)
            raise
        ledger.forget_note(name)

    async def tell(self) -> None:
        """Say of each command that an ended process left open that it must be used again."""
        ledger = self._context.services.ledger
        others = {*ledger.leases.served("discord")} - {ledger.part}
        for name, value in ledger.notes(_NOTE).items():
            token, until, language, *part = json.loads(value)  # a version before knew no part
            if others.intersection(part):
                continue  # it is in hand there
            ledger.forget_note(name)
            if utc_now() < datetime.fromisoformat(until):
                await self._tell(token, wording_for(language))

    async def _tell(self, token: str, wording: Wording) -> None:
        client = self._context.client
        webhook = discord.Webhook.partial(client.application_id or 0, token, client=client)
        view = lines_view([wording.asked_in_vain])
        with suppress(*FAILURES):
            # The first message after an acknowledgement takes its place.
            await webhook.send(view=view, allowed_mentions=NO_PINGS)
