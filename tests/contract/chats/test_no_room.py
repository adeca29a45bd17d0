"""What becomes of what is told while nothing can be written: on a disk that is full."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import tempfile
from contextlib import asynccontextmanager, suppress
from itertools import count
from typing import TYPE_CHECKING

import pytest

from bot.composition import app
from bot.errors import UnavailableError
from bot.sync import service, until_stored
from tests.contract.chats import test_sync
from tests.contract.chats.test_chat_manners import handled
from tests.contract.conftest import FOUND, serving
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.bot.readiness import until_told_alone
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post
from tests.fakes.patience import PATIENCE_SECONDS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
    from pathlib import Path

    from bot.services import Services
    from tests.fakes.watching import WatchedChannel

COLD, GOATS, NETS, OVEN = test_sync.COLD, test_sync.GOATS, test_sync.NETS, test_sync.OVEN
ROOM = "4m"
CANNOT = "cannot be used at the moment"


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small disk on which the bot keeps all it has."""
    (small := tmp_path / "small").mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(small)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    monkeypatch.setattr(tempfile, "tempdir", str(small))
    monkeypatch.setattr(until_stored, "PAUSE_SECONDS", 0.05)
    monkeypatch.setattr(service, "PAUSE_SECONDS", 0.05)
    monkeypatch.setattr(app, "open_encoder", lambda _: HashingEncoder())
    try:
        yield small
    finally:
        subprocess.run([shutil.which("umount") or "", "--lazy", str(small)], check=True)


@asynccontextmanager
async def full(disk: Path, services: Services) -> AsyncIterator[None]:
    """Leave no room for the posts and the ledger, for as long as this lasts."""
    filling = disk / "filling"
    with filling.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))

    async def save(name: str) -> None:
        await services.library.save([post(GOATS, name)])

    async def note(name: str) -> None:
        services.ledger.note(name, GOATS)

    for write in (save, note):  # their journals have some room of their own
        with pytest.raises(UnavailableError, match="full"):
            await _for_ever(write)
    yield
    filling.unlink()


def storing(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each for each in caplog.messages if each.startswith("storing what")]


async def _for_ever(write: Callable[[str], Awaitable[None]]) -> None:
    for number in count():
        await write(f"junk-{number}")


@pytest.mark.parametrize("kind", test_sync.CHANNELS)
async def test_what_is_told_on_a_full_disk_is_quoted_by_none_and_stored_once_there_is_room(
    disk: Path, kind: type[WatchedChannel], caplog: pytest.LogCaptureFixture
) -> None:
    async with kind() as channel:
        channel.wrote(OVEN)
        channel.wrote(NETS)
        async with test_sync.running(channel):
            await channel.is_watched()
            library = channel.services.library
            async with full(disk, channel.services):
                caplog.clear()
                await channel.deletes(NETS)
                await channel.edits(OVEN, COLD)
                await channel.says(GOATS)
                async with asyncio.timeout(PATIENCE_SECONDS):
                    while len(await library.outdated()) < 2 or not storing(caplog):  # noqa: ASYNC110
                        await asyncio.sleep(0)
            await test_sync.until_stored(channel, COLD, GOATS)
    # What begins with the bot, such as looking who is there, may fail besides.
    faults = [each.getMessage() for each in caplog.records if each.exc_info]
    assert [each for each in faults if "message" in each or "listener" in each] == []
    told, where = storing(caplog), kind.__name__.removesuffix("Channel").lower()
    assert len(set(told)) == len(told)
    assert all(each.startswith(f"storing what is written on {where} ") for each in told)


@pytest.mark.parametrize("kind", test_sync.CHANNELS)
async def test_a_question_on_a_full_disk_is_told_so_once_and_answered_when_there_is_room(
    disk: Path, kind: type[WatchedChannel]
) -> None:
    async with kind() as channel, serving(channel, ScriptedCore(FOUND)):
        channel.ask("when is the oven lit?")
        await channel.hears("https://example.org/nets")
        async with asyncio.timeout(PATIENCE_SECONDS):  # noted, too, and not only shown
            while handled(channel) != 1:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0)
        async with full(disk, channel.services):
            channel.ask("when is it lit?")
            await until_told_alone(channel)
        channel.ask("when are the boats in?")
        await channel.hears("https://example.org/nets", times=2)
    assert channel.told_alone.count(CANNOT) == 1
