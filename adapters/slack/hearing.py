"""Tells what kind of message event came, and passes it on to whom it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.slack.arrivals import message_of

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from adapters.slack.arrivals import Payload
    from adapters.slack.asking import Asking
    from adapters.slack.importing import Importing
    from adapters.slack.watching import Watching


class Hearing:
    """Hears everything that is written where we are."""

    def __init__(self, asking: Asking, watching: Watching, importing: Importing) -> None:
        self._asking = asking
        self._watching = watching
        self._importing = importing
        self.events: Mapping[str, Callable[[Payload, str], Coroutine[None, None, None]]] = {
            "app_mention": self._mention,
            "message": self._message,
        }

    async def _mention(self, event: Payload, team: str) -> None:
        """Answers a mention; the same message comes as a message event too, where we read those."""
        message = message_of(event, team)
        if message is not None:
            await self._asking.hear(message)

    async def _message(self, event: Payload, team: str) -> None:
        if event.get("subtype") == "message_changed":
            await self._edit(event, team)
        elif (message := message_of(event, team)) is not None:
            if message.is_direct and message.files:
                await self._importing.offer(message)
            if message.text.strip() or not message.files:
                await self._asking.hear(message)
        await self._watching.hear(event, team)

    async def _edit(self, event: Payload, team: str) -> None:
        before = event.get("previous_message") or {}
        message = message_of(
            event["message"], team, event["channel"], event.get("channel_type", "")
        )
        # Slack also "changes" a message when it adds the preview of a link.
        if message is not None and message.text != before.get("text"):
            await self._asking.hear_edit(message)
