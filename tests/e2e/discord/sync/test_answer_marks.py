"""What a forum's tags and a moderator's hand say of which message answered."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.contract.rooms.marking_rooms import ASIDE, RADIO, WIFI, DiscordMarkingRoom
from tests.e2e.discord.conftest import text_of
from tests.fakes.discord.world.channels import Kind, Tag
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.channels import Thread

SOLVED, OTHER = Tag(1, "✅ Solved"), Tag(2, "Wifi")
ASKED = "how do I get the wifi of the harbour hut to work?"


def forum_post(world: World) -> Thread:
    """Return a forum's post of one moment, whose asker thanked for what was said before that."""
    forum = world.guild.add_channel("help", Kind.FORUM)
    forum.tags = [SOLVED, OTHER]
    thread = forum.add_thread("The wifi of the hut", world.ada)
    ben = world.guild.add_member("ben")
    said = [(world.ada, WIFI), (ben, RADIO), (world.ada, "Thanks, that worked!"), (ben, ASIDE)]
    moment = datetime.now(UTC)
    for who, text in said:
        thread.add_message(who, text, at=moment)
    first = thread.history.pop(min(thread.history))
    first.id = thread.id
    thread.history[first.id] = first
    return thread


async def why(world: World, *wanted: str) -> None:
    """Wait until *Why this answer?* says so of an answer."""
    told = said = ""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE_SECONDS):
            while not said or any(each not in said for each in wanted):
                answer = await world.asks(ASKED)
                told = answer.text
                said = text_of(await world.presses(answer, "Why this answer?"))
    assert [each for each in wanted if each not in said] == [], f"{told}\n{said}"
    assert RADIO in told


async def test_a_forum_s_tag_says_that_what_was_thanked_for_solved_it(world: World) -> None:
    thread = forum_post(world)
    thread.tags = [SOLVED]
    async with world.bot():
        await world.serves()
        await world.watches(thread.parent)
        await why(world, "its thread is tagged as solved")
        await world.fake.tags(thread, OTHER)
        await why(world, "who asked thanked for it", "1: answers")
        thread.archived = True  # closed in the same moment
        await world.fake.tags(thread, SOLVED)
        await why(world, "its thread is tagged as solved")


async def test_ticks_that_a_moderator_takes_off_say_nothing_any_more(world: World) -> None:
    room = DiscordMarkingRoom(world)
    async with room.open():
        for emoji in ("", "✅"):
            await room.ticks("asker", RADIO)
            assert await room.is_marked(RADIO, "asker")
            message = next(each for each in world.square.messages if each.content == RADIO)
            await world.fake.clears_reactions(message, emoji)
            assert await room.is_marked(RADIO)
