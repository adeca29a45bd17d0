"""Answers what was taken, and not answered, when the bot was killed over it."""

from __future__ import annotations

import logging
from functools import partial
from time import time
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.slack.api.web_api import LOST, message_at
from adapters.slack.ids import PLATFORM, spot_at
from adapters.slack.payloads import parse_message
from bot.errors import PlatformError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Message
    from adapters.slack.questions.messages import MessageHandler


LONGEST_AGO_SECONDS: Final = 15 * 60
"""An answer that comes later than this surprises more than it helps."""

_log: Final = logging.getLogger(__name__)


class UnfinishedQuestions:
    """Looks for questions that were acknowledged, so that Slack does not send them again."""

    def __init__(self, context: SlackContext, message_handler: MessageHandler) -> None:
        self._context = context
        self._message_handler = message_handler

    def take_over(self, *, own: bool) -> list[str]:
        """Take what no living process has in hand: see `take_over` in `bot/ledger/deliveries.py`.

        Raises:
            UnavailableError: The ledger cannot be used.
        """
        return self._context.services.ledger.deliveries.take_over(PLATFORM, own=own)

    async def answer(self, taken: Sequence[str]) -> None:
        """Answer those of these questions that are of the last minutes; let go of the others."""
        for name in taken:
            place, _, ts = name.rpartition("/")
            spot, is_ours = spot_at(place), False
            try:
                if spot is not None and _is_recent(ts):
                    message = await self._fetch(spot.team, spot.channel, ts)
                    if message is not None:
                        answer = partial(self._message_handler.on_missed, message)
                        is_ours = await self._context.services.away.done(answer)
            except (SlackApiError, PlatformError, *LOST) as error:
                _log.info("a question cannot be taken up again: %s", type(error).__name__)
            if not is_ours:
                self._context.services.ledger.deliveries.release(name)

    async def _fetch(self, team: str, channel: str, ts: str) -> Message | None:
        client = (await self._context.workspaces.of(team)).client
        conversation = await self._context.directory.conversation(team, channel)
        found = await message_at(client, channel, ts)
        if found is None:
            return None
        return parse_message(found, team, channel, "im" if conversation.is_direct else "")


def _is_recent(ts: str) -> bool:
    try:
        return time() - float(ts) <= LONGEST_AGO_SECONDS
    except ValueError:
        return False
