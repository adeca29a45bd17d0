"""Brings in the posts of a file that somebody shared with us."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.chat.lines.erasure import refused_line
from adapters.slack.api.web_api import data_of, problem_of
from adapters.slack.files import file_content
from adapters.slack.ids import Spot, channel_label, team_label
from adapters.slack.rendering.blocks import button, notice, without_code
from adapters.slack.rendering.modals import choice, field, form, text_field
from bot.admin import uploads
from bot.admin.uploads import UploadRefused, Uploads, check_size, import_job
from index.clock import utc_now
from index.posts import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.admin.progress import JobProgress
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, Message, SlashCommand, ViewSubmission


_GONE: Final = ("file_not_found", "file_deleted")
"""What Slack says of a file that was deleted, or that we may not see any more."""


@dataclass(frozen=True, slots=True)
class _File:
    """A file that Slack keeps."""

    name: str
    size: int
    url: str


class FileImports:
    """Offers to import what was shared, and opens the form that asks how."""

    def __init__(self, context: SlackContext, job_progress: JobProgress) -> None:
        self._context = context
        self._job_progress = job_progress
        self._uploads = Uploads("slack", context.imports, context.services.ledger.jobs)
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "import": self._open
        }
        self.forms: Mapping[str, Callable[[ViewSubmission, Wording], Awaitable[None]]] = {
            "import": self._begin
        }

    async def offer(self, message: Message) -> None:
        """Offer to who may manage to import the files of a direct message."""
        context = self._context
        person = await context.directory.person(message.team, message.user)
        wording = context.wording(person)
        spot = Spot(message.team, message.channel, message.thread_ts or message.ts)
        if not context.may_manage(person):
            await context.sender.post(spot, notice(wording.admins_only), f"offer/{message.ts}")
            return
        for file in message.files:
            offered = button(wording.import_title, "import", f"{file.id} {file.name}"[:2000])
            view = notice(wording.import_offer.format(name=file.name), buttons=[offered])
            await context.sender.post(spot, view, f"offer/{file.id}")

    async def ask(self, command: SlashCommand, wording: Wording) -> None:
        """Open the form, with a field for the file."""
        channel = "" if command.is_direct else command.channel
        await self._show(command.team, command.trigger, channel, "", wording)

    async def _open(self, action: Action, wording: Wording) -> None:
        await self._show(action.team, action.trigger, "", action.value, wording)

    async def _show(
        self, team: str, trigger: str, channel: str, file: str, wording: Wording
    ) -> None:
        audiences = [(team_label(team), wording.for_members)]
        if channel:
            audiences.append((channel_label(channel), wording.for_channel))
        if self._context.may_manage_all():
            audiences.append((EVERYONE, wording.for_everyone))
        ways = [("import", wording.dry_run_no), ("preview", wording.dry_run_yes)]
        said = wording.commands
        fields = [
            text_field("source", said["import.source"]),
            field("way", wording.dry_run_choice, choice("way", ways, first=True)),
            field("audience", wording.import_for, choice("audience", audiences, first=True)),
        ]
        if not file:
            upload = {"type": "file_input", "action_id": "file", "max_files": 1}
            fields.insert(0, field("file", said["import.file"], upload, is_needed=True))
        view = form("import", file, wording.import_title, wording, fields)
        client = (await self._context.workspaces.of(team)).client
        await client.views_open(trigger_id=trigger, view=view)

    async def _begin(self, submission: ViewSubmission, wording: Wording) -> None:
        context = self._context
        person = await context.directory.person(submission.team, submission.user)
        spot = Spot(submission.team, await context.sender.direct(submission.team, submission.user))
        said = wording.admins_only
        if context.may_manage(person):
            file_id, _, name = submission.about.partition(" ")
            for uploaded in submission.files[:1]:  # the form had a field for it
                file_id, name = uploaded.id, uploaded.name
            file = await self._described(submission.team, file_id)
            name = file.name if file else name or file_id
            try:
                said = await self._fetch_and_begin(submission, file, wording)
            except UploadRefused as refused:
                said = refused_line(refused, name, wording, without_code)
        if said:
            await context.sender.post(spot, notice(said), f"import/{submission.id}")

    async def _fetch_and_begin(
        self, submission: ViewSubmission, file: _File | None, wording: Wording
    ) -> str:
        """Fetch a file, begin to import it, and return what its message does not say.

        Raises:
            UploadRefused: It is not taken.
        """
        team = submission.team
        if file is None:
            raise UploadRefused("gone")
        check_size(file.size)
        path = self._uploads.path(team, file.name)
        job = import_job(
            "slack",
            path,
            submission.values.get("source", ""),
            is_preview=submission.values.get("way") == "preview",
            workspace_id=team,
            audience=submission.values.get("audience") or team_label(team),
            locale=wording.language,
            started_at=utc_now(),
        )
        async with self._uploads.kept(path, partial(self._content, team, file)):
            return await self._job_progress.begin(job, submission.user, wording)

    async def _described(self, team: str, file_id: str) -> _File | None:
        """Return what Slack tells of a file; None where it is gone."""
        client = (await self._context.workspaces.of(team)).client
        try:
            answer = data_of(await client.files_info(file=file_id))["file"]
        except SlackApiError as error:
            if problem_of(error) in _GONE:
                return None
            raise
        url = answer.get("url_private_download") or answer.get("url_private") or ""
        name, size = answer.get("name") or file_id, int(answer.get("size") or 0)
        return _File(name, size, url) if url else None

    async def _content(self, team: str, file: _File) -> bytes | None:
        """Return what a file holds; None where it cannot be fetched."""
        return await file_content(self._context, team, file.url, file.name, uploads.MOST_BYTES)
