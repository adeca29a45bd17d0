"""REST: reading and writing in channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.discord.api.calls import Answer, Refusal, Request, Routes, invalid, unknown, wrong
from tests.fakes.discord.api.composing import compose, revise
from tests.fakes.discord.world.channels import Kind, Thread
from tests.fakes.discord.world.messages import MISSING
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from tests.fakes.discord.api.events import Events
    from tests.fakes.discord.world.access import Access
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.discord.world.snowflakes import Json
    from tests.fakes.discord.world.world import World


_SILENT_KINDS = (Kind.FORUM, Kind.CATEGORY)


class MessageRoutes:
    """Messages, reactions and typing."""

    def __init__(self, world: World, access: Access, events: Events) -> None:
        self._world = world
        self._access = access
        self._events = events

    def routes(self) -> Routes:
        """Return what is served."""
        channel = "/channels/{channel}"
        message = channel + "/messages/{message}"
        mine = message + "/reactions/{emoji}/@me"
        return [
            ("POST", channel + "/typing", self._type),
            ("GET", channel + "/messages", self._list),
            ("POST", channel + "/messages", self._send),
            ("POST", channel + "/messages/bulk-delete", self._delete_many),
            ("GET", message, self._get),
            ("PATCH", message, self._edit),
            ("DELETE", message, self._delete),
            ("PUT", mine, self._react),
            ("DELETE", mine, self._take_back),
            ("GET", message + "/reactions/{emoji}", self._reacted),
            ("GET", "/attachments/{channel}/{attachment}/{name}", self._file),
        ]

    def _type(self, request: Request) -> Answer:
        self._access.channel(request, Permission.SEND_MESSAGES).typing += 1
        return None

    def _json(self, message: Message) -> Json:
        shown = message.json(full=self._events.shows_content(None, message.channel))
        shown.pop("member", None)  # only the gateway tells of it, and so of nicknames
        for key, value in message.odd.items():
            shown.pop(key, None)
            if value is not MISSING:
                shown[key] = value
        return shown

    def _list(self, request: Request) -> Answer:
        channel = self._access.channel(request)
        limit = request.number("limit", 50)
        if not 1 <= limit <= 100:
            raise invalid({"limit": wrong("NUMBER_TYPE_MAX", "Must be between 1 and 100.")})
        if channel.kind in _SILENT_KINDS:
            raise Refusal(400, 50024, "Cannot execute action on this channel type")
        if not self._access.granted(channel) & Permission.READ_MESSAGE_HISTORY:
            return []  # Discord does not refuse: it shows nothing
        found = [each for each in channel.messages if not each.ephemeral]
        return [self._json(each) for each in reversed(_page(found, request, limit))]

    def _get(self, request: Request) -> Answer:
        return self._json(self._access.message(request, Permission.READ_MESSAGE_HISTORY))

    async def _send(self, request: Request) -> Answer:
        channel = self._access.channel(request)
        sent: Json = request.json
        self._check_sending(channel, sent, request)
        if sent.get("enforce_nonce") and sent.get("nonce"):
            for each in channel.messages:
                if each.nonce == sent["nonce"] and each.author is self._world.bot:
                    return each.json()
        message = compose(channel, {**sent, "flags": (sent.get("flags") or 0) & ~64}, request.files)
        channel.history[message.id] = message
        await self._events.message("MESSAGE_CREATE", message)
        return message.json()

    def _check_sending(self, channel: Channel, sent: Json, request: Request) -> None:
        if channel.kind in _SILENT_KINDS:
            raise Refusal(400, 40058, "Cannot send a message in a forum channel")
        threaded = isinstance(channel, Thread)
        sending = Permission.SEND_MESSAGES_IN_THREADS if threaded else Permission.SEND_MESSAGES
        wanted = [sending]
        if sent.get("embeds"):
            wanted.append(Permission.EMBED_LINKS)
        if request.files:
            wanted.append(Permission.ATTACH_FILES)
        self._access.need(channel, *wanted)
        if isinstance(channel, Thread):
            if channel.locked and not self._access.granted(channel) & Permission.MANAGE_THREADS:
                raise Refusal(400, 50083, "Thread is archived")
            channel.archived = False
        reads = self._access.granted(channel) & Permission.READ_MESSAGE_HISTORY
        if sent.get("message_reference") and not reads:
            said = "Cannot reply without permission to read message history"
            raise Refusal(400, 160002, said)

    async def _edit(self, request: Request) -> Answer:
        message = self._access.message(request)
        if message.author is not self._world.bot:
            raise Refusal(403, 50005, "Cannot edit a message authored by another user")
        if isinstance(message.channel, Thread) and message.channel.archived:
            raise Refusal(400, 50083, "Thread is archived")
        revise(message, request.json, request.files)
        await self._events.message("MESSAGE_UPDATE", message)
        return message.json()

    async def _delete(self, request: Request) -> Answer:
        message = self._access.message(request)
        if message.author is not self._world.bot:
            self._access.need(message.channel, Permission.MANAGE_MESSAGES)
        await self._remove(message.channel, [message.id])
        return None

    async def _delete_many(self, request: Request) -> Answer:
        channel = self._access.channel(request, Permission.MANAGE_MESSAGES)
        ids = [int(each) for each in request.json["messages"]]
        await self._remove(channel, [each for each in ids if each in channel.history])
        return None

    async def _remove(self, channel: Channel, ids: list[int]) -> None:
        for each in ids:
            channel.history.pop(each).readable = False
        await self._events.deleted(channel, ids)

    async def _react(self, request: Request) -> Answer:
        message = self._access.message(request, Permission.READ_MESSAGE_HISTORY)
        if not message.reactions.get(request.parts["emoji"]):
            self._access.need(message.channel, Permission.ADD_REACTIONS)
        people = message.reactions.setdefault(request.parts["emoji"], [])
        if self._world.bot.id not in people:
            people.append(self._world.bot.id)
            await self._tell_reaction("MESSAGE_REACTION_ADD", message, request)
        return None

    async def _take_back(self, request: Request) -> Answer:
        message = self._access.message(request)
        people = message.reactions.get(request.parts["emoji"], [])
        if self._world.bot.id in people:
            people.remove(self._world.bot.id)
            await self._tell_reaction("MESSAGE_REACTION_REMOVE", message, request)
        return None

    def _reacted(self, request: Request) -> Answer:
        message = self._access.message(request, Permission.READ_MESSAGE_HISTORY)
        after = int(request.query.get("after", 0))
        people = sorted(message.reactions.get(request.parts["emoji"], []))
        return [self._world.users[id_].json() for id_ in people if id_ > after][:100]

    async def _tell_reaction(self, event: str, message: Message, request: Request) -> None:
        await self._events.reaction(event, message, request.parts["emoji"], self._world.bot)

    def _file(self, request: Request) -> Answer:
        channel = self._world.channel(request.id("channel"))
        for message in channel.messages if channel else []:
            for each in message.attachments:
                if each.id == request.id("attachment"):
                    return each.data
        raise unknown(10008, "Attachment")


def _page(found: list[Message], request: Request, limit: int) -> list[Message]:
    """Return a page, oldest first."""
    if "after" in request.query:
        return [each for each in found if each.id > request.number("after", 0)][:limit]
    if "before" in request.query:
        return [each for each in found if each.id < request.number("before", 0)][-limit:]
    if "around" in request.query:
        middle = request.number("around", 0)
        older = [each for each in found if each.id < middle][-(limit // 2) :]
        return older + [each for each in found if each.id >= middle][: limit - len(older)]
    return found[-limit:]
