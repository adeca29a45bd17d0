"""What admins use and press is acknowledged before anything slow is looked up: in three seconds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.question_and_answer import Asker
from tests.e2e.discord.conftest import text_of
from tests.fakes.bot.ledgers import asked, missed
from tests.fakes.discord.interactions import Answered

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.interactions import Interaction
    from tests.fakes.discord.world.messages import Message


async def held(
    world: World, path: str, act: Callable[[], Awaitable[Interaction]]
) -> tuple[Interaction, Answered | None]:
    """Return what is done while a lookup hangs, and how it was answered meanwhile."""
    hold = world.fake.holds("GET", path)
    done = await act()
    try:
        await world.fake.until(lambda: hold.waiting)
        return done, done.answer
    finally:
        hold.release()


@pytest.mark.parametrize(
    ("button", "answered"),
    [
        ("", Answered.DEFERRED),
        ("More", Answered.DEFERRED_UPDATE),
        ("Dismiss 1", Answered.DEFERRED_UPDATE),
    ],
)
async def test_the_list_of_open_questions_and_its_buttons(
    world: World, button: str, answered: Answered
) -> None:
    assert world.guild.me
    inside = [world.guild.me, world.ada, world.chief]
    thread = world.square.add_thread("hush", world.ada, private=True, members=inside)
    async with world.bot():
        await world.serves()
        for number in range(7):
            question = asked(
                f"Who mends roof {number}?",
                f"q{number}",
                asker=Asker("discord", f"{number}", "Ada"),
                workspace_id=f"discord:{world.guild.id}",
            )
            place = f"discord:{thread.id}"
            world.services.ledger.questions.keep(missed(replace(question, conversation=place)))
        shown: list[Message] = []
        if button:
            shown += (await world.manages("unanswered")).messages

        async def act() -> Interaction:
            if button:
                return await world.fake.presses(world.chief, shown[0], button)
            return await world.fake.uses_command(world.chief, world.square, "posts unanswered")

        members = f"/channels/{thread.id}/thread-members/{world.chief.id}"
        done, meanwhile = await held(world, members, act)
        assert meanwhile is answered
        await world.fake.until(lambda: "roof" in text_of(done))


async def test_watching_a_thread_that_must_be_asked_for(world: World) -> None:
    thread = world.square.add_thread("harvest", world.ada, archived=True)
    async with world.bot():
        await world.serves()

        async def act() -> Interaction:
            more = {"more": thread.mention}
            return await world.fake.uses_command(world.chief, world.square, "posts watch", more)

        used, meanwhile = await held(world, f"/channels/{thread.id}", act)
        assert meanwhile is Answered.DEFERRED
        await world.fake.until(lambda: "I keep the messages of #harvest" in text_of(used))


async def test_the_offer_to_watch(world: World) -> None:
    other = world.fake.world.add_guild("Elsewhere", with_bot=False)
    owner = other.members[other.owner_id]
    other.add_channel("hall")
    async with world.bot():
        await world.serves()
        await world.fake.invites_bot(other)
        direct = world.fake.world.direct_channel(owner)
        (offer,) = await world.fake.until(direct.said_by_bot)

        async def act() -> Interaction:
            return await world.fake.presses(owner, offer, "Watch all public channels")

        pressed, meanwhile = await held(world, f"/guilds/{other.id}/members/{owner.id}", act)
        assert meanwhile is Answered.DEFERRED
        await world.fake.until(lambda: "I keep the messages of #hall" in text_of(pressed))
