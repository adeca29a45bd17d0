"""Whatever the server, the posts and the question: nobody is shown what they may not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest

from index.posts import EVERYONE
from tests.fakes.discord.world.channels import Overwrite, Thread
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.secrets import QUESTIONS, leaks, marked
from tests.fakes.seeds import chance, seeds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.interactions import Interaction
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import Member
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.discord.world.snowflakes import Json


T = TypeVar("T")
VIEW, HISTORY = Permission.VIEW_CHANNEL, Permission.READ_MESSAGE_HISTORY
BASES = (0, VIEW | HISTORY, VIEW, Permission.MANAGE_THREADS, Permission.ADMINISTRATOR)
ROUNDS = 20


class Town:
    """A server by chance, with posts for each of its places and people who ask.

    Attributes:
        known: Everything that people wrote, which may come back to them.
    """

    def __init__(self, world: World, chance: Random) -> None:
        self.world, self.guild, self.chance = world, world.guild, chance
        self.known = ""
        self._shown: dict[int, str] = {}
        assert self.guild.me
        self.me = self.guild.me
        if chance.random() < 0.3:
            self.guild.everyone.permissions &= ~int(HISTORY)
        self.roles = [self.guild.add_role(f"role{n}", chance.choice(BASES)) for n in range(3)]
        names = ("ben", "cyr", "dot")
        self.people = [self.guild.add_member(name, self.some(self.roles)) for name in names]
        self.people += [world.ada, world.chief]
        self.channels = [world.square, *(self.guild.add_channel(f"c{n}") for n in range(4))]
        for channel in self.channels[1:]:
            channel.overwrites = self.overwrites()
        world.square.overwrites = self.overwrites()[-1:]
        self.channels[4].overwrites = self.channels[3].overwrites
        self.channels[4].nsfw = self.channels[2].nsfw = chance.random() < 0.5
        hidden = [self.me, *self.some(self.people)]
        self.threads = [
            self.channels[1].add_thread("public", world.chief),
            self.channels[0].add_thread("hidden", self.people[0], private=True, members=hidden),
        ]
        places = (*self.channels, self.threads[1])
        self.places = {f"discord:{each.id}": each for each in places}
        guild = f"discord:{self.guild.id}"
        self.labels = [EVERYONE, guild, "discord:1", "slack:C1", *self.places]
        self.posts = marked(self.labels)

    def some(self, things: Sequence[T]) -> list[T]:
        return [each for each in things if self.chance.random() < 0.5]

    def overwrites(self) -> list[Overwrite]:
        targets = [(self.guild.id, 0), *((each.id, 0) for each in self.roles)]
        targets += [(each.id, 1) for each in self.people]
        drawn = [(self.guild.id, 0), *self.chance.sample(targets, 2)]
        made = {id_: self.overwrite(id_, kind) for id_, kind in drawn}
        ours = int(VIEW | HISTORY | Permission.SEND_MESSAGES)
        return [*made.values(), Overwrite(self.me.id, 1, allow=ours)]

    def overwrite(self, id_: int, kind: int) -> Overwrite:
        allow, deny = (self.chance.choice((0, VIEW, HISTORY, VIEW | HISTORY)) for _ in range(2))
        return Overwrite(id_, kind, allow=int(allow) & ~int(deny), deny=int(deny))

    def sees(self, who: Member, label: str) -> bool:
        """Say, from the world alone, whether somebody may see what has a label."""
        if label == EVERYONE:
            return True
        if who.id not in self.guild.members:
            return False
        place = self.places.get(label)
        if place is None:
            return label == f"discord:{self.guild.id}"
        return place.id in self.guild.channels and who.may(place, VIEW, HISTORY)

    def fits(self, label: str, place: Channel) -> bool:
        """Say, from the world alone, whether what has a label may stand in a place at all."""
        source = self.places.get(label)
        is_alone = place.guild is None
        return source is None or not is_adult(source) or is_alone or is_adult(place)

    def readers(self, channel: Channel) -> list[Member]:
        members = [self.guild.members[each.id] for each in self.people if self.is_here(each)]
        if channel.guild is None:
            return [each for each in self.people if each.user in channel.recipients]
        return [each for each in members if each.may(channel, VIEW)]

    def is_here(self, who: Member) -> bool:
        return who.id in self.guild.members

    def check(self) -> None:
        """Look at all that arrived since it last looked, and at who reads it now."""
        for text, readers, place in self.arrived():
            told = self.leaks_in(text, readers, place)
            assert not told, (text, [who.user.name for who in readers])

    def leaks_in(self, text: str, readers: Sequence[Member], place: Channel) -> list[str]:
        seen = {
            label
            for label in self.labels
            if all(self.sees(who, label) for who in readers) and self.fits(label, place)
        }
        return leaks(text, self.posts, seen, self.known)

    async def corrects(self) -> None:
        """Wait until all that stands is for whoever reads it now, however long it stands."""
        await self.world.fake.until(
            lambda: (
                not any(
                    self.leaks_in("\n".join(_words(message)), self.readers(place), place)
                    for place in self.rooms()
                    for message in place.said_by_bot()
                )
            )
        )

    def rooms(self) -> Iterator[Channel]:
        yield from self.guild.channels.values()
        yield from (self.world.fake.world.direct_channel(each) for each in self.people)

    def arrived(self) -> Iterator[tuple[str, list[Member], Channel]]:
        fake = self.world.fake
        for place in self.rooms():
            for message in place.said_by_bot():
                if text := self.news(message.id, *_words(message)):
                    yield text, self.readers(place), place
        for act in fake.interactions.opened:
            alone = [each for each in self.people if each.user is act.user]
            for message in act.messages:
                if message.ephemeral and (text := self.news(message.id, *_words(message))):
                    yield text, alone, act.channel
            if text := self.news(act.id, str(act.choices), str(act.modal)):
                yield text, alone, act.channel

    def news(self, id_: int, *words: str) -> str:
        """Return what something says, unless it said just that when it was last looked at."""
        text = "\n".join(words)
        before, self._shown[id_] = self._shown.get(id_), text
        return text if text != before else ""


def is_adult(place: Channel) -> bool:
    """Return whether a place is age-restricted; threads are so with their channels."""
    return place.parent.nsfw if isinstance(place, Thread) else place.nsfw


class Crowd:
    """Does one thing after the other, as chance has it."""

    def __init__(self, town: Town) -> None:
        self.town, self.world, self.chance = town, town.world, town.chance
        self.acts = (
            self.mentions, self.mentions, self.asks_openly, self.asks_alone, self.asks_directly,
            self.completes, self.looks_related, self.looks_after, self.changes_roles,
            self.changes_a_channel, self.leaves,
        )  # fmt: skip

    def spot(self) -> tuple[Member, Channel]:
        town = self.town
        places = [*town.channels, *town.threads]
        able = [
            (who, place)
            for who in town.people
            for place in places
            if town.is_here(who)
            and place.id in town.guild.channels
            and all(
                each.may(place, VIEW, Permission.SEND_MESSAGES, Permission.SEND_MESSAGES_IN_THREADS)
                for each in (who, town.me)
            )
        ]
        return self.chance.choice(able)

    def question(self) -> str:
        text = self.chance.choice(QUESTIONS)
        mark = self.chance.choice(self.town.posts).marks[self.chance.choice((2, 3))]
        wish = self.chance.choice(("", "", f' from:"{mark}"', f' in:"{mark}"'))
        self.town.known += wish
        return text + wish

    async def mentions(self) -> None:
        who, where = self.spot()
        answer = await self.world.asks(self.question(), who=who, where=where)
        await self.presses(answer)

    async def asks_openly(self) -> None:
        who, where = self.spot()
        used = await self.world.uses("ask", {"question": self.question()}, who=who, where=where)
        await self.presses(used.messages[0])

    async def asks_alone(self) -> None:
        who, where = self.spot()
        options: Json = {"question": self.question(), "private": True}
        used = await self.world.uses("ask", options, who=who, where=where)
        shared: Interaction | None = None
        for label in ("Why this answer?", "More", "Share with the channel"):
            if label in used.messages[0].buttons:
                shared = await self.world.presses(used.messages[0], label, who=who)
                self.town.check()
        if shared is not None and not shared.messages[-1].ephemeral:
            await self.presses(shared.messages[-1])

    async def presses(self, message: Message) -> None:
        self.town.check()
        readers = [each for each in self.town.readers(message.channel) if self.town.is_here(each)]
        for label in ("Only for me", "Why this answer?", "More"):
            if label in message.buttons and readers:
                pressed = await self.world.presses(message, label, who=self.chance.choice(readers))
                self.town.check()
                for each in pressed.messages:
                    if each.ephemeral and "More" in each.buttons:
                        who = next(one for one in readers if one.user is pressed.user)
                        await self.world.presses(each, "More", who=who)

    async def asks_directly(self) -> None:
        who = self.chance.choice(self.town.people)
        asked = await self.world.fake.direct_message(who, self.question())
        await self.world.answer_to(asked)

    async def completes(self) -> None:
        who, where = self.spot()
        for option in ("from", "in"):
            typed = self.chance.choice(("", "a", "s", "au"))
            options: Json = {"question": "x", option: typed}
            await self.world.fake.autocompletes(who, where, "ask", options)
            await self.world.fake.until(lambda: self.world.fake.interactions.opened[-1].answer)

    async def looks_related(self) -> None:
        who, where = self.spot()
        message = where.add_message(who, "The village oven is lit.")
        fake = self.world.fake
        await self.world.answered(
            await fake.uses_message_command(who, message, "Find related posts")
        )

    async def looks_after(self) -> None:
        who, where = self.spot()
        for name in ("posts status", "posts unanswered"):
            await self.world.uses(name, who=who, where=where)

    async def changes_roles(self) -> None:
        who = self.chance.choice(self.town.people)
        if self.town.is_here(who):
            await self.world.fake.changes_member(who, roles=self.town.some(self.town.roles))
            self.sweeps()

    async def changes_a_channel(self) -> None:
        channel = self.chance.choice(self.town.channels)
        if self.chance.random() < 0.3:
            await self.world.fake.changes(channel, nsfw=not channel.nsfw)
        else:
            await self.world.fake.changes(channel, overwrites=self.town.overwrites())

    async def leaves(self) -> None:
        here = [each for each in self.town.people if self.town.is_here(each)]
        thread = self.town.threads[1]
        inside = [
            each for each in here if isinstance(thread, Thread) and each.id in thread.member_ids
        ]
        if inside:
            await self.world.fake.removes_from_thread(self.chance.choice(inside), thread)
        elif len(here) > 3:
            await self.world.fake.leaves(self.chance.choice(here))
        self.sweeps()

    def sweeps(self) -> None:
        """Look at what stands as every sweep does: Discord tells us nothing of members."""
        self.world.services.corrections.want("discord")


def _words(message: Message) -> list[str]:
    return [message.text, *message.links]


@pytest.mark.parametrize("seed", seeds(5))
async def test_nothing_that_arrives_holds_what_one_of_its_readers_may_not_read(
    world: World, stored: Callable[..., None], seed: int
) -> None:
    town = Town(world, chance(seed))
    stored(*(each.post for each in town.posts))
    async with world.bot():
        await world.serves()
        crowd = Crowd(town)
        for _ in range(ROUNDS):
            await crowd.chance.choice(crowd.acts)()
            await town.corrects()
            await crowd.looks_after()  # lists all that somebody may see
            town.check()
