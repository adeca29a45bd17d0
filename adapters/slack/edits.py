"""Takes over what becomes of a message after it was written: edited, deleted, kept out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.slack.arrivals import NOT_THIS, message_of
from adapters.slack.posts import channel_id, post_id
from adapters.slack.web import data_of

if TYPE_CHECKING:
    from adapters.slack.arrivals import Payload
    from adapters.slack.correcting import Correcting
    from adapters.slack.office import Office
    from adapters.slack.reading import Reading


class Edits:
    """Keeps a post as its message is, wherever it came from."""

    def __init__(self, office: Office, reading: Reading, correcting: Correcting) -> None:
        self._office = office
        self._reading = reading
        self._correcting = correcting

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
        with self._office.room.library.doubting([id_]):
            if not is_watched and not await self._is_known(team, channel, ts):
                return
            if after is None:
                await self._gone(id_)
            elif not await self._changed(id_, after, team, channel):
                return
        await self._correcting.correct([id_])

    async def _changed(self, id_: str, after: Payload, team: str, channel: str) -> bool:
        """Stores a message as it is now; False where that changes nothing."""
        self._reading.meanwhile.heard([id_])
        message = message_of(after, team, channel)
        with self._reading.meanwhile.reading() as heard:
            posts = await self._reading.posts(team, [message]) if message is not None else []
        if id_ in heard:
            return False
        if not posts:
            await self._gone(id_)
            return True
        return not (await self._office.room.library.save(posts)).unchanged

    async def _gone(self, id_: str) -> None:
        self._reading.meanwhile.heard([id_])
        self._correcting.withdraw([id_])
        await self._office.room.library.remove([id_])

    async def reacted(self, event: Payload, team: str) -> None:
        """Keeps a message out, or lets it in again, when its author says so by a reaction."""
        item = event.get("item") or {}
        channel, ts = item.get("channel", ""), item.get("ts", "")
        is_own = event.get("user") == event.get("item_user")
        is_watched = self._office.room.ledger.channels.get(channel_id(team, channel)) is not None
        if event.get("reaction") != NOT_THIS or not is_own:
            return
        if event["type"] == "reaction_added":
            await self.turned(team, channel, ts, is_watched=is_watched)
            return
        if not is_watched and not await self._is_known(team, channel, ts):
            return
        client = (await self._office.workspaces.of(team)).client
        answer = data_of(await client.conversations_replies(channel=channel, ts=ts, limit=1))
        for each in answer.get("messages", ()):
            if each["ts"] == ts:
                await self.turned(team, channel, ts, each, is_watched=True)

    async def _is_known(self, team: str, channel: str, ts: str) -> bool:
        """Says whether a message of a channel that is not watched is, or was, a post."""
        library, ids = self._office.room.library, [post_id(team, channel, ts)]
        return bool(await library.posts(ids) or await library.withdrawn(ids))
