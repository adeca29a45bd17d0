"""A long reading that was killed again and again ends as one that was not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.fakes.index.stored import whole
from tests.fakes.served import served

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from contextlib import AbstractAsyncContextManager

    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.asking import Value


MESSAGES = 5_000
KILLED_AFTER = (9, 14, 11)
"""Pages of a hundred, each time."""

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


def wrote_much(world: World) -> None:
    """Fill a channel and its threads; every tenth message is a reply."""
    sleeping = world.square.add_thread("old", world.ada, archived=True)
    awake = world.square.add_thread("new", world.ada)
    for number in range(MESSAGES):
        place = (world.square, world.square, world.square, sleeping, awake)[number // 1_000]
        before = place.messages[-1] if number % 10 == 9 else None
        said = f"On day {number} somebody baked {number * 7} loaves in the village oven."
        at = LONG_AGO + timedelta(hours=number / 3)
        made = place.add_message(world.ada, said, at=at, reply_to=before)
        made.kind = 19 if before else 0


def process(world: World) -> AbstractAsyncContextManager[Process]:
    """Run the bot as a process of its own."""
    discord = world.settings.discord
    assert discord
    return served(
        PULLQUOTE_DATA=str(world.settings.data),
        DISCORD_TOKEN=discord.token,
        DISCORD_API_URL=discord.api_url,
        DISCORD_GATEWAY_URL=discord.gateway_url,
    )


def pages(world: World) -> int:
    return sum(
        each.method == "GET" and each.path.endswith("/messages") for each in world.fake.requests
    )


async def begin(world: World, sessions: int = 0) -> None:
    """Have the channel watched by a bot that has just come, after so many sessions."""
    options: dict[str, Value] = {"channel": world.square}
    await world.fake.until(lambda: len(world.fake.gateway.identifies) > sessions)
    await world.fake.uses_command(world.chief, world.square, "posts watch", options)


async def read(world: World, count: int) -> None:
    """Wait until so many pages were asked for."""
    await world.fake.until(lambda: pages(world) >= count)


def done(world: World) -> bool:
    return any("Done:" in each.text for each in world.square.said_by_bot())


async def test_a_reading_killed_three_times_ends_like_one_that_was_not(world: World) -> None:
    wrote_much(world)
    for number, count in enumerate(KILLED_AFTER):
        before = pages(world)
        async with process(world) as bot:
            if not number:
                await begin(world)
            await read(world, before + count)
            bot.kill()
    async with process(world):
        await world.fake.until(lambda: done(world))
    killed = whole(world.settings.database)
    assert len(killed[0]) == MESSAGES
    # What was read before the last kill is compared once more.
    assert pages(world) < 2.3 * MESSAGES / 100
    for message in world.square.said_by_bot():
        del world.square.history[message.id]
    world.settings = replace(world.settings, data=world.settings.data.with_name("other"))
    sessions = len(world.fake.gateway.identifies)
    async with process(world):
        await begin(world, sessions)
        await world.fake.until(lambda: done(world))
    assert whole(world.settings.database) == killed
