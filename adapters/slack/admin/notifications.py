"""What an admin who answers an open question sees in Slack, and how its askers are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.chat.lines.unanswered import short
from adapters.markup.slack import escaped
from adapters.slack.api.web_api import LOST
from adapters.slack.ids import Spot, channel_label, spot_at, team_label
from adapters.slack.rendering.blocks import Outgoing, plain_text, quoted
from bot.errors import DeliveryError
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.slack.access.directory import Person
    from adapters.slack.context import SlackContext
    from bot.question_and_answer import Question


LONGEST: Final = 300


class SlackAdmin:
    """An admin of one workspace, and what they wrote.

    Args:
        context: What it stands on.
        team: The workspace.
        writer: The admin.
        text: What they wrote; "" while it is only planned: then what is known is taken as it is.
    """

    def __init__(self, context: SlackContext, team: str, writer: Person, text: str = "") -> None:
        self._context = context
        self._team = team
        self._writer = writer
        self._text = text
        if text:
            context.audiences.forget_lists(team)

    async def may_see(self, question: Question) -> bool:
        """Return whether the admin may see where a question was openly asked."""
        spot = spot_at(question.conversation)
        return spot is None or await self._context.sees(self._team, self._writer.id, spot.channel)

    async def places(self, asked: Sequence[Question]) -> dict[str, str]:
        """Return the names of the channels of these questions that the admin may see."""
        found = {}
        for each in asked:
            spot = spot_at(each.conversation)
            is_met = each.conversation in found
            if spot and not (each.is_private or is_met) and await self.may_see(each):
                conversation = await self._context.directory.conversation(self._team, spot.channel)
                found[each.conversation] = f"#{conversation.name}"
        return found

    async def audiences(self, question: Question) -> Sequence[str]:
        """Return who may read an answer: those who may read where the question was asked.

        Of a public channel that is the workspace, or else, where guests or outsiders alone asked,
        who are in the channel.
        """
        spot, directory = spot_at(question.conversation), self._context.directory
        if spot is None or question.is_private:
            return [team_label(self._team)]
        if self._text:
            directory.forget(self._team, spot.channel)
        conversation = await directory.conversation(self._team, spot.channel)
        own = channel_label(spot.channel)
        is_open = conversation.is_open_in(self._team)
        return [team_label(self._team), own] if is_open else [own]

    def link(self, question: Question) -> str | None:
        """Return nothing: a message in Slack has no link that is known when it is posted."""
        del question
        return None

    async def sees(self, question: Question) -> frozenset[str] | None:
        """Return what the asker may see now; None where Slack does not tell."""
        user = user_of(question)
        self._forget(user)
        try:
            return await self._context.audiences.of_person(self._team, user)
        except (SlackApiError, *LOST):
            return None

    async def readers(self, question: Question) -> frozenset[str]:
        """Return what all who read the channel of a question may see now."""
        spot = spot_at(question.conversation)
        if spot is None:
            return frozenset()
        self._forget(spot.channel)
        try:
            return await self._context.audiences.of_channel(self._team, spot.channel)
        except (SlackApiError, *LOST):
            return frozenset()

    async def tell(self, question: Question, *, here: bool) -> str:
        """Tell the asker, where they asked or else alone; return the message, "" for none."""
        context, user = self._context, user_of(question)
        try:
            wording = context.wording(await context.asker(self._team, user))
            said = wording.answer_given.format(
                name=self._writer.name, question=short(one_line(question.text))
            )
            message = Outgoing(
                escaped(f"{said} {self._text}"[:LONGEST]),
                ({"type": "section", "text": {"type": "mrkdwn", "text": f"<@{user}>"}},
                 {"type": "section", "text": plain_text(said)}, quoted(self._text)),
            )  # fmt: skip
            spot = spot_at(question.conversation) if here else None
            spot = spot or Spot(self._team, await context.sender.direct(self._team, user))
            ts = await context.sender.post(spot, message, f"answered/{question.id}")
        except DeliveryError:
            return ""
        return spot.message(ts)

    def _forget(self, id_: str) -> None:
        if self._text:
            self._context.directory.forget(self._team, id_)
            self._context.audiences.forget(self._team, id_)


def user_of(question: Question) -> str:
    """Return the account of whoever asked a question, as Slack names it."""
    return question.asker.id.partition("/")[2]
