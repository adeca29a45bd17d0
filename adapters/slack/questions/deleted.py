"""Asks Slack which questions are no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.slack.api.web_api import LOST, message_at, problem_of
from adapters.slack.ids import Spot, spot_at
from bot.errors import PlatformError

if TYPE_CHECKING:
    from adapters.slack.context import SlackContext
    from adapters.slack.questions.messages import MessageHandler

_GONE: Final = ("thread_not_found", "message_not_found")


class AskedInSlack:
    """The messages that asked something (`AskedMessages`)."""

    def __init__(self, context: SlackContext, message_handler: MessageHandler) -> None:
        self._context = context
        self._message_handler = message_handler

    async def is_gone(self, name: str) -> bool:
        """Return whether Slack says so: where others have replied, a tombstone stays."""
        spot, ts = _spot_of(name)
        if spot is None:
            return False
        try:
            client = (await self._context.workspaces.of(spot.team)).client
            found = await message_at(client, spot.channel, ts)
        except SlackApiError as error:
            return problem_of(error) in _GONE
        except (PlatformError, *LOST):
            return False
        return found is None or found.get("subtype") == "tombstone"

    async def on_deleted(self, name: str) -> None:
        """Take the answers to a message away."""
        spot, ts = _spot_of(name)
        if spot is not None:
            await self._message_handler.on_delete(Spot(spot.team, spot.channel, ts), ts)


def _spot_of(name: str) -> tuple[Spot | None, str]:
    place, _, ts = name.rpartition("/")
    return spot_at(place), ts
