"""Tells an asker alone that posts answer which not everybody in the channel may read."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.chat.answer_notes import withheld_note
from adapters.slack.api.web_api import LOST
from adapters.slack.private_replies import tell_alone
from adapters.slack.rendering.blocks import button, notice
from bot.errors import BotError

if TYPE_CHECKING:
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
    if answer is None or answer.found or message.is_direct:
        return
    try:
        own = await context.audiences.of_person(message.team, message.user)
        if not await context.questions.is_withheld(answer, own):
            return
        said = withheld_note(answer.question, await _reason(context, message), wording)
        shows = button(wording.only_me, "only_me:1", answer.question.id)
        await tell_alone(context, message, notice(said, buttons=[shows]))
    except (BotError, SlackApiError, *LOST) as error:  # the question is answered as it is
        _log.info("what is withheld could not be told (%s)", type(error).__name__)


async def _reason(context: SlackContext, message: Message) -> WithheldBy:
    team, channel = message.team, message.channel
    if (await context.directory.conversation(team, channel)).has_outsiders:
        return "outsiders"
    guests = await context.audiences.guests_in(team, channel)
    return "guests" if guests - {"?"} else "others"
