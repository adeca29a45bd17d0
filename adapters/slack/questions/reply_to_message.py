"""Makes what is said to a message that asks something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.chat.cards import answer_card
from adapters.chat.error_text import is_damage, sentence, settled
from adapters.markup.slack import named_ids
from adapters.slack.ids import Spot
from adapters.slack.questions.hearing import who
from adapters.slack.questions.message_to_question import to_question
from adapters.slack.questions.replies import Reply
from adapters.slack.rendering.blocks import laid_out, notice
from bot.errors import HeldBack, UnavailableError
from bot.questions.threads import MEMORY

if TYPE_CHECKING:
    from adapters.slack.access.directory import Person
    from adapters.slack.api.workspaces import Workspace
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message
    from bot.question_and_answer import Question


async def reply_to(
    context: SlackContext, message: Message, spot: Spot, workspace: Workspace, person: Person
) -> Reply:
    """Return what is said to a message: an answer, how to ask, or what went wrong.

    Args:
        context: What it stands on.
        message: The message.
        spot: Where it is answered.
        workspace: Of the workspace it is in, what it is known by.
        person: Its writer.

    Raises:
        HeldBack: It is not taken now.
        UnavailableError: What is kept cannot be used, which its asker alone is told.
    """
    wording = context.wording(person, message.text)
    work = _found(context, message, spot, workspace, person)
    try:
        return await settled(work, _reply, wording, raises=(HeldBack, UnavailableError))
    except UnavailableError as error:
        if is_damage(error, wording):
            raise
        return _reply(sentence(error, wording))


def _reply(said: str) -> Reply:
    return Reply(notice(said))


async def _found(
    context: SlackContext, message: Message, spot: Spot, workspace: Workspace, person: Person
) -> Reply:
    wording = context.wording(person, message.text)
    audience = await context.readers(spot, message.user)
    named = named_ids(message.text) - {workspace.bot_user_id}
    question = to_question(
        message.text,
        person,
        spot,
        audience,
        bot_user_id=workspace.bot_user_id,
        names=await context.directory.names(message.team, named, audience),
        message=spot.message(message.ts),
        is_private=message.is_direct,
    )
    if question is None:
        return Reply(notice(wording.how_to_ask))
    before = _before(context, spot, message.user, is_direct=message.is_direct)
    answer = await context.questions.ask(question, before)
    return Reply(laid_out(answer_card(answer, wording), wording), answer)


def _before(context: SlackContext, spot: Spot, user: str, *, is_direct: bool) -> Question | None:
    """Return the question before: in the thread, or the one its first message answers."""
    questions = context.services.ledger.questions
    found = questions.latest(spot.conversation, MEMORY, who(spot.team, user))
    if found is None:
        found = questions.answered_by(spot.message(spot.thread_ts))
    if found is None and is_direct:  # people also go on beside the thread
        found = questions.latest_under(f"{Spot(spot.team, spot.channel).conversation}/", MEMORY)
    return found
