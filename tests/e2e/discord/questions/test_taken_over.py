"""Two processes serve one Discord over one database: one is killed, and the other takes over."""

from __future__ import annotations

from contextlib import AsyncExitStack, closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from bot.composition import ledger_app
from bot.errors import PlatformError
from bot.ledger.leases import serving
from bot.settings.values import Shards
from index.clock import utc_now
from tests.fakes.bot.ledger_places import LedgerInSchema
from tests.fakes.index.engines import kept_on
from tests.fakes.served import served
from tests.fakes.two_processes import Pair, two_served

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Iterator
    from contextlib import AbstractAsyncContextManager

    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.postgres_server import PostgresServer
MESSAGES = 1_500
ASKED = ("when is the village oven lit?", "where do the goats graze?", "who mends the nets?")


@pytest.fixture
def ledger(postgres: PostgresServer) -> Iterator[LedgerInSchema]:
    """The database of both."""
    with kept_on(postgres):
        yield LedgerInSchema(postgres)


def pair(world: World, ledger: LedgerInSchema) -> AbstractAsyncContextManager[Pair]:
    """Start both."""
    discord = world.settings.discord
    assert discord
    return two_served(
        ledger,
        world.settings.data,
        DISCORD_TOKEN=discord.token,
        DISCORD_API_URL=discord.api_url,
        DISCORD_GATEWAY_URL=discord.gateway_url,
    )


def replies(world: World, asked: Message) -> int:
    return sum(each.reply_to == asked.id for each in world.square.said_by_bot())


async def sessions(world: World, count: int) -> None:
    await world.fake.until(lambda: len(world.fake.gateway.identifies) >= count)


async def test_each_question_is_answered_once_whichever_process_is_killed_over_it(
    world: World, ledger: LedgerInSchema
) -> None:
    async with pair(world, ledger) as both:
        await sessions(world, 1)
        first = await world.fake.says(world.ada, world.square, ASKED[0], mentions_bot=True)
        await world.fake.until(lambda: replies(world, first))
        typing = world.fake.holds("POST", r"/channels/\d+/typing")
        torn = await world.fake.says(world.ada, world.square, ASKED[1], mentions_bot=True)
        await world.fake.until(lambda: typing.waiting)
        await both.kill()
        missed = await world.fake.says(world.ada, world.square, ASKED[2], mentions_bot=True)
        await sessions(world, 2)
        await world.fake.until(lambda: replies(world, torn) and replies(world, missed))
        last = await world.fake.says(world.ada, world.square, ASKED[0], mentions_bot=True)
        await world.fake.until(lambda: replies(world, last))
        typing.release()
    assert [replies(world, each) for each in (first, torn, missed, last)] == [1, 1, 1, 1]
    # None served beside the other.
    assert len(world.fake.gateway.identifies) == 2


async def test_a_reading_is_gone_on_with_by_the_other_and_ends_once(
    world: World, ledger: LedgerInSchema
) -> None:
    for number in range(MESSAGES):
        world.square.add_message(world.ada, f"On day {number} somebody baked {number * 7} loaves.")

    def pages() -> int:
        asked = world.fake.requests
        return sum(each.method == "GET" and each.path.endswith("/messages") for each in asked)

    def told() -> int:
        return sum("Done:" in each.text for each in world.square.said_by_bot())

    async with pair(world, ledger) as both:
        await sessions(world, 1)
        options = {"channel": world.square}
        await world.fake.uses_command(world.chief, world.square, "posts watch", dict(options))
        await world.fake.until(lambda: pages() >= 5)
        await both.kill()
        await world.fake.until(told)
    assert told() == 1
    ((count,),) = ledger.execute("SELECT count(*) FROM pullquote.posts")
    assert count == MESSAGES
    assert pages() < 3 * MESSAGES / 100


async def test_a_server_that_is_away_for_a_while_costs_no_process_and_no_answer(
    world: World, ledger: LedgerInSchema, postgres: PostgresServer
) -> None:
    async with pair(world, ledger) as both:
        await sessions(world, 1)
        first = await world.fake.says(world.ada, world.square, ASKED[0], mentions_bot=True)
        await world.fake.until(lambda: replies(world, first))
        with postgres.cut_off(postgres.database):
            await world.fake.until(lambda: not world.fake.gateway.lines)
            missed = await world.fake.says(world.ada, world.square, ASKED[1], mentions_bot=True)
        await sessions(world, 2)
        await world.fake.until(lambda: replies(world, missed))
        assert [each.returncode for each in both.processes.values()] == [None, None]
    assert [replies(world, each) for each in (first, missed)] == [1, 1]


async def test_processes_divide_the_shards_and_one_that_stands_by_takes_over_those_of_a_killed_one(
    world: World, ledger: LedgerInSchema
) -> None:
    settings = world.settings.discord
    assert settings
    halves = {"0/2": world.square, "1/2": world.square}
    while len({(each.guild.id >> 22) % 2 for each in halves.values() if each.guild}) < 2:
        guild = world.fake.world.add_guild("Mill")
        guild.add_member(world.ada.user)
        halves["1/2"] = guild.add_channel("weir")
    assert world.square.guild
    if (world.square.guild.id >> 22) % 2:
        halves = {"0/2": halves["1/2"], "1/2": world.square}
    more = {
        "DISCORD_TOKEN": settings.token,
        "DISCORD_API_URL": settings.api_url,
        "DISCORD_GATEWAY_URL": settings.gateway_url,
        "PULLQUOTE_DATABASE": ledger.where,
    }
    async with AsyncExitStack() as stack:

        async def starts(shards: str, name: str) -> Process:
            data = str(world.settings.data.with_name(name))
            return await stack.enter_async_context(
                served(PULLQUOTE_DATA=data, DISCORD_SHARDS=shards, **more)
            )

        async def asks(place: Channel) -> Message:
            return await world.fake.says(world.ada, place, ASKED[0], mentions_bot=True)

        def times(asked: Message) -> int:
            return sum(each.reply_to == asked.id for each in asked.channel.said_by_bot())

        started = {name: await starts(name, name.replace("/", "-")) for name in halves}
        await sessions(world, 2)
        before = [await asks(place) for place in halves.values()]
        await world.fake.until(lambda: all(map(times, before)))
        await starts("0/2", "another")
        killed = Pair(ledger, [started["0/2"]])
        await killed.kill(started["0/2"])
        after = [await asks(place) for place in halves.values()]
        await world.fake.until(lambda: all(map(times, after)))
    assert [times(each) for each in (*before, *after)] == [1, 1, 1, 1]
    told = [tuple(each["shard"]) for each in world.fake.gateway.identifies]
    assert sorted(told) == [(0, 2), (0, 2), (1, 2)]


async def test_a_process_that_would_serve_what_another_serves_ends_with_one_sentence(
    world: World, ledger: LedgerInSchema
) -> None:
    settings = replace(world.settings, address=ledger.where)
    with closing(ledger_app.opened(settings, utc_now)) as opened:
        assert opened.leases.take(serving("discord", "0-1/4"), "another", 60)
    asked = settings.discord
    assert asked
    for shards in (None, Shards(1, 2, 4), Shards(2, 2, 8)):
        world.settings = replace(settings, discord=replace(asked, shards=shards))
        async with world.bot() as task:
            with pytest.raises(PlatformError, match="0-1/4 in another process"):
                await task
    assert world.fake.gateway.identifies == []
