"""Takes over what becomes of a message after it was written: edited, deleted, kept out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.slack.api.web_api import data_of
from adapters.slack.ids import channel_id, post_id
from adapters.slack.payloads import NOT_THIS, parse_message

if TYPE_CHECKING:
    from adapters.slack.answer_editor import SlackAnswerEditor
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Payload
    from adapters.slack.sync.posts_of_pages import PostReader


class Edits:
    """Keeps a post as its message is, wherever it came from."""

    def __init__(
        self, context: SlackContext, reader: PostReader, editor: SlackAnswerEditor
    ) -> None:
        self._context = context
        self._reader = reader
        self._editor = editor

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
        # Until it is stored as it is now, nothing of it is quoted.
        with self._context.services.library.doubting([id_]):
            if not is_watched and not await self._is_known(team, channel, ts):
                return
            if after is None:
                await self._on_delete(id_)
            elif not await self._on_edit(id_, after, team, channel):
                return
        await self._editor.correct([id_])

    async def _on_edit(self, id_: str, after: Payload, team: str, channel: str) -> bool:
        """Stores a message as it is now; False where that changes nothing."""
        self._reader.overlap.heard([id_])
        message = parse_message(after, team, channel)
        with self._reader.overlap.reading() as heard:
            posts = await self._reader.posts(team, [message]) if message is not None else []
        if id_ in heard:
            return False
        if not posts:
            await self._on_delete(id_)
            return True
        return not (await self._context.services.library.save(posts)).unchanged

    async def _on_delete(self, id_: str) -> None:
        self._reader.overlap.heard([id_])
        self._editor.mark_deleted([id_])
        await self._context.services.library.remove([id_])

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
        if not is_watched and not await self._is_known(team, channel, ts):
            return
        client = (await self._context.workspaces.of(team)).client
        answer = data_of(await client.conversations_replies(channel=channel, ts=ts, limit=1))
        for each in answer.get("messages", ()):
            if each["ts"] == ts:
                await self.turned(team, channel, ts, each, is_watched=True)

    async def _is_known(self, team: str, channel: str, ts: str) -> bool:
        """Says whether a message of a channel that is not watched is, or was, a post."""
        library, ids = self._context.services.library, [post_id(team, channel, ts)]
        return bool(await library.posts(ids) or await library.deleted_at_source(ids))
