"""What stands in direct messages is kept true, too: it may show what only its reader may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.discord.conftest import text_of

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.channels import Channel


ASKED = "who repaired the windmill?"
MILL = "Wilhelmina repaired the windmill in June."
OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
NOTICE = "Posts answer “who repaired the windmill?”, but I may not quote them in #square"


@pytest.fixture
def board(world: World) -> Channel:
    """A channel that Ada and the chief read, and not all members."""
    assert world.guild.me
    readers = [world.chief, world.ada, world.guild.me]
    return world.guild.add_channel("board", readers=readers)


def direct(world: World) -> list[str]:
    return [each.text for each in world.fake.world.direct_channel(world.ada).said_by_bot()]


async def shows_alone(world: World, board: Channel) -> None:
    """Let Ada ask in the square, and have shown directly what she alone may see."""
    await world.watches(board)
    await world.asks(ASKED)
    place = world.fake.world.direct_channel(world.ada)
    await world.fake.until(place.said_by_bot)
    (notice,) = place.said_by_bot()
    assert NOTICE in notice.text
    await world.presses(notice, "Only for me")
    await world.fake.until(lambda: MILL in direct(world)[-1])
    await world.becomes(lambda: world.services.ledger.answers.get(name_of(world)))


def name_of(world: World) -> str:
    (message,) = world.fake.world.direct_channel(world.ada).said_by_bot()
    return f"discord:{message.channel.id}/{message.id}"


async def test_what_only_the_asker_sees_goes_with_the_post(world: World, board: Channel) -> None:
    written = board.add_message(world.chief, MILL)
    async with world.bot():
        await shows_alone(world, board)
        await world.fake.deletes(written)
        await world.fake.until(lambda: MILL not in direct(world)[-1])
        assert "no longer here" in direct(world)[-1]


async def test_it_goes_when_its_reader_may_read_the_channel_no_longer(
    world: World, board: Channel
) -> None:
    board.add_message(world.chief, MILL)
    async with world.bot():
        await shows_alone(world, board)
        left = [each for each in board.overwrites if each.id != world.ada.id]
        await world.fake.changes(board, overwrites=left)
        await world.fake.until(lambda: MILL not in direct(world)[-1])


async def test_it_goes_and_is_counted_when_the_author_is_forgotten(
    world: World, board: Channel
) -> None:
    board.add_message(world.chief, MILL)
    async with world.bot():
        await shows_alone(world, board)
        used = await world.uses("forget-me", who=world.chief)
        done = await world.presses(used.messages[0], "Remove", who=world.chief)
        await world.fake.until(lambda: "being corrected: 1" in text_of(done))
        await world.fake.until(lambda: MILL not in direct(world)[-1])
        await world.fake.until(lambda: "are corrected" in text_of(done))


async def test_it_goes_with_the_question(world: World, board: Channel) -> None:
    board.add_message(world.chief, MILL)
    async with world.bot():
        await world.watches(board)
        asked = await world.fake.says(world.ada, world.square, ASKED, mentions_bot=True)
        await world.answer_to(asked)
        await world.becomes(lambda: len(world.services.ledger.answers.all()) > 1)
        await world.fake.deletes(asked)
        await world.fake.until(lambda: not direct(world))
        await world.becomes(lambda: world.services.ledger.answers.all() == [])


async def test_it_is_told_of_the_question_as_it_is_edited(world: World, board: Channel) -> None:
    board.add_message(world.chief, MILL)
    world.square.add_message(world.chief, OVEN)
    me = world.fake.world.bot.mention
    async with world.bot():
        await world.watches(board)
        await world.watches(world.square)
        asked = await world.fake.says(world.ada, world.square, ASKED, mentions_bot=True)
        answer = await world.answer_to(asked)
        await world.becomes(lambda: len(world.services.ledger.answers.all()) > 1)
        await world.fake.edits(asked, f"{me} who has repaired the windmill?")
        await world.fake.until(
            lambda: len(direct(world)) == 1 and "who has repaired" in direct(world)[0]
        )
        await world.becomes(lambda: len(world.services.ledger.answers.all()) > 1)
        await world.fake.edits(asked, f"{me} when is the village oven lit?")
        await world.fake.until(lambda: OVEN in answer.text and not direct(world))
