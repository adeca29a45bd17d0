"""A restore that is killed before each thing that it does to a file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from bot.backups import back_up, restore
from bot.checks.integrity import any_problem
from bot.ledger.ledger import Ledger
from bot.ledger.sqlite.storage import LedgerFile
from bot.settings.loading import load
from index.clock import utc_now
from index.private_files import HAS_RIGHTS
from index.sqlite.storage import SqliteStorage
from tests.fakes.bot.ledgers import asked, clock, missed
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from bot.settings.values import Settings

ROOT: Final = Path(__file__).parents[3]
KEEP: Final = timedelta(days=9_000)

# Each run is a process of its own, which kills itself before the Nth touch of a file.
KILLS: Final = """
import os, shutil, signal, sys
from itertools import count
from pathlib import Path
from bot.backups import restore
from bot.settings.loading import load
from index.clock import utc_now
from index.sqlite.storage import SqliteStorage

TOUCHES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "open", "sqlite3.connect"}
for number in count():
    shutil.copytree("former", f"run{number}")
    settings = load(Path(".env"), {"PULLQUOTE_DATA": f"run{number}"})
    if not (child := os.fork()):
        left = iter(range(number))
        def touched(event, arguments):
            if event in TOUCHES and next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
        sys.addaudithook(touched)
        storage = SqliteStorage(settings.database, utc_now)
        restore(storage, settings, Path("saved"), force=True)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != -signal.SIGKILL:
        break
print(number)
"""


def storage(settings: Settings) -> SqliteStorage:
    return SqliteStorage(settings.database, utc_now)


def fill(settings: Settings, number: str) -> None:
    with closing(storage(settings).open(create=True)) as engine:
        put(engine, post(f"goats {number}", number))
    with closing(Ledger.open(settings.ledger, KEEP, clock)) as ledger:
        ledger.questions.keep(missed(asked(id_=f"q{number}")))


def kept(settings: Settings) -> tuple[list[str], list[str]]:
    """Return the posts and the questions."""
    with (
        closing(storage(settings).open()) as engine,
        closing(Ledger.open(settings.ledger, KEEP, clock)) as ledger,
    ):
        questions = [each for each in ("q1", "q2") if ledger.questions.get(each)]
        return list(engine.every_id()), questions


@pytest.mark.skipif(not HAS_RIGHTS, reason="only POSIX can fork")
def test_wherever_a_restore_is_killed_both_files_are_whole_and_the_next_restores_all() -> None:
    former = load(Path(".env"), {"PULLQUOTE_DATA": "former"})
    fill(former, "1")
    back_up(storage(former), former, Path("saved"))
    fill(former, "2")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", KILLS]
    ended = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    runs = int(ended.stdout)
    assert runs > 10

    both, one = (["notes:1", "notes:2"], ["q1", "q2"]), (["notes:1"], ["q1"])
    seen = []
    for number in range(runs):
        settings = load(Path(".env"), {"PULLQUOTE_DATA": f"run{number}"})
        assert any_problem(storage(settings), LedgerFile(settings.ledger)) == ""
        seen.append(kept(settings))
        restore(storage(settings), settings, Path("saved"), force=True)
        assert kept(settings) == one
        names = sorted(each.name for each in settings.data.iterdir())
        assert names == ["ledger.db", "pullquote.db"]
        shutil.rmtree(settings.data)
    assert {str(each) for each in seen} == {str(both), str((both[0], one[1])), str(one)}
