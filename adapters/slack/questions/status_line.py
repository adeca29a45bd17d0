"""Slack's line under a question ("is searching…"): an ornament, without which answers come too."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.slack.api.web_api import LOST

if TYPE_CHECKING:
    from adapters.slack.api.workspaces import Workspace
    from adapters.slack.payloads import Message


STATUS_SECONDS: Final = 5.0
"""How long a status that is to go is tried to be taken away; Slack does it after two minutes."""


async def show_status(message: Message, workspace: Workspace, status: str) -> None:
    """Show a status under a message; "" takes it away."""
    with suppress(SlackApiError, *LOST):
        await workspace.client.assistant_threads_setStatus(
            channel_id=message.channel, thread_ts=message.thread_ts or message.ts, status=status
        )


async def end_status(message: Message, workspace: Workspace) -> None:
    """Take the status under a message away, as far as Slack does it soon."""
    with suppress(TimeoutError):
        async with asyncio.timeout(STATUS_SECONDS):
            await show_status(message, workspace, "")
