"""Answers what was taken and not answered: the bot was killed over it, or could not post."""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from time import time
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.slack.api.refusals import may_pass
from adapters.slack.api.web_api import LOST, message_at
from adapters.slack.ids import PLATFORM, spot_at
from adapters.slack.payloads import parse_message
from adapters.slack.private_replies import tell_alone
from adapters.slack.questions.hearing import who
from adapters.slack.rendering.blocks import notice
from bot.errors import DeliveryError, NotGranted, PlatformError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message
    from adapters.slack.questions.messages import MessageHandler


LONGEST_AGO_SECONDS: Final = 15 * 60
"""An answer that comes later than this surprises more than it helps."""

FORGOTTEN_SECONDS: Final = 24 * 60 * 60
"""Nobody waits for so long to be told that there is no answer."""

PAUSE, LONGEST_PAUSE_SECONDS = 10, 60.0
"""Between two tries to deliver, at first in pauses of a failed call: who asked waits for it, and
each try counts among the questions that one may ask in a minute."""

_log: Final = logging.getLogger(__name__)


class UnfinishedQuestions:
    """Looks for questions that were acknowledged, so that Slack does not send them again.

    Args:
        context: What it stands on.
        message_handler: Answers them.
        retry_seconds: Before a failed call is tried again.
    """

    def __init__(
        self, context: SlackContext, message_handler: MessageHandler, retry_seconds: float
    ) -> None:
        self._context = context
        self._message_handler = message_handler
        self._first_pause = PAUSE * retry_seconds

    def take_over(self, *, own: bool) -> list[str]:
        """Take what no living process has in hand: see `take_over` in `bot/ledger/deliveries.py`.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        return self._context.services.ledger.deliveries.take_over(PLATFORM, own=own)

    async def answer(self, taken: Sequence[str]) -> None:
        """Answer those of these questions that are of the last minutes; let go of the others."""
        deliveries = self._context.services.ledger.deliveries
        for name in taken:
            if not _is_within(LONGEST_AGO_SECONDS, name):
                deliveries.release(name)
                continue
            try:
                await self._take_up(name)
            except DeliveryError:
                self._message_handler.undelivered.put_nowait(name)

    async def answer_undelivered(self) -> None:
        """Answer what could not be delivered, once it can be, for ever.

        An asker whose question is too old by then is told to ask it again.
        """
        undelivered = self._message_handler.undelivered
        while True:
            waiting, pause = [await undelivered.get()], self._first_pause
            while waiting:
                await asyncio.sleep(pause)
                waiting += [undelivered.get_nowait() for _ in range(undelivered.qsize())]
                waiting = await self._left(waiting)
                pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    async def _left(self, waiting: Sequence[str]) -> list[str]:
        """Try to answer each, or to tell its asker; return those whose turn comes again."""
        left: list[str] = []
        for number, name in enumerate(waiting):
            try:
                await self._take_up(name)
            except NotGranted:  # nor is it for the others
                return [*left, *waiting[number:]]
            except DeliveryError:
                left.append(name)
        return left

    async def _take_up(self, name: str) -> None:
        """Answer a question, or tell its asker that it is too old; let go of what is none.

        Raises:
            DeliveryError: It cannot be done now.
        """
        place, _, ts = name.rpartition("/")
        spot, is_ours = spot_at(place), False
        try:
            if spot is not None and _is_within(FORGOTTEN_SECONDS, name):
                message = await self._fetch(spot.team, spot.channel, ts)
                if message is not None and _is_within(LONGEST_AGO_SECONDS, name):
                    answer = partial(self._message_handler.on_missed, message)
                    is_ours = await self._context.services.away.done(answer)
                elif message is not None and not await self._context.sender.find(spot, name):
                    await self._tell_too_late(message)
        except DeliveryError as error:
            if may_pass(error):
                raise
            _log.info("a question cannot be answered any more: %s", type(error).__name__)
        except (SlackApiError, PlatformError, *LOST) as error:
            _log.info("a question cannot be taken up again: %s", type(error).__name__)
        if not is_ours:
            self._context.services.ledger.deliveries.release(name)

    async def _tell_too_late(self, message: Message) -> None:
        context = self._context
        if context.services.limits.tells(who(message.team, message.user)):
            person = await context.asker(message.team, message.user)
            said = context.wording(person, message.text).asked_in_vain
            await tell_alone(context, message, notice(said))

    async def _fetch(self, team: str, channel: str, ts: str) -> Message | None:
        client = (await self._context.workspaces.of(team)).client
        conversation = await self._context.directory.conversation(team, channel)
        found = await message_at(client, channel, ts)
        if found is None:
            return None
        return parse_message(found, team, channel, "im" if conversation.is_direct else "")


def _is_within(seconds: float, name: str) -> bool:
    """Return whether a message was written within so many seconds."""
    try:
        return time() - float(name.rpartition("/")[2]) <= seconds
    except ValueError:
        return False
