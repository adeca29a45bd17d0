"""Imports of files that are attached to a command."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from adapters.chat.lines.erasure import refused_line
from adapters.discord.access.citable_posts import label
from adapters.discord.admin.progress import answer
from adapters.discord.private_replies import say
from adapters.discord.rendering.layout import lines_view
from adapters.discord.sender import FAILURES
from bot.admin.uploads import UploadRefused, Uploads, check_size, import_job
from index.clock import utc_now

if TYPE_CHECKING:
    from pathlib import Path

    import discord

    from adapters.discord.admin.progress import JobProgress
    from adapters.discord.context import DiscordContext
    from bot.ledger.jobs import Job


class FileImports:
    """Fetches an attached file, and begins to import it or to show what that would change."""

    def __init__(self, context: DiscordContext, job_progress: JobProgress) -> None:
        self._context = context
        self._job_progress = job_progress
        self._uploads = Uploads("discord", context.imports, context.services.ledger.jobs)

    async def begin(
        self,
        interaction: discord.Interaction,
        file: discord.Attachment,
        source: str,
        *,
        is_preview: bool,
    ) -> None:
        """Begin to import a file, or say why it is not taken."""
        wording = self._context.wording(interaction)
        name = file.filename
        try:
            check_size(file.size)
            await interaction.response.defer(thinking=True)
            path = self._uploads.path(str(interaction.guild_id), name)
            job = self._job(interaction, path, source, is_preview=is_preview)
            async with self._uploads.kept(path, partial(_content, file)):
                await self._job_progress.begin(interaction, job)
        except UploadRefused as refused:
            line = refused_line(refused, name, wording)
            if refused.reason == "running":
                await answer(interaction, lines_view([line]))
            else:
                await say(interaction, line)

    def _job(
        self, interaction: discord.Interaction, path: Path, source: str, *, is_preview: bool
    ) -> Job:
        guild: Any = interaction.guild
        return import_job(
            "discord",
            path,
            source,
            is_preview=is_preview,
            workspace_id=f"discord:{guild.id}",
            audience=label(guild),
            locale=self._context.wording(interaction).language,
            started_at=utc_now(),
        )


async def _content(file: discord.Attachment) -> bytes | None:
    """Return what an attachment holds; None where it cannot be fetched."""
    try:
        return await file.read()
    except FAILURES:
        return None
