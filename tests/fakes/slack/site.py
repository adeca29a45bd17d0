"""The parts of one pretended Slack, as its methods see them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.fakes.slack.api.errors import Refused
from tests.fakes.slack.shapes import message_json
from tests.fakes.slack.wires.delivery import Delivery
from tests.fakes.slack.world import APP_ID

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.slack.api.views import Views
    from tests.fakes.slack.wires.delivery import Outbox
    from tests.fakes.slack.wires.journal import Journal
    from tests.fakes.slack.world import Channel, Json, Message, Team, User, World


@dataclass(slots=True, eq=False)
class Site:
    """World, journal and outbox, with the address they are served at.

    Attributes:
        subscriptions: The event types the app asked for; None means all of them.
        open_socket: Gives out an address for one Socket Mode connection.
        is_agent: Whether the manifest has `features.agent_view`.
    """

    world: World
    journal: Journal
    outbox: Outbox
    views: Views
    open_socket: Callable[[], str]
    base_url: str = ""
    app_token: str = "xapp-1-A0PULLQUOTE-1-secret"  # noqa: S105 - opens nothing real
    client_id: str = "1.2"
    client_secret: str = "the-client-secret"  # noqa: S105 - the same
    subscriptions: set[str] | None = None
    is_agent: bool = True
    codes: dict[str, str] = field(default_factory=dict)

    def post_event(
        self, team: Team, event: Json, channel: Channel | None = None
    ) -> Delivery | None:
        """Tell the bot of an event, if the app asked for this type of it."""
        name = event["type"]
        if name == "message" and channel:
            name = f"message.{channel.scope_prefix}"
        if self.subscriptions is not None and name not in self.subscriptions:
            return None
        world = self.world
        payload: Json = {
            "token": "verification",
            "team_id": team.id,
            "context_team_id": team.id,
            "context_enterprise_id": team.organisation or None,
            "enterprise_id": team.organisation or None,
            "api_app_id": APP_ID,
            "event": event | {"event_ts": event.get("event_ts") or world.next_ts()},
            "type": "event_callback",
            "event_id": world.next_id("Ev"),
            "event_time": int(float(world.next_ts())),
            "authorizations": [
                {
                    "enterprise_id": team.organisation or None,
                    # A token of a whole organisation is for none of its workspaces alone.
                    "team_id": None if team.organisation else team.id,
                    "user_id": team.bot.id,
                    "is_bot": True,
                    "is_enterprise_install": bool(team.organisation),
                }
            ],
            "is_ext_shared_channel": bool(channel and channel.shared_with),
            "event_context": f"4-{world.next_id('')}",
        }
        return self.outbox.send(Delivery("events_api", payload))

    def post_organisation_event(self, organisation: str, event: Json) -> Delivery | None:
        """Tell the bot of what happens in an organisation, and in none of its workspaces."""
        if self.subscriptions is not None and event["type"] not in self.subscriptions:
            return None
        payload: Json = {
            "token": "verification",
            "team_id": None,
            "enterprise_id": organisation,
            "api_app_id": APP_ID,
            "event": event | {"event_ts": self.world.next_ts()},
            "type": "event_callback",
            "event_id": self.world.next_id("Ev"),
            "event_time": int(float(self.world.next_ts())),
        }
        return self.outbox.send(Delivery("events_api", payload))

    def announce(self, message: Message, channel: Channel) -> list[Delivery]:
        """Tell the bots that may see it of a new message, and of being mentioned in it."""
        sent: list[Delivery] = []
        for team in self.world.teams.values():
            if team.bot.id not in channel.members:
                continue
            event = message_json(message, channel, self.world)
            event |= {"channel": channel.id, "event_ts": message.ts}
            if message.team_id != team.id:
                event |= {"user_team": message.team_id, "source_team": message.team_id}
            told = [event | {"channel_type": channel.event_type}]
            if _mentions(message, team) and channel.kind != "im":
                told.append(event | {"type": "app_mention"})
            sent += [found for each in told if (found := self.post_event(team, each, channel))]
        return sent

    def announce_change(self, message: Message, channel: Channel, before: Json) -> list[Delivery]:
        """Tell of a changed message."""
        after = message_json(message, channel, self.world)
        return self._announce_hidden(
            "message_changed", channel, message=after, previous_message=before
        )

    def remove(self, message: Message, channel: Channel) -> list[Delivery]:
        """Take a message away and tell of it; with replies below, a tombstone stays."""
        before = message_json(message, channel, self.world)
        if channel.replies_to(message.ts):
            self.leave_tombstone(message)
            return self.announce_change(message, channel, before)
        channel.messages.remove(message)
        return self._announce_hidden(
            "message_deleted", channel, deleted_ts=message.ts, previous_message=before
        )

    @staticmethod
    def leave_tombstone(message: Message) -> None:
        """Leave of a deleted message what stands above its replies."""
        message.text, message.subtype = "This message was deleted.", "tombstone"
        message.user_id, message.bot_id, message.blocks = "USLACKBOT", "", []

    def _announce_hidden(self, subtype: str, channel: Channel, **details: Any) -> list[Delivery]:
        event = {
            "type": "message",
            "subtype": subtype,
            "hidden": True,
            "channel": channel.id,
            "channel_type": channel.event_type,
            "ts": self.world.next_ts(),
        }
        return self.announce_event(event | details, channel)

    def announce_member(
        self, user: User, channel: Channel, kind: str, **details: Any
    ) -> list[Delivery]:
        """Tell that somebody came into a channel or left it."""
        event = details | {
            "type": kind,
            "user": user.id,
            "channel": channel.id,
            "channel_type": "G" if channel.kind == "private" else "C",
            "team": user.team_id,
        }
        return self.announce_event(event, channel, user)

    def announce_event(
        self, event: Json, channel: Channel, also: User | None = None
    ) -> list[Delivery]:
        """Tell the bots of a channel's members, and `also` where it is a bot that has left."""
        sent: list[Delivery] = []
        for team in self.world.teams.values():
            if team.bot.id in channel.members or team.bot is also:
                told = self.post_event(team, event, channel)
                sent += [told] if told else []
        return sent


def _mentions(message: Message, team: Team) -> bool:
    """Whether it calls the bot: not in a notice of Slack's own, nor in the bot's own words."""
    is_own = message.bot_id == team.bot.bot_id
    is_notice = message.subtype not in {"", "file_share", "bot_message", "thread_broadcast"}
    return team.bot.mention in message.text and not is_own and not is_notice


@dataclass(slots=True, eq=False)
class Visit:
    """One call of one method, with what its token may do."""

    site: Site
    team: Team
    arguments: Json
    most_messages: int = 999

    def text(self, name: str) -> str:
        """An argument, or the empty string."""
        value = self.arguments.get(name)
        return "" if value is None else str(value)

    def need(self, name: str, error: str = "invalid_arguments") -> str:
        """An argument that must be there."""
        if not (value := self.text(name)):
            raise Refused(error, response_metadata={"messages": [f"[ERROR] missing: {name}"]})
        return value

    def flag(self, name: str) -> bool:
        """An argument that is on or off, however it was encoded."""
        return self.text(name).lower() in {"1", "true"}

    def number(self, name: str, default: int) -> int:
        """An argument that is a number."""
        value = self.text(name)
        return int(value) if value.isdigit() else default

    def parsed(self, name: str) -> Any:
        """An argument that holds a structure, plain or as a JSON string."""
        value = self.arguments.get(name)
        if not isinstance(value, str) or not value:
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise Refused(f"invalid_{name}_format") from None

    def channel(self, name: str = "channel") -> Channel:
        """The conversation that an argument names, if the bot may know of it."""
        wanted = self.need(name, "channel_not_found")
        world, bot = self.site.world, self.team.bot
        if wanted in world.users:
            return world.direct(self.team, world.users[wanted])
        for channel in world.channels.values():
            named = channel.name and wanted.removeprefix("#") == channel.name
            here = self.team.id in {channel.team_id, *channel.shared_with}
            if (
                (channel.id == wanted or named)
                and here
                and (channel.kind == "public" or bot.id in channel.members)
            ):
                return channel
        raise Refused("channel_not_found")

    def joined(self, name: str = "channel") -> Channel:
        """The same, where the bot must be a member."""
        channel = self.channel(name)
        if self.team.bot.id not in channel.members:
            raise Refused("not_in_channel")
        return channel

    def message(self, channel: Channel, name: str = "ts") -> Message:
        """The message that an argument names."""
        found = channel.find(self.need(name, "message_not_found"))
        if found is None:
            raise Refused("message_not_found")
        return found

    def needs_scope(self, *scopes: str) -> None:
        """Refuse unless the token has one of these scopes."""
        if not set(scopes) & set(self.team.scopes):
            given = ",".join(self.team.scopes)
            raise Refused("missing_scope", needed=",".join(scopes), provided=given)
