"""Whatever people write into a message on Discord, the next question is answered."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from tests.e2e.discord.conftest import OVEN
from tests.fuzz.inputs import ODD

if TYPE_CHECKING:
    from tests.e2e.discord.conftest import World

ASKED = "when is the village oven lit?"


@pytest.mark.usefixtures("two_posts")
async def test_nothing_odd_that_people_write_keeps_the_next_question_from_its_answer(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    texts = [each for each in ODD if each.isascii() or each.encode(errors="ignore")]
    async with world.bot() as task:
        await world.watches(world.square)
        for text in texts:
            said = await world.fake.says(
                world.ada, world.square, text, files={f"{text[:9]}.txt": b""}
            )
            await world.fake.edits(said, f"{text} {text}")
            await world.fake.says(world.ada, world.square, text, reply_to=said)
            await world.fake.reacts(world.ada, said, "👀")
            await world.fake.deletes(said)
            await world.asks(f"{text} {ASKED}")
        assert OVEN in (await world.asks(ASKED)).text
        assert not task.done()
    assert [each for each in caplog.records if each.levelno >= logging.ERROR] == []
