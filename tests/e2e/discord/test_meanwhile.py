"""What is changed or deleted while old messages are being read ends as it was last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.discord.conftest import OVEN, text_of
from tests.e2e.discord.test_sweeping import kept

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.faults import Hold


LOOKED_INTO = "Who reacts to this?"


def held(world: World) -> Hold:
    """Keeps a page of old messages half read: it was fetched, and one message is looked into."""
    first = world.square.add_message(world.ada, LOOKED_INTO)
    first.reactions["🚫"] = [world.chief.id]
    return world.fake.holds("GET", rf"/channels/{world.square.id}/messages/{first.id}/reactions/.*")


@pytest.mark.parametrize("is_known", [False, True])
async def test_what_happens_while_a_page_is_read_is_not_undone_by_the_page(
    world: World, *, is_known: bool
) -> None:
    edited, gone, *many = (world.square.add_message(world.ada, f"Word {n}.") for n in range(5))
    if is_known:
        async with world.bot():
            await world.watches(world.square)
    hold = held(world)
    async with world.bot():
        used = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: hold.waiting)
        await world.fake.edits(edited, OVEN)
        await world.fake.deletes(gone)
        await world.fake.deletes_in_bulk(*many)
        while OVEN not in await kept(world, world.square):
            pass  # each round waits for the library's thread
        hold.release()
        await world.fake.until(lambda: "Done:" in text_of(used))
        assert await kept(world, world.square) == {LOOKED_INTO, OVEN}


@pytest.mark.parametrize("is_known", [False, True])
async def test_what_is_on_its_way_when_a_channel_is_watched_no_longer_is_not_kept(
    world: World, *, is_known: bool
) -> None:
    if is_known:
        async with world.bot():
            await world.watches(world.square)
    hold = held(world)
    async with world.bot():
        used = await world.manages("watch", {"channel": world.square})
        await world.fake.until(lambda: hold.waiting)
        await world.manages("unwatch", {"channel": world.square})
        hold.release()
        await world.fake.until(lambda: "the channel is not watched any more" in text_of(used))
        assert await kept(world, world.square) == set()
