"""Tells an asker alone that posts answer which not everybody in the channel may read."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final

from adapters.chat import withheld
from adapters.chat.answer_notes import withheld_note
from adapters.slack.api.refusals import MessageGone
from adapters.slack.ids import spot_at
from adapters.slack.private_replies import tell_alone
from adapters.slack.rendering.blocks import button, notice
from bot.errors import DeliveryError
from bot.question_and_answer import question_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from adapters.chat.answer_notes import WithheldBy
    from adapters.chat.wording import Wording
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message
    from bot.question_and_answer import Answer

_log: Final = logging.getLogger(__name__)


async def tell_withheld(
    context: SlackContext, message: Message, answer: Answer | None, wording: Wording
) -> None:
    """Tell who asked, if posts that they may read answer what was answered to all in vain."""
    if answer is None or message.is_direct:
        return

    async def tell() -> None:
        reason = await _reason(context, message, answer)
        said = withheld_note(answer.question, reason, wording)
        shows = button(wording.only_me, "only_me:1", answer.question.id)
        if standing := await tell_alone(context, message, notice(said, buttons=[shows])):
            await context.keep(answer.with_excerpts(()), standing, is_beside=True)

    own = partial(context.audiences.of_person, message.team, message.user)
    await withheld.tell_withheld(context.questions, answer, own, tell)


def replies_to(context: SlackContext, asked: str) -> list[str]:
    """Return the messages that answer a message, without what was told beside them."""
    return context.services.ledger.questions.replies(question_id(asked), is_beside=False)


def told_beside(context: SlackContext, asked: str) -> list[str]:
    """Return the messages that told who asked something beside the answer to their message."""
    return context.services.ledger.questions.told_beside(question_id(asked))


async def _reason(context: SlackContext, message: Message, answer: Answer) -> WithheldBy:
    """Return who keeps posts from being quoted: guests, only where they could be without them."""
    team, channel = message.team, message.channel
    shown = await context.audiences.of_members(team)
    own = await context.audiences.of_person(team, message.user)
    if not await context.questions.is_withheld(answer, shown & own):
        return "others"
    if (await context.directory.conversation(team, channel)).has_outsiders:
        return "outsiders"
    guests = await context.audiences.guests_in(team, channel)
    return "guests" if guests - {"?"} else "others"


async def take_away(context: SlackContext, names: Iterable[str]) -> None:
    """Delete messages of ours, as they are called in the ledger."""
    for name in names:
        context.services.ledger.answers.forget(name)
        place, _, ts = name.rpartition("/")
        try:
            if spot := spot_at(place):
                await context.sender.delete(spot, ts)
        except MessageGone:
            pass
        except DeliveryError:
            _log.warning("an answer could not be taken away")
