"""What people do in conversations."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING, Literal

from tests.fakes.slack.shapes import message_json
from tests.fakes.slack.world import File, Message

if TYPE_CHECKING:
    from datetime import datetime

    from tests.fakes.slack.site import Site
    from tests.fakes.slack.wires.delivery import Delivery
    from tests.fakes.slack.world import Channel, Json, Team, User


class Talking:
    """The side of those who talk. Text is given as Slack escapes it: `&amp;`, `<@U1>`."""

    site: Site

    def wrote(
        self,
        user: User,
        channel: Channel,
        text: str,
        thread: Message | None = None,
        posted_at: datetime | None = None,
    ) -> Message:
        """A message that stood there before anyone listened: no event is sent."""
        message = self._message(user, channel, text, thread)
        if posted_at:
            message.ts = f"{int(posted_at.timestamp())}.{message.ts.partition('.')[2]}"
        channel.messages.append(message)
        return message

    async def says(
        self, user: User, channel: Channel, text: str, thread: Message | None = None
    ) -> Message:
        """Post a message: `message`, and `app_mention` where the bot is named in a channel."""
        message = self.wrote(user, channel, text, thread)
        await _settle(self.site.announce(message, channel))
        return message

    async def direct_message(
        self, user: User, text: str, thread: Message | None = None, team: Team | None = None
    ) -> Message:
        """Write to the bot alone."""
        return await self.says(user, self.direct_channel(user, team), text, thread)

    def direct_channel(self, user: User, team: Team | None = None) -> Channel:
        """Where this user and the bot talk alone."""
        return self.site.world.direct(team or self._team_of(user), user)

    async def edits(self, message: Message, text: str) -> None:
        """Change the text of an own message: `message_changed`."""
        channel = self.site.world.channels[message.channel_id]
        before = message_json(message, channel, self.site.world)
        message.text = text
        message.edited = {"user": message.user_id, "ts": self.site.world.next_ts()}
        await _settle(self.site.announce_change(message, channel, before))

    async def unfurls(self, message: Message) -> None:
        """Slack adds a link's preview: a `message_changed` in which nobody changed the text."""
        channel = self.site.world.channels[message.channel_id]
        before = message_json(message, channel, self.site.world)
        sent = self.site.announce_change(message, channel, before)
        for each in sent:
            each.payload["event"]["message"]["attachments"] = [{"id": 1, "title": "A page"}]
        await _settle(sent)

    async def deletes(self, message: Message) -> None:
        """Take a message away: `message_deleted`, or a tombstone where replies stand below."""
        channel = self.site.world.channels[message.channel_id]
        await _settle(self.site.remove(message, channel))

    async def shares_file(
        self, user: User, channel: Channel, name: str, content: bytes, text: str = ""
    ) -> Message:
        """Upload a file into a conversation: `file_shared`, and a message that carries it."""
        world = self.site.world
        file_id = world.next_id("F")
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        url = f"{self.site.base_url}/files/{file_id}/{name}"
        file = File(file_id, name, user.id, content, kind, url, channel.id)
        world.files[file_id] = file
        message = self._message(user, channel, text, None)
        message.files, message.subtype = [file], "file_share"
        channel.messages.append(message)
        event: Json = {
            "type": "file_shared",
            "file_id": file_id,
            "user_id": user.id,
            "file": {"id": file_id},
            "channel_id": channel.id,
        }
        sent = self.site.announce_event(event, channel)
        await _settle([*sent, *self.site.announce(message, channel)])
        return message

    async def webhook_posts(self, channel: Channel, text: str) -> Message:
        """An old integration writes: a `bot_message` of no user."""
        message = Message(
            channel.id,
            "",
            channel.team_id,
            text,
            self.site.world.next_ts(),
            subtype="bot_message",
            bot_id="B0WEBHOOK",
        )
        channel.messages.append(message)
        await _settle(self.site.announce(message, channel))
        return message

    async def reacts(self, user: User, message: Message, name: str) -> None:
        """Add a reaction: `reaction_added`."""
        message.reactions.setdefault(name, []).append(user.id)
        await self._tell_reaction("reaction_added", user, message, name)

    async def takes_reaction_back(self, user: User, message: Message, name: str) -> None:
        """Remove a reaction: `reaction_removed`."""
        message.reactions[name].remove(user.id)
        await self._tell_reaction("reaction_removed", user, message, name)

    async def creates(self, user: User, name: str) -> Channel:
        """Make a public channel: `channel_created`."""
        channel = self.site.world.add_channel(user.team_id, name, "public", user)
        made: Json = {"id": channel.id, "name": name, "creator": user.id}
        await self.sends_event({"type": "channel_created", "channel": made})
        return channel

    async def joins(self, user: User, channel: Channel, inviter: User | None = None) -> None:
        """Come into a channel, a person or the bot: `member_joined_channel`, and a notice."""
        channel.members.add(user.id)
        notice = self.wrote(user, channel, f"{user.mention} has joined the channel")
        notice.subtype, notice.bot_id = "channel_join", ""
        invited = {"inviter": inviter.id} if inviter else {}
        sent = self.site.announce_member(user, channel, "member_joined_channel", **invited)
        await _settle([*sent, *self.site.announce(notice, channel)])

    async def leaves(self, user: User, channel: Channel) -> None:
        """Leave a channel; the bot itself is told `channel_left` or `group_left`."""
        channel.members.discard(user.id)
        if user.bot_id:  # Slack names nobody then
            kind = "group_left" if channel.kind == "private" else "channel_left"
            event: Json = {"type": kind, "channel": channel.id}
            await _settle(self.site.announce_event(event, channel, user))
        else:
            await _settle(self.site.announce_member(user, channel, "member_left_channel"))

    async def opens_home(
        self, user: User, tab: Literal["home", "messages"] = "home", team: Team | None = None
    ) -> Delivery | None:
        """Look at the app's own place: `app_home_opened`."""
        home_team = team or self._team_of(user)
        channel = self.direct_channel(user, home_team)
        event: Json = {
            "type": "app_home_opened",
            "user": user.id,
            "channel": channel.id,
            "tab": tab,
        }
        if tab == "messages":
            event["context"] = {"entities": []}
        view = self.site.views.homes.get(user.id)
        if view and tab == "home":
            event["view"] = view.to_json(home_team.bot.bot_id)
        return await self.sends_event(event, team=home_team)

    async def looks_at(self, user: User, channel: Channel) -> Delivery | None:
        """Look at a channel beside the app's own place: `app_context_changed`."""
        seen: Json = {"type": "slack#/types/channel_id", "value": channel.id}
        home_team = self._team_of(user)
        event: Json = {
            "type": "app_context_changed",
            "user": user.id,
            "channel": self.direct_channel(user, home_team).id,
            "context": {"entities": [seen | {"team_id": home_team.id}]},
        }
        return await self.sends_event(event, team=home_team)

    async def sends_event(
        self, event: Json, channel: Channel | None = None, team: Team | None = None
    ) -> Delivery | None:
        """Send any other event to the bot; None where the app did not ask for it."""
        home_team = team or next(iter(self.site.world.teams.values()))
        sent = self.site.post_event(home_team, event, channel)
        await _settle(_sent(sent))
        return sent

    async def uninstalls(self, team: Team) -> None:
        """Remove the app from a workspace: `tokens_revoked` and `app_uninstalled`."""
        team.is_revoked = True
        tokens = {"oauth": [], "bot": [team.bot.id]}
        await self.sends_event({"type": "tokens_revoked", "tokens": tokens}, team=team)
        await self.sends_event({"type": "app_uninstalled"}, team=team)

    async def takes_out(self, organisation: str, team: Team) -> None:
        """Take the app out of one workspace of an organisation: `team_access_revoked`."""
        event: Json = {"type": "team_access_revoked", "team_ids": [team.id]}
        await _settle(_sent(self.site.post_organisation_event(organisation, event)))

    async def is_removed_by(self, organisation: str, team: Team) -> None:
        """Remove the app from a whole organisation, and name no workspace."""
        team.is_revoked = True
        event: Json = {"type": "app_uninstalled"}
        await _settle(_sent(self.site.post_organisation_event(organisation, event)))

    async def _tell_reaction(self, kind: str, user: User, message: Message, name: str) -> None:
        event: Json = {
            "type": kind,
            "user": user.id,
            "reaction": name,
            "item_user": message.user_id,
            "item": {"type": "message", "channel": message.channel_id, "ts": message.ts},
        }
        channel = self.site.world.channels[message.channel_id]
        await _settle(self.site.announce_event(event, channel))

    def _message(self, user: User, channel: Channel, text: str, thread: Message | None) -> Message:
        thread_ts = (thread.thread_ts or thread.ts) if thread else ""
        ts = self.site.world.next_ts()
        return Message(
            channel.id, user.id, user.team_id, text, ts, thread_ts=thread_ts, bot_id=user.bot_id
        )

    def _team_of(self, user: User) -> Team:
        teams = self.site.world.teams
        return teams.get(user.team_id) or next(iter(teams.values()))


def _sent(delivery: Delivery | None) -> list[Delivery]:
    return [delivery] if delivery else []


async def _settle(deliveries: list[Delivery]) -> None:
    for delivery in deliveries:
        await delivery.settled.wait()
