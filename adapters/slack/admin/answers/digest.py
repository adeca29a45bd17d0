"""The weekly digest in a channel of a workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from adapters.chat.lines.unanswered import digest_lines
from adapters.slack.access.directory import Person
from adapters.slack.api.refusals import NotAllowed
from adapters.slack.api.web_api import LOST, reason
from adapters.slack.ids import Spot, channel_label, spot_at, team_and_channel
from adapters.slack.rendering.blocks import stamp, told
from bot.errors import NotGranted, PlatformError
from bot.text import one_line
from index.error_sentences import Told
from index.text.asked_language import sure_language_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from adapters.slack.admin.admins import SlackAdmins
    from adapters.slack.context import SlackContext
    from bot.admin.scheduled.digest import Digest
    from bot.question_and_answer import Question


class SlackDigests:
    """Knows who reads a channel, and writes there."""

    def __init__(self, context: SlackContext, admins: SlackAdmins) -> None:
        self._context = context
        self._admins = admins

    async def is_open(self, workspace_id: str, channel_id: str) -> bool:
        """Return whether we are in a channel that is in use; True where Slack does not tell."""
        channel = team_and_channel(channel_id)[1]
        self._context.directory.forget(workspace_id, channel)
        try:
            found = await self._context.directory.conversation(workspace_id, channel)
        except (SlackApiError, PlatformError, *LOST):
            return True
        return found.is_joined and not found.is_archived

    async def tell_lost(self, workspace_id: str) -> bool:
        """Tell an admin that we may not post where the digest goes; return whether they know."""
        return await self._admins.tell_digest_lost(workspace_id)

    async def seen_in(
        self, workspace_id: str, channel_id: str, questions: Sequence[Question]
    ) -> Collection[str]:
        """Return in which conversations of these questions all readers of a channel may read.

        Raises:
            PlatformError: Slack does not tell.
        """
        channel, audiences = team_and_channel(channel_id)[1], self._context.audiences
        audiences.forget(workspace_id, channel)
        audiences.forget_lists(workspace_id)
        try:
            readable = await audiences.of_channel(workspace_id, channel)
        except (SlackApiError, *LOST) as error:
            raise PlatformError(
                Told("Slack does not tell who reads it ({reason})", reason=reason(error))
            ) from error
        spots = {each.conversation: spot_at(each.conversation) for each in questions}
        return {
            name for name, spot in spots.items() if spot and channel_label(spot.channel) in readable
        }

    async def post(self, workspace_id: str, channel_id: str, digest: Digest, mark: str) -> bool:
        """Post a digest; return False where we may not write there.

        Raises:
            DeliveryError: It could not be posted.
        """
        text = "\n".join(each.question.text for each in digest.questions)
        reader = Person("", "", locale=sure_language_of(text) or "", team=workspace_id)
        wording = self._context.wording(reader)
        lines = digest_lines(digest, wording, len, show_date=stamp, escaped=one_line)
        spot = Spot(workspace_id, team_and_channel(channel_id)[1])
        try:
            await self._context.sender.post(spot, told(lines), f"digest/{mark}")
        except NotAllowed as error:
            if isinstance(error, NotGranted):  # it is so in every channel
                raise
            return False
        return True
