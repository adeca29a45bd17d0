"""Two processes divide Discord's shards by themselves; one is killed, and the other has all."""

from __future__ import annotations

from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import pytest

from tests.fakes.bot.ledger_places import LedgerInSchema
from tests.fakes.index.engines import kept_on
from tests.fakes.served import served
from tests.fakes.two_processes import Pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.messages import Message
    from tests.fakes.postgres_server import PostgresServer

ASKED = "when is the village oven lit?"


@pytest.fixture
def ledger(postgres: PostgresServer) -> Iterator[LedgerInSchema]:
    """The database of both."""
    with kept_on(postgres):
        yield LedgerInSchema(postgres)


def one_of_each_shard(world: World) -> list[Channel]:
    """Return a channel on a server of each of two shards."""
    channels = {0: world.square, 1: world.square}
    while len({(each.guild.id >> 22) % 2 for each in channels.values() if each.guild}) < 2:
        guild = world.fake.world.add_guild("Mill")
        guild.add_member(world.ada.user)
        channels[1] = guild.add_channel("weir")
    return [*channels.values()]


async def test_who_comes_takes_a_share_and_who_is_left_takes_all(
    world: World, ledger: LedgerInSchema
) -> None:
    places = one_of_each_shard(world)
    settings = world.settings.discord
    assert settings
    asked: list[Message] = []

    def times(message: Message) -> int:
        return sum(each.reply_to == message.id for each in message.channel.said_by_bot())

    async def asks_everywhere() -> None:
        new = [
            await world.fake.says(world.ada, place, ASKED, mentions_bot=True) for place in places
        ]
        await world.fake.until(lambda: all(map(times, new)))
        asked.extend(new)

    async def sessions(count: int) -> None:
        await world.fake.until(lambda: len(world.fake.gateway.identifies) >= count)

    async with AsyncExitStack() as stack:

        async def starts(name: str) -> Pair:
            process = served(
                PULLQUOTE_DATABASE=ledger.where,
                PULLQUOTE_DATA=str(world.settings.data.with_name(name)),
                DISCORD_SHARDS="auto/2",
                DISCORD_TOKEN=settings.token,
                DISCORD_API_URL=settings.api_url,
                DISCORD_GATEWAY_URL=settings.gateway_url,
            )
            return Pair(ledger, [await stack.enter_async_context(process)])

        first = await starts("one")
        await sessions(2)
        await asks_everywhere()
        await starts("two")
        await sessions(3)  # it took one over
        await asks_everywhere()
        (killed,) = first.processes.values()
        await first.kill(killed)
        await sessions(4)
        await asks_everywhere()
    assert [times(each) for each in asked] == [1] * 6
    shards = [tuple(each["shard"]) for each in world.fake.gateway.identifies]
    assert sorted(shards[:2]) == [(0, 2), (1, 2)]
    assert sorted(shards[2:]) == [(0, 2), (1, 2)]  # each moved once
