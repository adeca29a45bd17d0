"""A platform that is made by the steps of CONTRIBUTING.md does what every platform does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot import app
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.documents import read, section
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.hits import hit
from tests.fakes.lines.room import LinesRoom

if TYPE_CHECKING:
    import pytest

OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
NETS = "Nets hang in the harbour because the boats stay in during the spring storms."


async def test_its_answers_are_corrected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "open_encoder", lambda _: HashingEncoder())
    found = [hit((OVEN, 0.9), name="1"), hit((NETS, 0.8), name="2")]
    async with LinesRoom() as room:
        core = ScriptedCore(found, store=room.stores)
        serving = asyncio.create_task(room.adapter.run(core.ask))
        room.ask("when is the oven lit?")
        await room.hears(NETS)
        await room.services.library.remove([found[0].post.id])
        await room.services.corrections.correct([found[0].post.id])
        await room.hears("1 (no longer here)")
        assert OVEN not in room.said
        assert NETS in room.said
        serving.cancel()
        await asyncio.wait([serving])


def test_the_steps_name_the_platform_that_was_made_by_them() -> None:
    steps = section(read("CONTRIBUTING.md"), "## Add a platform")
    assert "`tests/fakes/lines/`" in steps
