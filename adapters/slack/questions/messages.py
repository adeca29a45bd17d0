"""Takes questions where they are written, and answers them there."""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager
from functools import partial
from time import time
from typing import TYPE_CHECKING, Final

from adapters.chat.hearing import EDITING_SECONDS, INSTEAD, is_worth_saying, said_instead
from adapters.chat.tasks import running_beside
from adapters.chat.ttl_cache import TtlCache
from adapters.slack.api.refusals import NotAllowed, may_pass
from adapters.slack.ids import Spot, spot_at
from adapters.slack.private_replies import tell_alone, tell_error
from adapters.slack.questions.hearing import Hearing, spot_of, who
from adapters.slack.questions.replies import Reply, directly
from adapters.slack.questions.reply_to_message import reply_to
from adapters.slack.questions.status_line import end_status, show_status
from adapters.slack.questions.withheld import replies_to, take_away, tell_withheld, told_beside
from adapters.slack.rendering.blocks import notice
from bot.errors import DeliveryError, HeldBack, UnavailableError
from bot.question_and_answer import question_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from adapters.slack.access.directory import Person
    from adapters.slack.api.workspaces import Workspace
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message
    from adapters.slack.questions.hearing import Heard


_log: Final = logging.getLogger(__name__)


class MessageHandler:
    """Answers mentions, direct messages, and what follows in a thread of ours.

    Args:
        context: What it stands on.

    Attributes:
        undelivered: The messages that were taken and whose reply could not be posted as yet.
    """

    def __init__(self, context: SlackContext) -> None:
        self._context = context
        self._hearing = Hearing(context)
        self.undelivered: asyncio.Queue[str] = asyncio.Queue()
        self._answered: TtlCache[str] = TtlCache(EDITING_SECONDS)

    async def on_message(
        self, message: Message, *, is_taken: bool = False, is_mention: bool = False
    ) -> None:
        """Answer a message if it asks us something, and nobody took it before.

        Args:
            message: The message.
            is_taken: Whether this process has taken it already.
            is_mention: Whether it came as a mention, beside the message that it is.

        Raises:
            DeliveryError: The reply cannot be posted; where that may pass, only of one that was
                taken already.
        """
        context = self._context
        workspace = await context.workspaces.of(message.team)
        is_addressed, spot = self._hearing.is_addressed(message, workspace), spot_of(message)
        deliveries, name = context.services.ledger.deliveries, spot.message(message.ts)
        try:
            with self._kept(name, is_taken=is_taken):
                hear = partial(self._hearing.heard, message, workspace)
                heard = await context.services.away.heard(hear, is_addressed=is_addressed)
        except UnavailableError as error:
            # Nobody can tell now which process takes it: the two events may come to two of them.
            is_first = is_taken or message.is_direct or is_mention
            if is_addressed and is_first and (is_taken or deliveries.claim(name)):
                await tell_error(context, message, error)  # who else may read it is not known
                deliveries.finish(name)
            return
        # Taken before its turn comes: Slack does not send it again if we are killed till then.
        if heard is not None and (is_taken or deliveries.claim(name)):
            async with context.tasks.turn(spot.conversation):
                try:
                    is_ours = await self._answer_or_tell(message, heard, workspace)
                except DeliveryError as error:
                    if is_taken or not may_pass(error):
                        raise
                    self.undelivered.put_nowait(name)  # what keeps it back was said
                else:  # what is not ours is a post like any other
                    (deliveries.finish if is_ours else deliveries.release)(name)

    @contextmanager
    def _kept(self, name: str, *, is_taken: bool) -> Iterator[None]:
        """Take a message whose connection is given up: `UnfinishedQuestions` looks at it then."""
        try:
            yield
        except asyncio.CancelledError:
            if not is_taken:
                self._context.services.ledger.deliveries.claim(name)
            raise

    async def on_missed(self, message: Message) -> bool:
        """Answer a message that was taken over, unless its answer was posted already.

        Returns:
            Whether it asks us something.

        Raises:
            DeliveryError: Whether it was posted cannot be known.
        """
        context = self._context
        heard = self._hearing.heard(message, await context.workspaces.of(message.team))
        if heard is None:
            return False
        deliveries, name = context.services.ledger.deliveries, heard.spot.message(message.ts)
        if await context.sender.find(heard.spot, name):
            deliveries.finish(name)
        else:
            await self.on_message(message, is_taken=True)
        return True

    async def on_edit(self, message: Message) -> None:
        """Answer an edited question again, in place, if it was asked just now."""
        context = self._context
        workspace = await context.workspaces.of(message.team)
        if time() - float(message.ts) > EDITING_SECONDS:
            return
        heard = self._hearing.heard(message, workspace)
        spot = heard.spot if heard else spot_of(message)
        asked = spot.message(message.ts)
        async with context.tasks.turn(spot.conversation):
            if heard is None or heard.intent in INSTEAD:
                await self._take_back(asked)
            shown, ts = self._shown(asked)
            if heard and shown is not None and heard.is_open:
                await self._answer_again(message, heard.spot, shown, ts)
            if heard and shown is None:  # what it said before got no answer that could be changed
                context.services.ledger.deliveries.release(asked)
        if heard and shown is None:
            await self.on_message(message)

    async def _take_back(self, asked: str) -> None:
        """Take the answer to a message away that asks nothing any more."""
        context = self._context
        shown, ts = self._shown(asked)
        if shown is not None:
            beside = told_beside(context, asked)
            context.questions.threads.forget(question_id(asked), [shown.message(ts)])
            self._answered.drop(asked)
            await take_away(context, [shown.message(ts), *beside])

    async def _answer_again(self, message: Message, spot: Spot, shown: Spot, ts: str) -> None:
        context = self._context
        workspace = await context.workspaces.of(message.team)
        person = await context.asker(message.team, message.user)
        beside = told_beside(context, spot.message(message.ts))
        try:
            reply = await reply_to(self._context, message, spot, workspace, person)
        except HeldBack as error:
            await self._tell_held_back(message, error)
            return
        except UnavailableError as error:
            await tell_error(context, message, error)
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
            await take_away(context, context.questions.threads.take_back(deleted.message(ts)))

    def _shown(self, asked: str) -> tuple[Spot | None, str]:
        """Return where the reply to a message is; None where there is none."""
        replies = replies_to(self._context, asked)
        place, _, ts = (self._answered.peek(asked) or next(iter(replies), "")).rpartition("/")
        return spot_at(place), ts

    async def _answer_or_tell(self, message: Message, heard: Heard, workspace: Workspace) -> bool:
        """Do as `_answer`, and tell its writer where the ledger cannot be used over it."""
        try:
            return await self._answer(message, heard, workspace)
        except UnavailableError as error:
            if heard.intent == "answer":
                await tell_error(self._context, message, error)
            return heard.intent == "answer"

    async def _answer(self, message: Message, heard: Heard, workspace: Workspace) -> bool:
        """Answer a message; False where it was hardly meant for us."""
        context, asker = self._context, who(message.team, message.user)
        if not heard.is_open:
            if context.services.limits.tells(asker):
                person = await context.asker(message.team, message.user)
                said = context.wording(person, message.text).settings["quiet"]
                await tell_alone(context, message, notice(said))
            return True
        if heard.intent in INSTEAD:
            person = await context.asker(message.team, message.user)
            said = said_instead(heard.intent, context.wording(person, message.text))
            await tell_alone(context, message, notice(said))
            return True
        try:
            with context.questions.held(asker, heard.spot.conversation):
                return await self._answer_here(message, heard, workspace)
        except HeldBack as error:
            if heard.intent == "answer":
                await self._tell_held_back(message, error)
            return heard.intent == "answer"

    async def _answer_here(self, message: Message, heard: Heard, workspace: Workspace) -> bool:
        context, spot = self._context, heard.spot
        person = await context.asker(message.team, message.user)
        wording = context.wording(person, message.text)
        if heard.intent == "answer_if_found":
            reply = await reply_to(self._context, message, spot, workspace, person)
            if not is_worth_saying(reply.answer, heard.intent):  # people also speak with each other
                context.services.ledger.questions.forget(question_id(spot.message(message.ts)))
                return False
            await self._post(reply, message, spot, person)
            return True
        searching, is_ended = show_status(message, workspace, wording.searching), False
        try:
            async with running_beside(searching) as status:
                reply = await reply_to(self._context, message, spot, workspace, person)
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

    async def _tell_held_back(self, message: Message, error: HeldBack) -> None:
        """Tell its asker alone, once a minute, that a question is not taken."""
        if self._context.services.limits.tells(who(message.team, message.user)):
            await tell_error(self._context, message, error)

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
