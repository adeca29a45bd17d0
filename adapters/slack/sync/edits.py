"""Takes over what becomes of a message after it was written: edited, deleted, kept out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.slack.api.web_api import data_of
from adapters.slack.ids import channel_id, post_id
from adapters.slack.payloads import NOT_THIS, parse_message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Payload
    from adapters.slack.sync.posts_of_pages import PostReader
    from bot.sync.live import LiveMessages
    from index.posts import Post


class Edits:
    """Keeps a post as its message is, wherever it came from."""

    def __init__(self, context: SlackContext, reader: PostReader, live: LiveMessages) -> None:
        self._context = context
        self._reader = reader
        self._live = live

    async def turned(
        self, team: str, channel: str, ts: str, after: Payload | None = None, *, is_watched: bool
    ) -> None:
        """Takes over what became of a message, if it is, or was, a post.

        Args:
            team: The workspace.
            channel: The channel.
            ts: The message.
            after: It as it is now; None where it is gone.
            is_watched: Its channel is watched.
        """
        id_ = post_id(team, channel, ts)
        if after is None:
            await self._live.on_delete([id_], by_author=True, is_watched=is_watched)
            return
        message = parse_message(after, team, channel)

        async def read() -> Sequence[Post]:
            return await self._reader.posts(team, [message]) if message is not None else []

        await self._live.on_edit(id_, read, is_watched=is_watched)

    async def on_reaction(self, event: Payload, team: str) -> None:
        """Keeps a message out, or lets it in again, when its author says so by a reaction."""
        item = event.get("item") or {}
        channel, ts = item.get("channel", ""), item.get("ts", "")
        is_own = event.get("user") == event.get("item_user")
        is_watched = (
            self._context.services.ledger.channels.get(channel_id(team, channel)) is not None
        )
        if event.get("reaction") != NOT_THIS or not is_own:
            return
        if event["type"] == "reaction_added":
            await self.turned(team, channel, ts, is_watched=is_watched)
            return
        if not await self._live.concerns(post_id(team, channel, ts), is_watched=is_watched):
            return
        client = (await self._context.workspaces.of(team)).client
        answer = data_of(await client.conversations_replies(channel=channel, ts=ts, limit=1))
        for each in answer.get("messages", ()):
            if each["ts"] == ts:
                await self.turned(team, channel, ts, each, is_watched=True)
