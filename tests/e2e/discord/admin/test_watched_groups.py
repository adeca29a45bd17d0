"""Groups of channels of which those are watched, too, that are made later or opened."""

from __future__ import annotations

from asyncio import timeout
from typing import TYPE_CHECKING, Any

from tests.e2e.discord.conftest import text_of
from tests.fakes.discord.world.channels import Kind, Overwrite
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from bot.ledger.channel_groups import ChannelGroup
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.channels import Channel


def watched(world: World) -> set[str]:
    guild = f"discord:{world.guild.id}"
    return {each.name for each in world.services.ledger.channels.watched("discord", guild)}


async def makes(world: World, name: str, parent: Channel | None = None) -> None:
    await world.fake.creates(world.guild.add_channel(name, parent=parent))


async def test_what_is_made_later_in_each_of_several_categories_is_watched(world: World) -> None:
    north, south = (world.guild.add_channel(each, Kind.CATEGORY) for each in ("north", "south"))
    async with world.bot():
        await world.serves()
        given: dict[str, Any] = {"channel": north, "more": south.mention, "new": True}
        used = await world.manages("watch", given)
        await world.fake.until(lambda: "made later in north are watched, too" in text_of(used))
        assert "made later in south are watched, too" in text_of(used)
        for name, parent in (("mill", south), ("oven", north), ("elsewhere", None)):
            await makes(world, name, parent)
        await world.fake.until(lambda: watched(world) >= {"#mill", "#oven"})
        await world.manages("status")
        assert watched(world) == {"#mill", "#oven"}
        await world.manages("watch", {**given, "new": False})
        await makes(world, "barn", south)
        await makes(world, "lake", north)
        await world.manages("status")
        assert watched(world) == {"#mill", "#oven"}


async def test_all_public_channels_and_a_category_are_watched_with_what_is_made_in_either(
    world: World,
) -> None:
    north = world.guild.add_channel("north", Kind.CATEGORY)
    async with world.bot():
        await world.serves()
        used = await world.manages("watch", {"channel": north, "all": True, "new": True})
        await world.fake.until(lambda: "made later in north are watched, too" in text_of(used))
        assert "Public channels that are made later are watched, too." in text_of(used)
        await makes(world, "oven", north)
        await makes(world, "elsewhere")
        await world.fake.until(lambda: watched(world) >= {"#oven", "#elsewhere"})


async def test_the_status_names_a_watched_category_as_it_is_called_and_no_deleted_one(
    world: World,
) -> None:
    north, south = (world.guild.add_channel(each, Kind.CATEGORY) for each in ("north", "south"))
    async with world.bot():
        await world.serves()
        await world.manages("watch", {"channel": north, "more": south.mention, "new": True})
        await world.fake.changes(north, name="summit")
        await world.manages("status")
        assert [each.name for each in groups(world)] == ["south", "summit"]
        await world.fake.removes(south)
        said = text_of(await world.manages("status"))
        assert "made later in summit are watched, too" in said
        assert "north" not in said
        assert "south" not in said
    north.name = "peak"
    async with world.bot():
        await world.serves()
        async with timeout(PATIENCE_SECONDS):
            while [each.name for each in groups(world)] != ["peak"]:
                await world.manages("status")
        assert "made later in peak" in text_of(await world.manages("status"))


async def test_a_private_channel_that_the_bot_reads_is_watched_once_it_is_opened_to_all(
    world: World,
) -> None:
    me = world.guild.me
    assert me
    closed = world.guild.add_channel("cellar", readers=[me, world.chief])
    quiet = world.guild.add_channel("attic", readers=[me, world.chief])
    async with world.bot():
        await world.serves()
        await world.manages("watch", {"all": True, "new": True})
        assert "#cellar" not in watched(world)
        bea = Overwrite(world.ada.id, 1, allow=Permission.VIEW_CHANNEL)
        await world.fake.changes(quiet, overwrites=[*quiet.overwrites, bea])
        await world.fake.changes(closed, overwrites=[])
        await world.fake.until(lambda: "#cellar" in watched(world))
        assert "#attic" not in watched(world)


def groups(world: World) -> list[ChannelGroup]:
    guild = f"discord:{world.guild.id}"
    return world.services.ledger.groups.watched("discord", guild)
