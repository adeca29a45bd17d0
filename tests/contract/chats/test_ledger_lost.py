"""What is said where the ledger's file is taken away or overwritten under a running bot."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.composition import app
from bot.errors import UnavailableError
from index.error_sentences import Told
from index.errors import IndexMissing
from tests.contract.chats import test_sync
from tests.contract.conftest import FOUND, serving
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.bot.readiness import monitored, ready, until_ready, until_told_alone
from tests.fakes.index.encoders import HashingEncoder

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from tests.fakes.watching import WatchedChannel

pytestmark = pytest.mark.slow


@pytest.fixture(params=test_sync.CHANNELS)
async def channel(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[WatchedChannel]:
    """A channel of each platform, whose bot keeps all it has in files."""
    monkeypatch.setattr(app, "open_encoder", lambda _: HashingEncoder())
    async with request.param() as opened:
        yield opened


def _emptied(file: Path) -> None:
    file.write_bytes(b"")


def _overwritten(file: Path) -> None:
    with file.open("r+b") as there:
        there.write(b"a shopping list " * 1_000)


def _made_another(file: Path) -> None:
    file.write_bytes(b"a shopping list")


def _content(file: Path) -> bytes:
    return file.read_bytes()


def _move(file: Path, to: Path) -> None:
    file.replace(to)


@pytest.mark.parametrize("damage", [_emptied, _overwritten, _made_another])
async def test_a_ledger_that_is_overwritten_is_named_and_who_asks_is_told_alone_with_an_id(
    channel: WatchedChannel, damage: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    file = Path(channel.services.ledger.database.home)
    async with serving(channel, ScriptedCore(FOUND)), monitored(channel) as url:
        channel.ask("when is the oven lit?")
        await channel.hears("https://example.org/nets")
        await until_ready(url)
        damage(file)
        left = _content(file)
        channel.ask("when is it lit?")
        await until_told_alone(channel)
        for _ in range(3):
            told = await ready(url)
            assert told.startswith("ledger: cannot be written (")
            assert f"{file} was overwritten while it was in use: stop this process, then" in told
    channel.services.ledger.close()
    assert _content(file) == left
    assert _content(file.with_name(f"{file.name}-wal"))
    logged = [each for each in caplog.messages if each.startswith(f"{file} was overwritten")]
    assert len(logged) == 1


async def test_posts_that_are_damaged_are_told_alone_and_that_there_are_none_openly(
    channel: WatchedChannel,
) -> None:
    damaged = UnavailableError(Told("data/pullquote.db is damaged"))
    none = UnavailableError(Told("there are no posts"))
    none.__cause__ = IndexMissing("data")
    async with serving(channel, ScriptedCore(FOUND, [damaged, none])):
        channel.ask("when is the oven lit?")
        await until_told_alone(channel)
        assert "pullquote.db" not in channel.told_alone
        channel.ask("when is it lit?")
        await channel.hears("There are no posts yet")


async def test_a_ledger_that_is_taken_away_is_missed_until_it_is_back(
    channel: WatchedChannel,
) -> None:
    file = Path(channel.services.ledger.database.home)
    elsewhere = file.with_name("elsewhere.db")
    async with serving(channel, ScriptedCore(FOUND)), monitored(channel) as url:
        channel.ask("when is the oven lit?")
        await channel.hears("https://example.org/nets")
        _move(file, elsewhere)
        channel.ask("when is it lit?")
        await until_told_alone(channel)
        assert "was replaced or taken away while it was in use" in await ready(url)
        _made_another(file)
        assert "was replaced or taken away while it was in use" in await ready(url)
        _move(elsewhere, file)
        await until_ready(url)
        channel.ask("when are the boats in?")
        await channel.hears("https://example.org/nets", times=2)
