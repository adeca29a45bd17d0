"""Changes answers that stand in a channel, when what they show has changed or is no longer seen."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.chat.cards import corrected_card
from adapters.slack.access.directory import Person
from adapters.slack.api.refusals import MessageGone
from adapters.slack.api.web_api import LOST, reason
from adapters.slack.ids import ONLY_OPEN, PLATFORM, Spot, channel_label, spot_at
from adapters.slack.rendering.blocks import laid_out
from bot.errors import DeliveryError
from index.error_sentences import Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.ids import Labels
    from bot.corrections.restatement import RevisedAnswer


NOBODY: Final = Person("", "somebody")
"""Whose language is spoken where it is not known any more who asked."""


class SlackAnswerEditor:
    """Is told what changed, and changes the messages that the bot's core finds out of date.

    What only one person was shown cannot be changed any more.
    """

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self._corrections = context.services.corrections

    async def run(self) -> None:
        """Correct answers in Slack, until cancelled."""
        looks = self._context.services.sharing is None
        await self._corrections.serve(PLATFORM, self._context.questions, self, looks=looks)

    def mark_deleted(self, post_ids: Sequence[str]) -> None:
        """Is told, before they are removed, that whoever wrote these posts removes them."""
        self._corrections.mark_deleted(post_ids)

    async def correct(self, post_ids: Sequence[str]) -> None:
        """Correct every answer that shows one of these posts, which were changed or removed."""
        await self._corrections.correct(post_ids)

    def look(self) -> None:
        """Have all answers looked at soon."""
        self._corrections.want(PLATFORM)

    def look_in(self, team: str, channel: str) -> None:
        """Have the answers in a channel looked at soon, for it may have more readers."""
        place = Spot(team, channel).conversation
        self._corrections.want(PLATFORM, lambda each, _: each.channel == place)

    def look_for_posts_of(self, channel: str) -> None:
        """Have the answers looked at soon that show what was written in a channel."""
        self.look_for_labels(frozenset({channel_label(channel)}))

    def look_for_labels(self, changed: Labels) -> None:
        """Have the answers looked at soon that show what only some labels let their readers see."""
        self._corrections.want(PLATFORM, lambda _, labels: not changed.isdisjoint(labels))

    def look_for(self, team: str, user: str) -> None:
        """Have the answers to somebody looked at soon, for they may see less."""
        account = f"{PLATFORM}:{team}/{user}"
        self._corrections.want(PLATFORM, lambda each, _: each.account == account)

    async def readers(self, message: str) -> frozenset[str] | None:
        """Return what all who read a message may see; None for what is no message of Slack's.

        Raises:
            BotError: Slack does not tell at the moment.
        """
        spot, context = _spot(message), self._context
        if spot is None:
            return None
        try:
            conversation = await context.directory.conversation(spot.team, spot.channel)
            if not conversation.is_direct:
                return await context.audiences.of_channel(spot.team, spot.channel)
            if not conversation.partner:
                return ONLY_OPEN
            return await context.audiences.of_person(spot.team, conversation.partner)
        except (SlackApiError, *LOST) as error:
            why = reason(error)
            raise DeliveryError(
                Told("Slack does not tell who reads an answer ({reason})", reason=why)
            ) from error

    async def show(self, message: str, answer: RevisedAnswer) -> bool:
        """Show an answer in place of a message; False where the message is gone.

        Raises:
            BotError: It cannot be changed at the moment.
        """
        spot, context, question = _spot(message), self._context, answer.question
        if spot is None:
            return False
        try:
            is_direct = (await context.directory.conversation(spot.team, spot.channel)).is_direct
            wording = await self._wording(spot, answer)
        except (SlackApiError, *LOST) as error:
            why = reason(error)
            raise DeliveryError(
                Told("Slack does not tell where an answer is ({reason})", reason=why)
            ) from error
        heading = []
        if question is not None and question.is_private and not is_direct:
            name, text = question.asker.name, question.text
            heading = [wording.shared_by.format(name=name, question=text)]
        card = corrected_card(answer, wording, heading=heading)
        try:
            await context.sender.update(spot, message.rpartition("/")[2], laid_out(card, wording))
        except MessageGone:
            return False
        return True

    async def remove(self, message: str) -> None:
        """Take a message away, unless it is gone.

        Raises:
            DeliveryError: It cannot be taken away at the moment.
        """
        spot = _spot(message)
        if spot is not None:
            with suppress(MessageGone):
                await self._context.sender.delete(spot, message.rpartition("/")[2])

    async def _wording(self, spot: Spot, answer: RevisedAnswer) -> Wording:
        context = self._context
        if answer.question is not None:
            user = answer.question.asker.id.partition("/")[2]
        else:
            user = (await context.directory.conversation(spot.team, spot.channel)).partner
        nobody = replace(NOBODY, team=spot.team)
        person = await context.directory.person(spot.team, user) if user else nobody
        if answer.question is None:
            return context.wording(person)
        return context.wording_for(answer.question, person)


def _spot(message: str) -> Spot | None:
    return spot_at(message.rpartition("/")[0])
