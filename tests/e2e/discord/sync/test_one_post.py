"""A message is one post, met live, in the past of a channel, and in an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.discord.exporting import exported
from tests.fakes.discord.world.channels import Kind

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.interactions import Interaction
    from tests.fakes.discord.world.channels import Channel
    from tests.fakes.discord.world.messages import Attachment


def wrote(world: World) -> list[Channel]:
    """Fill a channel, a thread and a forum with whatever a message may carry."""
    square, ada, chief = world.square, world.ada, world.chief
    root = square.add_message(ada, f"  {OVEN} Ask {chief.mention} in {square.mention}.\n")
    secret = world.guild.add_channel("secret", readers=[chief])
    reply = square.add_message(chief, f"See {secret.mention} <:dough:42> @everyone", reply_to=root)
    reply.kind = 19
    linked = square.add_message(ada, "https://posts.example/1")
    fields = [{"name": "Written by", "value": "Wilhelmina"}]
    linked.embeds = [{"type": "link", "title": "Bread", "description": "Of rye.", "fields": fields}]
    square.add_message(ada, "Not this.").reactions["🚫"] = [ada.id]
    joined = square.add_message(ada)
    joined.kind = 7
    thread = square.add_thread("ovens", chief, starter=root)
    first = thread.add_message(chief, "It is warm.")
    second = thread.add_message(ada, "At seven?", reply_to=first)
    second.kind = 19
    loose = square.add_thread("loose", ada)
    loose.add_message(ada, GOATS)
    forum = world.guild.add_channel("help", Kind.FORUM)
    asked = forum.add_thread("When is the oven lit?", ada)
    opening = asked.add_message(ada, "I would like to bake.")
    asked.history = {asked.id: opening}
    opening.id = asked.id
    asked.add_message(chief, "On Fridays.")
    return [square, thread, loose, forum, asked]


def attached(world: World, channel: Channel) -> Attachment:
    """Hang the export of a channel on a message, so that it can be fetched."""
    holder = world.guild.add_channel("exports")
    message = holder.add_message(world.chief, files={f"{channel.id}.json": exported(channel)})
    return message.attachments[0]


async def done(world: World, used: Interaction) -> None:
    await world.fake.until(lambda: "Done:" in text_of(used))


@pytest.mark.parametrize("is_live_first", [True, False])
async def test_an_archive_of_what_was_met_live_changes_nothing(
    world: World, *, is_live_first: bool
) -> None:
    places = wrote(world)
    forum = places[3]
    files = [attached(world, each) for each in places if each is not forum]
    async with world.bot():
        if is_live_first:
            await world.watches(world.square)
            await world.watches(forum)
            assert await world.count() == 9
        for each in files:
            used = await world.manages("import", {"file": each})
            await done(world, used)
            if is_live_first:
                assert "Done: 0 new, 0 changed" in text_of(used)
        if not is_live_first:
            used = await world.watches(world.square)
            assert "Done: 0 new, 0 changed, 7 unchanged" in text_of(used)


async def test_an_older_archive_brings_back_neither_what_was_deleted_nor_what_was_edited(
    world: World,
) -> None:
    edited = world.square.add_message(world.ada, OVEN)
    deleted = world.square.add_message(world.ada, GOATS)
    missed = world.square.add_message(world.ada, "Nets hang in the harbour.")
    refused = world.square.add_message(world.chief, "The mill is closed.")
    file = attached(world, world.square)
    async with world.bot():
        await done(world, await world.manages("import", {"file": file}))
        await world.watches(world.square)
        moved = "The village oven is lit on Mondays now."
        await world.fake.edits(edited, moved)
        await world.fake.deletes(deleted)
        await world.fake.reacts(world.chief, refused, "🚫")
        await world.holds(2)
        del world.square.history[missed.id]  # no event tells of it
        again = await world.manages("watch", {"channel": world.square})
        await done(world, again)
        used = await world.manages("import", {"file": file})
        await done(world, used)
        assert "Done: 0 new, 0 changed" in text_of(used)
        kept = await world.services.library.posts(
            await world.services.library.ids_under("discord:")
        )
        assert [each.text for each in kept.values()] == [moved]


async def test_a_newer_archive_that_lacks_messages_takes_none_from_a_watched_channel(
    world: World,
) -> None:
    first = world.square.add_message(world.ada, OVEN)
    world.square.add_message(world.ada, GOATS)
    file = attached(world, world.square)
    async with world.bot():
        await done(world, await world.manages("import", {"file": file}))
        await world.watches(world.square)
        whole = world.square.history
        world.square.history = {first.id: first}
        part = attached(world, world.square)
        world.square.history = whole
        used = await world.manages("import", {"file": part})
        await done(world, used)
        assert "0 removed" in text_of(used)
        await world.holds(2)


async def test_what_was_gone_before_a_channel_was_watched_goes_when_it_is(world: World) -> None:
    gone = world.square.add_message(world.ada, OVEN)
    world.square.add_message(world.ada, GOATS)
    file = attached(world, world.square)
    del world.square.history[gone.id]
    async with world.bot():
        await done(world, await world.manages("import", {"file": file}))
        await world.holds(2)
        used = await world.watches(world.square)
        assert "1 removed" in text_of(used)
        await world.holds(1)


async def test_an_archive_brings_back_no_deleted_thread(world: World) -> None:
    thread = world.square.add_thread("ovens", world.ada)
    thread.add_message(world.ada, OVEN)
    file = attached(world, thread)
    async with world.bot():
        await world.watches(world.square)
        await world.holds(1)
        await world.fake.removes(thread)
        await world.holds(0)
        used = await world.manages("import", {"file": file})
        await done(world, used)
        assert "1 left out" in text_of(used)
        await world.holds(0)


async def test_an_author_lets_a_message_of_an_archive_in_again(world: World) -> None:
    said = world.square.add_message(world.ada, OVEN)
    file = attached(world, world.square)
    async with world.bot():
        await done(world, await world.manages("import", {"file": file}))
        await world.fake.reacts(world.ada, said, "🚫")
        await world.holds(0)
        await world.fake.takes_back(world.ada, said, "🚫")
        await world.holds(1)
