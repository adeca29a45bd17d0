"""All posts and the ledger copied from the server to a folder, and from there to another database.

Whatever is killed, the target is whole, and the next copying goes on with it. Once it is finished,
it holds what the source holds.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.checks.integrity import any_problem
from bot.composition import ledger_app
from bot.settings.values import DATABASE
from index.clock import utc_now
from index.ingest.moving import BEGUN
from index.postgres.storage import PostgresStorage
from index.sqlite.storage import SqliteStorage
from tests.fakes.chaos.works import Place, opened_ledger

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings.values import Settings
    from index.engine import Engine
    from index.engine.storage import Storage
    from tests.fakes.postgres_server import PostgresServer

MOVED = "moved"
DONE = "done"
"""Folders below the data folder: what is being filled, and what was filled last."""


@dataclass(frozen=True)
class Moves:
    """What is copied to where.

    Attributes:
        settings: Where posts and ledger are at first.
        server: Where they come back to.
        name: An empty database there.
    """

    settings: Settings
    server: PostgresServer
    name: str

    def there(self, place: Place) -> None:
        """Copy all to a folder."""
        folder = self.settings.data / MOVED
        _move(place, self.settings, place.storage, str(folder), _in_folder(folder))

    def back(self, place: Place) -> None:
        """Copy all from the folder that was filled last."""
        source = self._filled()
        target = PostgresStorage(self._address, utc_now)
        _move(place, source, _in_folder(source.data), self._address, target)

    def look(self) -> None:
        """Look whether each target is whole, and holds everything once it is finished.

        Raises:
            AssertionError: It is not.
        """
        moved, done = self.settings.data / MOVED, self.settings.data / DONE
        here = PostgresStorage(self.settings.address, utc_now)
        there = PostgresStorage(self._address, utc_now)
        target = replace(self.settings, address="", data=moved)
        try:
            if _is_finished(self.settings, here, target, _in_folder(moved)):
                shutil.rmtree(done, ignore_errors=True)
                moved.rename(done)
            source = self._filled()
            target = replace(self.settings, address=self._address)
            if _is_finished(source, _in_folder(source.data), target, there):
                self.server.execute("DROP SCHEMA pullquote, pullquote_ledger CASCADE", self.name)
        finally:
            here.close()
            there.close()

    @property
    def _address(self) -> str:
        return self.server.address(self.name)

    def _filled(self) -> Settings:
        return replace(self.settings, address="", data=self.settings.data / DONE)


def _in_folder(folder: Path) -> SqliteStorage:
    return SqliteStorage(folder / DATABASE, utc_now)


def _move(place: Place, settings: Settings, storage: Storage, to: str, target: Storage) -> None:
    if not storage.is_there():
        return
    # As the command does.
    with (
        closing(storage.open()) as engine,
        engine.guarded(),
        closing(target.open(create=True)) as other,
        other.guarded(),
    ):
        place.opened(engine).copy_to(
            other, along=lambda goes_on: ledger_app.moving(settings, to, goes_on=goes_on)
        )


def _is_finished(from_: Settings, source: Storage, to: Settings, target: Storage) -> bool:
    """Return whether a target is finished; if so, it must hold what its source holds."""
    if not target.is_there():
        return False
    assert any_problem(target, ledger_app.storage(to)) == ""
    with closing(target.open()) as filled:
        if filled.noted(BEGUN) is not None or filled.active_model() is None:
            return False
        with closing(source.open()) as engine:
            assert _posts(engine) == _posts(filled)
    assert _asked(from_) == _asked(to)
    return True


def _posts(engine: Engine) -> list[tuple[str, str]]:
    return sorted((each.id, each.text) for each in engine.every_post())


def _asked(settings: Settings) -> list[list[object]]:
    with closing(opened_ledger(settings)) as ledger:
        notes = ledger.database.rows("SELECT name FROM notes")
        assert [each for (each,) in notes if each == BEGUN] == []
        return sorted(map(list, ledger.database.rows("SELECT id FROM questions")))
