"""The weekly digest in a channel of a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord

from adapters.chat.lines.unanswered import digest_lines
from adapters.discord.access.citable_posts import Place, label_for, readers_of
from adapters.discord.admin.notifications import place_of_question
from adapters.discord.rendering.escaping import escaped_line
from adapters.discord.rendering.layout import lines_view, show_date
from adapters.discord.rendering.lengths import size
from adapters.discord.sender import FAILURES, reason
from bot.errors import DeliveryError
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from adapters.discord.admin.admins import DiscordAdmins
    from adapters.discord.context import DiscordContext
    from bot.admin.scheduled.digest import Digest
    from bot.question_and_answer import Question


class DiscordDigests:
    """Knows who reads a channel, and writes there."""

    def __init__(self, context: DiscordContext, admins: DiscordAdmins) -> None:
        self._context = context
        self._admins = admins

    async def is_open(self, workspace_id: str, channel_id: str) -> bool:
        """Return whether we may post in a channel; True while its server is not served."""
        guild = self._context.client.get_guild(int(workspace_id.partition(":")[2]))
        if guild is None or guild.unavailable:
            return True
        channel = guild.get_channel(int(channel_id.partition(":")[2]))
        if not isinstance(channel, discord.TextChannel):
            return False
        rights = channel.permissions_for(guild.me)
        return rights.view_channel and rights.send_messages

    async def tell_lost(self, workspace_id: str) -> bool:
        """Tell an admin that we may not post where the digest goes; return whether they know."""
        return await self._admins.tell_digest_lost(workspace_id)

    async def seen_in(
        self,
        workspace_id: str,  # noqa: ARG002 - a channel's id says which
        channel_id: str,
        questions: Sequence[Question],
    ) -> Collection[str]:
        """Return in which conversations of these questions all readers of a channel may read."""
        channel = self._channel(channel_id)
        places = {each.conversation: place_of_question(self._context, each) for each in questions}
        labels = {name: label_for(place) for name, place in places.items() if place is not None}
        readable = readers_of(channel, frozenset(labels.values()))
        return {name for name, label in labels.items() if label in readable}

    async def post(
        self,
        workspace_id: str,  # noqa: ARG002 - a channel's id says which
        channel_id: str,
        digest: Digest,
        mark: str,
    ) -> bool:
        """Post a digest; return False where we may not write there.

        Raises:
            DeliveryError: It could not be posted.
        """
        channel = self._channel(channel_id)
        text = "\n".join(each.question.text for each in digest.questions)
        wording = self._context.wording_of(text, channel.guild)
        lines = digest_lines(digest, wording, size, show_date=show_date, escaped=escaped_line)
        view = lines_view(lines)
        try:
            await self._context.sender.send(channel, view, f"d{mark}")
        except FAILURES as error:
            if isinstance(error, discord.Forbidden) and error.code:  # Discord's own word
                return False
            raise DeliveryError(
                Told("the digest could not be posted ({reason})", reason=reason(error))
            ) from error
        return True

    def _channel(self, channel_id: str) -> discord.TextChannel:
        """Return a channel.

        Raises:
            DeliveryError: We do not see it any more.
        """
        found = self._context.client.get_channel(int(channel_id.partition(":")[2]))
        if not isinstance(found, discord.TextChannel) or not isinstance(found, Place):
            raise DeliveryError(Told("the channel of the digest is gone"))
        return found
