"""Finds out of Slack itself who asked what a message answers, where nothing remembers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.slack.api.web_api import LOST, data_of
from adapters.slack.payloads import parse_message

if TYPE_CHECKING:
    from adapters.slack.context import SlackContext
    from adapters.slack.ids import Spot

_READ: Final = 200
"""Messages of a thread that are looked through: the first one, and those up to the answer."""


async def who_asked(context: SlackContext, spot: Spot, ts: str) -> str:
    """Return the account of who asked what a message of ours answers; "" where Slack tells nobody.

    Our messages name the one that they answer; costs one request.

    Args:
        context: What it stands on.
        spot: The thread that the message stands in.
        ts: The message.
    """
    if not spot.thread_ts:
        return ""
    client = (await context.workspaces.of(spot.team)).client
    try:
        page = await client.conversations_replies(
            channel=spot.channel, ts=spot.thread_ts, latest=ts, inclusive=True, limit=_READ,
            include_all_metadata=True,
        )  # fmt: skip
    except (SlackApiError, *LOST):
        return ""
    found = [
        message
        for each in data_of(page).get("messages", ())
        if (message := parse_message(each, spot.team, spot.channel))
    ]
    answered = next((each.answers for each in found if each.ts == ts), "")
    return next((each.user for each in found if spot.message(each.ts) == answered), "")
