"""REST: the app itself, servers, members, channels and commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.discord.api.calls import Answer, Refusal, Request, Routes, invalid, unknown, wrong
from tests.fakes.discord.api.gateway import Intent
from tests.fakes.discord.api.limits import check_commands
from tests.fakes.discord.world.channels import Thread

if TYPE_CHECKING:
    from tests.fakes.discord.api.gateway import Gateway
    from tests.fakes.discord.world.access import Access
    from tests.fakes.discord.world.snowflakes import Json
    from tests.fakes.discord.world.world import World


_FLAGS = {
    Intent.GUILD_PRESENCES: 1 << 13,
    Intent.GUILD_MEMBERS: 1 << 15,
    Intent.MESSAGE_CONTENT: 1 << 19,
}
"""The app's flags for privileged intents, as apps in few servers have them."""


class GuildRoutes:
    """Everything around messages."""

    def __init__(self, world: World, access: Access, gateway: Gateway, gateway_url: str) -> None:
        self._world = world
        self._access = access
        self._gateway = gateway
        self._gateway_url = gateway_url

    def routes(self) -> Routes:
        """Return what is served."""
        guild = "/guilds/{guild}"
        commands = "/applications/{application}/commands"
        local = "/applications/{application}/guilds/{guild}/commands"
        return [
            ("GET", "/users/@me", self._me),
            ("GET", "/users/@me/guilds", self._my_guilds),
            ("POST", "/users/@me/channels", self._open_direct),
            ("GET", "/users/{user}", self._user),
            ("GET", "/oauth2/applications/@me", self._application),
            ("GET", "/applications/@me", self._application),
            ("GET", "/gateway", self._where),
            ("GET", "/gateway/bot", self._where_for_bots),
            ("GET", guild, self._guild),
            ("GET", guild + "/channels", self._channels),
            ("GET", guild + "/roles", self._roles),
            ("GET", guild + "/members", self._members),
            ("GET", guild + "/members/search", self._search_members),
            ("GET", guild + "/members/{user}", self._member),
            ("GET", "/channels/{channel}", self._channel),
            ("GET", commands, self._list_commands),
            ("GET", local, self._list_commands),
            ("PUT", commands, self._replace_commands),
            ("PUT", local, self._replace_commands),
            ("POST", commands, self._add_command),
            ("POST", local, self._add_command),
        ]

    def _me(self, _: Request) -> Answer:
        return {**self._world.bot.json(), "verified": True, "mfa_enabled": False, "flags": 0}

    def _my_guilds(self, _: Request) -> Answer:
        return [each.json() for each in self._world.guilds.values() if each.me]

    def _open_direct(self, request: Request) -> Answer:
        user = self._world.users.get(int(request.json["recipient_id"]))
        if user is None:
            raise unknown(10013, "User")
        return self._world.direct_channel(user).json()

    def _user(self, request: Request) -> Answer:
        user = self._world.users.get(request.id("user"))
        if user is None:
            raise unknown(10013, "User")
        return user.json()

    def _application(self, _: Request) -> Answer:
        flags = sum(flag for bit, flag in _FLAGS.items() if self._gateway.privileged & bit)
        return {
            "id": str(self._world.application_id),
            "name": self._world.bot.name,
            "icon": None,
            "description": "",
            "summary": "",
            "verify_key": "0" * 64,
            "flags": flags,
            "bot_public": True,
            "bot_require_code_grant": False,
            "owner": self._world.owner.json(),
            "team": None,
            "redirect_uris": [],
            "interactions_endpoint_url": None,
            "integration_types_config": {"0": {}, "1": {}},
            "approximate_guild_count": len(self._world.guilds),
        }

    def _where(self, _: Request) -> Answer:
        return {"url": self._gateway_url}

    def _where_for_bots(self, _: Request) -> Answer:
        left = 1000 - len(self._gateway.identifies)
        limit = {"total": 1000, "remaining": left, "reset_after": 86_400_000, "max_concurrency": 1}
        return {"url": self._gateway_url, "shards": 1, "session_start_limit": limit}

    def _guild(self, request: Request) -> Answer:
        guild = self._access.guild(request)
        count = len(guild.members)
        counts = {"approximate_member_count": count, "approximate_presence_count": count}
        return {**guild.json(), **(counts if request.query.get("with_counts") else {})}

    def _channels(self, request: Request) -> Answer:
        channels = self._access.guild(request).channels.values()
        return [each.json() for each in channels if not isinstance(each, Thread)]

    def _roles(self, request: Request) -> Answer:
        return [each.json() for each in self._access.guild(request).roles.values()]

    def _members(self, request: Request) -> Answer:
        guild = self._access.guild(request)
        if not self._gateway.privileged & Intent.GUILD_MEMBERS:
            raise Refusal(403, 50001, "Missing Access")
        limit, after = request.number("limit", 1), request.number("after", 0)
        if not 1 <= limit <= 1000:
            raise invalid({"limit": wrong("NUMBER_TYPE_MAX", "Must be between 1 and 1000.")})
        ids = [each for each in sorted(guild.members) if each > after][:limit]
        return [guild.members[each].json() for each in ids]

    def _search_members(self, request: Request) -> Answer:
        guild = self._access.guild(request)
        start = request.query.get("query", "").lower()
        found = [
            each.json()
            for each in guild.members.values()
            if each.user.name.lower().startswith(start)
            or (each.nick or "").lower().startswith(start)
        ]
        return found[: request.number("limit", 1)]

    def _member(self, request: Request) -> Answer:
        member = self._access.guild(request).members.get(request.id("user"))
        if member is None:
            raise unknown(10007, "Member")
        return member.json()

    def _channel(self, request: Request) -> Answer:
        return self._access.channel(request).json()

    def _place(self, request: Request) -> int | None:
        return self._access.guild(request).id if "guild" in request.parts else None

    def _list_commands(self, request: Request) -> Answer:
        return self._world.commands.get(self._place(request), [])

    def _replace_commands(self, request: Request) -> Answer:
        place = self._place(request)
        check_commands(request.json)
        before = self._world.commands.get(place, [])
        self._world.commands[place] = []
        for each in request.json:
            self._register(each, place, before)
        return self._world.commands[place]

    def _add_command(self, request: Request) -> Answer:
        place = self._place(request)
        check_commands([request.json])
        before = self._world.commands.setdefault(place, [])
        self._world.commands[place] = [each for each in before if not _same(each, request.json)]
        return self._register(request.json, place, before)

    def _register(self, command: Json, place: int | None, before: list[Json]) -> Json:
        made = str(self._world.snowflakes.make())
        registered = {
            "type": 1,
            "description": "",
            "options": [],
            "default_member_permissions": None,
            "nsfw": False,
            "contexts": None,
            "dm_permission": True,
            **command,
            "integration_types": command.get("integration_types") or [0, 1],
            "id": next((each["id"] for each in before if _same(each, command)), made),
            "application_id": str(self._world.application_id),
            "version": made,
            **({"guild_id": str(place)} if place else {}),
        }
        self._world.commands[place].append(registered)
        return registered


def _same(one: Json, other: Json) -> bool:
    return bool(one["name"] == other["name"] and one.get("type", 1) == other.get("type", 1))
