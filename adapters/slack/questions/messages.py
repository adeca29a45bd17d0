"""Takes questions where they are written, and answers them there."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from time import time
from typing import TYPE_CHECKING, Final

from adapters.chat.cards import answer_card
from adapters.chat.error_text import sentence, settled
from adapters.chat.hearing import EDITING_SECONDS, intent_for, is_worth_saying
from adapters.chat.tasks import running_beside
from adapters.chat.ttl_cache import TtlCache
from adapters.markup.slack import mentions, named_ids, readable, without_mention
from adapters.slack.access.directory import asker_of
from adapters.slack.api.sender import NotAllowed
from adapters.slack.ids import PLATFORM, Spot, spot_at
from adapters.slack.private_replies import tell_alone
from adapters.slack.questions.message_to_question import to_question
from adapters.slack.questions.replies import Reply, directly
from adapters.slack.questions.status_line import end_status, show_status
from adapters.slack.questions.withheld import replies_to, take_away, tell_withheld, told_beside
from adapters.slack.rendering.blocks import laid_out, notice
from bot.errors import HeldBack
from bot.question_and_answer import Asker, question_id
from bot.questions.service import MEMORY

if TYPE_CHECKING:
    from datetime import timedelta

    from adapters.chat.wording import Wording
    from adapters.slack.access.directory import Person
    from adapters.slack.api.workspaces import Workspace
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message
    from bot.question_and_answer import Question
    from bot.questions.parsing.intent import Intent


_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Heard:
    """A message that is for us: where its reply goes, what is wanted, whether it may be open."""

    spot: Spot
    intent: Intent
    is_open: bool


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
        heard = self._heard(message, workspace)
        if heard is None:
            return
        deliveries, name = context.services.ledger.deliveries, heard.spot.message(message.ts)
        # Taken before its turn comes: Slack does not send it again if we are killed till then.
        if deliveries.claim(name):
            async with context.tasks.turn(heard.spot.conversation):
                if await self._answer(message, heard, workspace):
                    deliveries.finish(name)
                else:  # it is a post like any other
                    deliveries.release(name)

    async def on_missed(self, message: Message) -> None:
        """Answer a message that was taken before, unless its answer was posted already.

        Raises:
            DeliveryError: Whether it was posted cannot be known.
        """
        context = self._context
        heard = self._heard(message, await context.workspaces.of(message.team))
        if heard is None:
            return
        deliveries, name = context.services.ledger.deliveries, heard.spot.message(message.ts)
        if await context.sender.find(heard.spot, name):
            deliveries.claim(name)
            deliveries.finish(name)
        else:
            await self.on_message(message)

    async def on_edit(self, message: Message) -> None:
        """Answer an edited question again, in place, if it was asked just now."""
        context = self._context
        workspace = await context.workspaces.of(message.team)
        heard = self._heard(message, workspace)
        if heard is None or time() - float(message.ts) > EDITING_SECONDS:
            return
        asked = heard.spot.message(message.ts)
        async with context.tasks.turn(heard.spot.conversation):
            shown, ts = self._shown(asked)
            if shown is not None and heard.is_open and heard.intent != "help":
                await self._answer_again(message, heard.spot, shown, ts)
            if shown is None:  # what it said before got no answer that could be changed
                context.services.ledger.deliveries.release(asked)
        if shown is None:
            await self.on_message(message)

    async def _answer_again(self, message: Message, spot: Spot, shown: Spot, ts: str) -> None:
        context = self._context
        workspace = await context.workspaces.of(message.team)
        person = await context.asker(message.team, message.user)
        beside = told_beside(context, spot.message(message.ts))
        reply = await self._reply(message, spot, workspace, person)
        if reply.is_held_back:
            await self._tell_limit(message, reply, person)
            return
        wording, is_here = context.wording(person, message.text), shown.channel == spot.channel
        outgoing = reply.message if is_here else directly(reply, wording)
        await context.sender.update(shown, ts, outgoing)
        await self._note(reply, shown, ts, asked_in=spot)
        await take_away(context, beside)
        await tell_withheld(context, message, reply.answer, wording)

    async def on_delete(self, deleted: Spot, ts: str) -> None:
        """Take the answer to a deleted question away.

        Args:
            deleted: Where it stood, as its answer was given a place.
            ts: The question.
        """
        context = self._context
        async with context.tasks.turn(deleted.conversation):
            await take_away(context, context.questions.take_back(deleted.message(ts)))

    def _shown(self, asked: str) -> tuple[Spot | None, str]:
        """Return where the reply to a message is; None where there is none."""
        replies = replies_to(self._context, asked)
        place, _, ts = (self._answered.peek(asked) or next(iter(replies), "")).rpartition("/")
        return spot_at(place), ts

    def _heard(self, message: Message, workspace: Workspace) -> Heard | None:
        """Return where to answer what; None for what is not for us."""
        us = workspace.bot_user_id
        if message.is_by_bot or message.user in {"", "USLACKBOT", us}:
            return None
        # A direct message begins a thread of its own: only an answer there ends its status, too.
        spot = Spot(message.team, message.channel, message.thread_ts or message.ts)
        is_direct = message.is_direct or mentions(message.text, us)
        is_open = message.is_direct or self._context.answers_in(message.team, message.channel)
        if not is_direct and not (
            is_open
            and message.thread_ts
            and self._context.settings_of(message.team).goes_on
            and self._has_asked(spot, message.user)
        ):
            return None
        words = readable(without_mention(message.text, us), {})
        intent = intent_for(message.text, words, is_direct=is_direct, ours={us})
        return None if intent == "nothing" else Heard(spot, intent, is_open)

    def _has_asked(self, spot: Spot, user: str) -> bool:
        """Return whether somebody asked us in a thread, or what its first message answers."""
        questions = self._context.services.ledger.questions
        asker = Asker(PLATFORM, f"{spot.team}/{user}", "")
        if questions.has_asked(asker, spot.conversation, self._keep):
            return True
        shared = questions.answered_by(spot.message(spot.thread_ts))
        return shared is not None and shared.asker.id == asker.id

    def _before(self, spot: Spot, user: str, *, is_direct: bool) -> Question | None:
        """Return the question before: in the thread, or the one its first message answers."""
        questions = self._context.services.ledger.questions
        asker = Asker(PLATFORM, f"{spot.team}/{user}", "")
        found = questions.latest(spot.conversation, MEMORY, asker)
        if found is None:
            found = questions.answered_by(spot.message(spot.thread_ts))
        if found is None and is_direct:  # people also go on beside the thread
            found = questions.latest_under(f"{Spot(spot.team, spot.channel).conversation}/", MEMORY)
        return found

    async def _answer(self, message: Message, heard: Heard, workspace: Workspace) -> bool:
        """Answer a message; False where it was hardly meant for us."""
        context, spot = self._context, heard.spot
        person = await context.asker(message.team, message.user)
        wording = context.wording(person, message.text)
        if not heard.is_open:
            if context.services.limits.tells(asker_of(person, message.team)):
                await tell_alone(context, message, notice(wording.settings["quiet"]))
            return True
        if heard.intent == "help":
            await tell_alone(context, message, notice(wording.how_to_ask))
            return True
        if heard.intent == "answer_if_found":
            reply = await self._reply(message, spot, workspace, person)
            if not is_worth_saying(reply.answer, heard.intent):  # people also speak with each other
                context.services.ledger.questions.forget(question_id(spot.message(message.ts)))
                return False
            await self._post(reply, message, spot, person)
            return True
        searching, is_ended = show_status(message, workspace, wording.searching), False
        async with running_beside(searching) as status:
            reply = await self._reply(message, spot, workspace, person)
        try:
            if reply.is_held_back:
                await self._tell_limit(message, reply, person)
            else:
                is_ended = await self._post(reply, message, spot, person)
                await tell_withheld(context, message, reply.answer, wording)
        finally:
            # Slack may yet come to show it, and takes it away by an answer under it only.
            if not is_ended or status.cancelled():
                context.tasks.begin(end_status(message, workspace))
        return True

    async def _post(self, reply: Reply, message: Message, spot: Spot, person: Person) -> bool:
        """Post a reply; False where it had to go elsewhere."""
        asked, shown = spot.message(message.ts), spot
        try:
            ts = await self._context.sender.post(spot, reply.message, asked)
        except NotAllowed:
            shown, ts = await self._answer_directly(reply, message, person)
        self._answered.put(asked, shown.message(ts))
        await self._note(reply, shown, ts, asked_in=spot)
        return shown == spot

    async def _tell_limit(self, message: Message, reply: Reply, person: Person) -> None:
        if self._context.services.limits.tells(asker_of(person, message.team)):
            await tell_alone(self._context, message, reply.message)

    async def _reply(
        self, message: Message, spot: Spot, workspace: Workspace, person: Person
    ) -> Reply:
        wording = self._context.wording(person, message.text)
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
            return Reply(notice(wording.how_to_ask))
        try:
            before = self._before(spot, message.user, is_direct=message.is_direct)
            answer = await context.questions.ask(question, before)
        except HeldBack as error:
            return Reply(notice(sentence(error, wording)), is_held_back=True)
        return Reply(laid_out(answer_card(answer, wording), wording), answer)

    async def _answer_directly(
        self, reply: Reply, message: Message, person: Person
    ) -> tuple[Spot, str]:
        """Answer where only the asker reads, for we may not write where they asked."""
        context = self._context
        channel = await context.sender.direct(message.team, message.user)
        spot, shown = (
            Spot(message.team, channel),
            directly(reply, context.wording(person, message.text)),
        )
        return spot, await context.sender.post(spot, shown, spot.message(message.ts))

    async def _note(self, reply: Reply, shown: Spot, ts: str, *, asked_in: Spot) -> None:
        if reply.answer is not None:
            is_elsewhere = shown.channel != asked_in.channel  # so that it repeats the question
            await self._context.keep(reply.answer, shown.message(ts), names_asker=is_elsewhere)
