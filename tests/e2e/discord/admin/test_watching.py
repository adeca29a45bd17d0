"""What only Discord has of watching: categories, servers that let the bot in, completion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.discord.world.channels import Kind

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World


def watched(world: World) -> set[str]:
    guild = f"discord:{world.guild.id}"
    return {each.name for each in world.services.ledger.channels.watched("discord", guild)}


async def test_a_category_is_watched_with_what_is_made_in_it_later(world: World) -> None:
    village = world.guild.add_channel("village", Kind.CATEGORY)
    world.guild.add_channel("oven", parent=village).add_message(world.ada, OVEN)
    async with world.bot():
        await world.serves()
        used = await world.manages("watch", {"channel": village, "new": True})
        await world.fake.until(lambda: "Done: 1 new" in text_of(used))
        await world.fake.until(lambda: "made later in village are watched, too" in text_of(used))
        school = world.guild.add_channel("school", parent=village)
        await world.fake.creates(school)
        await world.fake.creates(world.guild.add_channel("elsewhere"))
        await world.fake.says(world.ada, school, GOATS)
        await world.holds(2)
        assert watched(world) == {"#oven", "#school"}
        await world.manages("watch", {"channel": village, "new": False})
        await world.fake.creates(world.guild.add_channel("mill", parent=village))
        await world.manages("status")
        assert watched(world) == {"#oven", "#school"}


async def test_a_server_that_lets_the_bot_in_is_offered_to_have_its_public_channels_watched(
    world: World,
) -> None:
    other = world.fake.world.add_guild("Elsewhere", with_bot=False)
    hall = other.add_channel("hall")
    owner = other.members[other.owner_id]
    hall.add_message(owner, OVEN)
    async with world.bot():
        await world.serves()
        await world.fake.invites_bot(other)
        direct = world.fake.world.direct_channel(owner)
        (offer,) = await world.fake.until(direct.said_by_bot)
        assert "I am in Elsewhere now." in offer.text
        refused = await world.presses(offer, "Watch all public channels", who=world.ada)
        assert "Only people who may manage the posts" in text_of(refused)
        pressed = await world.presses(offer, "Watch all public channels", who=owner)
        await world.fake.until(lambda: "Done: 1 new" in text_of(pressed))
        guild = f"discord:{other.id}"
        (record,) = world.services.ledger.channels.watched("discord", guild)
        assert (record.name, record.watched_by) == ("#hall", f"discord:{owner.id}")
        assert world.services.ledger.groups.get(guild)


async def test_a_thread_that_is_archived_is_offered_by_its_name_to_be_unwatched(
    world: World,
) -> None:
    thread = world.square.add_thread("harvest", world.ada)
    async with world.bot():
        await world.watches(thread)
        await world.watches(world.square)
        await world.fake.archives(thread)
        typed = {"channel": "harv"}
        offered = await world.fake.autocompletes(world.chief, world.square, "posts unwatch", typed)
        (choice,) = await world.fake.until(lambda: offered.choices)
        assert choice["name"].startswith("#square")
        used = await world.manages("unwatch", {"channel": choice["value"]})
        assert "I follow #square no longer" in text_of(used)
        (left,) = world.services.ledger.channels.watched("discord")
        assert left.id == f"discord:{world.square.id}"
