"""Corrects answers that stand in a channel when a post that they quote is changed or removed."""

from __future__ import annotations

from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Final

import discord

from adapters.cards import answer_card
from adapters.discord.audience import Place
from adapters.discord.layout import NO_PINGS, card_view
from adapters.discord.posting import FAILURES
from adapters.discord.translate import place_of, wording_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.discord.office import Office
    from bot.messages import Answer, Question

LATELY_SECONDS: Final = 60.0
"""No answer takes longer to be made and sent."""


class Correcting:
    """Makes answers anew, for whoever may read them now.

    Only ids were kept of what an answer quotes, so the question is answered again. What only
    one person was shown for a moment cannot be changed any more, and vanishes by itself.
    """

    def __init__(self, office: Office) -> None:
        self._office = office
        self._lately: dict[str, float] = {}

    async def correct(self, post_ids: Sequence[str]) -> None:
        """Corrects every answer that quotes one of these posts."""
        self._note(post_ids)
        questions = self._office.room.ledger.questions
        for message in questions.citing(post_ids):
            question = questions.answered_by(message)
            if question is not None:
                # The message may be gone, or no longer ours to change; the others are not.
                with suppress(*FAILURES, discord.InvalidData):
                    await self._correct(message, question)

    async def check(self, answer: Answer) -> None:
        """Corrects an answer that was just sent, if a post changed while it was being made."""
        changed = [each for each in answer.post_ids if each in self._lately]
        if changed:
            await self.correct(changed)

    def _note(self, post_ids: Sequence[str]) -> None:
        now = monotonic()
        for id_, at in list(self._lately.items()):
            if at >= now - LATELY_SECONDS:
                break  # they stand in the order in which they were changed
            del self._lately[id_]
        for id_ in post_ids:
            self._lately.pop(id_, None)
            self._lately[id_] = now

    async def _correct(self, message: str, question: Question) -> None:
        channel_id, message_id = place_of(message)
        client = self._office.client
        # A thread at rest is not known until it is asked for.
        channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
        if question.room:
            # Others are readers too, also of a place that is not known just now: what its asker
            # alone may see has no place there.
            asked_in = self._office.client.get_channel(place_of(f"{question.place}/0")[0])
            place = channel if isinstance(channel, Place) else asked_in
            audience = await self._office.seeing.everybody_in(place)
        else:
            asker = await self._office.client.fetch_user(int(question.asker.id))
            audience = await self._office.seeing.one(asker, None)
        is_shared = question.is_private and bool(question.room)
        answer = await self._office.desk.again(
            question.id, audience, is_private=question.is_private and not is_shared
        )
        if answer is None:
            return
        wording = wording_of(question.text, self._office.language)
        shared_by = wording.shared_by.format(name=question.asker.name, question=question.text)
        card = answer_card(
            answer, wording, heading=[shared_by] if is_shared else [], notes=[wording.corrected]
        )
        if isinstance(channel, discord.Thread) and channel.archived:
            await channel.edit(archived=False)  # nothing in it can be changed while it is
        partial = self._office.client.get_partial_messageable(channel_id)
        await partial.get_partial_message(message_id).edit(
            view=card_view(card, wording), allowed_mentions=NO_PINGS
        )
        self._office.room.ledger.questions.posted(answer, message)
