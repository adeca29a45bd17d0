"""After a kill a copy is put in the place of the file with `cp`: the journal is not the copy's."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.errors import IndexMismatch
from index.sqlite.file_guard.journal_origin import SAID
from index.sqlite.integrity import REMEDY, SALVAGE, problem
from index.sqlite.store import Store
from index.sqlite_files.missing_pages import FRAME, HEADER
from tests.fakes.index.checkpoints import checkpoint_in_part, journal_pages
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def fill(store: Store, *numbers: int) -> None:
    put(store, *(post(f"The baker lights oven {number}.", str(number)) for number in numbers))


def checkpoint(store: Store) -> None:
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def killed(store: Store, file: Path | None = None) -> Path:
    """Return a database with the journal that a kill left, and another file if one is named."""
    path = store.path.with_name("killed") / store.path.name
    path.parent.mkdir(exist_ok=True)
    shutil.copyfile(file or store.path, path)
    shutil.copyfile(journal(store.path), journal(path))
    return path


def copied(store: Store) -> Path:
    return shutil.copyfile(store.path, store.path.with_name("copy.db"))


def page_of_first_mark(content: bytes | bytearray, size: int) -> int:
    """Return where the page begins in which a journal has its first mark."""
    mark = re.search(rb"[0-9a-f]=[0-9a-f]{16}<", content)
    assert mark is not None
    frame = (mark.start() - HEADER.size) // (FRAME.size + size)
    return HEADER.size + frame * (FRAME.size + size) + FRAME.size


def ids(path: Path) -> set[str]:
    with closing(Store.open(path, clock=utc_now)) as store:
        return {each.id for each in store.every_post()}


CHANGES: dict[str, Callable[[Store], None]] = {
    "other posts": lambda store: fill(store, *range(5, 9)),
    "other words in as many pages": lambda store: put(store, post("The miller waits.", "1")),
    "notes": lambda store: store.note("https://example.com", "asked at noon"),
    "other pages": lambda store: store.compact(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_older_copy_beside_the_journal_is_refused_and_both_stay(
    store: Store, change: str
) -> None:
    fill(store, 1, 2)
    checkpoint(store)
    copy = copied(store)
    CHANGES[change](store)
    checkpoint(store)
    put(store, post("The board meets.", "1", audience="slack:T1/B"))
    path = killed(store, copy)
    before = path.read_bytes(), journal(path).read_bytes()
    for _ in range(2):
        with pytest.raises(IndexMismatch, match="`pullquote restore`"):
            Store.open(path, clock=utc_now)
    assert f"{path} is damaged (" in problem(path)
    assert (path.read_bytes(), journal(path).read_bytes()) == before


def test_why_it_is_refused_is_said(store: Store) -> None:
    store.note("a", "a")
    checkpoint(store)
    copy = copied(store)
    store.note("a", "b")
    checkpoint(store)
    store.note("a", "c")
    path = killed(store, copy)
    with pytest.raises(IndexMismatch, match=re.escape(SAID)):
        Store.open(path, clock=utc_now)
    assert SAID in problem(path)
    # Nothing reads it: no export is advised, as where a damaged file can be opened.
    assert problem(path, opened=SALVAGE).endswith(f"({SAID}): {REMEDY}")


def test_a_database_of_another_identity_is_refused(store: Store, tmp_path: Path) -> None:
    fill(store, 1)
    other = tmp_path / "other.db"
    with closing(Store.open(other, create=True, clock=utc_now)) as another:
        fill(another, 1)
    with pytest.raises(IndexMismatch, match="damaged"):
        Store.open(killed(store, other), clock=utc_now)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8, 1.0])
def test_what_a_kill_left_is_gone_on_with(store: Store, share: float) -> None:
    fill(store, *range(9))
    checkpoint(store)
    for number in range(9, 40):
        fill(store, number)
        store.note(f"https://example.com/{number}", "v" * 300)  # on many pages
    path = killed(store)
    pages = len(journal_pages(path))
    checkpoint_in_part(path, int(share * pages))
    assert problem(path) == ""
    assert ids(path) == {f"notes:{number}" for number in range(40)}


def test_a_journal_that_was_begun_anew_counts_only_as_far_as_it_goes(store: Store) -> None:
    """Behind its end stands what is left of the former one, older marks too."""
    fill(store, *range(40))
    store.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    copy = copied(store)
    fill(store, 41)
    store.connection.execute("PRAGMA wal_checkpoint(RESTART)")
    store.note("a", "b")
    assert ids(killed(store)) == {f"notes:{number}" for number in (*range(40), 41)}
    with pytest.raises(IndexMismatch, match="`pullquote restore`"):
        Store.open(killed(store, copy), clock=utc_now)


def test_a_kill_before_the_page_of_a_frame_is_no_other_content(store: Store) -> None:
    """What stands before it is of this journal, and the page is of the former one, as its mark."""
    fill(store, 1)
    fill(store, 2)
    former = journal(store.path).read_bytes()
    store.connection.execute("PRAGMA wal_checkpoint(RESTART)")
    store.note("a", "b")
    path = killed(store)
    torn = bytearray(journal(path).read_bytes())
    size = HEADER.unpack_from(torn)[0]
    old, new = (page_of_first_mark(each, size) for each in (former, torn))
    torn[new : new + size] = former[old : old + size]
    journal(path).write_bytes(torn)
    assert problem(path) == ""
    assert ids(path) == {"notes:1", "notes:2"}


def test_no_text_that_people_write_is_taken_for_a_mark(store: Store) -> None:
    checkpoint(store)
    fake = f"={'0' * 16}<{'1' * 16}>"
    put(store, *(post(f"{'0' * 16}{fake} mark{fake}", str(number)) for number in range(9)))
    assert len(ids(killed(store))) == 9


def test_a_writer_that_begins_the_journal_anew_meanwhile_is_no_other_content(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is looked at before the journal; only while nobody writes do the two agree."""
    fill(store, 1)
    path = "index.sqlite.file_guard.journal_origin._is_of_another"
    looks = iter([True, False])
    monkeypatch.setattr(path, lambda *_: next(looks))
    with closing(Store.open(store.path, clock=utc_now)) as other:
        assert {each.id for each in other.every_post()} == {"notes:1"}
    assert list(looks) == []


def test_what_an_earlier_version_left_has_no_mark_and_is_gone_on_with(store: Store) -> None:
    fill(store, 1)
    checkpoint(store)
    store.connection.execute("DELETE FROM state WHERE name = 'mark'")
    checkpoint(store)
    with closing(sqlite3.connect(store.path)) as earlier:
        earlier.execute("INSERT INTO state VALUES ('a', 'b')")
        earlier.commit()
        assert ids(killed(store)) == {"notes:1"}
    fill(store, 2)
    assert ids(killed(store)) == {"notes:1", "notes:2"}
