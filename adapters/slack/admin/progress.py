"""Shows long work in one message, which lives as long as the work: bar, counts, rate, Cancel."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from adapters.chat.error_text import sentence
from adapters.chat.lines.progress import progress_lines, ways_on
from adapters.chat.wording import wording_for
from adapters.slack.ids import Spot, spot_at
from adapters.slack.private_replies import reply
from adapters.slack.rendering.blocks import button, notice
from bot.admin.jobs import JobRunner
from bot.errors import PlatformError
from bot.ledger.jobs import IMPORTS
from bot.posts.running_jobs import PATIENCE_SECONDS, Progress
from bot.text import Count, one_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Mapping

    from adapters.chat.wording import Wording
    from adapters.slack.api.timings import Timings
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Action
    from adapters.slack.rendering.blocks import Outgoing
    from adapters.slack.sync.watched_channels import WatchedChannels
    from bot.ledger.jobs import Job


class SlackJobMessages:
    """The messages in Slack that show jobs."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context

    def title(self, job: Job) -> str:
        """Return what a job is called in its message."""
        wording = wording_for(job.locale)
        if job.kind in IMPORTS:
            return wording.importing.format(name=job.file.name)
        if job.kind == "watch":
            # As it was called when it was asked for: Slack need not be there when we go on.
            if len(job.channels) > 1:
                return wording.watching["reading_many"].format(channels=Count(len(job.channels)))
            record = self._context.services.ledger.channels.get(job.subject)
            return wording.reading.format(name=record.name if record else job.subject)
        return wording.embedding

    async def show(self, job: Job, title: str, progress: Progress) -> None:
        """Show how far a job is in its message, as far as that can still be changed."""
        place, _, ts = job.message.rpartition("/")
        spot = spot_at(place)
        # The work goes on even where its message is gone, or we were thrown out.
        with suppress(PlatformError):
            if spot is not None:
                await self._context.sender.update(spot, ts, view(job, title, progress))

    def unread(self, job: Job, channel_id: str, error: Exception) -> str:
        """Return which channel could not be read, and why: only who asked for it reads that."""
        record = self._context.services.ledger.channels.get(channel_id)
        name = record.name if record else channel_id
        return f"{name}: {sentence(error, wording_for(job.locale))}"

    async def own_labels(self, job: Job) -> Collection[str]:
        """Return the labels of the posts that the workspace of an import may change."""
        return await self._context.audiences.of_bot(job.workspace_id)


class JobProgress:
    """Begins long work, shows it to who began it, and goes on with it after a restart."""

    def __init__(
        self, context: SlackContext, watched_channels: WatchedChannels, timings: Timings
    ) -> None:
        self._context = context
        self._messages = SlackJobMessages(context)
        self._runner = JobRunner(
            "slack", context.services, self._messages, watched_channels, timings.edit_seconds
        )
        self.resume, self.look = self._runner.resume, self._runner.look
        self.buttons: Mapping[str, Callable[[Action, Wording], Awaitable[None]]] = {
            "cancel": self._cancel,
            "replace": self._replace,
            "add": self._add,
        }

    async def begin(self, job: Job, user: str, wording: Wording) -> str:
        """Begin work, shown in the direct messages of a user; return why not, "" where it begins.

        Raises:
            DeliveryError: It cannot be shown.
        """
        title, sender = self._messages.title(job), self._context.sender

        async def post() -> str:
            spot = Spot(job.workspace_id, await sender.direct(job.workspace_id, user))
            ts = await sender.post(spot, view(job, title, Progress()), f"job/{job.id}")
            return spot.message(ts)

        return "" if await self._runner.begin(job, post) else wording.already_running

    async def finish(self) -> None:
        """Interrupt the work, and wait until its messages say so."""
        await self._runner.finish(PATIENCE_SECONDS)
        self._runner.close()

    async def _cancel(self, action: Action, wording: Wording) -> None:
        if await self._may_manage(action, wording):
            self._runner.cancel(action.value)

    async def _replace(self, action: Action, wording: Wording) -> None:
        await self._go_on(action, wording, "replace")

    async def _add(self, action: Action, wording: Wording) -> None:
        await self._go_on(action, wording, "add")

    async def _go_on(self, action: Action, wording: Wording, way: str) -> None:
        """Import what was only shown before, if the user who presses may."""
        if not await self._may_manage(action, wording):
            return
        if not self._runner.go_on(action.value, way):
            await reply(self._context, action, notice(wording.offer_is_over))

    async def _may_manage(self, action: Action, wording: Wording) -> bool:
        """Return whether the user who presses may manage posts; they are told where not."""
        if await self._context.may_be_managed_by(action.team, action.user):
            return True
        await reply(self._context, action, notice(wording.admins_only))
        return False


def view(job: Job, title: str, progress: Progress) -> Outgoing:
    """Return the message that shows a job."""
    wording = wording_for(job.locale)
    lines = progress_lines(title, progress, wording, one_line)
    cancel = button(wording.cancel, "cancel", job.id, "danger")
    ways = [button(label, way, job.id) for way, label in ways_on(progress, wording)]
    return notice(*lines, buttons=[cancel] if progress.state == "running" else ways)
