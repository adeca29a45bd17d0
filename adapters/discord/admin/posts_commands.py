"""`/posts`: for who looks after the stored posts."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal

import discord
from discord import app_commands

from adapters.discord.access.citable_posts import label
from adapters.discord.admin.channels.why_not_cited import tell_why
from adapters.discord.admin.named_places import Picked, PickedChannel
from adapters.discord.admin.notifications import DiscordAdmin
from adapters.discord.admin.workspace_settings import Wish
from adapters.discord.locale import said
from adapters.discord.rendering.layout import NO_PINGS
from bot.admin.erasure import ErasureRequest
from bot.admin.workspace_settings import NAMED, Named
from bot.errors import FileNotTaken
from bot.ledger.jobs import Job, Kind, new_job
from bot.ports import ReportReader
from index.clock import utc_now

if TYPE_CHECKING:
    from adapters.discord.admin.answers.ratings import Ratings
    from adapters.discord.admin.answers.unanswered import UnansweredQuestions
    from adapters.discord.admin.channels.watching import WatchCommands
    from adapters.discord.admin.erasure import ErasureCommands
    from adapters.discord.admin.imports import FileImports
    from adapters.discord.admin.progress import JobProgress
    from adapters.discord.admin.rights import AdminRights
    from adapters.discord.admin.status import StatusPages
    from adapters.discord.admin.workspace_settings import SettingsCommand
    from adapters.discord.context import DiscordContext
    from adapters.discord.sync.watched_channels import WatchedChannels

Language = Literal["en", "fr", "es", "de", "reader"]

LONGEST_KEPT: Final = 3650
"""Days for which questions can be kept at most, as in the settings of the installation."""


class PostsCommands(app_commands.Group):
    """What people who may manage the server can do; its owner may grant it otherwise."""

    def __init__(
        self,
        context: DiscordContext,
        rights: AdminRights,
        job_progress: JobProgress,
        watched_channels: WatchedChannels,
        *,
        watching: WatchCommands,
        file_imports: FileImports,
        erasure: ErasureCommands,
        unanswered: UnansweredQuestions,
        ratings: Ratings,
        settings: SettingsCommand,
        status: StatusPages,
    ) -> None:
        super().__init__(
            name="posts",
            description=said("posts"),
            allowed_contexts=app_commands.AppCommandContext(guild=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
            default_permissions=discord.Permissions(manage_guild=True),
        )
        self._context = context
        self._rights = rights
        self._job_progress = job_progress
        self._channel_events = watched_channels
        self._file_imports = file_imports
        self._erasure = erasure
        self._watching = watching
        self._unanswered = unanswered
        self._ratings = ratings
        self._settings = settings
        self._status = status

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Remember who may press what the command shows; Discord lets nobody else use it."""
        self._rights.note(interaction)
        return True

    @app_commands.command(name="watch", description=said("posts.watch"))
    @app_commands.rename(public="all", later="new")
    @app_commands.describe(
        channel=said("watch.channel"),
        more=said("watch.more"),
        public=said("watch.public"),
        later=said("watch.later"),
        bots=said("watch.bots"),
    )
    async def watch(  # noqa: PLR0917 - Discord gives them by name
        self,
        interaction: discord.Interaction,
        channel: Picked | None = None,
        more: str = "",
        public: bool = False,
        later: bool | None = None,
        bots: bool | None = None,
    ) -> None:
        """Keep the messages of channels, and read the old ones."""
        member: Any = interaction.user
        await interaction.response.defer(ephemeral=True, thinking=True)
        request = await self._watching.request_of(
            interaction, channel, more, is_all=public, is_later=later, takes_apps=bots
        )
        await self._watching.watch(interaction, member, request)

    @app_commands.command(name="unwatch", description=said("posts.unwatch"))
    @app_commands.rename(everything="all")
    @app_commands.describe(channel=said("unwatch.channel"), everything=said("unwatch.all"))
    async def unwatch(
        self, interaction: discord.Interaction, channel: str = "", everything: bool = False
    ) -> None:
        """Follow channels no longer, those that are archived or gone included."""
        await self._watching.unwatch(interaction, channel, is_all=everything)

    @unwatch.autocomplete("channel")
    async def _watched(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        return await self._watching.complete(interaction, typed)

    @app_commands.command(name="import", description=said("posts.import"))
    @app_commands.describe(
        file=said("import.file"), source=said("import.source"), dry_run=said("import.dry_run")
    )
    async def import_posts(
        self,
        interaction: discord.Interaction,
        file: discord.Attachment,
        source: str = "",
        dry_run: bool = False,
    ) -> None:
        """Import the posts of an attached file, or show what that would change."""
        await self._file_imports.begin(interaction, file, source, is_preview=dry_run)

    @app_commands.command(name="reindex", description=said("posts.reindex"))
    async def reindex(self, interaction: discord.Interaction) -> None:
        """Embed the posts again where the model changed."""
        job = self._job(interaction, "reindex", "posts")
        await self._job_progress.begin(interaction, job)

    @app_commands.command(name="status", description=said("posts.status"))
    async def status(self, interaction: discord.Interaction) -> None:
        """Tell what is stored that the asker may see, and how fresh it is."""
        await self._status.show(interaction)

    @app_commands.command(name="report", description=said("posts.report"))
    async def report(self, interaction: discord.Interaction) -> None:
        """Show the admin alone a page of what is asked and known."""
        wording = self._context.wording(interaction)
        guild: Any = interaction.guild
        if not interaction.app_permissions.attach_files:
            raise FileNotTaken("Discord", "Attach Files")
        await interaction.response.defer(ephemeral=True, thinking=True)
        audience = await self._context.readers(interaction, is_private=True)
        admin = DiscordAdmin(self._context, guild, interaction.user)
        name, page = await self._context.services.reports.page(
            ReportReader(
                "discord", f"discord:{guild.id}", audience, admin.may_see, wording.language
            )
        )
        await interaction.edit_original_response(
            content=wording.report["for_chat"],
            attachments=[discord.File(BytesIO(page), name)],
            allowed_mentions=NO_PINGS,
        )

    @app_commands.command(name="unanswered", description=said("posts.unanswered"))
    async def unanswered(self, interaction: discord.Interaction) -> None:
        """Show what nothing answered."""
        await self._unanswered.show(interaction)

    @app_commands.command(name="ratings", description=said("posts.ratings"))
    async def ratings(self, interaction: discord.Interaction) -> None:
        """Show how answers were rated, and why they were not liked."""
        await self._ratings.show(interaction)

    @app_commands.command(name="why", description=said("posts.why"))
    @app_commands.describe(channel=said("why.channel"))
    async def why(self, interaction: discord.Interaction, channel: PickedChannel) -> None:
        """Tell who stands in the way of a channel's posts here."""
        await tell_why(interaction, channel, self._watching.named, self._context)

    @app_commands.command(name="settings", description=said("posts.settings"))
    @app_commands.rename(
        answers_in="answer-in",
        quiet_in="quiet",
        goes_on="threads",
        keep_days="keep-days",
        digest_in="digest",
    )
    @app_commands.describe(
        answers_in=said("settings.answers_in"),
        quiet_in=said("settings.quiet_in"),
        goes_on=said("settings.goes_on"),
        language=said("settings.language"),
        admins=said("settings.admins"),
        keep_days=said("settings.keep_days"),
        digest_in=said("settings.digest_in"),
        reset=said("settings.reset"),
    )
    async def settings(  # noqa: PLR0917 - Discord gives them by name
        self,
        interaction: discord.Interaction,
        answers_in: str = "",
        quiet_in: str = "",
        goes_on: bool | None = None,
        language: Language | None = None,
        admins: str = "",
        keep_days: app_commands.Range[int, 1, LONGEST_KEPT] | None = None,
        digest_in: discord.TextChannel | None = None,
        reset: Named | None = None,
    ) -> None:
        """Show how the bot behaves on this server, or change that."""
        wish = Wish(
            answers_in, quiet_in, goes_on, language or "", admins, keep_days, digest_in,
            NAMED[reset] if reset else "",
        )  # fmt: skip
        await self._settings.change(interaction, wish)

    @app_commands.command(name="forget", description=said("posts.forget"))
    @app_commands.describe(
        person=said("forget.person"), source=said("forget.source"), post=said("forget.post")
    )
    async def forget(
        self,
        interaction: discord.Interaction,
        person: str = "",
        source: str = "",
        post: str = "",
    ) -> None:
        """Remove posts, once that is confirmed."""
        await self._erasure.offer(interaction, ErasureRequest(person, source, post))

    def _job(self, interaction: discord.Interaction, kind: Kind, subject: str) -> Job:
        guild: Any = interaction.guild
        return new_job(
            "discord",
            kind,
            subject,
            workspace_id=f"discord:{guild.id}",
            audience=label(guild),
            locale=self._context.wording(interaction).language,
            started_at=utc_now(),
        )
