"""A community's week on a Discord server."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Literal

from bot.composition import fate_app
from tests.contract.rooms.offer_rooms import LABELS, OFFERED, DiscordOfferRoom
from tests.contract.week.waiting import kept
from tests.e2e.discord.conftest import text_of
from tests.fakes.discord.world.channels import Kind, Tag, Thread

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.asking import Value
    from tests.fakes.discord.world.messages import Message

SOLVED = Tag(1, "✅ Solved")


class DiscordWeekRoom(DiscordOfferRoom):
    """A server with a forum and #square."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        world.fake.world.snowflakes.clock = world.clock
        world.square.history.clear()
        self._forum = world.guild.add_channel("help", Kind.FORUM)
        self._forum.tags = [SOLVED]
        self.people["newcomer"] = world.guild.add_member("nora")
        self.people["deputy"] = world.guild.add_member("dora", world.chief.roles)

    def passes(self, days: float) -> None:
        self.world.clock.move(days=days)

    @asynccontextmanager
    async def returns(self) -> AsyncIterator[None]:
        async with self.world.bot():
            await self.world.serves()
            yield

    async def watches_both(self) -> None:
        for each in (self._forum, self.world.square):
            await self.world.watches(each)

    async def helps_out_in_help(self) -> str:
        chosen: dict[str, Value] = {"channel": self._forum, "how": "in the thread"}
        return text_of(await self.world.manages("help-out", chosen))

    async def asks_for_help(self, who: str, title: str, text: str) -> None:
        thread = await self.world.fake.posts(self.people[who], self._forum, title, text)
        self.messages[text] = thread.history[thread.id]

    async def asks_and_is_helped(self, who: str, title: str, text: str, reply: str) -> None:
        thread = self._forum.add_thread(title, self.people[who])
        await self.world.fake.events.thread("THREAD_CREATE", thread, new=True)
        first = thread.add_message(self.people[who], text)
        del thread.history[first.id]
        first.id = thread.id
        thread.history[first.id] = self.messages[text] = first
        self.messages[reply] = thread.add_message(self.people["other"], reply)
        await self.world.fake.events.message("MESSAGE_CREATE", first)

    async def replies(self, who: str, text: str, to: str) -> None:
        thread = self.messages[to].channel
        self.messages[text] = await self.world.fake.says(self.people[who], thread, text)

    async def solves(self, text: str, answer: str) -> None:
        del answer  # what was thanked for last
        thread = self.messages[text].channel
        assert isinstance(thread, Thread)
        await self.world.fake.tags(thread, SOLVED)

    def wrote(self, who: str, text: str) -> None:
        self.messages[text] = self.world.square.add_message(self.people[who], text)

    async def until_stored(self, text: str) -> None:
        await kept(self.services, self._id(text))

    def helped_in(self, text: str) -> list[str]:
        return [each.text for each in self._offered_in(text)]

    def _offered_in(self, text: str) -> list[Message]:
        said = self.messages[text].channel.said_by_bot()
        return [each for each in said if OFFERED in each.text]

    async def presses_in(self, text: str, who: str, button: Literal["helped", "not_this"]) -> str:
        offer = self._offered_in(text)[-1]
        pressed = await self.world.fake.presses(self.people[who], offer, LABELS[button])
        await self.world.answered(pressed)
        return "\n".join(each.text for each in pressed.followups or pressed.messages)

    def fate(self, text: str) -> str:
        message = self.messages[text]
        place = f"{self.world.guild.id}/{message.channel.id}/{message.id}"
        link = f"https://discord.com/channels/{place}"
        return fate_app.fate_said(self.world.settings, link)[0]

    def _id(self, text: str) -> str:
        message = self.messages[text]
        return f"discord:{self.world.guild.id}/{message.channel.id}/{message.id}"
