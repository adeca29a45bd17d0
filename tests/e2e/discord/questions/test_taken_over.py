"""Two processes serve one Discord over one database: one is killed, and the other takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.bot.ledger_places import LedgerInSchema
from tests.fakes.index.engines import kept_on
from tests.fakes.two_processes import two_served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractAsyncContextManager

    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.postgres_server import PostgresServer
    from tests.fakes.two_processes import Pair

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
