"""Takes over what becomes of a message after it was written: edited, deleted, kept out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.markup.slack_blocks import object_of, text_of
from adapters.markup.slack_post_rules import OPT_OUT
from adapters.slack.api.web_api import message_at
from adapters.slack.ids import channel_id, post_id
from adapters.slack.payloads import parse_message
from bot.sync.live_messages import Reaction

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Payload
    from adapters.slack.sync.message_reader import MessageReader
    from bot.sync.live_messages import LiveMessages
    from index.posts import Post


class MessageChanges:
    """Keeps a post as its message is, wherever it came from."""

    def __init__(self, context: SlackContext, reader: MessageReader, live: LiveMessages) -> None:
        self._context = context
        self._reader = reader
        self._live = live

    async def on_change(
        self,
        team: str,
        channel: str,
        ts: str,
        after: Mapping[str, object] | None = None,
        *,
        is_watched: Callable[[], bool],
    ) -> None:
        """Take over what became of a message, if it is, or was, a post.

        Args:
            team: The workspace.
            channel: The channel.
            ts: The message.
            after: It as it is now; None where it is gone.
            is_watched: Returns whether its channel is watched.
        """
        id_ = post_id(team, channel, ts)
        if after is None:
            # Its author or an admin did it: Slack does not tell.
            await self._live.on_delete([id_], by_author=False, is_watched=is_watched)
            return
        await self._live.on_edit(
            id_, lambda: self._posts(team, channel, after), is_watched=is_watched
        )

    async def on_reaction(self, event: Payload, team: str) -> None:
        """Keep a message out, or let it in again, when its author says so by a reaction."""
        item = object_of(event.get("item"))
        channel, ts = text_of(item.get("channel")), text_of(item.get("ts"))
        if event.get("reaction") != OPT_OUT:
            return
        author = text_of(event.get("item_user"))
        reaction = Reaction(
            post_id(team, channel, ts),
            f"slack:{team}/{text_of(event.get('user'))}",
            f"slack:{team}/{author}" if author else None,
            is_set=event.get("type") == "reaction_added",
        )

        async def read() -> Sequence[Post] | None:
            client = (await self._context.workspaces.of(team)).client
            found = await message_at(client, channel, ts)
            return None if found is None else await self._posts(team, channel, found)

        channels, id_ = self._context.services.ledger.channels, channel_id(team, channel)
        await self._live.on_reaction(
            reaction, read, is_watched=lambda: channels.get(id_) is not None
        )

    async def _posts(self, team: str, channel: str, found: Mapping[str, object]) -> Sequence[Post]:
        message = parse_message(found, team, channel)
        return await self._reader.posts(team, [message]) if message is not None else []
