"""Takes over what reactions say of which message answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.markup.slack_blocks import object_of, text_of
from adapters.markup.slack_post_rules import ANSWERED
from adapters.slack.ids import account_id, post_id
from bot.posts.answer_marks import Marker

if TYPE_CHECKING:
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Payload


class AnswerMarks:
    """Hands on what is said of messages that are stored; of all others nothing is kept."""

    def __init__(self, context: SlackContext) -> None:
        self._context = context

    async def on_reaction(self, event: Payload, team: str) -> None:
        """Take over a tick that somebody set on a message, or took off."""
        item = object_of(event.get("item"))
        if event.get("reaction") != ANSWERED or item.get("type") != "message":
            return
        marks, user = self._context.services.library.marks, text_of(event.get("user"))
        id_ = post_id(team, text_of(item.get("channel")), text_of(item.get("ts")))
        account = account_id(team, user)
        if event.get("type") == "reaction_removed":
            await marks.uncheck(id_, account)
            return
        trusted = await self._context.trusted_by(team, user)
        await marks.check(id_, Marker(account, trusted=trusted))
