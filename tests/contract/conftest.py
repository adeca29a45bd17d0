"""The engines and the platforms of which the contracts are asked."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, closing
from typing import TYPE_CHECKING, Final

import pytest

from bot.composition import app
from tests.fakes.bot.answers import ScriptedCore
from tests.fakes.discord.room import DiscordRoom
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.engines import KeptInFile, kept_on
from tests.fakes.index.hits import hit
from tests.fakes.lines.room import LinesRoom
from tests.fakes.rooms import TerminalRoom
from tests.fakes.slack.room import SlackRoom

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from bot.ports import Ask
    from index.engine import Engine
    from index.engine.storage import Storage
    from tests.fakes.index.engines import Kept
    from tests.fakes.rooms import Chat, Room

ENGINES: Final = ("sqlite", pytest.param("postgres", marks=pytest.mark.slow))
"""What every engine is asked of: a file, and a database on a server, which is started for it."""


CHATS: list[type[Chat]] = [DiscordRoom, SlackRoom, LinesRoom]
ROOMS: list[type[Room]] = [TerminalRoom, *CHATS]
"""A place of each platform; those with others in it are chats."""

OVEN = "The village oven is lit on Fridays, and everybody brings a dough of their own."
NETS = "Nets hang in the harbour because the boats stay in during the spring storms."
LONG_LINK = "https://example.org/feed/update/" + "a-very-long-link-" * 20
FOUND = [
    hit((OVEN, 0.9), name="1", author="Ada", url=LONG_LINK),
    hit((NETS, 0.8), name="2", author="Bob", url="https://example.org/nets"),
]


@pytest.fixture(params=ENGINES)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Kept]:
    """A database of each engine that is not there yet."""
    if request.param == "sqlite":
        yield KeptInFile(tmp_path / "data" / "pullquote.db")
        return
    with kept_on(request.getfixturevalue("postgres")) as database:
        yield database


@pytest.fixture
def storage(kept: Kept) -> Storage:
    """What opens it."""
    return kept.storage


@pytest.fixture
def engine(storage: Storage) -> Iterator[Engine]:
    """An empty database of each engine."""
    with closing(storage.open(create=True)) as opened:
        yield opened


@pytest.fixture
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Store posts without a model: nothing is searched here."""
    monkeypatch.setattr(app, "open_encoder", lambda _: HashingEncoder())


@pytest.fixture(params=ROOMS, ids=lambda room: room.__name__)
async def room(request: pytest.FixtureRequest) -> AsyncIterator[Room]:
    """A place of each platform."""
    async with request.param() as opened:
        yield opened


@pytest.fixture(params=CHATS, ids=lambda chat: chat.__name__)
async def chat(request: pytest.FixtureRequest) -> AsyncIterator[Chat]:
    """A place of each platform that has others in it."""
    async with request.param() as opened:
        yield opened


@asynccontextmanager
async def serving(room: Room, core: ScriptedCore | Ask) -> AsyncIterator[asyncio.Task[None]]:
    """Let the platform answer in a room, and stop it afterwards."""
    if isinstance(core, ScriptedCore):  # what is quoted and not stored would be struck out again
        core.store = room.stores
    task = asyncio.create_task(
        room.adapter.run(core.ask if isinstance(core, ScriptedCore) else core)
    )
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.wait([task])
