"""Shows long work in one message, which lives as long as the work: bar, counts, rate, Cancel."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import discord

from adapters.chat.reports import progress_lines, ways_on
from adapters.chat.wording import wording_for
from adapters.discord.access.audience import labels_in
from adapters.discord.ids import place_of, reference
from adapters.discord.locale import wording_for_locale
from adapters.discord.rendering.custom_ids import Pressed, custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view, plain_button
from adapters.discord.sender import FAILURES
from bot.ledger.jobs import IMPORTS, agreed, way_of
from bot.posts.jobs import Progress
from index.posts import EVERYONE, is_of_a_chat

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.events import ChannelSync
    from bot.ledger.jobs import Job
    from bot.ports import Report
    from bot.posts.jobs import Running
    from index.ingest.counts import Counts


EDIT_SECONDS: Final = 2.0
"""How often the message changes at most."""


class JobProgress:
    """Begins long work, shows it, and goes on with it after a restart."""

    def __init__(self, context: DiscordContext, channel_sync: ChannelSync) -> None:
        self._context = context
        self._channel_sync = channel_sync
        self._shown: set[asyncio.Task[None]] = set()
        self.buttons = {"cancel": self._cancel, "replace": self._go_on, "add": self._go_on}

    def is_running(self, job: Job) -> bool:
        """Says whether the same is already being done, or is to be gone on with."""
        work = self._context.services.ledger.work
        if job.kind in IMPORTS:
            return work.is_reading("discord", job.file)
        unfinished = work.unfinished("discord")
        return any((each.kind, each.subject) == (job.kind, job.subject) for each in unfinished)

    async def begin(self, interaction: discord.Interaction, job: Job) -> None:
        """Answers a command with the message that shows the work, and begins it."""
        wording = wording_for_locale(interaction.locale, self._context.language)
        if self.is_running(job):
            await self._answer(interaction, lines_view([wording.already_running]))
            return
        sent = await self._answer(interaction, self._view(job, Progress(), wording))
        self._show(replace(job, message=reference(sent.channel.id, sent.id)))

    def resume(self) -> None:
        """Goes on with what a stop interrupted."""
        for job in self._context.services.ledger.work.unfinished("discord"):
            if self._context.services.jobs.find(job.id) is None:
                self._show(job)

    def _work(self, job: Job) -> Callable[[Report], Awaitable[Counts]]:
        if job.kind in IMPORTS:
            return partial(self._import_posts, job)
        if job.kind == "watch":
            return partial(self._channel_sync.backfill, job.subject)
        return self._context.services.library.reindex

    async def finish(self, patience_seconds: float) -> None:
        """Interrupts the work, and waits until its messages say so."""
        await self._context.services.jobs.stop(max(0.0, patience_seconds - EDIT_SECONDS))
        if self._shown:
            await asyncio.wait(self._shown, timeout=EDIT_SECONDS)

    async def _import_posts(self, job: Job, report: Report) -> Counts:
        self._context.visibility.learn([job.audience])
        counts = await self._context.services.library.import_posts(
            job.file, job.source, job.audience, report, self._may_change(job.workspace_id),
            way=way_of(job),
        )  # fmt: skip
        self._context.services.corrections.wake()
        if counts.new:
            self._channel_sync.compare_soon()
        return counts

    def _may_change(self, room: str) -> Callable[[str], bool]:
        """Returns whether posts with a label are a server's: one cannot write those of another."""
        guild = self._context.client.get_guild(int(room.partition(":")[2]))
        own = set(labels_in(guild)) if guild else {room}
        return lambda name: name in own or not (name == EVERYONE or is_of_a_chat(name))

    def _show(self, job: Job) -> None:
        running = self._context.services.jobs.start(job, self._work(job))
        task = asyncio.create_task(self._follow(running))
        self._shown.add(task)
        task.add_done_callback(self._shown.discard)

    async def _follow(self, running: Running) -> None:
        job = running.job
        wording = wording_for(job.locale)
        channel_id, message_id = place_of(job.message)
        channel = self._context.client.get_partial_messageable(channel_id)
        message = channel.get_partial_message(message_id)
        async for progress in running.changes(EDIT_SECONDS):
            # The work goes on even where its message is gone, or may no longer be changed.
            with suppress(*FAILURES):
                await message.edit(
                    view=self._view(job, progress, wording), allowed_mentions=NO_PINGS
                )
        if job.kind in IMPORTS and running.progress.state not in {"interrupted", "asking"}:
            await asyncio.to_thread(job.file.unlink, missing_ok=True)

    def _view(self, job: Job, progress: Progress, wording: Wording) -> ui.LayoutView:
        lines = progress_lines(_title(job, wording), progress, wording, escaped_line)
        cancel = plain_button(
            wording.cancel, custom_id("cancel", job.id), discord.ButtonStyle.danger
        )
        ways = [
            plain_button(label, custom_id(way, job.id)) for way, label in ways_on(progress, wording)
        ]
        return lines_view(lines, [cancel] if progress.state == "running" else ways)

    async def _answer(
        self, interaction: discord.Interaction, view: ui.LayoutView
    ) -> discord.InteractionMessage:
        if not interaction.response.is_done():
            await interaction.response.defer(thinking=True)
        return await interaction.edit_original_response(view=view, allowed_mentions=NO_PINGS)

    async def _cancel(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        if await _is_refused(interaction, wording):
            return
        running = self._context.services.jobs.find(pressed.subject)
        if running is not None:
            running.cancel()
        await interaction.response.defer()

    async def _go_on(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        """Imports what was only shown before, if whoever presses may."""
        if await _is_refused(interaction, wording):
            return
        await interaction.response.defer()
        work = self._context.services.ledger.work
        job = work.asking(pressed.subject)
        if job is None or not job.file.is_file():
            await interaction.followup.send(
                view=lines_view([wording.offer_is_over]), ephemeral=True
            )
            return
        work.finish(job.id)
        job = agreed(job, pressed.action)
        self._show(job)


def _title(job: Job, wording: Wording) -> str:
    if job.kind in IMPORTS:
        return f"**{wording.importing.format(name=escaped_line(job.file.name))}**"
    if job.kind == "watch":
        # A mention of a channel is shown by its name, and pings nobody.
        return f"**{wording.reading.format(name=f'<#{job.subject}>')}**"
    return f"**{wording.embedding}**"


async def _is_refused(interaction: discord.Interaction, wording: Wording) -> bool:
    """Says whether whoever presses has no right to, having told them so."""
    if _may_cancel(interaction):
        return False
    view = lines_view([wording.admins_only])
    await interaction.response.send_message(view=view, ephemeral=True)
    return True


def _may_cancel(interaction: discord.Interaction) -> bool:
    begun = interaction.message.interaction_metadata if interaction.message else None
    is_own = begun is not None and begun.user.id == interaction.user.id
    return is_own or interaction.permissions.manage_guild
