"""An answer that stands shows only what all who read it now may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.discord.conftest import OVEN, text_of
from tests.fakes.discord.world.channels import Overwrite
from tests.fakes.discord.world.permissions import Permission
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.messages import Message


ASKED = "when is the village oven lit?"


def kept_from_all(world: World) -> list[Overwrite]:
    """Return what keeps everybody but the bot from seeing a channel."""
    assert world.guild.me
    mine = Overwrite(world.guild.me.id, 1, allow=Permission.VIEW_CHANNEL)
    return [Overwrite(world.guild.id, 0, deny=Permission.VIEW_CHANNEL), mine]


async def lost(world: World, answer: Message) -> None:
    """Wait until an answer does not show the post any more."""
    await world.fake.until(lambda: "no longer here" in answer.text)
    assert OVEN not in answer.text
    assert "Corrected:" in answer.text


async def test_a_channel_that_is_closed_takes_its_posts_out_of_answers_elsewhere(
    world: World, stored: Callable[..., None]
) -> None:
    lake, pond = world.guild.add_channel("lake"), world.guild.add_channel("pond")
    thread = world.square.add_thread("ovens", world.ada)
    stored(post(OVEN, "1", audience=f"discord:{lake.id}"))
    async with world.bot():
        answers = [await world.asks(ASKED), await world.asks(ASKED, where=thread)]
        direct = await world.answer_to(await world.fake.direct_message(world.ada, ASKED))
        at_home = await world.asks(ASKED, where=lake)
        await world.fake.changes(pond, overwrites=kept_from_all(world))
        await world.fake.changes(lake, overwrites=kept_from_all(world))
        for each in (*answers, direct):
            await lost(world, each)
        assert OVEN in at_home.text


async def test_a_channel_that_is_opened_loses_what_its_new_readers_may_not_read(
    world: World, stored: Callable[..., None]
) -> None:
    assert world.guild.me
    board = world.guild.add_channel("board", readers=[world.ada, world.guild.me])
    stored(post(OVEN, "1", audience=f"discord:{board.id}"))
    world.square.overwrites = board.overwrites
    async with world.bot():
        answer = await world.asks(ASKED)
        assert OVEN in answer.text
        await world.fake.changes(world.square, overwrites=[])
        await lost(world, answer)


async def test_a_role_that_may_no_longer_read_what_was_written_before_counts_too(
    world: World, stored: Callable[..., None]
) -> None:
    lake = world.guild.add_channel("lake")
    stored(post(OVEN, "1", audience=f"discord:{lake.id}"))
    everyone = world.guild.everyone
    async with world.bot():
        answer = await world.asks(ASKED)
        assert OVEN in answer.text
        less = everyone.permissions & ~int(Permission.READ_MESSAGE_HISTORY)
        await world.fake.changes_role(world.guild, everyone, less)
        await lost(world, answer)


async def test_whoever_lost_a_role_loses_what_they_were_told_directly_at_the_next_sweep(
    world: World, stored: Callable[..., None]
) -> None:
    assert world.guild.me
    role = world.guild.add_role("board")
    bob = world.guild.add_member("bob", [role])
    board = world.guild.add_channel("board", readers=[role, world.guild.me])
    stored(post(OVEN, "1", audience=f"discord:{board.id}"))
    async with world.bot():
        direct = await world.answer_to(await world.fake.direct_message(bob, ASKED))
        assert OVEN in direct.text
        await world.watches(world.square)
        await world.fake.changes_member(bob, roles=[])
        await world.watches(world.square)
        await lost(world, direct)


async def test_a_sign_in_a_topic_keeps_a_channel_out_at_once(world: World) -> None:
    async with world.bot():
        await world.watches(world.square)
        await world.fake.says(world.ada, world.square, OVEN)
        await world.holds(1)
        answer = await world.asks(ASKED)
        world.square.topic = "Bread. 🚫"
        await world.fake.changes(world.square)
        await world.holds(0)
        await lost(world, answer)
        lake = world.guild.add_channel("lake")
        await world.fake.creates(lake)
        lake.topic = "🚫"
        await world.fake.changes(lake)
        used = await world.manages("status")
        assert "square" in text_of(used)
