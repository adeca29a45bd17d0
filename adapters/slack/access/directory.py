"""Who and what an id stands for: names, languages, rights."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from slack_sdk.errors import SlackApiError

from adapters.chat.ttl_cache import TtlCache
from adapters.markup.slack_post_rules import account_name, is_closed_by
from adapters.slack.api.web_api import data_of, needed, pages, problem_of
from adapters.slack.ids import ONLY_OPEN, PLATFORM, channel_label
from bot.question_and_answer import Asker

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from slack_sdk.web.async_slack_response import AsyncSlackResponse

    from adapters.slack.api.workspaces import Workspaces
    from adapters.slack.ids import Labels


SECONDS: Final = 60
"""How long a person's rights and a channel's kind are taken as known."""

_MOST: Final = 999
"""Channels that Slack lists at once."""

_SLACKBOT: Final = "USLACKBOT"
"""Slack's own program, of which Slack says that it is none."""

NOBODY: Final = "somebody"
"""What an account is called of which Slack does not show the name."""

UNKNOWN: Final = frozenset(
    {"user_not_found", "user_not_visible", "users_not_found", "channel_not_found",
     "missing_scope", "not_in_channel", "fetch_members_failed",
     "method_not_supported_for_channel_type", "no_such_subteam", "subteam_not_found"}
)  # fmt: skip
"""What Slack says of whom and what it does not show us; never a fault that passes."""

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Person:
    """An account.

    Attributes:
        id: Its id.
        name: What people call them.
        locale: The language they set.
        is_admin: They may manage the workspace.
        is_member: They are a full member of the workspace: no guest, nobody from outside.
        is_bot: It is a program.
        team: The workspace in which they were met.
    """

    id: str
    name: str
    locale: str = "en-US"
    is_admin: bool = False
    is_member: bool = False
    is_bot: bool = False
    team: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """A channel, or a conversation of a few.

    Attributes:
        id: Its id.
        name: What people call it, without a sign before.
        is_private: Only its members may read it.
        is_direct: Somebody speaks with us alone.
        has_outsiders: People of other workspaces read along.
        is_joined: We are a member.
        is_archived: Nobody may write there any more.
        is_closed: Its topic says that what is written there is not to be kept.
        partner: Who speaks with us there, where it is direct.
        created: When it was made, in seconds; 0 where that is not known.
        teams: The workspaces that it is a channel of, where Slack says so.
    """

    id: str
    name: str
    is_private: bool = True
    is_direct: bool = False
    has_outsiders: bool = True
    is_joined: bool = False
    is_archived: bool = False
    is_closed: bool = False
    partner: str = ""
    created: int = 0
    teams: frozenset[str] = frozenset()

    def is_open_in(self, team: str) -> bool:
        """Return whether it is a public channel of a workspace.

        A token of a whole organisation is shown the channels of all its workspaces.
        """
        return not self.is_private and (not self.teams or team in self.teams)


class Directory:
    """Looks up accounts and channels, and takes them as known for a minute."""

    def __init__(self, workspaces: Workspaces) -> None:
        self._workspaces = workspaces
        self._people: TtlCache[Person] = TtlCache(SECONDS)
        self._places: TtlCache[Conversation] = TtlCache(SECONDS)
        self._groups: TtlCache[dict[str, str]] = TtlCache(SECONDS)
        self._members: TtlCache[frozenset[str]] = TtlCache(SECONDS)

    async def person(self, team: str, user: str) -> Person:
        """Return an account; a nameless one without any right where Slack does not show it."""
        return await self._people.get(f"{team}/{user}", lambda: self._fetch_person(team, user))

    async def conversation(self, team: str, channel: str) -> Conversation:
        """Return a channel; as narrow as can be where Slack does not show it."""
        return await self._places.get(
            f"{team}/{channel}", lambda: self._fetch_conversation(team, channel)
        )

    async def names(
        self, team: str, ids: Iterable[str], audience: Labels = ONLY_OPEN
    ) -> dict[str, str]:
        """Return the names of accounts and channels by their ids.

        Args:
            team: The workspace.
            ids: The accounts and channels.
            audience: The labels that every reader may see: no other channel is named.
        """
        found = {}
        for id_ in sorted(ids):
            if id_[:1] in {"U", "W"}:
                found[id_] = (await self.person(team, id_)).name
            elif channel_label(id_) in audience:
                found[id_] = (await self.conversation(team, id_)).name
        return found

    async def public(self, team: str, *, with_archived: bool = False) -> list[Conversation]:
        """Return the public channels of a workspace: those that are not archived, or all."""
        client = (await self._workspaces.of(team)).client
        shown = await _listed(
            client.conversations_list,
            types="public_channel",
            exclude_archived=not with_archived,
            team_id=team,
        )
        return [each for each in shown if each.is_open_in(team)]

    async def private(self, team: str) -> list[Conversation]:
        """Return the private channels of a workspace that we are in."""
        client = (await self._workspaces.of(team)).client
        try:
            return await _listed(client.users_conversations, types="private_channel", team_id=team)
        except SlackApiError as error:
            raise_unless_hidden(error)
            return []

    async def groups(self, team: str) -> dict[str, str]:
        """Return the names of the user groups of a workspace, by their ids."""
        return await self._groups.get(team, lambda: self._fetch_groups(team))

    async def members_of(self, team: str, group: str) -> frozenset[str]:
        """Return the accounts in a user group; none where Slack does not show it."""
        return await self._members.get(f"{team}/{group}", lambda: self._fetch_members(team, group))

    def forget(self, team: str, id_: str) -> None:
        """Look an account or a channel up again the next time, because it changed."""
        self._people.drop(f"{team}/{id_}")
        self._places.drop(f"{team}/{id_}")

    def forget_all(self) -> None:
        """Look all of it up again the next time, because any of it may have changed."""
        for each in (self._people, self._places, self._groups, self._members):
            each.clear()

    async def _fetch_person(self, team: str, user: str) -> Person:
        workspace = await self._workspaces.of(team)
        try:
            answer = await workspace.client.users_info(user=user, include_locale=True)
            shown = needed(answer, "user")
        except SlackApiError as error:
            raise_unless_hidden(error)
            return Person(user, NOBODY, team=team)
        return person_of(shown, team)

    async def _fetch_groups(self, team: str) -> dict[str, str]:
        client = (await self._workspaces.of(team)).client
        try:
            answer = data_of(await client.usergroups_list(team_id=team))
        except SlackApiError as error:
            raise_unless_hidden(error)
            return {}
        return {each["id"]: each.get("handle") or "" for each in answer.get("usergroups", ())}

    async def _fetch_members(self, team: str, group: str) -> frozenset[str]:
        client = (await self._workspaces.of(team)).client
        try:
            answer = data_of(await client.usergroups_users_list(usergroup=group, team_id=team))
        except SlackApiError as error:
            raise_unless_hidden(error)
            return frozenset()
        return frozenset(answer.get("users", ()))

    async def _fetch_conversation(self, team: str, channel: str) -> Conversation:
        workspace = await self._workspaces.of(team)
        try:
            shown = needed(await workspace.client.conversations_info(channel=channel), "channel")
        except SlackApiError as error:
            raise_unless_hidden(error)
            return Conversation(channel, "private")
        return conversation_of(shown)


async def _listed(
    call: Callable[..., Awaitable[AsyncSlackResponse]], **asked: Any
) -> list[Conversation]:
    return [
        conversation_of(each)
        async for page in pages(call, limit=_MOST, **asked)
        for each in page.get("channels", ())
    ]


def person_of(user: dict[str, Any], team: str) -> Person:
    """Return an account from how Slack describes it."""
    is_guest = bool(user.get("is_restricted") or user.get("is_ultra_restricted"))
    is_home = user.get("team_id", team) == team
    # In an organisation an account has one workspace of its own, and may be of several others.
    known = user.get("enterprise_user")
    is_shared = isinstance(known, dict) and team in (known.get("teams") or ())
    is_foreign = bool(user.get("is_stranger")) or not (is_home or is_shared)
    is_member = not (is_guest or is_foreign or user.get("deleted"))
    return Person(
        id=user["id"],
        name=account_name(user) or NOBODY,
        locale=user.get("locale") or "en-US",
        # Elsewhere it may be said of the workspace of their own.
        is_admin=is_member and is_home and bool(user.get("is_admin") or user.get("is_owner")),
        is_member=is_member,
        is_bot=bool(user.get("is_bot")) or user["id"] == _SLACKBOT,
        team=team,
    )


def conversation_of(channel: dict[str, Any]) -> Conversation:
    """Return a channel from how Slack describes it."""
    shared = ("is_ext_shared", "is_org_shared", "is_shared", "is_pending_ext_shared")
    closed = ("is_private", "is_im", "is_mpim", "is_group")
    of = [channel.get("context_team_id"), *(channel.get("shared_team_ids") or ())]
    topic = (channel.get("topic") or {}).get("value") or ""
    return Conversation(
        id=channel["id"],
        name=channel.get("name") or "private",
        is_private=any(channel.get(each) for each in closed),
        is_direct=bool(channel.get("is_im")),
        has_outsiders=any(channel.get(each) for each in shared),
        is_joined=bool(channel.get("is_member")),
        is_archived=bool(channel.get("is_archived")),
        is_closed=is_closed_by(topic),
        partner=channel.get("user") or "",
        created=int(channel.get("created") or 0),
        # What is shared with the whole organisation is a channel of each of its workspaces.
        teams=frozenset() if channel.get("is_global_shared") else frozenset(filter(None, of)),
    )


def raise_unless_hidden(error: SlackApiError) -> None:
    """Take what Slack does not show us as known to be hidden, and raise any other error."""
    problem = problem_of(error)
    if problem not in UNKNOWN:
        raise error
    _log.info("Slack does not show it: %s", problem)


def asker_of(person: Person, team: str) -> Asker:
    """Return a person as who asks; their account is that of their posts."""
    return Asker(PLATFORM, f"{team}/{person.id}", person.name)
