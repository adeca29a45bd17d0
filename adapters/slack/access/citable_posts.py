"""Which posts a reply in Slack may cite: the labels that all its readers may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from adapters.chat.ttl_cache import TtlCache
from adapters.slack.access.directory import conversation_of, person_of, raise_unless_hidden
from adapters.slack.api.web_api import pages
from adapters.slack.ids import ONLY_OPEN, channel_label, team_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from adapters.slack.access.directory import Directory
    from adapters.slack.api.workspaces import Workspaces
    from adapters.slack.ids import Labels


SECONDS: Final = 60
"""How long a membership is taken as known; what Slack tells of changes ends it at once."""

LISTED_SECONDS: Final = 300
"""The same for lists of the whole workspace."""

_MOST: Final = 999


class Audiences:
    """Asks Slack live who may see what.

    Where Slack does not show us who reads along, the audience is as narrow as can be; where it
    fails, the error is raised, for an answer made from too little would seem to be one.
    """

    def __init__(self, workspaces: Workspaces, directory: Directory) -> None:
        self._workspaces = workspaces
        self._directory = directory
        self._public: TtlCache[Labels] = TtlCache(LISTED_SECONDS)
        self._guests: TtlCache[Labels] = TtlCache(LISTED_SECONDS)
        self._members: TtlCache[Labels] = TtlCache(SECONDS)
        self._rooms: TtlCache[Labels] = TtlCache(SECONDS)
        self._listed: dict[str, Labels] = {}
        self.on_closed: Callable[[Labels], None] = _unheard
        """Is told the labels of channels that were public when they were listed before."""

    async def of_channel(self, team: str, channel: str) -> Labels:
        """Return what everybody who reads a channel may see."""
        conversation = await self._directory.conversation(team, channel)
        own = frozenset({channel_label(channel)})
        if conversation.is_direct:
            return ONLY_OPEN
        if conversation.has_outsiders or await self.guests_in(team, channel):
            return ONLY_OPEN | own
        return await self.of_members(team) | own

    async def of_person(self, team: str, user: str) -> Labels:
        """Return what one person may see."""
        person = await self._directory.person(team, user)
        theirs = await self._rooms.get(f"{team}/{user}", lambda: self._fetch_rooms(team, user))
        return (await self.of_members(team) if person.is_member else ONLY_OPEN) | theirs

    async def of_bot(self, team: str) -> Labels:
        """Return the labels of what is written where we read along, and of the workspace."""
        workspace = await self._workspaces.of(team)
        ours = await self._fetch_rooms(team, workspace.bot_user_id)
        return (await self.of_members(team) | ours) - ONLY_OPEN

    async def guests_in(self, team: str, channel: str) -> Labels:
        """Return the accounts that read a channel as guests; "?" where that cannot be known."""
        guests = await self._guests.get(team, lambda: self._fetch_guests(team))
        if not guests:
            return guests
        key = f"{team}/{channel}"
        members = await self._members.get(key, lambda: self._fetch_members(team, channel))
        return frozenset({"?"}) if "?" in guests | members else guests & members

    async def look(self, team: str) -> None:
        """List the public channels again, if that was long ago: some closed untold.

        Slack tells only of the channels that we are in.
        """
        await self.of_members(team)

    def forget(self, team: str, id_: str) -> None:
        """Ask again the next time, because a membership changed."""
        self._members.drop(f"{team}/{id_}")
        self._rooms.drop(f"{team}/{id_}")

    def forget_lists(self, team: str) -> None:
        """List the workspace again the next time, because its people or channels changed."""
        self._guests.drop(team)
        self._public.drop(team)

    def forget_all(self) -> None:
        """Ask all of it again the next time, because any of it may have changed."""
        for each in (self._public, self._guests, self._members, self._rooms):
            each.clear()

    async def of_members(self, team: str) -> Labels:
        """Return what every full member of a workspace may see."""
        public = await self._public.get(team, lambda: self._fetch_public(team))
        return ONLY_OPEN | {team_label(team)} | public

    async def _fetch_public(self, team: str) -> Labels:
        client = (await self._workspaces.of(team)).client
        found: set[str] = set()
        try:
            async for page in pages(
                client.conversations_list, types="public_channel", limit=_MOST, team_id=team
            ):
                found |= {
                    channel_label(each["id"])
                    for each in page.get("channels", ())
                    if conversation_of(each).is_open_in(team)
                }
        except SlackApiError as error:
            raise_unless_hidden(error)
        before, self._listed[team] = self._listed.get(team, frozenset()), frozenset(found)
        if closed := before - found:
            self.on_closed(closed)
        return frozenset(found)

    async def _fetch_guests(self, team: str) -> Labels:
        """Return who is no full member; "?" among them where that cannot be known."""
        client = (await self._workspaces.of(team)).client
        found: set[str] = set()
        try:
            async for page in pages(client.users_list, limit=_MOST, team_id=team):
                reading = (each for each in page.get("members", ()) if not each.get("deleted"))
                people = [person_of(each, team) for each in reading]
                found |= {each.id for each in people if not each.is_member}
        except SlackApiError as error:
            raise_unless_hidden(error)
            found.add("?")
        return frozenset(found)

    async def _fetch_members(self, team: str, channel: str) -> Labels:
        client = (await self._workspaces.of(team)).client
        found: set[str] = set()
        try:
            async for page in pages(client.conversations_members, channel=channel, limit=_MOST):
                found |= set(page.get("members", ()))
        except SlackApiError as error:
            raise_unless_hidden(error)
            found.add("?")
        return frozenset(found)

    async def _fetch_rooms(self, team: str, user: str) -> Labels:
        client = (await self._workspaces.of(team)).client
        found: set[str] = set()
        kinds = "public_channel,private_channel,mpim"
        try:
            async for page in pages(
                client.users_conversations, user=user, types=kinds, limit=_MOST, team_id=team
            ):
                found |= {channel_label(each["id"]) for each in page.get("channels", ())}
        except SlackApiError as error:
            raise_unless_hidden(error)
        return frozenset(found)


def _unheard(closed: Labels) -> None:
    """Tell nobody of channels that are public no longer."""
