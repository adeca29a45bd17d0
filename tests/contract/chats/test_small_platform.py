"""A platform that is made by the steps of CONTRIBUTING.md does what every platform does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.composition import app, chat_app
from bot.settings.loading import load
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.documents import read, section
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.hits import hit
from tests.fakes.lines.registration import LinesPlatform
from tests.fakes.lines.room import LinesRoom

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

    from index.posts import Post

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


async def test_it_is_registered_served_checked_and_audited_like_the_others(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(app, "open_encoder", lambda _: HashingEncoder())
    settings = load(tmp_path / ".env", {"PULLQUOTE_DATA": str(tmp_path / "data")})
    found = [hit((OVEN, 0.9), name="1", audience="lines:square")]
    async with LinesRoom() as room:
        registered = (*chat_app.PLATFORMS, LinesPlatform(room.port))
        monkeypatch.setattr(chat_app, "PLATFORMS", registered)
        assert chat_app.names_set(settings) == ["lines"]
        async with chat_app.serving(settings) as services:
            (adapter,) = chat_app.platforms(settings, services)

            async def stores(posts: Sequence[Post]) -> None:
                await services.library.save(posts)

            serving = asyncio.create_task(adapter.run(ScriptedCore(found, store=stores).ask))
            room.ask("when is the oven lit?")
            await room.hears(OVEN)
            serving.cancel()
            await asyncio.wait([serving])
        assert [each.subject for each in await chat_app.check_platforms(settings)] == ["lines"]
        (audit,) = await chat_app.audits(settings, "square")
        assert audit.labels == (("lines:square", 1),)
        assert await chat_app.audits(settings, "elsewhere") == []


def test_the_steps_name_the_platform_that_was_made_by_them() -> None:
    steps = section(read("CONTRIBUTING.md"), "## Add a platform")
    assert "`tests/fakes/lines/`" in steps
