"""Keeps the messages of watched channels as posts: the old ones, the new ones, their changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import discord

from adapters.chat.error_text import noted
from adapters.discord.access.audience import Place
from adapters.discord.ids import ledger_id, post_id
from adapters.discord.sender import reason
from adapters.discord.sync.channels import Readable, Watchable, is_closed, newest_in, places_of
from adapters.discord.sync.history import PAGE, WHOLE, Stretch, since
from adapters.discord.sync.posts import NOT_THIS, source_name
from adapters.discord.sync.reader import UNREADABLE
from bot.errors import ChannelClosed, NotWatched, UnavailableError
from bot.ledger.channels import Channel
from bot.sync.live import LiveMessages
from index.ingest.counts import Counts

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from adapters.discord.answer_editor import DiscordAnswerEditor
    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.history import PostReader
    from adapters.discord.sync.reader import Reconciler
    from bot.ports import Report
    from bot.sync.post_store import PostStore


_READ: Final = "discord.read:"
_KNOWN: Final = "known"


class ChannelSync:
    """Reads watched channels, backwards once and forwards for ever.

    The reading backwards begins with the newest messages, so that answers are good early. After
    every page it is noted how far it came; a kill costs one page. What arrives meanwhile, or
    while we were away, is read forwards from the newest message that was seen.
    """

    def __init__(
        self,
        context: DiscordContext,
        reader: PostReader,
        store: PostStore,
        reconciler: Reconciler,
        editor: DiscordAnswerEditor,
    ) -> None:
        self._context = context
        self._reader = reader
        self._store = store
        self._live = LiveMessages(context.services, store)
        self._reconciler = reconciler
        self._editor = editor
        self._channels = context.services.ledger.channels
        self._caught_up: set[str] = set()

    def begin(self, channel: Watchable) -> None:
        """Watches a channel from now on."""
        known = self._channels.get(ledger_id(channel.id))
        newest = str(channel.last_message_id or channel.id)
        record = known or Channel(
            ledger_id(channel.id), "discord", ledger_id(channel.guild.id), source_name(channel),
            newest=newest,
        )  # fmt: skip
        if known is None:  # what was missed since it was watched before is read again
            self._context.services.ledger.forget_notes(f"{_READ}{channel.id}/")
        self._channels.put(replace(record, name=source_name(channel)))
        self._caught_up.add(record.id)

    def end(self, channel: Watchable) -> bool:
        """Watches a channel no longer; False where it was not watched."""
        known = self._channels.get(ledger_id(channel.id)) is not None
        self._channels.remove(ledger_id(channel.id))
        return known

    def mark_missed(self, guild_id: int | None = None) -> None:
        """Takes it that messages of a server, or of all, were missed, until it has caught up."""
        self._caught_up -= {each.id for each in self._watched(guild_id)}

    def _watched(self, guild_id: int | None) -> list[Channel]:
        watched = self._channels.watched("discord")
        return [
            each for each in watched if guild_id is None or each.workspace_id == ledger_id(guild_id)
        ]

    async def backfill(self, channel_id: str, report: Report) -> Counts:
        """Reads a watched channel and its threads to their first messages.

        One that was read so far before is compared with Discord instead.

        Raises:
            UnavailableError: We may not read it, or it is not watched any more.
            JobEnded: It is to end here; what was read is stored.
        """
        channel = self._context.client.get_channel(int(channel_id))
        record = self._channels.get(ledger_id(int(channel_id)))
        if record is None or not isinstance(channel, Watchable):
            raise NotWatched
        counts = Counts()
        try:
            if record.is_whole:
                counts = await self._reconciler.reconcile(channel, report)
                self._editor.look()
                self._channels.note(record.id)
                return counts
            own, ledger = f"{_READ}{channel_id}/{channel_id}", self._context.services.ledger
            compared_since = await self._compared_since(channel)
            stretch = Stretch.of(channel, ledger.noted(own))
            async for place in places_of(channel):
                note = f"{_READ}{channel_id}/{place.id}"
                async for stored in self._pages_back(record.id, place, note):
                    counts += stored
                    noted = ledger.noted(note)
                    report(*stretch.reached(place, noted), counts)
            if compared_since is not None:
                mended = await self._reconciler.reconcile(channel, report, compared_since)
                counts += replace(mended, unchanged=0)
        except (discord.Forbidden, discord.NotFound) as error:
            self._channels.note(record.id, error=reason(error))
            raise ChannelClosed("Discord", reason(error)) from error
        self._channels.note(record.id, is_whole=True)
        return counts

    def compare_soon(self) -> None:
        """Compares all channels in the background: an archive may have held what is gone."""
        self._reconciler.soon()

    async def _compared_since(self, channel: Watchable) -> int | None:
        """Returns since which message a channel is to be compared once it is read to its end.

        What was read before an interruption may have changed in the meantime; what an archive
        held, or an earlier watching, may be gone. None where there was nothing of either.
        """
        ledger, notes = self._context.services.ledger, f"{_READ}{channel.id}/"
        if not ledger.notes(notes) and await self._reconciler.is_stored(channel):
            ledger.note(f"{notes}{_KNOWN}", "yes")
        if ledger.noted(f"{notes}{_KNOWN}"):
            return 0
        # Its threads come last: where it is not whole, none of them was read.
        noted = ledger.noted(f"{notes}{channel.id}")
        return (int(noted) if noted.isdecimal() else 0) if ledger.notes(notes) else None

    async def catch_up(self, guild_id: int | None = None) -> None:
        """Takes over what became of the watched channels while we, or their server, were away.

        First what is recent, in all of them: what was written from some time before we last
        heard of a channel on. What became of older messages is found by comparing the whole
        channels, in the background.
        """
        watched = self._watched(guild_id)
        for record in watched:
            channel = self._context.client.get_channel(int(record.id.partition(":")[2]))
            if not isinstance(channel, Watchable) or self._context.tasks.is_ending:
                continue
            if record.id in self._caught_up:  # it was just begun to be watched
                continue
            try:
                newest = newest_in(channel, record)
                await self._reconciler.reconcile(channel, lambda *_: None, since(record))
            except UNREADABLE as error:
                self._channels.note(record.id, error=noted(error) or reason(error))
                continue
            self._caught_up.add(record.id)
            self._channels.note(record.id, newest=str(newest))
        if watched:
            self._reconciler.soon()

    async def on_message(self, message: discord.Message) -> None:
        """Keeps a new message, if its channel is watched."""
        record = self._record_of(message.channel)
        if record is None:
            return
        with self._context.tasks.answering():
            try:
                await self._live.on_message(record.id, lambda: self._reader.posts([message]))
            except UnavailableError:  # it is read again with what was missed
                self._caught_up.discard(record.id)
                raise
        if record.id in self._caught_up:
            self._channels.note(record.id, newest=str(message.id))

    async def on_edit(self, message: discord.Message) -> None:
        """Takes an edit over, if the channel is watched or an archive held the message."""
        channel = message.channel
        if message.author.bot or not isinstance(channel, Place):
            return
        with self._context.tasks.answering():
            await self._live.on_edit(
                post_id(channel.guild.id, channel.id, message.id),
                lambda: self._reader.posts([message]),
                is_watched=self._is_watched(channel),
                by_author=not is_closed(channel),  # its topic is not their author's word
            )

    async def on_reaction(self, payload: discord.RawReactionActionEvent) -> None:
        """Keeps a message out, or lets it in again, when its author says so by a reaction."""
        channel = self._context.client.get_channel(payload.channel_id)
        if str(payload.emoji) != NOT_THIS or not isinstance(channel, Readable):
            return
        id_ = post_id(channel.guild.id, channel.id, payload.message_id)
        is_watched = self._is_watched(channel)
        if not await self._live.concerns(id_, is_watched=is_watched):
            return
        known = await self._context.services.library.posts([id_])
        account = f"discord:{payload.user_id}"
        is_own = payload.message_author_id == payload.user_id or any(
            post.author_id == account for post in known.values()
        )
        if payload.event_type == "REACTION_ADD" and is_own:  # nothing need be asked, or can fail
            with self._context.tasks.answering():
                await self._live.on_delete([id_], by_author=True, is_watched=is_watched)
        elif payload.event_type == "REACTION_REMOVE":
            await self.on_edit(await channel.fetch_message(payload.message_id))

    async def on_delete(
        self, guild_id: int | None, channel_id: int, message_ids: Sequence[int], *, by_others: bool
    ) -> None:
        """Removes the posts of deleted messages.

        Who deleted one, Discord does not tell; many at once, no author can delete. Wherever they
        stood: a thread may be gone by now, and an archive may have held them.
        """
        if guild_id is not None:
            ids = [post_id(guild_id, channel_id, each) for each in message_ids]
            is_watched = self._is_watched(self._context.client.get_channel(channel_id))
            with self._context.tasks.answering():
                await self._live.on_delete(ids, by_author=not by_others, is_watched=is_watched)

    async def _pages_back(
        self, channel_id: str, place: Readable, note: str
    ) -> AsyncIterator[Counts]:
        ledger = self._context.services.ledger
        oldest = ledger.noted(note)
        while oldest != WHOLE:
            before = discord.Object(int(oldest)) if oldest else None
            with self._store.overlap.reading() as heard:
                page = [each async for each in place.history(limit=PAGE, before=before)]
                stored = await self._store.save(channel_id, await self._reader.posts(page), heard)
            oldest = str(page[-1].id) if len(page) == PAGE else WHOLE
            ledger.note(note, oldest)
            yield stored

    def _is_watched(self, channel: object) -> bool:
        return self._record_of(channel) is not None

    def _record_of(self, channel: object) -> Channel | None:
        if not isinstance(channel, Place):
            return None
        own = self._channels.get(ledger_id(channel.id))
        if own is None and isinstance(channel, discord.Thread) and not channel.is_private():
            return self._channels.get(ledger_id(channel.parent_id))
        return own
