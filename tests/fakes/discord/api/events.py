"""What the gateway tells, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.discord.api.gateway import Intent
from tests.fakes.discord.world.channels import Thread
from tests.fakes.discord.world.messages import emoji_json
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.fakes.discord.api.gateway import Gateway, Session
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import Guild, Member, Role, User
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.discord.world.snowflakes import Json
    from tests.fakes.discord.world.world import World


_CHUNK = 1000


class Events:
    """Turns what happens in the world into dispatches, each seen by whoever may see it."""

    def __init__(self, world: World, gateway: Gateway, gateway_url: str) -> None:
        self._world = world
        self._gateway = gateway
        self._resume_url = f"{gateway_url.removesuffix('/gateway')}/resume"
        gateway.greet = self._greet
        gateway.list_members = self._list_members

    async def _greet(self, session: Session) -> None:
        world = self._world
        guilds = [each for each in world.guilds.values() if each.me and session.has(each.id)]
        ready: Json = {
            "v": 10,
            "user": {**world.bot.json(), "verified": True, "mfa_enabled": False, "flags": 0},
            "guilds": [{"id": str(each.id), "unavailable": True} for each in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self._resume_url,
            "shard": [*session.shard],
            "application": {"id": str(world.application_id), "flags": 0},
            "private_channels": [],
            "relationships": [],
            "_trace": [],
        }
        await self._gateway.tell(session, "READY", ready)
        for guild in guilds:
            created = {**self._guild_json(guild, session), "unavailable": False}
            await self._gateway.tell(session, "GUILD_CREATE", created)

    def _guild_json(self, guild: Guild, session: Session) -> Json:
        everybody = session.intents & Intent.GUILD_PRESENCES
        members = [each for each in guild.members.values() if everybody or each is guild.me]
        threads = [each for each in guild.threads if not each.archived and self.sees(each)]
        plain = [each for each in guild.channels.values() if not isinstance(each, Thread)]
        return {
            **guild.json(),
            "joined_at": guild.me.joined_at.isoformat() if guild.me else None,
            "large": False,
            "member_count": len(guild.members),
            "voice_states": [],
            "members": [each.json() for each in members],
            "channels": [each.json() for each in plain],
            "threads": [each.json() for each in threads],
            "presences": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
        }

    async def _list_members(self, session: Session, wanted: Json) -> None:
        guild = self._world.guilds[int(wanted["guild_id"])]
        ids = wanted.get("user_ids") or []
        ids = {int(each) for each in (ids if isinstance(ids, list) else [ids])}
        query = (wanted.get("query") or "").lower()
        found = [
            each
            for each in guild.members.values()
            if (each.id in ids if ids else (each.nick or each.user.name).lower().startswith(query))
        ]
        if not ids and not query and not session.intents & Intent.GUILD_MEMBERS:
            return  # without the intent, Discord lists nobody
        found = found[: wanted.get("limit") or None]
        chunks = [found[at : at + _CHUNK] for at in range(0, len(found), _CHUNK)] or [[]]
        for index, chunk in enumerate(chunks):
            data = {
                "guild_id": str(guild.id),
                "members": [each.json() for each in chunk],
                "chunk_index": index,
                "chunk_count": len(chunks),
                "not_found": [str(each) for each in ids - guild.members.keys()],
                **({"nonce": wanted["nonce"]} if "nonce" in wanted else {}),
            }
            await self._gateway.tell(session, "GUILD_MEMBERS_CHUNK", data)

    def sees(self, channel: Channel) -> bool:
        """Return whether the bot is told of what happens in the channel."""
        granted = self._world.bot_permissions(channel)
        return self._world.has_bot(channel) and (
            channel.guild is None or bool(granted & Permission.VIEW_CHANNEL)
        )

    def shows_content(self, session: Session | None, channel: Channel) -> bool:
        """Return whether a bot is shown what others write here without speaking to it."""
        granted = self._gateway.privileged & (session.intents if session else ~0)
        return channel.guild is None or bool(granted & Intent.MESSAGE_CONTENT)

    async def message(self, event: str, message: Message) -> None:
        """Tell of a message that was written or changed."""
        channel = message.channel
        if message.ephemeral or not self.sees(channel):
            return
        needs = Intent.GUILD_MESSAGES if channel.guild else Intent.DIRECT_MESSAGES
        await self._gateway.tell_all(
            event, lambda who: message.json(full=self.shows_content(who, channel)), needs
        )

    async def deleted(self, channel: Channel, ids: list[int]) -> None:
        """Tell of one message that is gone, or of many at once."""
        if not self.sees(channel):
            return
        data: Json = {"channel_id": str(channel.id), **_guild_id(channel)}
        if len(ids) == 1:
            event, data = "MESSAGE_DELETE", {**data, "id": str(ids[0])}
        else:
            event, data = "MESSAGE_DELETE_BULK", {**data, "ids": [str(each) for each in ids]}
        needs = Intent.GUILD_MESSAGES if channel.guild else Intent.DIRECT_MESSAGES
        await self._gateway.tell_all(event, lambda _: data, needs)

    async def reaction(self, event: str, message: Message, emoji: str, user: User) -> None:
        """Tell of a reaction that came or went."""
        channel = message.channel
        member = channel.guild.members.get(user.id) if channel.guild else None
        data = {
            "user_id": str(user.id),
            "channel_id": str(channel.id),
            "message_id": str(message.id),
            "message_author_id": str(message.author.id),
            "emoji": emoji_json(emoji),
            "burst": False,
            "type": 0,
            **_guild_id(channel),
            **({"member": member.json()} if member else {}),
        }
        direct = Intent.DIRECT_MESSAGE_REACTIONS
        needs = Intent.GUILD_MESSAGE_REACTIONS if channel.guild else direct
        if self.sees(channel):
            await self._gateway.tell_all(event, lambda _: data, needs)

    async def reactions_cleared(self, message: Message, emoji: str = "") -> None:
        """Tell that all reactions to a message are gone, or all of one kind."""
        data = {
            "channel_id": str(message.channel.id),
            "message_id": str(message.id),
            **_guild_id(message.channel),
            **({"emoji": emoji_json(emoji)} if emoji else {}),
        }
        event = "MESSAGE_REACTION_REMOVE_EMOJI" if emoji else "MESSAGE_REACTION_REMOVE_ALL"
        if self.sees(message.channel):
            await self._gateway.tell_all(event, lambda _: data, Intent.GUILD_MESSAGE_REACTIONS)

    async def channel(self, event: str, channel: Channel) -> None:
        """Tell of a channel that was made, changed or deleted."""
        await self._gateway.tell_all(event, lambda _: channel.json(), Intent.GUILDS)

    async def thread(self, event: str, thread: Thread, *, new: bool = False) -> None:
        """Tell of a thread that was made, changed or deleted."""
        if not self.sees(thread):
            return
        data = thread.json()
        if event == "THREAD_DELETE":
            data = {each: data[each] for each in ("id", "guild_id", "parent_id", "type")}
        if new:
            data["newly_created"] = True
        await self._gateway.tell_all(event, lambda _: data, Intent.GUILDS)

    async def thread_members(
        self, thread: Thread, added: Iterable[int] = (), removed: Iterable[int] = ()
    ) -> None:
        """Tell who came into a thread and who left it; of others only with the intent."""
        came, left, me = list(added), list(removed), self._world.bot.id
        if me not in left and not self.sees(thread):
            return
        data = {
            "id": str(thread.id),
            **_guild_id(thread),
            "member_count": len(thread.member_ids),
            "added_members": [thread.member_json(each) for each in came],
            "removed_member_ids": [str(each) for each in left],
        }
        needs = Intent.GUILDS if me in came + left else Intent.GUILD_MEMBERS
        await self._gateway.tell_all("THREAD_MEMBERS_UPDATE", lambda _: data, needs)

    async def threads_shown(self, channel: Channel) -> None:
        """Tell of the threads of a channel that the bot has begun to see."""
        threads = channel.guild.threads if channel.guild else []
        shown = [each for each in threads if each.parent is channel and not each.archived]
        shown = [each for each in shown if self.sees(each)]
        me = self._world.bot.id
        data = {
            **_guild_id(channel),
            "channel_ids": [str(channel.id)],
            "threads": [each.json() for each in shown],
            "members": [each.member_json(me) for each in shown if me in each.member_ids],
        }
        await self._gateway.tell_all("THREAD_LIST_SYNC", lambda _: data, Intent.GUILDS)

    async def member(self, event: str, member: Member) -> None:
        """Tell of a member who came, changed or left; of the bot itself in any case."""
        gone = event == "GUILD_MEMBER_REMOVE"
        data: Json = {"user": member.user.json()} if gone else member.json()
        data["guild_id"] = str(member.guild.id)
        needs = 0 if member.user is self._world.bot else Intent.GUILD_MEMBERS
        await self._gateway.tell_all(event, lambda _: data, needs)

    async def role(self, event: str, guild: Guild, role: Role) -> None:
        """Tell of a role that was made, changed or deleted."""
        gone = event == "GUILD_ROLE_DELETE"
        what: Json = {"role_id": str(role.id)} if gone else {"role": role.json()}
        data = {"guild_id": str(guild.id), **what}
        await self._gateway.tell_all(event, lambda _: data, Intent.GUILDS)

    async def guild(self, event: str, guild: Guild) -> None:
        """Tell of a server that the bot came to or left."""
        if event == "GUILD_DELETE":
            await self._gateway.tell_all(event, lambda _: {"id": str(guild.id)}, Intent.GUILDS)
        else:
            await self._gateway.tell_all(event, lambda who: self._guild_json(guild, who))

    async def outage(self, guild: Guild, *, is_over: bool) -> None:
        """Tell that a server cannot be reached for a while, or can be again."""
        if is_over:
            await self._gateway.tell_all(
                "GUILD_CREATE", lambda who: {**self._guild_json(guild, who), "unavailable": False}
            )
        else:
            gone = {"id": str(guild.id), "unavailable": True}
            await self._gateway.tell_all("GUILD_DELETE", lambda _: gone)

    async def interaction(self, data: Json) -> None:
        """Tell of an interaction, which needs no intent."""
        await self._gateway.tell_all("INTERACTION_CREATE", lambda _: data)


def _guild_id(channel: Channel) -> Json:
    return {"guild_id": str(channel.guild.id)} if channel.guild else {}
