"""What stood in a channel or a thread that is deleted is gone with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.discord.conftest import GOATS, OVEN, text_of

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


ASKED = "when is the village oven lit?"


async def test_a_deleted_thread_s_posts_go_at_once_and_answers_that_quote_them_are_corrected(
    world: World,
) -> None:
    thread = world.square.add_thread("ovens", world.ada)
    thread.add_message(world.ada, OVEN)
    world.square.add_message(world.ada, GOATS)
    async with world.bot():
        await world.watches(world.square)
        answer = await world.asks(ASKED)
        assert OVEN in answer.text
        await world.fake.removes(thread)
        await world.holds(1)
        await world.fake.until(lambda: OVEN not in answer.text)
        assert "Nothing in the posts" in (await world.asks(ASKED)).text


async def test_a_deleted_channel_s_posts_go_with_those_of_its_threads(world: World) -> None:
    other = world.guild.add_channel("other")
    other.add_message(world.ada, OVEN)
    other.add_thread("goats", world.ada).add_message(world.ada, GOATS)
    async with world.bot():
        await world.watches(other)
        assert await world.count() == 2
        await world.fake.removes(other)
        await world.holds(0)
        assert "#other" not in text_of(await world.manages("status"))


async def test_what_was_deleted_while_the_bot_was_away_is_hidden_and_goes_once_it_is_back(
    world: World,
) -> None:
    other = world.guild.add_channel("other")
    other.add_message(world.ada, OVEN)
    thread = world.square.add_thread("goats", world.ada)
    thread.add_message(world.ada, GOATS)
    world.square.add_message(world.ada, "Bees came.")
    async with world.bot():
        await world.watches(other)
        await world.watches(world.square)
    for gone in (other, thread):
        del world.guild.channels[gone.id]
    async with world.bot():
        assert OVEN not in (await world.asks(ASKED)).text
        await world.holds(1)
        watched = [each.name for each in world.services.ledger.channels.watched("discord")]
        assert watched == ["#square"]
