"""What is odd in one message of a channel's history costs that message, and no other."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.e2e.discord.conftest import GOATS, OVEN, text_of
from tests.fakes.discord.world.messages import MISSING

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World
    from tests.fakes.discord.world.messages import Message

LONG_AGO: Final = datetime(2026, 1, 1, tzinfo=UTC)
ASKED: Final = "when is the village oven lit?"

UNREADABLE: Final[tuple[dict[str, Any], ...]] = (
    {"author": MISSING},
    {"author": None},
    {"author": {}},
    {"author": {"id": "x", "username": "ada"}},
    {"content": MISSING},
    {"content": None},
    {"content": 5},
    {"content": []},
    {"embeds": 5},
    {"embeds": [5]},
    {"attachments": None},
    {"attachments": [{}]},
    {"mentions": [{"id": None}]},
    {"components": 7},
    {"id": MISSING},
    {"id": {}},
    {"id": "x"},
)
"""What keeps a message from being read."""

READABLE: Final[tuple[dict[str, Any], ...]] = (
    {"timestamp": "yesterday"}, {"timestamp": 5}, {"timestamp": MISSING}, {"edited_timestamp": []},
)  # fmt: skip
"""The moment of a message is in its id, too."""


def fill(world: World, odd: tuple[dict[str, Any], ...]) -> list[Message]:
    """Have messages written, each other one odd, the first and the last of all among them."""
    told = []
    for at, oddity in enumerate(odd):
        message = world.square.add_message(
            world.ada, f"Odd number {at}.", at=LONG_AGO + timedelta(hours=2 * at)
        )
        message.odd = oddity
        told.append(message)
        world.square.add_message(
            world.ada, f"Plain number {at}.", at=LONG_AGO + timedelta(hours=2 * at + 1)
        )
    last = world.square.add_message(world.ada, "The last is odd.", at=LONG_AGO + timedelta(days=9))
    last.odd = odd[0]
    return [*told, last]


async def test_an_odd_message_costs_itself_and_is_counted(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    fill(world, UNREADABLE)
    world.square.add_message(world.ada, OVEN, at=LONG_AGO - timedelta(days=1))
    async with world.bot() as task:
        used = await world.watches(world.square)
        assert f"{len(UNREADABLE) + 1} new" in text_of(used)
        assert f"cannot be read ({len(UNREADABLE) + 1})" in text_of(used)
        assert OVEN in (await world.asks(ASKED)).text
        assert not task.done()


async def test_what_is_odd_beside_the_words_costs_nothing(world: World) -> None:
    fill(world, READABLE)
    async with world.bot():
        assert f"{2 * len(READABLE) + 1} new" in text_of(await world.watches(world.square))


async def test_odd_messages_are_counted_through_all_pages(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    for number in range(250):
        at = LONG_AGO + timedelta(minutes=number)
        message = world.square.add_message(world.ada, f"On line {number} is a word.", at=at)
        # Also the messages from which the next pages go on.
        message.odd = {"author": MISSING} if number in {0, 50, 149, 150, 151, 249} else {}
    async with world.bot():
        used = await world.watches(world.square)
        assert "244 new" in text_of(used)
        pages = world.fake.asked("GET", f"/channels/{world.square.id}/messages")
        # Beside what a start asks for: what was written since.
        assert sum("after" not in each.query for each in pages) == 3


async def test_what_cannot_be_read_any_more_stays_as_it_is_stored(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    stays = world.square.add_message(world.ada, OVEN)
    goes = world.square.add_message(world.ada, GOATS)
    async with world.bot():
        await world.watches(world.square)
        assert await world.count() == 2
    stays.odd = {"author": MISSING}
    del world.square.history[goes.id]
    async with world.bot():
        await world.watches(world.square)
        assert await world.count() == 1
        assert OVEN in (await world.asks(ASKED)).text


async def test_faults_in_messages_are_logged_once_without_their_words(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(30):
        message = world.square.add_message(world.ada, f"Word {number}.")
        message.odd = {"author": f"the goat of {number}"}
    async with world.bot():
        await world.watches(world.square)
    said = [each for each in caplog.records if "a message of Discord" in each.getMessage()]
    assert 1 <= len(said) <= 3
    assert "goat" not in caplog.text


@pytest.mark.usefixtures("two_posts")
async def test_a_question_asked_while_away_is_answered_beside_an_odd_message(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    async with world.bot():
        await world.serves()
        await world.asks("where do the goats graze?")
    mention = world.fake.world.bot.mention
    for odd in ({"author": MISSING}, {"content": None}, {"embeds": 5}, {"id": "x"}):
        message = world.square.add_message(world.ada, f"{mention} what?")
        message.odd = odd
    asked = world.square.add_message(world.ada, f"{mention} {ASKED}")
    async with world.bot():
        assert OVEN in (await world.answer_to(asked)).text
