"""Watched channels are compared with Discord, and authors keep messages out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from adapters.discord.ids import post_id
from tests.e2e.discord.conftest import GOATS, OVEN, text_of

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.messages import Message


async def watch(world: World, channel: Channel) -> None:
    """Use /posts watch, and wait until the channel was read."""
    await world.fake.until(lambda: world.fake.world.commands)
    used = await world.fake.uses_command(world.ada, channel, "posts watch", {"channel": channel})
    await world.fake.until(lambda: "Done:" in text_of(used))


async def kept(world: World, channel: Channel) -> set[str]:
    """Return the texts that are stored of a channel."""
    ids = await world.services.library.ids_under(post_id(world.guild.id, channel.id, 0)[:-1])
    return {post.text for post in (await world.services.library.posts(ids)).values()}


async def test_what_no_event_told_of_is_mended_when_a_channel_is_watched_again(
    world: World,
) -> None:
    stays, goes = (world.square.add_message(world.ada, text) for text in (OVEN, GOATS))
    async with world.bot():
        await watch(world, world.square)
        assert await kept(world, world.square) == {OVEN, GOATS}
    stays.content = "The oven is cold."
    del world.square.history[goes.id]
    world.square.add_message(world.ada, "Bees came.")
    async with world.bot():
        await watch(world, world.square)
        assert await kept(world, world.square) == {"The oven is cold.", "Bees came."}


async def test_a_day_after_the_last_time_all_watched_channels_are_compared(world: World) -> None:
    goes = world.square.add_message(world.ada, GOATS)
    async with world.bot():
        await watch(world, world.square)
        yesterday = datetime.now(UTC) - timedelta(days=1, minutes=1)
        world.services.ledger.note("discord.swept", yesterday.isoformat())
    del world.square.history[goes.id]
    async with world.bot():
        asked = await world.fake.says(world.ada, world.square, "goats?", mentions_bot=True)
        answer = await world.answer_to(asked)
        # Whether the comparison was quicker than the question or not.
        await world.fake.until(lambda: GOATS not in answer.text)
        assert GOATS not in await kept(world, world.square)


async def test_a_message_is_kept_out_by_its_author_s_reaction_and_by_nobody_else_s(
    world: World,
) -> None:
    ben = world.guild.add_member("ben")
    async with world.bot():
        await watch(world, world.square)
        told: Message = await world.fake.says(world.ada, world.square, OVEN)
        await world.fake.reacts(ben, told, "🚫")
        asked = await world.fake.says(world.ada, world.square, "the oven?", mentions_bot=True)
        assert OVEN in (await world.answer_to(asked)).text
        await world.fake.reacts(world.ada, told, "🚫")
        await world.fake.until(lambda: "Corrected" in world.square.said_by_bot()[-1].text)
        assert await kept(world, world.square) == set()


async def test_a_channel_whose_topic_says_so_is_kept_out(world: World) -> None:
    world.square.topic = "Idle talk 🚫"
    world.square.add_message(world.ada, OVEN)
    async with world.bot():
        await watch(world, world.square)
        assert await kept(world, world.square) == set()


async def test_the_daily_comparison_goes_on_after_a_day_on_which_it_failed(world: World) -> None:
    async with world.bot():
        await watch(world, world.square)
        yesterday = (datetime.now(UTC) - timedelta(days=1, minutes=1)).isoformat()
        world.services.ledger.note("discord.swept", yesterday)
    world.fake.cuts("GET", f"/channels/{world.square.id}/messages", times=99)
    async with world.bot():
        await world.becomes(lambda: world.services.ledger.noted("discord.swept") > yesterday)
