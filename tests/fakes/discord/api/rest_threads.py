"""REST: threads and who is in them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.fakes.discord.api.calls import Answer, Refusal, Request, Routes, unknown
from tests.fakes.discord.api.composing import compose
from tests.fakes.discord.world.channels import Kind, Thread
from tests.fakes.discord.world.messages import HAS_THREAD
from tests.fakes.discord.world.permissions import Permission

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fakes.discord.api.events import Events
    from tests.fakes.discord.world.access import Access
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.world import World


class ThreadRoutes:
    """Making threads, finding them, joining them."""

    def __init__(self, world: World, access: Access, events: Events) -> None:
        self._world = world
        self._access = access
        self._events = events

    def routes(self) -> Routes:
        """Return what is served."""
        channel = "/channels/{channel}"
        archived = channel + "/threads/archived"
        members = channel + "/thread-members"
        return [
            ("POST", channel + "/messages/{message}/threads", self._start_from_message),
            ("POST", channel + "/threads", self._start),
            ("GET", archived + "/public", self._archived_public),
            ("GET", archived + "/private", self._archived_private),
            ("GET", channel + "/users/@me/threads/archived/private", self._archived_joined),
            ("GET", "/guilds/{guild}/threads/active", self._active),
            ("GET", members, self._members),
            ("GET", members + "/{user}", self._member),
            ("PUT", members + "/{user}", self._join),
            ("DELETE", members + "/{user}", self._leave),
            ("PATCH", channel, self._change),
        ]

    async def _start_from_message(self, request: Request) -> Answer:
        message = self._access.message(request, Permission.CREATE_PUBLIC_THREADS)
        if message.thread:
            said = "A thread has already been created for this message"
            raise Refusal(400, 160004, said)
        thread = message.channel.add_thread(request.json["name"], starter=message)
        message.thread = thread
        message.flags |= HAS_THREAD
        await self._events.message("MESSAGE_UPDATE", message)
        await self._events.thread("THREAD_CREATE", thread, new=True)
        return thread.json()

    async def _start(self, request: Request) -> Answer:
        channel = self._access.channel(request)
        if channel.kind is Kind.FORUM:
            return await self._start_in_forum(channel, request)
        private = request.json.get("type", Kind.PRIVATE_THREAD) == Kind.PRIVATE_THREAD
        public = Permission.CREATE_PUBLIC_THREADS
        self._access.need(channel, Permission.CREATE_PRIVATE_THREADS if private else public)
        thread = channel.add_thread(request.json["name"], private=private)
        await self._events.thread("THREAD_CREATE", thread, new=True)
        return thread.json()

    async def _start_in_forum(self, forum: Channel, request: Request) -> Answer:
        self._access.need(forum, Permission.SEND_MESSAGES)
        thread = forum.add_thread(request.json["name"])
        message = compose(thread, request.json["message"], request.files, inside="message")
        message.id = thread.id  # the first message of a forum's post has the post's id
        thread.history[message.id] = message
        await self._events.thread("THREAD_CREATE", thread, new=True)
        await self._events.message("MESSAGE_CREATE", message)
        return {**thread.json(), "message": message.json()}

    def _active(self, request: Request) -> Answer:
        guild = self._access.guild(request)
        threads = [each for each in guild.threads if not each.archived and self._visible(each)]
        return self._answer(threads, None)

    def _archived_public(self, request: Request) -> Answer:
        return self._archived(request, lambda thread: not thread.is_private)

    def _archived_private(self, request: Request) -> Answer:
        self._access.channel(request, Permission.MANAGE_THREADS)
        return self._archived(request, lambda thread: thread.is_private)

    def _archived_joined(self, request: Request) -> Answer:
        me = self._world.bot.id
        return self._archived(request, lambda each: each.is_private and me in each.member_ids)

    def _archived(self, request: Request, wanted: Callable[[Thread], bool]) -> Answer:
        channel = self._access.channel(request, Permission.READ_MESSAGE_HISTORY)
        threads = channel.guild.threads if channel.guild else []
        found = [each for each in threads if each.parent is channel and each.archived]
        found = [each for each in found if wanted(each)]
        before = request.query.get("before")
        if before and before.isdigit():
            found = [each for each in found if each.id < int(before)]
        elif before:
            limit = datetime.fromisoformat(before)
            found = [each for each in found if each.archived_at < limit]
        found.sort(key=lambda each: each.archived_at, reverse=True)
        return self._answer(found, request.number("limit", 50))

    def _answer(self, threads: list[Thread], limit: int | None) -> Answer:
        shown = threads[:limit]
        me = self._world.bot.id
        return {
            "threads": [each.json() for each in shown],
            "members": [each.member_json(me) for each in shown if me in each.member_ids],
            "has_more": len(shown) < len(threads),
        }

    def _visible(self, thread: Thread) -> bool:
        return bool(self._access.granted(thread) & Permission.VIEW_CHANNEL)

    def _thread(self, request: Request) -> Thread:
        thread = self._access.channel(request)
        if not isinstance(thread, Thread):
            raise Refusal(400, 50024, "Cannot execute action on this channel type")
        return thread

    def _user_id(self, request: Request) -> int:
        return self._world.bot.id if request.parts["user"] == "@me" else request.id("user")

    def _members(self, request: Request) -> Answer:
        thread = self._thread(request)
        return [thread.member_json(each) for each in thread.member_ids]

    def _member(self, request: Request) -> Answer:
        thread, user = self._thread(request), self._user_id(request)
        if user not in thread.member_ids:
            raise unknown(10007, "Member")
        return thread.member_json(user)

    async def _join(self, request: Request) -> Answer:
        thread, user = self._thread(request), self._user_id(request)
        thread.member_ids.setdefault(user, datetime.now(UTC))
        await self._events.thread_members(thread, added=[user])
        return None

    async def _leave(self, request: Request) -> Answer:
        thread, user = self._thread(request), self._user_id(request)
        thread.member_ids.pop(user, None)
        await self._events.thread_members(thread, removed=[user])
        return None

    async def _change(self, request: Request) -> Answer:
        thread = self._thread(request)
        thread.name = request.json.get("name", thread.name)
        thread.locked = request.json.get("locked", thread.locked)
        if request.json.get("archived", thread.archived) is not thread.archived:
            thread.archived = not thread.archived
            thread.archived_at = datetime.now(UTC)
        await self._events.thread("THREAD_UPDATE", thread)
        return thread.json()
