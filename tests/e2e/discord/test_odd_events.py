"""Whatever people write into a message on Discord, the next question is answered."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from bot import logs
from tests.e2e.discord.conftest import OVEN
from tests.fakes.odd import CANARY, canaries_in, odd_ones
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


def _as_it_is(payload: Any, _: object) -> Any:
    return payload


SELDOM = 11
"""Of all that is odd, each eleventh is sent."""


@pytest.mark.usefixtures("two_posts")
async def test_nothing_odd_that_discord_sends_ends_the_connection_or_the_bot(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    gateway, guild = world.fake.gateway, world.square.guild
    assert guild is not None
    async with world.bot() as task:
        await world.watches(world.square)
        said = await world.fake.says(world.ada, world.square, "The kiln is lit on Fridays.")
        whole = {**said.json(), "guild_id": str(guild.id)}
        for event in ("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE"):
            for odd in [*odd_ones(whole)][::SELDOM]:
                await gateway.tell_all(event, partial(_as_it_is, odd))
        assert OVEN in (await world.asks(ASKED)).text
        assert not task.done()
    assert len(gateway.identifies) == 1
    assert gateway.resumes == []


@pytest.mark.usefixtures("two_posts")
async def test_no_event_that_cannot_be_read_is_quoted_in_the_log(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure("INFO")
    guild = world.square.guild
    assert guild is not None
    async with world.bot():
        await world.watches(world.square)
        said = await world.fake.says(world.ada, world.square, "The kiln is lit on Fridays.")
        for odd in canaries_in(said.json()):
            odd["guild_id"] = str(guild.id)
            for event in ("MESSAGE_CREATE", "MESSAGE_UPDATE"):
                await world.fake.gateway.tell_all(event, partial(_as_it_is, odd))
        assert OVEN in (await world.asks(ASKED)).text
    logged = capsys.readouterr().err
    assert "error in an event of Discord's, MESSAGE_CREATE" in logged
    assert "ValueError" in logged
    assert CANARY not in logged
