"""Corrects answers that stand in a channel when a post that they quote is changed or removed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from adapters.cards import answer_card
from adapters.slack.layout import laid_out
from adapters.slack.translate import spot_at
from adapters.slack.web import LOST
from bot.errors import PlatformError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.slack.office import Office
    from bot.messages import Question


class Correcting:
    """Makes answers anew, for whoever may read them now.

    Only ids were kept of what an answer quotes, so the question is answered again. What only one
    person was shown cannot be changed any more.
    """

    def __init__(self, office: Office) -> None:
        self._office = office

    async def correct(self, post_ids: Sequence[str]) -> None:
        """Corrects every answer that quotes one of these posts."""
        questions = self._office.room.ledger.questions
        for message in questions.citing(post_ids):
            question = questions.answered_by(message)
            if question is not None and message.startswith("slack:"):
                # The message may be gone, or no longer ours to change; the others are not.
                with suppress(PlatformError, SlackApiError, *LOST):
                    await self._correct(message, question)

    async def _correct(self, message: str, question: Question) -> None:
        office = self._office
        place, _, ts = message.rpartition("/")
        spot = spot_at(place)
        if spot is None:
            return
        user = question.asker.id.partition("/")[2]
        audience = await office.readers(spot, user)
        is_direct = (await office.people.place(spot.team, spot.channel)).is_direct
        answer = await office.desk.again(question.id, audience, is_private=is_direct)
        if answer is None:
            return
        wording = office.wording(await office.people.person(spot.team, user))
        is_shared = question.is_private and not is_direct
        shared_by = wording.shared_by.format(name=question.asker.name, question=question.text)
        card = answer_card(
            answer, wording, heading=[shared_by] if is_shared else [], notes=[wording.corrected]
        )
        await office.sender.update(spot, ts, laid_out(card, wording))
        office.room.ledger.questions.posted(answer, message)
