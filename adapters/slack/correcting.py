"""Changes answers that stand in a channel, when what they show has changed or is no longer seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.cards import corrected_card
from adapters.slack.audience import ONLY_OPEN, channel_label
from adapters.slack.layout import laid_out
from adapters.slack.people import Person
from adapters.slack.sending import MessageGone
from adapters.slack.translate import PLATFORM, Spot, spot_at
from adapters.slack.web import LOST, reason
from bot.errors import DeliveryError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.slack.office import Office
    from adapters.wording import Wording
    from bot.restating import Restated

NOBODY: Final = Person("", "somebody")
"""Whose language is spoken where it is not known any more who asked."""


class Correcting:
    """Is told what changed, and changes the messages that the bot's core finds out of date.

    What only one person was shown cannot be changed any more.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._corrections = office.room.corrections

    async def run(self) -> None:
        """Corrects answers in Slack, until cancelled."""
        await self._corrections.serve(PLATFORM, self._office.desk, self)

    def withdraw(self, post_ids: Sequence[str]) -> None:
        """Is told, before they are removed, that whoever wrote these posts removes them."""
        self._corrections.withdraw(post_ids)

    async def correct(self, post_ids: Sequence[str]) -> None:
        """Corrects every answer that shows one of these posts, which were changed or removed."""
        await self._corrections.correct(post_ids)

    def look(self) -> None:
        """Has all answers looked at soon."""
        self._corrections.want(PLATFORM)

    def look_in(self, team: str, channel: str) -> None:
        """Has the answers in a channel looked at soon, for it may have more readers."""
        place = Spot(team, channel).place
        self._corrections.want(PLATFORM, lambda each, _: each.place == place)

    def look_for_posts_of(self, channel: str) -> None:
        """Has the answers looked at soon that show what was written in a channel."""
        label = channel_label(channel)
        self._corrections.want(PLATFORM, lambda _, labels: label in labels)

    def look_for(self, team: str, user: str) -> None:
        """Has the answers to somebody looked at soon, for they may see less."""
        account = f"{PLATFORM}:{team}/{user}"
        self._corrections.want(PLATFORM, lambda each, _: each.account == account)

    async def readers(self, message: str) -> frozenset[str] | None:
        """Returns what all who read a message may see; None for what is no message of Slack's.

        Raises:
            BotError: Slack does not tell at the moment.
        """
        spot, office = _spot(message), self._office
        if spot is None:
            return None
        try:
            place = await office.people.place(spot.team, spot.channel)
            if not place.is_direct:
                return await office.audiences.of_channel(spot.team, spot.channel)
            if not place.partner:
                return ONLY_OPEN
            return await office.audiences.of_person(spot.team, place.partner)
        except (SlackApiError, *LOST) as error:
            why = reason(error)
            raise DeliveryError(f"Slack does not tell who reads an answer ({why})") from error

    async def show(self, message: str, answer: Restated) -> bool:
        """Shows an answer in place of a message; False where the message is gone.

        Raises:
            BotError: It cannot be changed at the moment.
        """
        spot, office, question = _spot(message), self._office, answer.question
        if spot is None:
            return False
        try:
            is_direct = (await office.people.place(spot.team, spot.channel)).is_direct
            wording = await self._wording(spot, answer)
        except (SlackApiError, *LOST) as error:
            why = reason(error)
            raise DeliveryError(f"Slack does not tell where an answer is ({why})") from error
        heading = []
        if question is not None and question.is_private and not is_direct:
            name, text = question.asker.name, question.text
            heading = [wording.shared_by.format(name=name, question=text)]
        card = corrected_card(answer, wording, heading=heading)
        try:
            await office.sender.update(spot, message.rpartition("/")[2], laid_out(card, wording))
        except MessageGone:
            return False
        return True

    async def _wording(self, spot: Spot, answer: Restated) -> Wording:
        office = self._office
        if answer.question is not None:
            user = answer.question.asker.id.partition("/")[2]
        else:
            user = (await office.people.place(spot.team, spot.channel)).partner
        return office.wording(await office.people.person(spot.team, user) if user else NOBODY)


def _spot(message: str) -> Spot | None:
    return spot_at(message.rpartition("/")[0])
