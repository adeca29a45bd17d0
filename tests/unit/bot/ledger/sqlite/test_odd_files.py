"""What lies where the ledger is to be, and is none, is called the same by whoever looks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from bot.errors import UnavailableError
from bot.ledger.sqlite.copies import LedgerCopies
from bot.ledger.sqlite.errors import REMEDY
from bot.ledger.sqlite.storage import LedgerFile
from index.clock import utc_now
from index.errors import IndexMismatch
from index.sqlite.copies import PostCopies
from index.sqlite.storage import SqliteStorage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NO_FILE = "is no file, but a folder or a device: move it away, or set PULLQUOTE_DATA elsewhere"


def lead_nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


def leave_a_journal(path: Path) -> None:
    path.with_name(f"{path.name}-wal").write_bytes(b"x")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.touch(), "is empty: put a backup in its place, or move it away"),
        (lambda path: path.mkdir(), NO_FILE),
        (os.mkfifo, NO_FILE),
        (lead_nowhere, "is a link that leads nowhere: put back what it leads to, or remove it"),
        (leave_a_journal, "is gone, but ledger.db-wal is still there: put a backup in its place"),
    ],
    ids=["empty", "a folder", "a pipe", "a link", "gone"],
)
def test_it_is_called_the_same_with_the_same_remedy(
    tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    path = tmp_path / "ledger.db"
    make(path)
    ledger = LedgerFile(path)
    assert ledger.is_there()
    problem = ledger.problem()
    assert problem.startswith(f"{path} {said}")
    with pytest.raises(UnavailableError) as opened:
        ledger.open()
    with pytest.raises(UnavailableError) as copied:
        LedgerCopies().make(path, tmp_path / "copy.db", remedy=REMEDY)
    assert opened.value.sentence == copied.value.sentence == problem


@pytest.mark.parametrize("make", [lambda path: path.mkdir(), os.mkfifo], ids=["folder", "pipe"])
def test_so_are_posts_that_are_no_file(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "pullquote.db"
    make(path)
    posts = SqliteStorage(path, utc_now)
    assert posts.problem() == f"{path} {NO_FILE}"
    with pytest.raises(IndexMismatch) as opened:
        posts.open()
    with pytest.raises(IndexMismatch) as copied:
        PostCopies().make(path, tmp_path / "copy.db", remedy=REMEDY)
    assert opened.value.sentence == copied.value.sentence == posts.problem()
