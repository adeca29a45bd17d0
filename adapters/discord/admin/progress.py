"""Shows long work in one message, which lives as long as the work: bar, counts, rate, Cancel."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import discord

from adapters.chat.error_text import sentence
from adapters.chat.lines.progress import progress_lines, ways_on
from adapters.chat.wording import wording_for
from adapters.discord.access.citable_posts import labels_in
from adapters.discord.ids import place_of, reference
from adapters.discord.private_replies import say
from adapters.discord.rendering.custom_ids import Pressed, custom_id
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import NO_PINGS, lines_view, plain_button
from adapters.discord.sender import FAILURES
from bot.admin.jobs import JobRunner
from bot.ledger.jobs import IMPORTS
from bot.posts.running_jobs import Progress
from bot.text import Count

if TYPE_CHECKING:
    from collections.abc import Collection

    from discord import ui

    from adapters.chat.wording import Wording
    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.watched_channels import WatchedChannels
    from bot.ledger.jobs import Job


_CHANNEL: Final = re.compile(r"<#\d+>: ")

EDIT_SECONDS: Final = 2.0
"""How often the message changes at most."""


class DiscordJobMessages:
    """The messages in Discord that show jobs."""

    def __init__(self, context: DiscordContext) -> None:
        self._context = context

    def title(self, job: Job) -> str:
        """Return what a job is called in its message."""
        wording = wording_for(job.locale)
        if job.kind in IMPORTS:
            return f"**{wording.importing.format(name=escaped_line(job.file.name))}**"
        if job.kind == "watch":
            if len(job.channels) > 1:
                many = wording.watching["reading_many"].format(channels=Count(len(job.channels)))
                return f"**{many}**"
            # A mention of a channel is shown by its name, and pings nobody.
            mention = f"<#{job.subject.partition(':')[2]}>"
            return f"**{wording.reading.format(name=mention)}**"
        return f"**{wording.embedding}**"

    async def show(self, job: Job, title: str, progress: Progress) -> None:
        """Show how far a job is in its message, as far as that can still be changed."""
        channel_id, message_id = place_of(job.message)
        channel = self._context.client.get_partial_messageable(channel_id)
        message = channel.get_partial_message(message_id)
        # The work goes on even where its message is gone, or may no longer be changed.
        with suppress(*FAILURES):
            await message.edit(view=view(job, title, progress), allowed_mentions=NO_PINGS)

    def unread(self, job: Job, channel_id: str, error: Exception) -> str:
        """Return which channel could not be read, and why.

        Others read that, too: Discord shows the name of a mentioned channel to who may know it.
        """
        return f"<#{channel_id.partition(':')[2]}>: {sentence(error, wording_for(job.locale))}"

    async def own_labels(self, job: Job) -> Collection[str]:
        """Return the labels of the posts that the server of an import may change."""
        self._context.visibility.learn([job.audience])
        guild = self._context.client.get_guild(int(job.workspace_id.partition(":")[2]))
        return labels_in(guild) if guild else (job.workspace_id,)


class JobProgress:
    """Begins long work, shows it, and goes on with it after a restart."""

    def __init__(self, context: DiscordContext, watched_channels: WatchedChannels) -> None:
        self._context = context
        self._messages = DiscordJobMessages(context)
        self._runner = JobRunner(
            "discord", context.services, self._messages, watched_channels, EDIT_SECONDS
        )
        self.resume, self.close = self._runner.resume, self._runner.close
        self.buttons = {"cancel": self._cancel, "replace": self._go_on, "add": self._go_on}

    async def begin(
        self, interaction: discord.Interaction, job: Job, *, is_beside: bool = False
    ) -> None:
        """Begin work, and show it in the reply to a command.

        Args:
            interaction: The command.
            job: The work.
            is_beside: The command has a private reply: the work is shown to all below that.
        """

        async def post() -> str:
            shown = view(job, self._messages.title(job), Progress())
            sent = await (beside(interaction, shown) if is_beside else answer(interaction, shown))
            return reference(sent.channel.id, sent.id)

        if not await self._runner.begin(job, post):
            wording = wording_for(job.locale)
            if is_beside:
                await say(interaction, wording.already_running)
            else:
                await answer(interaction, lines_view([wording.already_running]))

    async def finish(self, patience_seconds: float) -> None:
        """Interrupt the work, and wait until its messages say so."""
        await self._runner.finish(max(0.0, patience_seconds - EDIT_SECONDS))

    async def _cancel(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        del wording  # the message itself says that it was cancelled
        self._runner.cancel(pressed.subject)
        await interaction.response.defer()

    async def _go_on(
        self, interaction: discord.Interaction, pressed: Pressed, wording: Wording
    ) -> None:
        """Import what was only shown before."""
        await interaction.response.defer()
        if not self._runner.go_on(pressed.subject, pressed.action):
            over = lines_view([wording.offer_is_over])
            await interaction.followup.send(view=over, ephemeral=True)


def view(job: Job, title: str, progress: Progress) -> ui.LayoutView:
    """Return the message that shows a job."""
    wording = wording_for(job.locale)
    escape = _escaped_after_channel if job.kind == "watch" else escaped_line
    lines = progress_lines(title, progress, wording, escape)
    cancel = plain_button(wording.cancel, custom_id("cancel", job.id), discord.ButtonStyle.danger)
    ways = [
        plain_button(label, custom_id(way, job.id)) for way, label in ways_on(progress, wording)
    ]
    return lines_view(lines, [cancel] if progress.state == "running" else ways)


def _escaped_after_channel(line: str) -> str:
    """Return a line harmless, but for the channel that it begins with, which is of ours."""
    named = _CHANNEL.match(line)
    beginning = named[0] if named else ""
    return beginning + escaped_line(line[len(beginning) :])


async def answer(
    interaction: discord.Interaction, shown: ui.LayoutView
) -> discord.InteractionMessage:
    """Show the reply to a command in its own message."""
    if not interaction.response.is_done():
        await interaction.response.defer(thinking=True)
    return await interaction.edit_original_response(view=shown, allowed_mentions=NO_PINGS)


async def beside(interaction: discord.Interaction, shown: ui.LayoutView) -> discord.WebhookMessage:
    """Show something to all below a private reply; an ephemeral message lives for minutes only."""
    return await interaction.followup.send(view=shown, wait=True, allowed_mentions=NO_PINGS)
