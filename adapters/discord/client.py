"""The connection: hears what happens on Discord and hands it to whom it concerns."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final

import discord

from adapters.chat.tasks import TaskTracker
from adapters.discord.access.visibility import Visibility
from adapters.discord.admin.erasure import ErasureCommands
from adapters.discord.admin.posts_commands import PostsCommands
from adapters.discord.admin.progress import JobProgress
from adapters.discord.admin.unanswered import UnansweredQuestions
from adapters.discord.answer_editor import DiscordAnswerEditor
from adapters.discord.command_tree import CommandTree, intents
from adapters.discord.context import DiscordContext
from adapters.discord.locale import Translator
from adapters.discord.questions.buttons import AnswerButtons
from adapters.discord.questions.commands import Commands
from adapters.discord.questions.interrupted import InterruptedCommands
from adapters.discord.questions.messages import MessageHandler
from adapters.discord.questions.missed import MissedQuestions
from adapters.discord.rendering.layout import NO_PINGS
from adapters.discord.sender import Sender
from adapters.discord.sync.channels import is_closed
from adapters.discord.sync.deleted_channels import DeletedChannels
from adapters.discord.sync.events import ChannelEvents
from adapters.discord.sync.history import PostReader
from adapters.discord.sync.reader import DiscordReader
from bot.sync.post_store import PostStore
from bot.sync.service import SyncService

if TYPE_CHECKING:
    from pathlib import Path

    from bot.questions.service import QuestionService
    from bot.services import Services


_log: Final = logging.getLogger(__name__)

_COMMANDS_NOTE: Final = "discord.commands"


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
    ) -> None:
        # Of no use to whoever runs us: nobody is listened to.
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
        super().__init__(
            intents=intents(),
            allowed_mentions=NO_PINGS,
            max_messages=None,  # SQLite holds what we keep of them
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=guilds_seconds,
        )
        self._lasting: list[asyncio.Task[None]] = []
        self._is_served = False
        self._ledger = services.ledger
        self._tasks = TaskTracker()
        context = DiscordContext(
            self,
            questions,
            services,
            Visibility(self, services.library),
            Sender(),
            self._tasks,
            imports,
            language,
        )
        self.tree = CommandTree(self, self._tasks, language)
        self._put_together(context)

    def _put_together(self, context: DiscordContext) -> None:
        self._editor = DiscordAnswerEditor(context)
        visibility = context.visibility
        store = PostStore(
            context.services, lambda posts: visibility.learn(post.audience for post in posts)
        )
        reader = PostReader(context, store.left_out)
        self._interrupted = InterruptedCommands(context)
        self._message_handler = message_handler = MessageHandler(context, self._interrupted)
        channel_reader = DiscordReader(context, reader)
        sync = SyncService(context.services, channel_reader, store)
        self._reconciler = sync.reconciler
        self._deleted_channels = DeletedChannels(context, channel_reader, store, sync.reconciler)
        self._channel_sync = channel_events = ChannelEvents(context, reader, sync)
        self._job_progress = job_progress = JobProgress(context, channel_events)
        self._missed = MissedQuestions(context, message_handler)
        erasure, unanswered = ErasureCommands(context), UnansweredQuestions(context)
        self._answer_buttons = AnswerButtons(
            context, {**job_progress.buttons, **erasure.buttons, **unanswered.buttons}
        )
        Commands(context, message_handler, erasure).add_to(self.tree)
        self.tree.add_command(
            PostsCommands(
                context, job_progress, channel_events, erasure=erasure, unanswered=unanswered
            )
        )

    async def setup_hook(self) -> None:
        """Register the commands where they have changed, or are gone."""
        # Before anything is delivered: later on, what is unfinished is in our own hands.
        self._ledger.deliveries.reopen("discord")
        await self._interrupted.tell()
        self._lasting = [
            self.loop.create_task(self._reconcile_daily(), name="sweeping"),
            self.loop.create_task(self._editor.run(), name="correcting"),
        ]
        await self.tree.set_translator(Translator())
        mark, note = await self.tree.mark(), f"{_COMMANDS_NOTE}:{self.application_id}"
        # Another program with the same token may have taken some away.
        registered = {each.name for each in await self.tree.fetch_commands()}
        if self._ledger.noted(note) != mark or not self.tree.names <= registered:
            await self.tree.sync()
            self._ledger.note(note, mark)

    async def _reconcile_daily(self) -> None:
        await self.wait_until_ready()
        await self._reconciler.run()

    async def on_connect(self) -> None:
        """Note that messages may have been missed, before the first one of a new session."""
        self._is_served = False
        self._channel_sync.mark_missed()

    async def on_ready(self) -> None:
        """Go on with what a stop or a lost session left undone."""
        if self._tasks.is_ending:
            return
        self._tasks.count()
        self._is_served = True
        _log.info("connected servers=%d", len(self.guilds))
        self._job_progress.resume()
        self._editor.look()  # nobody told us who may read what since
        await self._missed.catch_up()  # people wait for answers, not for posts
        await self._channel_sync.catch_up()

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Take over what happened on a server that came late, or is back from an outage."""
        await self._take_over(guild)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Take over what happened on a server since we were thrown out of it, if we were."""
        await self._take_over(guild)

    async def _take_over(self, guild: discord.Guild) -> None:
        if self._is_served and not self._tasks.is_ending:
            self._channel_sync.mark_missed(guild.id)
            self._editor.look_through(guild)
            await self._channel_sync.catch_up(guild.id)

    async def on_message(self, message: discord.Message) -> None:
        """Answer a question, and keep what is written in a watched channel."""
        asked = self._message_handler.asked(message)
        if asked is None or not await self._message_handler.answer_message(asked):
            await self._channel_sync.on_message(message)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Take an edit over into the post."""
        await self._channel_sync.on_edit(payload.message)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Remove the post of a deleted message."""
        await self._channel_sync.on_delete(
            payload.guild_id, payload.channel_id, [payload.message_id], by_others=False
        )

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Remove the posts of many deleted messages."""
        await self._channel_sync.on_delete(
            payload.guild_id, payload.channel_id, sorted(payload.message_ids), by_others=True
        )

    async def on_guild_channel_update(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        """Correct answers for who reads a channel now; take its new name and topic over."""
        has_turned = getattr(before, "nsfw", False) != getattr(after, "nsfw", False)
        if has_turned or before.overwrites != after.overwrites:
            self._editor.look_in(after)
        if is_closed(after) and not is_closed(before):
            await self._deleted_channels.kept_out(after.guild.id, after.id)
        if before.name != after.name:
            await self._channel_sync.rename_channel(after)

    async def on_guild_role_create(self, role: discord.Role) -> None:
        """Correct answers that some who have a new role may not read."""
        self._editor.look_through(role.guild)

    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        """Correct answers that some who have a role may not read any more."""
        if before.permissions != after.permissions:
            self._editor.look_through(after.guild)

    async def on_guild_role_delete(self, role: discord.Role) -> None:
        """Correct answers that some who had a role may not read any more."""
        self._editor.look_through(role.guild)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Remove the posts of a deleted channel."""
        await self._deleted_channels.channel(channel.guild.id, channel.id)
        self._editor.look_in(channel)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """Remove the posts of a deleted thread."""
        await self._deleted_channels.thread(payload.guild_id, payload.thread_id)

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        """Keep a message out if its author says so."""
        await self._channel_sync.on_reaction(payload)

    async def on_raw_reaction_remove(self, payload: discord.RawReactionActionEvent) -> None:
        """Let a message in again if its author says so."""
        await self._channel_sync.on_reaction(payload)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Answer buttons and forms; commands are the tree's."""
        if interaction.type in {
            discord.InteractionType.component,
            discord.InteractionType.modal_submit,
        }:
            await self._answer_buttons.press(interaction)

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
            self._tasks.finish(patience_seconds), self._job_progress.finish(patience_seconds)
        )
        self._job_progress.close()
        self._message_handler.close()
        await self.close()
