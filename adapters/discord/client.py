"""The connection: receives what happens on Discord and hands it to its handler."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import discord
import yarl
from discord.gateway import DiscordWebSocket

from adapters.chat.counted_calls import counted_calls
from adapters.chat.tasks import TaskTracker
from adapters.discord.access.live_audience import Visibility
from adapters.discord.command_tree import CommandTree
from adapters.discord.context import DiscordContext
from adapters.discord.direct_conversations import DirectConversations
from adapters.discord.handlers import Handlers
from adapters.discord.history import History
from adapters.discord.locale import Translator
from adapters.discord.odd_events import keep_apart
from adapters.discord.sender import Sender
from adapters.discord.shards import connection, turn
from adapters.discord.sync.channels import is_closed
from bot.outages import Outage

if TYPE_CHECKING:
    from pathlib import Path

    from bot.questions.service import QuestionService
    from bot.services import Services
    from bot.settings.values import Shards

_log: Final = logging.getLogger(__name__)

DISCORDS_OWN: Final = yarl.URL("wss://gateway.discord.gg/")
"""The gateway that Discord itself names, and any other in its place as it sees fit."""

CONNECT_SECONDS: Final = 60.0
"""How long a connection may take at first; a later one has as long from discord.py."""

COMMANDS_NOTE: Final = "discord.commands"
"""What is noted, by application, of the commands that were registered last."""


class Client(discord.AutoShardedClient):
    """One bot on Discord; more than 2,500 guilds are divided among connections by themselves."""

    def __init__(
        self,
        questions: QuestionService,
        services: Services,
        imports: Path,
        language: str,
        *,
        guilds_seconds: float,
        opened: asyncio.Event | None = None,
        shards: Shards | None = None,
    ) -> None:
        trace = counted_calls(services.metrics, "discord")
        super().__init__(http_trace=trace, **connection(shards, guilds_seconds))
        self._lasting: list[asyncio.Task[None]] = []
        self.shard_connect_timeout = CONNECT_SECONDS
        self.outage, self._opening = Outage("discord"), set[int]()
        self._is_served, self._opened = False, opened or asyncio.Event()
        self._ledger, self._tasks, self._away = services.ledger, TaskTracker(), services.away
        self._turn = partial(turn, shards, services)
        context = DiscordContext(
            client=self,
            questions=questions,
            services=services,
            visibility=Visibility(self, services.library, is_part=shards is not None),
            sender=Sender(DirectConversations(services)),
            tasks=self._tasks,
            imports=imports,
            language=language,
            history=History(self),
            shards=shards,
        )
        keep_apart(self)
        self.tree = CommandTree(self, self._tasks, context.wording, self._away)
        self._parts = Handlers(context)
        self._parts.add_commands(self.tree)

    async def setup_hook(self) -> None:
        """Register the commands where they have changed, or are gone."""
        await self._parts.begin()
        self._lasting = [
            self.loop.create_task(self._reconcile_daily(), name="sweeping"),
            self.loop.create_task(self._parts.editor.run(), name="correcting"),
            self.loop.create_task(self._keep_house(), name="keeping house"),
            self.loop.create_task(self._parts.take_up(), name="taking up"),
        ]
        await self.tree.set_translator(Translator())
        mark, note = await self.tree.mark(), f"{COMMANDS_NOTE}:{self.application_id}"
        # Another program with the same token may have taken some away.
        registered = {each.name for each in await self.tree.fetch_commands()}
        if self._ledger.noted(note) != mark or not self.tree.names <= registered:
            await self.tree.sync()
            self._ledger.note(note, mark)

    async def launch_shard(
        self, gateway: yarl.URL, shard_id: int, *, initial: bool = False
    ) -> None:
        """Open a connection: to the gateway of the settings where they name another.

        Raises:
            GatewayNotFound: It did not answer, where discord.py would try for ever.
        """
        if shard_id in self._opening:
            raise discord.GatewayNotFound
        self._opening.add(shard_id)
        named = DiscordWebSocket.DEFAULT_GATEWAY
        had_turn = await self._turn()
        await super().launch_shard(
            gateway if named == DISCORDS_OWN else named, shard_id, initial=initial or had_turn
        )
        self._opening.discard(shard_id)

    async def _run_event(self, coro: Any, event_name: str, *args: Any, **_: Any) -> None:
        """Handle an event, from the beginning again where the database was away: it is a fact."""
        handled = partial(self._away.done, partial(coro, *args))
        await super()._run_event(handled, event_name)

    async def _reconcile_daily(self) -> None:
        await self.wait_until_ready()
        await self._parts.reconciler.run()

    async def _keep_house(self) -> None:
        await self.wait_until_ready()
        await self._parts.housekeeping.run()

    async def on_connect(self) -> None:
        """Note that messages may have been missed, before the first one of a new session."""
        self.outage.ended()
        self._is_served = False
        self._parts.watched_channels.mark_missed()

    async def on_resumed(self) -> None:
        """Say that the connection is there again, if it was away."""
        self.outage.ended()

    async def on_ready(self) -> None:
        """Go on with what a stop or a lost session left undone."""
        if self._tasks.is_ending:
            return
        self._tasks.count()
        self._is_served = True
        self._opened.set()
        _log.info("connected servers=%d", len(self.guilds))
        self._parts.job_progress.resume()
        self._parts.editor.look()  # nobody told us who may read what since
        await self._parts.catch_up()

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Take over what happened on a server that came late, or is back from an outage."""
        await self._take_over(guild)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Take over what happened on a server since we were thrown out of it, or offer to watch."""
        await self._parts.note_present()
        await self._take_over(guild)
        await self._parts.invitations.on_guild(guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that we were thrown out of a server: what is stored of it goes in time."""
        del guild
        await self._parts.note_present()

    async def _take_over(self, guild: discord.Guild) -> None:
        if self._is_served and not self._tasks.is_ending:
            self._parts.watched_channels.mark_missed(guild.id)
            self._parts.editor.look_through(guild)
            await self._parts.watched_channels.catch_up(guild.id)

    async def on_message(self, message: discord.Message) -> None:
        """Answer a question, and keep what is written in a watched channel."""
        with self._tasks.answering():  # what waits when we end is the next connection's
            if not await self._parts.message_handler.on_message(message):
                await self._parts.watched_channels.on_message(message)
                await self._parts.help_out.on_message(message)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Take an edit over into the post, and answer an edited question again."""
        await self._parts.watched_channels.changes.on_edit(payload.message)
        await self._parts.message_handler.on_edit(payload.message)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Remove the post of a deleted message, or take the answer to a question away."""
        await self._parts.watched_channels.changes.on_delete(
            payload.guild_id, payload.channel_id, [payload.message_id]
        )
        await self._parts.message_handler.on_delete(payload.channel_id, [payload.message_id])

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Do the same where many messages are deleted."""
        await self._parts.watched_channels.changes.on_delete(
            payload.guild_id, payload.channel_id, sorted(payload.message_ids)
        )
        await self._parts.message_handler.on_delete(payload.channel_id, payload.message_ids)

    async def on_guild_channel_update(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        """Correct answers for who reads a channel now; take its new name and topic over."""
        has_turned = getattr(before, "nsfw", False) != getattr(after, "nsfw", False)
        if has_turned or before.overwrites != after.overwrites:
            self._parts.editor.look_in(after)
        if is_closed(after) and not is_closed(before):
            await self._parts.deleted_channels.kept_out(after.guild.id, after.id)
        if before.name != after.name:
            self._parts.watched_channels.check_categories(after.guild)
            await self._parts.watched_channels.rename_channel(after)
        is_moved = before.category_id != after.category_id
        if has_turned or is_moved or before.overwrites != after.overwrites:
            await self._parts.invitations.on_channel_change(before, after)

    async def on_guild_channel_create(self, channel: discord.abc.GuildChannel) -> None:
        """Watch a new channel where new ones are watched."""
        await self._parts.watched_channels.on_opened(channel)

    async def on_guild_role_create(self, role: discord.Role) -> None:
        """Correct answers that some who have a new role may not read."""
        self._parts.editor.look_through(role.guild)

    async def on_member_update(self, before: discord.Member, after: discord.Member) -> None:
        """Take it over what we may read ourselves with other roles."""
        if after == after.guild.me and before.roles != after.roles:
            await self._parts.watched_channels.check_access(after.guild)

    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        """Correct answers that some who have a role may not read any more."""
        if before.permissions != after.permissions:
            self._parts.editor.look_through(after.guild)
            await self._parts.watched_channels.check_access(after.guild)

    async def on_guild_role_delete(self, role: discord.Role) -> None:
        """Correct answers that some who had a role may not read any more."""
        self._parts.editor.look_through(role.guild)
        await self._parts.watched_channels.check_access(role.guild)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Remove the posts of a deleted channel."""
        self._parts.watched_channels.check_categories(channel.guild)
        await self._parts.deleted_channels.channel(channel.guild.id, channel.id)
        self._parts.editor.look_in(channel)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """Remove the posts of a deleted thread."""
        await self._parts.deleted_channels.thread(payload.guild_id, payload.thread_id)

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        """Keep a message out, or let it in again, where its author says so."""
        await self._parts.watched_channels.changes.on_reaction(payload)
        await self._parts.answer_marks.on_reaction(payload)

    on_raw_reaction_remove = on_raw_reaction_add

    async def on_raw_reaction_clear(self, payload: discord.RawReactionClearEvent) -> None:
        """Take it over that all reactions were taken off a message."""
        await self._parts.answer_marks.on_clear(payload)

    async def on_raw_reaction_clear_emoji(
        self, payload: discord.RawReactionClearEmojiEvent
    ) -> None:
        """Take it over that all reactions of one kind were."""
        await self._parts.answer_marks.on_clear(payload)

    async def on_raw_thread_update(self, payload: discord.RawThreadUpdateEvent) -> None:
        """Take over the tags of a forum's post."""
        await self._parts.answer_marks.on_thread_update(payload)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Answer buttons and forms; commands are the tree's."""
        if interaction.type in {
            discord.InteractionType.component,
            discord.InteractionType.modal_submit,
        }:
            await self._parts.answer_buttons.press(interaction)

    async def on_error(self, event_method: str, /, *_: Any, **__: Any) -> None:
        """Log a fault that nobody waits for, without what people wrote."""
        _log.exception("error in %s", event_method)

    async def finish(self, patience_seconds: float) -> None:
        """Finish the answers in flight, and disconnect."""
        for task in self._lasting:
            task.cancel()
        if self._lasting:
            await asyncio.wait(self._lasting)
        await asyncio.gather(
            self._tasks.finish(patience_seconds),
            self._parts.job_progress.finish(patience_seconds),
        )
        self._parts.job_progress.close()
        self._parts.message_handler.close()
        await self.close()
