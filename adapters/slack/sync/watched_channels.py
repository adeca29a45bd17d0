"""Hands on what Slack tells of watched channels."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Final

from adapters.markup.post_rules import source_name
from adapters.slack.ids import PLATFORM, channel_id, team_and_channel
from adapters.slack.payloads import parse_message
from adapters.slack.sync.edits_and_deletions import MessageChanges
from bot.ledger.channels import Channel

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from adapters.slack.access.directory import Conversation
    from adapters.slack.answer_editor import SlackAnswerEditor
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Payload
    from adapters.slack.sync.channel_kinds import ChannelKinds
    from adapters.slack.sync.message_reader import MessageReader
    from bot.ports import Report
    from bot.sync.service import SyncService
    from index.ingest.counts import Counts


_TURNS: Final = frozenset({"channel_convert_to_private", "channel_topic", "group_topic"})
"""Notices after which a channel may have other readers, or may be kept out."""


class WatchedChannels:
    """Hands on what Slack tells of watched channels."""

    def __init__(
        self,
        context: SlackContext,
        reader: MessageReader,
        sync: SyncService,
        kinds: ChannelKinds,
        editor: SlackAnswerEditor,
    ) -> None:
        self._context = context
        self._reader = reader
        self._sync = sync
        self._kinds = kinds
        self._editor = editor
        self._changes = MessageChanges(context, reader, sync.live)
        self.events: Mapping[str, Callable[[Payload, str], Coroutine[None, None, None]]] = {
            "reaction_added": self._changes.on_reaction,
            "reaction_removed": self._changes.on_reaction,
        }

    def begin(
        self, team: str, conversation: Conversation, *, takes_apps: bool | None = None
    ) -> str:
        """Watch a channel from now on, and return what it is called in what is remembered."""
        id_, name = channel_id(team, conversation.id), source_name(conversation.name)
        self._sync.begin(
            Channel(id_, PLATFORM, team, name, newest=f"{time():.6f}"), takes_apps=takes_apps
        )
        self._kinds.note(id_, conversation)
        return id_

    def end(self, team: str, channel: str) -> bool:
        """Watch a channel no longer; False where it was not watched."""
        return self._sync.end(channel_id(team, channel))

    async def backfill(self, id_: str, report: Report) -> Counts:
        """Read a watched channel back: see `Backfill`."""
        return await self._sync.backfill(id_, report)

    async def rename(self, team: str, channel: str) -> None:
        """Take over that a channel has another name."""
        conversation = await self._context.directory.conversation(team, channel)
        await self._sync.rename(channel_id(team, channel), team, source_name(conversation.name))

    async def rename_author(self, author_id: str, team: str, name: str) -> None:
        """Take over that somebody has another name."""
        await self._sync.live.on_name(author_id, f"slack:{team}/", name)

    def left_out(self, id_: str) -> Mapping[str, int]:
        """Return what of a channel is made no post of, by the names it is told by."""
        return self._sync.left_out.told(id_)

    def compare_soon(self) -> None:
        """Compare all channels in the background: an archive may have held what is gone."""
        self._sync.reconciler.soon()

    async def catch_up(self) -> None:
        """Take over what is recent in the watched channels, after nothing reached us."""
        await self._sync.catch_up()
        self._editor.look()  # nobody told us who may read what since

    def mark_missed(self) -> None:
        """Take it that messages were missed, until it has caught up with them."""
        self._sync.mark_missed()

    async def on_message(self, event: Payload, team: str) -> None:
        """Take over what happened in a watched channel."""
        id_ = channel_id(team, event.get("channel", ""))
        if event.get("subtype") in _TURNS:
            await self._narrow(id_)
        is_watched = self._sync.is_watched(id_)
        match event.get("subtype"):
            case "message_changed":
                # Where others have replied, a tombstone stays of what was deleted.
                is_gone = event["message"].get("subtype") == "tombstone"
                ts, after = event["message"]["ts"], None if is_gone else event["message"]
                await self._changes.on_change(
                    team, event["channel"], ts, after, is_watched=is_watched
                )
            case "message_deleted":
                ts = event["deleted_ts"]
                await self._changes.on_change(team, event["channel"], ts, is_watched=is_watched)
            case _ if is_watched:
                message = parse_message(event, team)
                if message is not None:
                    await self._sync.on_message(
                        id_, message.ts, lambda: self._reader.posts(team, [message])
                    )

    async def _narrow(self, id_: str) -> None:
        """Take it over at once that a channel has other readers, or is kept out, from now on."""
        team, channel = team_and_channel(id_)
        self._context.directory.forget(team, channel)
        self._context.audiences.forget(team, channel)
        self._context.audiences.forget_lists(team)
        self._editor.look_for_posts_of(channel)
        if self._sync.is_watched(id_):
            await self._kinds.check(id_)
