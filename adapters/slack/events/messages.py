"""Tells what kind of message event came, and passes it on to whom it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.markup.slack_blocks import object_of, text_of
from adapters.slack.ids import Spot
from adapters.slack.payloads import deleted_at, is_deletion, parse_message

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from adapters.slack.admin.imports import FileImports
    from adapters.slack.payloads import Payload
    from adapters.slack.questions.messages import MessageHandler
    from adapters.slack.questions.offers import HelpOut
    from adapters.slack.sync.watched_channels import WatchedChannels
    from bot.running.while_away import WhileAway


class MessageEvents:
    """Hears everything that is written where we are."""

    def __init__(
        self,
        message_handler: MessageHandler,
        watched_channels: WatchedChannels,
        file_imports: FileImports,
        help_out: HelpOut,
        away: WhileAway,
    ) -> None:
        self._away = away
        self._message_handler = message_handler
        self._channel_events = watched_channels
        self._file_imports = file_imports
        self._help_out = help_out
        self.events: Mapping[str, Callable[[Payload, str], Coroutine[None, None, None]]] = {
            "app_mention": self._mention,
            "message": self._message,
        }

    async def _mention(self, event: Payload, team: str) -> None:
        """Answer a mention; the same message comes as a message event too, where we read those."""
        message = parse_message(event, team)
        if message is not None:
            await self._message_handler.on_message(message, is_mention=True)

    async def _message(self, event: Payload, team: str) -> None:
        # Nothing of what it was is quoted from now on, whether or not that can be stored by now.
        if is_deletion(event):
            await self._channel_events.on_message(event, team)
            await self._delete(event, team)
            return
        if event.get("subtype") == "message_changed":
            await self._channel_events.on_message(event, team)
            await self._edit(event, team)
            return
        if (message := parse_message(event, team)) is not None:
            # Each waits by itself while what it needs is away: none is done twice.
            if message.is_direct and message.files:
                await self._away.done(lambda: self._file_imports.offer(message))
            if message.text.strip() or not message.files:
                await self._away.done(lambda: self._message_handler.on_message(message))
            await self._away.done(lambda: self._channel_events.on_message(event, team))
            await self._away.done(lambda: self._help_out.on_message(message))
            return
        await self._channel_events.on_message(event, team)

    async def _edit(self, event: Payload, team: str) -> None:
        before, after = object_of(event.get("previous_message")), object_of(event.get("message"))
        channel, kind = text_of(event.get("channel")), text_of(event.get("channel_type"))
        message = parse_message(after, team, channel, kind)
        # Slack also "changes" a message when it adds the preview of a link.
        if message is not None and message.text != text_of(before.get("text")):
            await self._message_handler.on_edit(message)

    async def _delete(self, event: Payload, team: str) -> None:
        ts = deleted_at(event)
        root = text_of(object_of(event.get("previous_message")).get("thread_ts"))
        spot = Spot(team, text_of(event.get("channel")), root or ts)
        if ts:
            await self._message_handler.on_delete(spot, ts)
