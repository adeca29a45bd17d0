"""Whatever the workspace, the posts and the question: nobody is shown what they may not read."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

import pytest

from index.posts import EVERYONE
from tests.e2e.slack.conftest import shown
from tests.fakes.secrets import QUESTIONS, leaks, marked
from tests.fakes.seeds import chance, seeds
from tests.fakes.slack.shapes import user_json

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence
    from random import Random

    from tests.e2e.slack.conftest import Rig
    from tests.fakes.slack.world import Channel, Ephemeral, Kind, Message, User


T = TypeVar("T")
ROUNDS = 20
KINDS: tuple[Kind, ...] = ("private", "private", "public")
_SAYING = ("chat.postMessage", "chat.postEphemeral", "chat.update", "views.publish")


class Town:
    """A workspace by chance, with posts for each of its channels and people who ask.

    Attributes:
        known: What people wrote themselves, which may come back to them.
    """

    def __init__(self, rig: Rig, draw: Random) -> None:
        self.rig, self.slack, self.draw, self.known = rig, rig.slack, draw, ""
        slack, world = rig.slack, rig.slack.world
        home = slack.team.id
        self.people = [slack.ada, slack.benoit, slack.gil, slack.olga]
        self.people.append(world.add_user(home, "cyr", is_admin=draw.random() < 0.5))
        drawn = [
            world.add_channel(home, f"c{n}", kind, slack.team.bot, *self.some(self.people[:3]))
            for n, kind in enumerate(KINDS)
        ]
        shared = world.add_channel(home, "shared", "private", slack.team.bot, slack.benoit)
        shared.shared_with.add(slack.olga.team_id)
        shared.members.add(slack.olga.id)
        self.joined = [slack.general, slack.secret, slack.partners, shared, *drawn]
        self.places = {f"slack:{each.id}": each for each in (*self.joined, slack.hidden)}
        self.labels = [EVERYONE, f"slack:{home}", "slack:T9", "discord:1", *self.places]
        self.posts = marked(self.labels)
        self._heard: dict[str, str] = {}

    def some(self, things: Sequence[T]) -> list[T]:
        return [each for each in things if self.draw.random() < 0.5]

    def is_member(self, who: User) -> bool:
        guest = who.is_guest or who.is_single_channel_guest or who.is_deleted
        return who.team_id == self.slack.team.id and not guest

    def sees(self, who: User, label: str) -> bool:
        """Say, from the world alone, whether somebody may see what has a label."""
        place = self.places.get(label)
        if place is None:
            is_team = label == f"slack:{self.slack.team.id}"
            return label == EVERYONE or (is_team and self.is_member(who))
        return self.reads(who, place)

    def reads(self, who: User, place: Channel) -> bool:
        is_open = place.kind == "public" and self.is_member(who)
        return is_open or who.id in place.members

    def check(self) -> None:
        """Look at all that arrived since it last looked, and at who reads it now."""
        for text, readers in self.arrived():
            told = self.leaks_in(text, readers)
            assert not told, (text, [who.name for who in readers])

    def leaks_in(self, text: str, readers: Sequence[User]) -> list[str]:
        seen = {label for label in self.labels if all(self.sees(who, label) for who in readers)}
        return leaks(text, self.posts, seen, self.known)

    async def corrects(self) -> None:
        """Wait until all that stands is for whoever reads it now, however long it stands."""
        await self.slack.until(
            lambda: not any(self.leaks_in(text, who) for _, text, who in self.messages())
        )

    def arrived(self) -> Iterator[tuple[str, list[User]]]:
        for name, text, readers in (*self.messages(), *self.whispers(), *self.pages()):
            before, self._heard[name] = self._heard.get(name), text
            if text != before:
                yield text, readers

    def messages(self) -> Iterator[tuple[str, str, list[User]]]:
        bot = self.slack.team.bot.id
        for place in self.slack.world.channels.values():
            readers = [each for each in self.people if self.reads(each, place)]
            for message in place.messages:
                if message.user_id == bot:
                    yield message.ts, shown(message), readers

    def whispers(self) -> Iterator[tuple[str, str, list[User]]]:
        for place in self.slack.world.channels.values():
            for alone in place.ephemerals:
                yield alone.message.ts, shown(alone.message), self.named(alone.user_id)

    def pages(self) -> Iterator[tuple[str, str, list[User]]]:
        for user_id, home in self.slack.homes.items():
            yield user_id, str(home.body["blocks"]), self.named(user_id)
        for number, prompts in enumerate(self.slack.prompts):
            place = self.slack.world.channels[prompts["channel_id"]]
            yield f"prompts {number}", str(prompts["prompts"]), self.named_in(place)

    def named(self, user_id: str) -> list[User]:
        return [each for each in self.people if each.id == user_id]

    def named_in(self, place: Channel) -> list[User]:
        return [each for each in self.people if each.id in place.members]

    @asynccontextmanager
    async def answered(self) -> AsyncIterator[None]:
        """Wait until the bot has said something to what is done inside."""
        before = self.said()
        yield
        await self.slack.until(lambda: self.said() > before)
        self.check()

    def said(self) -> int:
        calls = [each for name in _SAYING for each in self.slack.calls_of(name) if each.answer]
        calls = [each for each in calls if "Corr" not in str(each.arguments.get("text"))]
        return len(calls) + len(self.slack.replies) + len(self.slack.prompts)


class Crowd:
    """Does one thing after the other, as chance has it."""

    def __init__(self, town: Town) -> None:
        self.town, self.slack, self.draw = town, town.slack, town.draw
        self.acts = (
            self.mentions, self.mentions, self.asks_alone, self.asks_alone, self.asks_directly,
            self.looks_related, self.looks_at_home, self.looks_after, self.comes_or_goes,
            self.comes_or_goes, self.becomes_a_guest, self.closes_a_channel,
        )  # fmt: skip

    def spot(self) -> tuple[User, Channel]:
        places = self.town.joined
        able = [(who, place) for place in places for who in self.town.named_in(place)]
        return self.draw.choice(able)

    def question(self) -> str:
        mark = self.draw.choice(self.town.posts).marks[self.draw.choice((2, 3))]
        wish = self.draw.choice(("", "", f' from:"{mark}"', f' in:"{mark}"'))
        self.town.known += wish
        return self.draw.choice(QUESTIONS) + wish

    async def mentions(self) -> None:
        who, place = self.spot()
        async with self.town.answered():
            await self.slack.says(who, place, f"{self.slack.team.bot.mention} {self.question()}")
        await self.presses(place.messages[-1], self.readers(place))

    def readers(self, place: Channel) -> list[User]:
        return [each for each in self.town.people if self.town.reads(each, place)]

    async def presses(self, message: Message, readers: list[User]) -> None:
        for action in ("only_me:1", "why:1", "around:1", "page:2"):
            if action in str(message.blocks):
                async with self.town.answered():
                    await self.slack.presses(self.draw.choice(readers), message, action)

    async def asks_alone(self) -> None:
        who, place = self.spot()
        async with self.town.answered():
            await self.slack.uses_command(who, place, "/ask", self.question())
        if (
            not place.ephemerals
        ):  # who asks too often, or cannot be answered there, hears it elsewhere
            return
        private = place.ephemerals[-1]
        for action in ("why:1", "around:1", "page:2"):
            if action in str(private.message.blocks):
                async with self.town.answered():
                    await self.slack.presses(who, private, action)
        await self.shares(who, place, private)

    async def shares(self, who: User, place: Channel, private: Ephemeral) -> None:
        if "share:1" in str(private.message.blocks):
            before = len(place.messages)
            await self.slack.presses(who, private, "share:1")
            await self.slack.until(lambda: "share:1" not in str(private.message.blocks))
            self.town.check()
            if len(place.messages) > before:  # others may read some of it
                await self.presses(place.messages[-1], self.readers(place))

    async def asks_directly(self) -> None:
        who = self.draw.choice(self.town.people)
        async with self.town.answered():
            await self.slack.direct_message(who, self.question())

    async def looks_related(self) -> None:
        who, place = self.spot()
        message = self.slack.wrote(who, place, "The village oven is lit.")
        async with self.town.answered():
            await self.slack.uses_shortcut(who, message, "related")

    async def looks_at_home(self) -> None:
        who = self.draw.choice(self.town.people)
        async with self.town.answered():
            await self.slack.opens_home(who)
        async with self.town.answered():
            await self.slack.opens_home(who, "messages")

    async def looks_after(self) -> None:
        who, place = self.spot()
        for verb in ("status", "unanswered"):
            async with self.town.answered():
                await self.slack.uses_command(who, place, "/posts", verb)

    async def comes_or_goes(self) -> None:
        who, place = self.draw.choice(self.town.people[:3]), self.draw.choice(self.town.joined)
        if who.id not in place.members:
            await self.slack.joins(who, place)
        elif len(self.town.named_in(place)) > 1:
            await self.slack.leaves(who, place)

    async def becomes_a_guest(self) -> None:
        who = self.draw.choice(self.town.people[1:3])
        who.is_guest = who.is_single_channel_guest = not who.is_guest
        told = user_json(who, self.slack.team, locale=True)
        await self.slack.sends_event({"type": "user_change", "user": told})

    async def closes_a_channel(self) -> None:
        place = self.draw.choice(self.town.joined)
        if place.kind == "public" and place is not self.slack.general:
            place.kind = "private"
            event = {"type": "message", "subtype": "channel_convert_to_private"}
            more = {"channel": place.id, "user": self.slack.ada.id, "ts": "1700000000.000001"}
            await self.slack.sends_event(event | more, place)


@pytest.mark.parametrize("seed", seeds(5))
async def test_nothing_that_arrives_holds_what_one_of_its_readers_may_not_read(
    rig: Rig, seed: int
) -> None:
    town = Town(rig, chance(seed))
    await rig.stores(*(each.post for each in town.posts))
    async with rig.running():
        crowd = Crowd(town)
        for _ in range(ROUNDS):
            await crowd.draw.choice(crowd.acts)()
            await town.corrects()
            await crowd.looks_at_home()  # lists all that somebody may see
