"""Removes the posts of channels that are gone from Slack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.markup.slack_blocks import text_of
from adapters.slack.ids import channel_id

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Payload
    from bot.sync.reading.reconcile import Reconciler


DELETED = ("channel_deleted", "group_deleted")


class DeletedChannels:
    """Follows deleted channels."""

    def __init__(self, context: SlackContext, reconciler: Reconciler) -> None:
        self._context = context
        self._reconciler = reconciler
        self.events: Mapping[str, Callable[[Payload, str], Coroutine[None, None, None]]] = (
            dict.fromkeys(DELETED, self._deleted)
        )

    async def _deleted(self, event: Payload, team: str) -> None:
        channel = text_of(event.get("channel"))
        if not channel:
            return
        self._context.forget(team, channel, lists=True)
        await self._reconciler.remove_channel(channel_id(team, channel), team)
