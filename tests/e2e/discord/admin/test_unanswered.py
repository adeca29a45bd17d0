"""Who looks after the posts sees of the bot's own lists no more than of anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.discord.conftest import text_of

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


async def test_what_was_asked_in_a_private_thread_is_listed_for_its_members_alone(
    world: World,
) -> None:
    assert world.guild.me
    inside = [world.guild.me, world.ada]
    thread = world.square.add_thread("hush", world.ada, private=True, members=inside)
    async with world.bot():
        await world.knows_something()
        await world.asks("who wrote the hidden hymn?", where=thread)
        for who, seen in ((world.ada, True), (world.chief, False)):
            listed = await world.uses("posts unanswered", who=who)
            assert ("hidden hymn" in text_of(listed)) is seen
        await world.watches(thread)
        for who, seen in ((world.ada, True), (world.chief, False)):
            status = await world.uses("posts status", who=who)
            assert ("indexed up to" in text_of(status)) is seen
