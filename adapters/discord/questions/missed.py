"""Answers what was asked while we were away for a moment."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import discord
from discord.utils import time_snowflake

from adapters.chat.hearing import INSTEAD
from adapters.discord.ids import reference
from adapters.discord.sender import FAILURES
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.discord.context import DiscordContext
    from adapters.discord.questions.hearing import Asked
    from adapters.discord.questions.messages import MessageHandler


LONGEST_AGO: Final = timedelta(minutes=15)
"""An answer that comes later than this surprises more than it helps."""

MOST: Final = 1000
"""Messages that are read again in one channel."""

MOST_DIRECT: Final = 50
"""Direct conversations that are read again, those in which we spoke last."""

_NOTE: Final = "discord.served"
"""When we came."""

_Readable = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread


class MissedQuestions:
    """Looks for questions that no connection delivered.

    A resumed session brings them by itself. After a lost one, or a restart, only the channels
    in which something was written since are read; what was answered before is claimed already.
    """

    def __init__(self, context: DiscordContext, message_handler: MessageHandler) -> None:
        self._context = context
        self._message_handler = message_handler
        self._helped: set[int] = set()

    def note_begin(self) -> None:
        """Note when we came, before anything is delivered: what is older was not asked of us."""
        ledger = self._context.services.ledger
        if ledger.noted_moment(_NOTE) is None:
            ledger.note(_NOTE, utc_now().isoformat())

    async def catch_up(self) -> None:
        """Answer the questions of the last minutes that were asked since we came."""
        now = utc_now()
        begun = self._context.services.ledger.noted_moment(_NOTE) or now
        since = discord.Object(time_snowflake(max(begun, now - LONGEST_AGO)))
        self._helped.clear()
        for place in self._changed(since.id):
            if self._context.tasks.is_ending:
                return
            with suppress(*FAILURES, discord.InvalidData):
                await self._read(place, since)
        if self._context.serves(0):
            await self._read_direct(since)

    async def _read_direct(self, since: discord.Object) -> None:
        """Answer what was asked directly by whom we know: Discord lists no others."""
        context = self._context
        for name in context.sender.direct.last(MOST_DIRECT):
            if context.tasks.is_ending:
                return
            with suppress(*FAILURES, discord.InvalidData, ValueError):
                place = await context.client.fetch_channel(int(name.partition(":")[2]))
                if isinstance(place, discord.DMChannel):
                    await self._read(place, since)

    async def _read(self, place: _Readable | discord.DMChannel, since: discord.Object) -> None:
        written = await self._context.history.since(place, since.id, MOST)
        # A process that ended between an answer and the note of it has answered all the same.
        answered = {
            each.reference.message_id
            for each in written
            if each.reference and each.author.id == self._context.me.id
        }
        for message in sorted(written, key=lambda each: each.id):
            asked = None
            with self._context.history.apart():
                if message.id not in answered:
                    asked = self._message_handler.asked(message)
            if asked is not None and not self._is_told(asked):
                await self._message_handler.answer_message(asked)

    def _is_told(self, asked: Asked) -> bool:
        """Return whether the writer was told so a moment ago, and pass the message over."""
        if asked.intent not in INSTEAD:
            return False
        message, deliveries = asked.message, self._context.services.ledger.deliveries
        if message.author.id not in self._helped:
            self._helped.add(message.author.id)
            return False
        name = reference(message.channel.id, message.id)
        deliveries.claim(name)
        deliveries.finish(name)
        return True

    def _changed(self, since: int) -> Iterator[_Readable]:
        for guild in self._context.client.guilds:
            for place in (*guild.channels, *guild.threads):
                if isinstance(place, _Readable) and (place.last_message_id or 0) > since:
                    mine = place.permissions_for(guild.me)
                    if mine.read_message_history and mine.view_channel:
                        yield place
