"""Answers what was taken, and not answered, when the bot was killed over it."""

from __future__ import annotations

import logging
from time import time
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.slack.arrivals import message_of
from adapters.slack.translate import spot_at
from adapters.slack.web import LOST, data_of
from bot.errors import PlatformError

if TYPE_CHECKING:
    from adapters.slack.arrivals import Message
    from adapters.slack.asking import Asking
    from adapters.slack.office import Office

LONGEST_AGO_SECONDS: Final = 15 * 60
"""An answer that comes later than this surprises more than it helps."""

_log: Final = logging.getLogger(__name__)


class CatchingUp:
    """Looks for questions that were acknowledged, so that Slack does not send them again."""

    def __init__(self, office: Office, asking: Asking) -> None:
        self._office = office
        self._asking = asking

    async def catch_up(self) -> None:
        """Answers the questions of the last minutes that got no reply."""
        for name in self._office.room.ledger.deliveries.reopen("slack"):
            place, _, ts = name.rpartition("/")
            spot = spot_at(place)
            if spot is None or not _is_recent(ts):
                continue
            try:
                message = await self._fetch(spot.team, spot.channel, ts)
                if message is not None:
                    await self._asking.hear_again(message)
            except (SlackApiError, PlatformError, *LOST) as error:
                _log.info("a question cannot be taken up again: %s", type(error).__name__)

    async def _fetch(self, team: str, channel: str, ts: str) -> Message | None:
        client = (await self._office.workspaces.of(team)).client
        place = await self._office.people.place(team, channel)
        answer = data_of(await client.conversations_replies(channel=channel, ts=ts, limit=1))
        for each in answer.get("messages", ()):
            if each["ts"] == ts:
                return message_of(each, team, channel, "im" if place.is_direct else "")
        return None


def _is_recent(ts: str) -> bool:
    try:
        return time() - float(ts) <= LONGEST_AGO_SECONDS
    except ValueError:
        return False
