"""What is changed or deleted while old messages are being read ends as it was last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.e2e.discord.sync.test_reconciliation import kept

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.api.faults import Hold


LOOKED_INTO = "Who reacts to this?"


def held(world: World) -> Hold:
    """Keep a page of old messages half read: it was fetched, and one message is looked into."""
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
        await world.fake.until(lambda: "the channel is not watched" in text_of(used))
        assert await kept(world, world.square) == set()


FILE = {"oven.txt": OVEN.encode()}


def fetching(world: World) -> Hold:
    """Keep new messages on their way: their files are being fetched."""
    return world.fake.holds("GET", "/attachments/.*")


async def test_what_is_deleted_while_it_is_being_taken_in_does_not_come_back(
    world: World,
) -> None:
    async with world.bot():
        await world.watches(world.square)
        hold = fetching(world)
        said = await world.fake.says(world.ada, world.square, "Here:", files=FILE)
        await world.fake.until(lambda: hold.waiting)
        await world.fake.deletes(said)
        await world.fake.says(world.ada, world.square, GOATS)
        await world.holds(1)
        hold.release()
        await world.watches(world.square)  # waits its turn
        assert await kept(world, world.square) == {GOATS}


async def test_what_is_edited_while_it_is_being_taken_in_is_kept_as_it_is_then(
    world: World,
) -> None:
    async with world.bot():
        await world.watches(world.square)
        hold = fetching(world)
        said = await world.fake.says(world.ada, world.square, "On Tuesdays.", files=FILE)
        await world.fake.until(lambda: hold.waiting == 1)
        await world.fake.edits(said, "On Fridays.")
        await world.fake.until(lambda: hold.waiting == 2)
        hold.release()
        await world.holds(1)
        assert await kept(world, world.square) == {f"On Fridays.\n\n{OVEN}"}


async def test_what_is_said_when_a_channel_is_just_not_watched_any_more_is_not_kept(
    world: World,
) -> None:
    async with world.bot():
        await world.watches(world.square)
        hold = fetching(world)
        await world.fake.says(world.ada, world.square, "Here:", files=FILE)
        await world.fake.until(lambda: hold.waiting)
        await world.manages("unwatch", {"channel": world.square})
        hold.release()
        assert await kept(world, world.square) == set()
