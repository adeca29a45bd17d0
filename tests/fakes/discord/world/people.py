"""What people write, change and delete."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.fakes.discord.world.channels import Thread
from tests.fakes.discord.world.messages import HAS_THREAD
from tests.fakes.discord.world.permissions import Permission, may

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.fakes.discord.api.events import Events
    from tests.fakes.discord.world.channels import Channel, Overwrite, Tag
    from tests.fakes.discord.world.guilds import Guild, Member, Role, User
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.discord.world.world import World


class People:
    """The people's side of the conversation: each act reaches the bot through the gateway."""

    world: World
    events: Events

    async def says(
        self,
        who: Member | User,
        channel: Channel,
        text: str,
        *,
        reply_to: Message | None = None,
        pings: bool = True,
        mentions_bot: bool = False,
        files: Mapping[str, bytes] | None = None,
    ) -> Message:
        """Let somebody write, and return the message.

        Args:
            who: The author.
            channel: Where.
            text: What.
            reply_to: The message that is answered.
            pings: Whether its author is told of the reply.
            mentions_bot: Whether the bot is called first.
            files: What hangs on it.
        """
        member = channel.guild.members.get(who.id) if channel.guild else None
        threaded = isinstance(channel, Thread)
        writing = Permission.SEND_MESSAGES_IN_THREADS if threaded else Permission.SEND_MESSAGES
        if channel.guild and (member is None or not may(channel, member, writing)):
            raise PermissionError(f"{who} cannot write in {channel}")
        content = f"{self.world.bot.mention} {text}" if mentions_bot else text
        message = channel.add_message(who, content, reply_to=reply_to, files=files)
        message.kind = 19 if reply_to else 0
        message.reply_pings = bool(reply_to) and pings
        await self.events.message("MESSAGE_CREATE", message)
        return message

    async def direct_message(self, who: Member | User, text: str) -> Message:
        """Let somebody write to the bot alone."""
        return await self.says(who, self.world.direct_channel(who), text)

    async def forwards(self, who: Member | User, message: Message, channel: Channel) -> Message:
        """Let somebody forward a message, and return the copy."""
        copy = channel.add_message(who)
        copy.forwarded = message
        await self.events.message("MESSAGE_CREATE", copy)
        return copy

    async def posts_by_webhook(self, channel: Channel, name: str, text: str) -> Message:
        """Let a webhook post under some name, and return the message."""
        author = self.world.add_user(name, bot=True)
        message = channel.add_message(author, text)
        message.webhook_id = author.id
        await self.events.message("MESSAGE_CREATE", message)
        return message

    async def edits(self, message: Message, text: str) -> None:
        """Let the author change what is written."""
        message.content = text
        message.edited_at = datetime.now(UTC)
        await self.events.message("MESSAGE_UPDATE", message)

    async def deletes(self, *messages: Message) -> None:
        """Let somebody delete messages one by one."""
        for each in messages:
            each.channel.history.pop(each.id).readable = False
            await self.events.deleted(each.channel, [each.id])

    async def deletes_in_bulk(self, *messages: Message) -> None:
        """Let a moderator delete at least two messages of a channel at once."""
        channel = messages[0].channel
        for each in messages:
            channel.history.pop(each.id).readable = False
        await self.events.deleted(channel, [each.id for each in messages])

    async def reacts(self, who: Member | User, message: Message, emoji: str) -> None:
        """Let somebody react to a message."""
        message.reactions.setdefault(emoji, []).append(who.id)
        user = self.world.user_of(who)
        await self.events.reaction("MESSAGE_REACTION_ADD", message, emoji, user)

    async def takes_back(self, who: Member | User, message: Message, emoji: str) -> None:
        """Let somebody take a reaction back."""
        message.reactions[emoji].remove(who.id)
        user = self.world.user_of(who)
        await self.events.reaction("MESSAGE_REACTION_REMOVE", message, emoji, user)

    async def starts_thread(
        self, who: Member, channel: Channel, name: str, *, starter: Message | None = None
    ) -> Thread:
        """Let somebody start a thread, from a message or without one."""
        thread = channel.add_thread(name, who, starter=starter)
        if starter:
            starter.thread = thread
            starter.flags |= HAS_THREAD
        await self.events.thread("THREAD_CREATE", thread, new=True)
        return thread

    async def posts(self, who: Member, forum: Channel, title: str, text: str) -> Thread:
        """Let somebody post in a forum, and return the post."""
        thread = forum.add_thread(title, who)
        await self.events.thread("THREAD_CREATE", thread, new=True)
        first = thread.add_message(who, text)
        del thread.history[first.id]
        first.id = thread.id  # as Discord has it
        thread.history[first.id] = first
        await self.events.message("MESSAGE_CREATE", first)
        return thread

    async def adds_to_thread(self, member: Member, thread: Thread) -> None:
        """Bring somebody into a thread; the bot sees a private one only from then on."""
        saw = self.events.sees(thread)
        thread.member_ids[member.id] = datetime.now(UTC)
        if member.user is self.world.bot and not saw:
            await self.events.thread("THREAD_CREATE", thread)
        await self.events.thread_members(thread, added=[member.id])

    async def removes_from_thread(self, member: Member, thread: Thread) -> None:
        """Take somebody out of a thread."""
        thread.member_ids.pop(member.id)
        await self.events.thread_members(thread, removed=[member.id])

    async def archives(self, thread: Thread) -> None:
        """Let a thread fall asleep."""
        thread.archived, thread.archived_at = True, datetime.now(UTC)
        await self.events.thread("THREAD_UPDATE", thread)

    async def tags(self, thread: Thread, *tags: Tag) -> None:
        """Tag a forum's post with these, and no others."""
        thread.tags = [*tags]
        await self.events.thread("THREAD_UPDATE", thread)

    async def clears_reactions(self, message: Message, emoji: str = "") -> None:
        """Let a moderator take all reactions off a message, or all of one kind."""
        taken = [emoji] if emoji else [*message.reactions]
        for each in taken:
            message.reactions.pop(each)
        await self.events.reactions_cleared(message, emoji)

    async def creates(self, channel: Channel) -> None:
        """Tell the bot of a channel that was added while it was there."""
        await self.events.channel("CHANNEL_CREATE", channel)

    async def changes(
        self,
        channel: Channel,
        *,
        overwrites: list[Overwrite] | None = None,
        name: str = "",
        nsfw: bool | None = None,
    ) -> None:
        """Give a channel other overwrites or another name, or make it age-restricted."""
        saw = self.events.sees(channel)
        channel.overwrites = channel.overwrites if overwrites is None else overwrites
        channel.name = name or channel.name
        channel.nsfw = channel.nsfw if nsfw is None else nsfw
        if isinstance(channel, Thread):
            await self.events.thread("THREAD_UPDATE", channel)
            return
        await self.events.channel("CHANNEL_UPDATE", channel)
        if self.events.sees(channel) and not saw:
            await self.events.threads_shown(channel)

    async def removes(self, channel: Channel) -> None:
        """Delete a channel or a thread."""
        if isinstance(channel, Thread):
            await self.events.thread("THREAD_DELETE", channel)
        else:
            await self.events.channel("CHANNEL_DELETE", channel)
        if channel.guild:
            del channel.guild.channels[channel.id]

    async def changes_role(self, guild: Guild, role: Role, permissions: int) -> None:
        """Give a role other permissions."""
        role.permissions = int(permissions)
        await self.events.role("GUILD_ROLE_UPDATE", guild, role)

    async def creates_role(self, guild: Guild, role: Role) -> None:
        """Tell the bot of a role that was added while it was there."""
        await self.events.role("GUILD_ROLE_CREATE", guild, role)

    async def removes_role(self, guild: Guild, role: Role) -> None:
        """Delete a role."""
        del guild.roles[role.id]
        for member in guild.members.values():
            member.roles = [each for each in member.roles if each is not role]
        await self.events.role("GUILD_ROLE_DELETE", guild, role)

    async def joins(self, member: Member) -> None:
        """Tell the bot of a member who was added while it was there."""
        await self.events.member("GUILD_MEMBER_ADD", member)

    async def changes_member(
        self, member: Member, *, roles: list[Role] | None = None, nick: str | None = None
    ) -> None:
        """Give a member other roles or another name."""
        member.roles = member.roles if roles is None else roles
        member.nick = nick or member.nick
        await self.events.member("GUILD_MEMBER_UPDATE", member)

    async def leaves(self, member: Member) -> None:
        """Let a member leave the server."""
        del member.guild.members[member.id]
        await self.events.member("GUILD_MEMBER_REMOVE", member)

    async def invites_bot(self, guild: Guild) -> None:
        """Bring the bot into a server while it is running."""
        if guild.me is None:
            guild.add_member(self.world.bot, [guild.add_role(self.world.bot.name)])
        await self.events.guild("GUILD_CREATE", guild)

    async def removes_bot(self, guild: Guild) -> None:
        """Throw the bot out of a server."""
        guild.members.pop(self.world.bot.id)
        await self.events.guild("GUILD_DELETE", guild)
