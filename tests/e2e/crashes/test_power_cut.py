"""What a power cut may take: only what SQLite was not told to wait for."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bot.composition import chat_app
from bot.ledger.channels import Channel
from bot.settings.loading import load
from index.clock import utc_now
from index.sqlite.store import Store
from index.sqlite_files.connection import Connection, Cursor
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.settings.values import Settings
    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

POSTS = Path(__file__).parents[3] / "examples" / "posts"
WRITES = ("COMMIT", "INSERT", "UPDATE", "DELETE")
FULL = 2


class Recorded(Connection):
    """A connection that notes how long each commit waits."""

    commits: list[tuple[str, int, str]]

    def execute(self, sql: str, *values: Any) -> Cursor:
        """Note the file, the level, and what is committed."""
        is_commit = sql == "COMMIT" or (not self.in_transaction and sql.startswith(WRITES))
        if is_commit:
            file = super().execute("PRAGMA database_list").fetchone()[2]
            level = super().execute("PRAGMA synchronous").fetchone()[0]
            self.commits.append((Path(file).name, level, sql))
        return super().execute(sql, *values)


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int, str]]:
    """What every connection of the program commits from now on."""
    connect = sqlite3.connect
    recorded: list[tuple[str, int, str]] = []
    monkeypatch.setattr(Recorded, "commits", recorded, raising=False)
    monkeypatch.setattr(
        sqlite3,
        "connect",
        lambda *given, **named: connect(*given, **{**named, "factory": Recorded}),
    )
    return recorded


@pytest.fixture
def settings() -> Settings:
    """The settings that the commands read."""
    return load(Path(".env"), {"PULLQUOTE_DATA": "data"})


def levels(commits: list[tuple[str, int, str]], file: str) -> set[int]:
    return {level for name, level, _ in commits if name == file}


def test_what_a_command_stores_is_on_the_disk_before_it_says_so(
    pullquote: Pullquote, commits: list[tuple[str, int, str]]
) -> None:
    pullquote("import", str(POSTS))
    pullquote("reindex", "--full")
    pullquote("forget", "--author", "tomasz wielgosik", "--yes")
    assert len(commits) > 6
    assert levels(commits, "pullquote.db") == {FULL}


async def test_what_a_chat_is_told_is_on_the_disk_before(
    settings: Settings, commits: list[tuple[str, int, str]]
) -> None:
    channel = Channel("slack:T1/C1", "slack", "T1", "#bees")
    async with chat_app.opened_services(settings) as services:
        await services.library.save([post("Bees swarm.")])
        await services.library.remove(["notes:1"])
        commits_so_far = len(commits)
        services.ledger.channels.put(channel)
        services.ledger.note("seen", "yes")
        services.ledger.answers.put("slack:T1/C1/2", "", [], page=1, names_asker=False)
        assert levels(commits[commits_so_far:], "ledger.db") == {FULL}
    assert levels(commits, "pullquote.db") == {FULL}


async def test_what_every_message_writes_waits_for_no_disk(
    settings: Settings, commits: list[tuple[str, int, str]]
) -> None:
    async with chat_app.opened_services(settings) as services:
        services.ledger.channels.put(Channel("slack:T1/C1", "slack", "T1", "#bees"))
        commits.clear()
        assert services.ledger.deliveries.claim("slack:T1/C1/3")
        services.ledger.channels.note("slack:T1/C1", newest="3")
        services.ledger.deliveries.finish("slack:T1/C1/3")
        assert [level for _, level, _ in commits] == [1, 1, 1]
        services.ledger.channels.remove("slack:T1/C1")
        assert commits[-1][1] == FULL


def test_an_import_stands_in_the_file_itself_though_the_bot_has_it_open(
    pullquote: Pullquote, settings: Settings
) -> None:
    Store.open(settings.database, create=True, clock=utc_now).close()
    with closing(Store.open(settings.database, clock=utc_now)) as reader:
        assert reader.posts(["posts:1"]) == {}
        pullquote("import", str(POSTS))
        shutil.copy(settings.database, "copy.db")
        with closing(Store.open(Path("copy.db"), clock=utc_now)) as copy:
            assert len(list(copy.every_post())) == 94


@pytest.fixture
def hive() -> Path:
    """A file to import."""
    path = Path("hive.txt")
    path.write_text("Bees swarm at dawn.")
    return path


async def test_a_job_stands_in_the_file_itself_while_the_bot_goes_on(
    settings: Settings, hive: Path
) -> None:
    async with chat_app.opened_services(settings) as services:
        await services.library.posts([])
        await services.library.import_posts(hive, None, "slack:T1", lambda *_: None)
        shutil.copy(settings.database, "copy.db")

    def stored() -> int:
        with closing(Store.open(Path("copy.db"), clock=utc_now)) as copy:
            return len(list(copy.every_post()))

    assert await asyncio.to_thread(stored) == 1
