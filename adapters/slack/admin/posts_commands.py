"""`/posts`: for who looks after the stored posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.slack.admin.channels.why_not_cited import lines_of_why
from adapters.slack.admin.notifications import SlackAdmin
from adapters.slack.api.upload import upload
from adapters.slack.ids import PLATFORM, team_label
from adapters.slack.payloads import SlashCommand
from adapters.slack.private_replies import reply
from adapters.slack.rendering.blocks import notice
from bot.ledger.jobs import new_job
from bot.ports import ReportReader
from index.clock import utc_now

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.admin.answers.ratings import Ratings
    from adapters.slack.admin.answers.unanswered import UnansweredQuestions
    from adapters.slack.admin.channels.watching import WatchCommands
    from adapters.slack.admin.erasure import ErasureCommands
    from adapters.slack.admin.imports import FileImports
    from adapters.slack.admin.progress import JobProgress
    from adapters.slack.admin.status import StatusPages
    from adapters.slack.admin.workspace_settings import SettingsForm
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action
    from bot.ledger.jobs import Job, Kind

    Handler = Callable[[SlashCommand, str, Wording], Awaitable[None]]


class PostsCommands:
    """What workspace admins, and those named in the settings, can do."""

    def __init__(
        self,
        context: SlackContext,
        job_progress: JobProgress,
        *,
        watching: WatchCommands,
        file_imports: FileImports,
        erasure: ErasureCommands,
        unanswered: UnansweredQuestions,
        ratings: Ratings,
        settings: SettingsForm,
        status: StatusPages,
        more: Mapping[str, Handler],
    ) -> None:
        self._context = context
        self._job_progress = job_progress
        self._file_imports = file_imports
        self._erasure = erasure
        self._watching = watching
        self._unanswered = unanswered
        self._verbs: Mapping[str, Handler] = {
            "watch": watching.watch,
            "unwatch": watching.unwatch,
            "import": self._import,
            "reindex": self._reindex,
            "status": status.show,
            "report": self._report,
            "unanswered": self._list,
            "ratings": ratings.show,
            "why": self._why,
            "settings": settings.open,
            **more,
            "forget": self._forget,
        }
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "posts": self._pressed,
            **ratings.buttons,
            **status.buttons,
        }

    async def posts(self, command: SlashCommand, wording: Wording) -> None:
        """Do what `/posts` is followed by."""
        person = await self._context.directory.person(command.team, command.user)
        if not self._context.may_manage(person):
            await reply(self._context, command, notice(wording.admins_only))
            return
        verb, _, rest = command.text.partition(" ")
        handler = self._verbs.get(verb.lower())
        if handler is None:
            lines = [f"/posts {each} – {wording.commands[f'posts.{each}']}" for each in self._verbs]
            await reply(self._context, command, notice(wording.commands["posts"], *lines))
        else:
            await handler(command, rest.strip(), wording)

    async def _pressed(self, action: Action, wording: Wording) -> None:
        """Do what a button of administration says, as if it had been typed."""
        await self.posts(slash_command_by(action), wording)

    async def _import(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        del rest  # the form asks for everything
        await self._file_imports.ask(command, wording)

    async def _reindex(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        del rest
        await self._work(command, self._job(command, "reindex", "posts", wording), wording)

    async def _report(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        """Send the page where the admin alone reads it: a file cannot be shown to one of many."""
        del rest
        context, team = self._context, command.team
        person = await context.directory.person(team, command.user)
        audience = await context.audiences.of_person(team, command.user)
        admin = SlackAdmin(context, team, person)
        name, page = await context.services.reports.page(
            ReportReader(PLATFORM, team, audience, admin.may_see, wording.language)
        )
        direct = await context.sender.direct(team, command.user)
        client = (await context.workspaces.of(team)).client
        await upload(client, direct, name, page, wording.report["for_chat"])
        await reply(context, command, notice(wording.report["in_direct"]))

    async def _list(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        del rest
        listed = await self._unanswered.listed(command.team, command.user, wording)
        await reply(self._context, command, listed)

    async def _why(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        there = await self._watching.channel(command, rest)
        lines = await lines_of_why(self._context, command, rest, there, wording)
        await reply(self._context, command, notice(*lines))

    async def _forget(self, command: SlashCommand, rest: str, wording: Wording) -> None:
        await self._erasure.offer(command, rest, wording)

    async def _work(self, command: SlashCommand, job: Job, wording: Wording) -> None:
        refused = await self._job_progress.begin(job, command.user, wording)
        # What stands here never changes: how far the work is, its own message tells.
        await reply(self._context, command, notice(refused or wording.watching["in_direct"]))

    def _job(self, command: SlashCommand, kind: Kind, subject: str, wording: Wording) -> Job:
        return new_job(
            "slack", kind, subject,
            workspace_id=command.team, audience=team_label(command.team), locale=wording.language,
            started_at=utc_now(),
        )  # fmt: skip


def slash_command_by(action: Action) -> SlashCommand:
    """Return a button of administration as the command that it stands for."""
    return SlashCommand(
        team=action.team,
        user=action.user,
        channel=action.channel,
        channel_name="",
        text=action.value,
        response_url=action.response_url,
        trigger=action.trigger,
    )
