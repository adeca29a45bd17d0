"""Whatever the server, the posts and the question: nobody is shown what they may not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.discord.access.conftest import VIEW, Town
from tests.fakes.discord.world.channels import Thread
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.secrets import QUESTIONS
from tests.fakes.seeds import chance, seeds

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.interactions import Interaction
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.guilds import Member
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.discord.world.snowflakes import Json


ROUNDS = 20


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
        return self.chance.choice(self.spots())

    def spots(self) -> list[tuple[Member, Channel]]:
        """Return who may ask where; roles and overwrites may leave nobody."""
        town = self.town
        places = [*town.channels, *town.threads]
        return [
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
        for label in ("Why this answer?", "Around it", "More", "Share with the channel"):
            if label in used.messages[0].buttons:
                shared = await self.world.presses(used.messages[0], label, who=who)
                self.town.check()
        if shared is not None and not shared.messages[-1].ephemeral:
            await self.presses(shared.messages[-1])

    async def presses(self, message: Message) -> None:
        self.town.check()
        readers = [each for each in self.town.readers(message.channel) if self.town.is_here(each)]
        for label in ("Only for me", "Why this answer?", "Around it", "More"):
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
            act = crowd.chance.choice(crowd.acts)
            await (act if crowd.spots() else crowd.changes_a_channel)()
            await town.corrects()
            if crowd.spots():
                await crowd.looks_after()  # lists all that somebody may see
            town.check()
