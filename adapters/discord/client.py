"""The connection: hears what happens on Discord and hands it to whom it concerns."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any, Final

import discord
from discord import app_commands

from adapters.discord.asking import Asking
from adapters.discord.catching_up import CatchingUp
from adapters.discord.commands import Commands, Translator
from adapters.discord.correcting import Correcting
from adapters.discord.forgetting import Forgetting
from adapters.discord.layout import NO_PINGS
from adapters.discord.managing import Posts
from adapters.discord.office import Office
from adapters.discord.pending import Pending
from adapters.discord.posting import Posting
from adapters.discord.pressing import Pressing, fail
from adapters.discord.reading import Reading, is_closed
from adapters.discord.seeing import Seeing
from adapters.discord.sweeping import Sweeping
from adapters.discord.translate import wording_for_locale
from adapters.discord.unanswered import Unanswered
from adapters.discord.vanishing import Vanishing
from adapters.discord.watching import Watching
from adapters.discord.working import Working
from adapters.in_flight import InFlight

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.asking import Backroom, Desk

_log: Final = logging.getLogger(__name__)

_COMMANDS_NOTE: Final = "discord.commands"


class Client(discord.AutoShardedClient):
    """One bot on Discord; more than 2,500 guilds are divided among connections by themselves."""

    def __init__(
        self, desk: Desk, room: Backroom, imports: Path, language: str, *, guilds_seconds: float
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
        self._ledger = room.ledger
        self._in_flight = InFlight()
        office = Office(
            self, desk, room, Seeing(self, room.library), Posting(), self._in_flight, imports,
            language,
        )  # fmt: skip
        self.tree = Tree(self, self._in_flight, language)
        self._put_together(office)

    def _put_together(self, office: Office) -> None:
        self._correcting = correcting = Correcting(office)
        reading = Reading(office)
        self._pending = Pending(office)
        self._asking = asking = Asking(office, self._pending)
        self._vanishing = vanishing = Vanishing(office, reading, correcting)
        self._sweeping = Sweeping(office, reading, correcting, vanishing)
        self._watching = watching = Watching(office, reading, self._sweeping, correcting)
        self._working = working = Working(office, watching)
        self._catching_up = CatchingUp(office, asking)
        forgetting, unanswered = Forgetting(office), Unanswered(office)
        self._pressing = Pressing(
            office, {**working.buttons, **forgetting.buttons, **unanswered.buttons}
        )
        Commands(office, asking, forgetting).add_to(self.tree)
        self.tree.add_command(
            Posts(office, working, watching, forgetting=forgetting, unanswered=unanswered)
        )

    async def setup_hook(self) -> None:
        """Registers the commands where they have changed, or are gone."""
        # Before anything is delivered: later on, what is unfinished is in our own hands.
        self._ledger.deliveries.reopen("discord")
        await self._pending.tell()
        self._lasting = [
            self.loop.create_task(self._sweeping.run(), name="sweeping"),
            self.loop.create_task(self._correcting.run(), name="correcting"),
        ]
        await self.tree.set_translator(Translator())
        mark, note = await self.tree.mark(), f"{_COMMANDS_NOTE}:{self.application_id}"
        # Another program with the same token may have taken some away.
        registered = {each.name for each in await self.tree.fetch_commands()}
        if self._ledger.noted(note) != mark or not self.tree.names <= registered:
            await self.tree.sync()
            self._ledger.note(note, mark)

    async def on_connect(self) -> None:
        """Notes that messages may have been missed, before the first one of a new session."""
        self._is_served = False
        self._watching.lose()

    async def on_ready(self) -> None:
        """Goes on with what a stop or a lost session left undone."""
        if self._in_flight.is_ending:
            return
        self._in_flight.count()
        self._is_served = True
        _log.info("connected servers=%d", len(self.guilds))
        self._working.resume()
        self._correcting.look()  # nobody told us who may read what since
        await self._catching_up.catch_up()  # people wait for answers, not for posts
        await self._watching.catch_up()

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Takes over what happened on a server that came late, or is back from an outage."""
        await self._take_over(guild)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Takes over what happened on a server since we were thrown out of it, if we were."""
        await self._take_over(guild)

    async def _take_over(self, guild: discord.Guild) -> None:
        if self._is_served and not self._in_flight.is_ending:
            self._watching.lose(guild.id)
            self._correcting.look_through(guild)
            await self._watching.catch_up(guild.id)

    async def on_message(self, message: discord.Message) -> None:
        """Answers a question, and keeps what is written in a watched channel."""
        asked = self._asking.asked(message)
        if asked is not None:
            await self._asking.answer_message(asked)
        else:
            await self._watching.hear(message)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Takes an edit over into the post."""
        await self._watching.edited(payload.message)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """Removes the post of a deleted message."""
        await self._watching.deleted(
            payload.guild_id, payload.channel_id, [payload.message_id], by_others=False
        )

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """Removes the posts of many deleted messages."""
        await self._watching.deleted(
            payload.guild_id, payload.channel_id, sorted(payload.message_ids), by_others=True
        )

    async def on_guild_channel_update(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        """Corrects answers for who reads a channel now; removes its posts if its topic says so."""
        has_turned = getattr(before, "nsfw", False) != getattr(after, "nsfw", False)
        if has_turned or before.overwrites != after.overwrites:
            self._correcting.look_in(after)
        if is_closed(after) and not is_closed(before):
            await self._vanishing.kept_out(after.guild.id, after.id)

    async def on_guild_role_create(self, role: discord.Role) -> None:
        """Corrects answers that some who have a new role may not read."""
        self._correcting.look_through(role.guild)

    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        """Corrects answers that some who have a role may not read any more."""
        if before.permissions != after.permissions:
            self._correcting.look_through(after.guild)

    async def on_guild_role_delete(self, role: discord.Role) -> None:
        """Corrects answers that some who had a role may not read any more."""
        self._correcting.look_through(role.guild)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Removes the posts of a deleted channel."""
        await self._vanishing.channel(channel.guild.id, channel.id)
        self._correcting.look_in(channel)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """Removes the posts of a deleted thread."""
        await self._vanishing.thread(payload.guild_id, payload.thread_id)

    async def on_raw_reaction_add(self, payload: discord.RawReactionActionEvent) -> None:
        """Keeps a message out if its author says so."""
        await self._watching.reacted(payload)

    async def on_raw_reaction_remove(self, payload: discord.RawReactionActionEvent) -> None:
        """Lets a message in again if its author says so."""
        await self._watching.reacted(payload)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Answers buttons and forms; commands are the tree's."""
        if interaction.type in {
            discord.InteractionType.component,
            discord.InteractionType.modal_submit,
        }:
            await self._pressing.press(interaction)

    async def on_error(self, event_method: str, /, *_: Any, **__: Any) -> None:
        """Logs a fault that nobody waits for, without what people wrote."""
        _log.exception("error in %s", event_method)

    async def finish(self, patience_seconds: float) -> None:
        """Finishes the answers in flight, and disconnects."""
        for task in self._lasting:
            task.cancel()
        if self._lasting:
            await asyncio.wait(self._lasting)
        await asyncio.gather(
            self._in_flight.finish(patience_seconds), self._working.finish(patience_seconds)
        )
        self._asking.close()
        await self.close()


class Tree(app_commands.CommandTree[Client]):
    """Our commands; it knows whether they have changed, and answers where they fail."""

    def __init__(self, client: Client, in_flight: InFlight, language: str) -> None:
        super().__init__(client)
        self._in_flight = in_flight
        self._language = language

    async def interaction_check(self, _: discord.Interaction[Client], /) -> bool:
        """Counts every command among what a stop finishes; none is refused."""
        self._in_flight.count()
        return True

    @property
    def names(self) -> set[str]:
        """Are what our commands and menus are called."""
        return {command.name for command in self.get_commands()}

    async def mark(self) -> str:
        """Returns a mark of all commands as they are to be registered, in all languages."""
        commands: Sequence[Any] = self.get_commands()
        translator = Translator()
        payload = [await each.get_translated_payload(self, translator) for each in commands]
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()

    async def on_error(
        self, interaction: discord.Interaction[Client], error: app_commands.AppCommandError, /
    ) -> None:
        """Tells whoever used a command that it failed."""
        cause = error.__cause__ if isinstance(error.__cause__, Exception) else error
        await fail(interaction, cause, wording_for_locale(interaction.locale, self._language))


def intents() -> discord.Intents:
    """Returns what we ask to hear: guilds, messages, reactions; not who is a member."""
    asked = discord.Intents.none()
    asked.guilds = True
    asked.guild_messages = True
    asked.dm_messages = True
    asked.guild_reactions = True
    asked.message_content = True
    return asked
