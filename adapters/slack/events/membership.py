"""Hears who joins, leaves or becomes somebody else, so that no audience is out of date.

Answers that more people may read by that, or people who may see less, are looked at again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from adapters.markup.slack_blocks import object_of, text_of
from adapters.slack.access.directory import NOBODY, person_of
from bot.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from adapters.slack.admin.admins import SlackAdmins
    from adapters.slack.answer_editor import SlackAnswerEditor
    from adapters.slack.context import SlackContext
    from adapters.slack.payloads import Payload
    from adapters.slack.sync.watched_channels import WatchedChannels


MEMBERS = ("member_joined_channel", "member_left_channel")
LEFT = ("channel_left", "group_left")
PEOPLE = ("team_join", "user_change")
CHANNELS = (
    "channel_created", "channel_archive", "channel_unarchive", "channel_rename",
    "group_rename", "channel_shared", "channel_unshared",
)  # fmt: skip

RENAMES = ("channel_rename", "group_rename")


class MembershipEvents:
    """Forgets what was known of people and channels as soon as it is no longer so."""

    def __init__(
        self,
        context: SlackContext,
        editor: SlackAnswerEditor,
        watched_channels: WatchedChannels,
        admins: SlackAdmins,
    ) -> None:
        self._admins = admins
        self._context = context
        self._editor = editor
        self._channel_events = watched_channels
        self.events: Mapping[str, Callable[[Payload, str], Coroutine[None, None, None]]] = {
            **dict.fromkeys(MEMBERS, self._member),
            **dict.fromkeys(LEFT, self._left),
            **dict.fromkeys(PEOPLE, self._person),
            **dict.fromkeys(CHANNELS, self._channel),
        }

    async def _member(self, event: Payload, team: str) -> None:
        channel, user = text_of(event.get("channel")), text_of(event.get("user"))
        self._context.forget(team, channel, user)
        if event.get("type") == "member_left_channel":
            self._editor.look_for(team, user)
        else:
            self._editor.look_in(team, channel)
        if user == (await self._context.workspaces.of(team)).bot_user_id:
            await self._we(event, team)

    async def _we(self, event: Payload, team: str) -> None:
        """Offer to watch a channel that somebody let us into, unless it is watched."""
        channel, inviter = text_of(event.get("channel")), text_of(event.get("inviter"))
        if event.get("type") == "member_left_channel":
            await self._channel_events.on_left(team, channel)
        elif not await self._channel_events.on_joined(team, channel) and inviter:
            await self._admins.offer(team, channel, inviter)

    async def _left(self, event: Payload, team: str) -> None:
        """Take it over that somebody took us out of a channel."""
        channel = text_of(event.get("channel"))
        self._context.forget(team, channel)
        await self._channel_events.on_left(team, channel)

    async def _person(self, event: Payload, team: str) -> None:
        user = object_of(event.get("user"))
        if not (id_ := text_of(user.get("id"))):
            return
        self._context.forget(team, id_, lists=True)
        person = person_of(dict(user), team)
        # Slack tells of every new photograph too: only a full member who is none any more matters.
        ledger, note = self._context.services.ledger, f"slack.guest:{team}/{id_}"
        if person.is_member:
            ledger.forget_note(note)
        elif not ledger.noted(note):
            ledger.note(note, "known")
            self._editor.look()
        # Last: while posts cannot be changed, who sees less must be taken over all the same.
        if person.name != NOBODY:
            account, name = f"slack:{team}/{person.id}", one_line(person.name)
            await self._channel_events.rename_author(account, team, name)

    async def _channel(self, event: Payload, team: str) -> None:
        channel, kind = event.get("channel"), text_of(event.get("type"))
        id_ = text_of(object_of(channel).get("id")) or text_of(channel)
        if not id_:
            return
        self._context.forget(team, id_, lists=True)
        if kind == "channel_created":
            await self._channel_events.on_created(team, id_)
        if kind in RENAMES:
            await self._channel_events.rename(team, id_)
        if kind == "channel_shared":
            self._editor.look_in(team, id_)
