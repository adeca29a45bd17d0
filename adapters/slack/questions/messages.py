"""Takes questions where they are written, and answers them there."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from time import time
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.chat.cards import answer_card
from adapters.chat.error_text import settled
from adapters.chat.tasks import running_beside
from adapters.markup.slack import addressed, mentions, named_ids
from adapters.slack.access.ttl_cache import TtlCache
from adapters.slack.api.sender import NotAllowed
from adapters.slack.api.web_api import LOST
from adapters.slack.ids import PLATFORM, Spot, question_id, spot_at
from adapters.slack.questions.translate import to_question
from adapters.slack.rendering.blocks import Outgoing, laid_out, notice
from bot.messages import Asker
from bot.questions.service import MEMORY

if TYPE_CHECKING:
    from datetime import timedelta

    from adapters.chat.wording import Wording
    from adapters.slack.access.directory import Person
    from adapters.slack.api.workspaces import Workspace
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message
    from bot.messages import Answer, Question


EDITING_SECONDS: Final = 60
"""How long a question may be edited and is answered again in place."""

STATUS_SECONDS: Final = 5.0
"""How long a status that is to go is tried to be taken away; Slack does it after two minutes."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said to a question, and the answer it shows, if it is one."""

    message: Outgoing
    answer: Answer | None = None


class MessageHandler:
    """Answers mentions, direct messages, and what follows in a thread of ours.

    Args:
        context: What it stands on.
        keep: How long questions are kept, and threads with them are ours.
    """

    def __init__(self, context: SlackContext, keep: timedelta) -> None:
        self._context = context
        self._keep = keep
        self._answered: TtlCache[str] = TtlCache(EDITING_SECONDS)

    async def on_message(self, message: Message) -> None:
        """Answer a message if it asks us something, and nobody took it before."""
        context = self._context
        workspace = await context.workspaces.of(message.team)
        spot = self._spot(message, workspace)
        if spot is None:
            return
        deliveries, name = context.services.ledger.deliveries, spot.message(message.ts)
        # Taken before its turn comes: Slack does not send it again if we are killed till then.
        if deliveries.claim(name):
            async with context.tasks.turn(spot.conversation):
                if await self._answer(message, spot, workspace):
                    deliveries.finish(name)
                else:  # it is a post like any other
                    deliveries.release(name)

    async def on_missed(self, message: Message) -> None:
        """Answer a message that was taken before, unless its answer was posted already.

        Raises:
            DeliveryError: Whether it was posted cannot be known.
        """
        context = self._context
        spot = self._spot(message, await context.workspaces.of(message.team))
        if spot is None:
            return
        deliveries, name = context.services.ledger.deliveries, spot.message(message.ts)
        if await context.sender.find(spot, name):
            deliveries.claim(name)
            deliveries.finish(name)
        else:
            await self.on_message(message)

    async def on_edit(self, message: Message) -> None:
        """Answer an edited question again, in place, if it was asked just now."""
        context = self._context
        workspace = await context.workspaces.of(message.team)
        spot = self._spot(message, workspace)
        if spot is None or time() - float(message.ts) > EDITING_SECONDS:
            return
        async with context.tasks.turn(spot.conversation):
            shown, ts = self._shown(spot.message(message.ts))
            if shown is not None:
                person = await context.asker(message.team, message.user)
                reply = await self._reply(message, spot, workspace, person)
                outgoing = (
                    reply.message
                    if shown.channel == spot.channel
                    else (self._directly(reply, person))
                )
                await context.sender.update(shown, ts, outgoing)
                await self._note(reply, shown, ts, asked_in=spot)
                return
        await self.on_message(message)

    def _shown(self, asked: str) -> tuple[Spot | None, str]:
        """Return where the reply to a message is; None where there is none."""
        replies = self._context.services.ledger.questions.replies(question_id(asked))
        place, _, ts = (self._answered.peek(asked) or next(iter(replies), "")).rpartition("/")
        return spot_at(place), ts

    def _spot(self, message: Message, workspace: Workspace) -> Spot | None:
        """Return where to answer; None for what is not for us."""
        if message.is_by_bot or message.user in {"", "USLACKBOT", workspace.bot_user_id}:
            return None
        if message.is_direct:
            return Spot(message.team, message.channel, message.thread_ts)
        spot = Spot(message.team, message.channel, message.thread_ts or message.ts)
        if mentions(message.text, workspace.bot_user_id):
            return spot
        if not message.thread_ts or addressed(message.text) or not message.text.strip():
            return None
        return spot if self._has_asked(spot, message.user) else None

    def _has_asked(self, spot: Spot, user: str) -> bool:
        """Return whether somebody asked us in a thread, or what its first message answers."""
        questions = self._context.services.ledger.questions
        asker = Asker(PLATFORM, f"{spot.team}/{user}", "")
        if questions.has_asked(asker, spot.conversation, self._keep):
            return True
        shared = questions.answered_by(spot.message(spot.thread_ts))
        return shared is not None and shared.asker.id == asker.id

    def _before(self, spot: Spot, user: str) -> Question | None:
        """Return the question before: in the thread, or the one its first message answers."""
        questions = self._context.services.ledger.questions
        asker = Asker(PLATFORM, f"{spot.team}/{user}", "")
        found = questions.latest(spot.conversation, MEMORY, asker)
        if found is None and spot.thread_ts:
            return questions.answered_by(spot.message(spot.thread_ts))
        return found

    async def _answer(self, message: Message, spot: Spot, workspace: Workspace) -> bool:
        """Answer a message; False where it was hardly meant for us."""
        context = self._context
        person = await context.asker(message.team, message.user)
        searching = self._show_status(message, spot, workspace, context.wording(person).searching)
        async with running_beside(searching) as status:
            reply = await self._reply(message, spot, workspace, person)
        if (chatter := _chatter(message, reply, workspace)) is not None:
            # People also speak with each other there.
            context.services.ledger.questions.forget(chatter.question.id)
            context.tasks.begin(self._end_status(message, spot, workspace))
            return False
        asked, shown = spot.message(message.ts), spot
        try:
            ts = await context.sender.post(spot, reply.message, asked)
        except NotAllowed:
            shown, ts = await self._answer_directly(reply, message, person)
        if status.cancelled():  # Slack may yet come to show it, and takes it away by an answer only
            context.tasks.begin(self._end_status(message, spot, workspace))
        self._answered.put(asked, shown.message(ts))
        await self._note(reply, shown, ts, asked_in=spot)
        return True

    async def _reply(
        self, message: Message, spot: Spot, workspace: Workspace, person: Person
    ) -> Reply:
        wording = self._context.wording(person)
        work = self._found(message, spot, workspace, person, wording)
        return await settled(work, lambda said: Reply(notice(said)), wording)

    async def _found(
        self,
        message: Message,
        spot: Spot,
        workspace: Workspace,
        person: Person,
        wording: Wording,
    ) -> Reply:
        context = self._context
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
            return Reply(notice(wording.no_question))
        answer = await context.questions.ask(question, self._before(spot, message.user))
        return Reply(laid_out(answer_card(answer, wording), wording), answer)

    async def _answer_directly(
        self, reply: Reply, message: Message, person: Person
    ) -> tuple[Spot, str]:
        """Answer where only the asker reads, for we may not write where they asked."""
        context = self._context
        channel = await context.sender.direct(message.team, message.user)
        spot, shown = Spot(message.team, channel), self._directly(reply, person)
        return spot, await context.sender.post(spot, shown, spot.message(message.ts))

    def _directly(self, reply: Reply, person: Person) -> Outgoing:
        """Return a reply for where nobody sees what it replies to."""
        if reply.answer is None:
            return reply.message
        wording = self._context.wording(person)
        asked = reply.answer.question.text
        heading = [wording.answered_in_private.format(question=asked)]
        return laid_out(answer_card(reply.answer, wording, heading=heading), wording)

    async def _show_status(
        self, message: Message, spot: Spot, workspace: Workspace, status: str
    ) -> None:
        with suppress(SlackApiError, *LOST):
            # An ornament: the answer comes without it too.
            await workspace.client.assistant_threads_setStatus(
                channel_id=spot.channel, thread_ts=spot.thread_ts or message.ts, status=status
            )

    async def _end_status(self, message: Message, spot: Spot, workspace: Workspace) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(STATUS_SECONDS):
                await self._show_status(message, spot, workspace, "")

    async def _note(self, reply: Reply, shown: Spot, ts: str, *, asked_in: Spot) -> None:
        if reply.answer is not None:
            is_elsewhere = shown.channel != asked_in.channel  # so that it repeats the question
            await self._context.keep(reply.answer, shown.message(ts), names_asker=is_elsewhere)


def _chatter(message: Message, reply: Reply, workspace: Workspace) -> Answer | None:
    """Return the answer to what was hardly meant for us: no mention, and nothing was found."""
    is_for_us = message.is_direct or mentions(message.text, workspace.bot_user_id)
    return None if is_for_us or reply.answer is None or reply.answer.found else reply.answer
