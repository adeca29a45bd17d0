"""Brings in the posts of a file that somebody shared with us."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError
from yarl import URL

from adapters.slack.api.web_api import LOST, data_of, problem_of
from adapters.slack.ids import Spot, channel_label, team_label
from adapters.slack.rendering.blocks import button, notice
from adapters.slack.rendering.markup import without_code
from adapters.slack.rendering.modals import choice, field, form, text_field
from bot.errors import FileClosed, FileElsewhere
from bot.ledger.jobs import new_job
from index.clock import utc_now
from index.posts import EVERYONE
from index.private_files import write

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from aiohttp import ClientResponse

    from adapters.chat.wording import Wording
    from adapters.slack.admin.progress import JobProgress
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action, Message, SlashCommand, ViewSubmission


MOST_BYTES: Final = 100_000_000
"""The largest file that is taken from a chat."""

_UNSAFE: Final = re.compile(r"[^\w.-]+")
_OK: Final = 200
_MISSING: Final = 404

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
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "import": self._open
        }
        self.forms: Mapping[str, Callable[[ViewSubmission, Wording], Awaitable[None]]] = {
            "import": self._begin
        }

    async def offer(self, message: Message) -> None:
        """Offers to who may manage to import the files of a direct message."""
        context = self._context
        person = await context.directory.person(message.team, message.user)
        wording = context.wording(person)
        spot = Spot(message.team, message.channel, message.thread_ts)
        if not context.may_manage(person):
            await context.sender.post(spot, notice(wording.admins_only), f"offer/{message.ts}")
            return
        for file in message.files:
            offered = button(wording.import_title, "import", f"{file.id} {file.name}"[:2000])
            view = notice(wording.import_offer.format(name=file.name), buttons=[offered])
            await context.sender.post(spot, view, f"offer/{file.id}")

    async def ask(self, command: SlashCommand, wording: Wording) -> None:
        """Opens the form, with a field for the file."""
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
        if not context.may_manage(person):
            said: str | None = wording.admins_only
        else:
            said = await self._fetch_and_begin(submission, wording)
        if said is not None:
            await context.sender.post(spot, notice(said), f"import/{submission.id}")

    async def _fetch_and_begin(self, submission: ViewSubmission, wording: Wording) -> str | None:
        """Fetches the file and begins to import it; returns why that cannot be, if it cannot."""
        file_id, _, name = submission.about.partition(" ")
        for uploaded in submission.files[:1]:  # the form had a field for it
            file_id, name = uploaded.id, uploaded.name
        gone = without_code(wording.not_fetched).format(name=name or file_id)
        file = await self._described(submission.team, file_id)
        if file is None:
            return gone
        if file.size > MOST_BYTES:
            return _too_large(file.name, file.size, wording)
        # A file that is called like an earlier one is its newer version, so the path is the same.
        path = self._context.imports / submission.team / _safe(file.name)
        async with self._context.tasks.turn(f"import/{path}"):
            if self._job_progress.is_reading(path):
                return wording.already_running
            content = await self._content(submission.team, file)
            if content is None:
                return gone
            if len(content) > MOST_BYTES:
                return _too_large(file.name, len(content), wording)
            self._context.services.ledger.work.take_back(path)
            await asyncio.to_thread(write, path, content)
            return await self._begin_reading(submission, path, wording)

    async def _begin_reading(
        self, submission: ViewSubmission, path: Path, wording: Wording
    ) -> str | None:
        label = submission.values.get("audience") or team_label(submission.team)
        source = submission.values.get("source", "").replace(":", " ").strip()
        job = new_job(
            "slack",
            "preview" if submission.values.get("way") == "preview" else "import",
            f"{source}:{path}",
            workspace_id=submission.team,
            audience=label,
            locale=wording.language,
            started_at=utc_now(),
        )
        told = await self._job_progress.begin(job, submission.user, wording)
        return told if told == wording.already_running else None

    async def _described(self, team: str, file_id: str) -> _File | None:
        """Returns what Slack tells of a file; None where it is gone."""
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
        """Returns what a file holds; None where it cannot be fetched."""
        workspace = await self._context.workspaces.of(team)
        url = URL(file.url)
        own = URL(self._context.settings.api_url).host
        if url.host != own and not (url.host or "").endswith(".slack.com"):
            raise FileElsewhere(file.name)
        headers = {"Authorization": f"Bearer {workspace.bot_token}"}
        try:
            # Slack sends whom it does not let in to a page to sign in.
            async with self._context.session.get(
                url, headers=headers, allow_redirects=False
            ) as response:
                if response.status == _OK:
                    return await _read(response)
                if response.status < _MISSING:
                    raise FileClosed(file.name)
        except LOST:
            return None
        return None


async def _read(response: ClientResponse) -> bytes:
    """Return what comes, but hardly more than is taken, whatever Slack said of its size."""
    content = bytearray()
    async for piece in response.content.iter_any():
        content += piece
        if len(content) > MOST_BYTES:
            break
    return bytes(content)


def _too_large(name: str, size: int, wording: Wording) -> str:
    sizes = {"size": f"{size / 1e6:,.0f}", "most": f"{MOST_BYTES / 1e6:,.0f}"}
    return without_code(wording.too_large).format(name=name, **sizes)


def _safe(filename: str) -> str:
    """Returns a name that can only be that of a file in its folder."""
    return _UNSAFE.sub("_", filename).strip(".") or "file"
