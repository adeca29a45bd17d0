"""What is found is right and allowed, whatever became of the database file and of the cache."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.clock import utc_now
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.search.search import Search
from index.search_scope import Scope
from index.sqlite.store import Store
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.posts import Post

    Change = tuple[list[Post] | str, int]
    Goes = Literal["goes on", "starts again", "starts again in place"]

WORDS = ["oven", "goat", "net", "bread"]
NAMES = [str(number) for number in range(12)]
LABELS = ["everyone", "slack:T1/C1"]

posts = st.builds(
    post,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    st.sampled_from(NAMES),
    audience=st.sampled_from(LABELS),
)
# Some posts stored, which may be for others than before, or one deleted; by one of two writers.
changes = st.tuples(
    st.lists(posts, min_size=1, max_size=6, unique_by=lambda each: each.id)
    | st.sampled_from(NAMES).map("notes:{}".format),
    st.sampled_from([0, 1]),
)
some = st.lists(changes, max_size=3)
# What is changed before a copy is made and after it, whether somebody asks then, which copy is put
# back, whether the process that asks goes on, and what is changed then.
epochs = st.tuples(
    some,
    some,
    st.booleans(),
    st.integers(0, 3),
    st.sampled_from(["goes on", "starts again", "starts again in place"]),
    some,
)


def open_encoder(_: str) -> HashingEncoder:
    return HashingEncoder(dimension=64)


def opened(path: Path) -> Store:
    store = Store.open(path, create=True, clock=utc_now)
    store.connection.execute("PRAGMA synchronous = OFF")  # a disk takes most of the time here
    return store


def found(search: Search, label: str) -> dict[Post, float]:
    hits = search.search(" ".join(WORDS), Scope(frozenset({label})), 50)
    return {hit.post: round(hit.score, 4) for hit in hits}


class Folder:
    """A data folder with a process that asks and two that write."""

    def __init__(self, folder: str) -> None:
        self.path = Path(folder) / "pullquote.db"
        self.copies: list[Path] = []
        self.start_asking()
        self.start_writing()

    def start_asking(self) -> None:
        self.asked = opened(self.path)
        self.search = Search(self.asked, open_encoder, self.path.with_suffix(".cache"))

    def start_writing(self) -> None:
        self.written = [opened(self.path), opened(self.path)]
        self.builders = [Indexer(each, open_encoder, "hashing") for each in self.written]

    def change(self, changes: Sequence[Change]) -> None:
        for change, writer in changes:
            if isinstance(change, str):
                self.builders[writer].remove([change])
            else:
                self.builders[writer].import_posts([GivenPosts(change)], opens=True)

    def copy(self) -> None:
        self.asked.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.copies.append(self.path.with_name(f"copy{len(self.copies)}"))
        shutil.copyfile(self.path, self.copies[-1])

    def put_back(self, which: int, asking: Goes) -> None:
        # A power cut does this as well: the last transactions are not on the disk.
        for each in self.written:
            each.close()
        if asking != "goes on":
            self.asked.close()
        if asking != "starts again in place":
            for file in (self.path, *self.path.parent.glob("pullquote.db-*")):
                file.unlink()
        shutil.copyfile(self.copies[which % len(self.copies)], self.path)
        if asking != "goes on":
            self.start_asking()
        self.start_writing()

    def ask(self) -> None:
        with closing(opened(self.path)) as store:
            fresh = Search(store, open_encoder, self.path.with_name("none"))
            for label in LABELS:
                told = found(self.search, label)
                assert {each.audience for each in told} <= {label}
                assert told == found(fresh, label)

    def close(self) -> None:
        for each in (self.asked, *self.written):
            each.close()


@pytest.mark.slow
@settings(max_examples=40)
@given(st.lists(epochs, min_size=1, max_size=3))
def test_only_what_is_stored_and_allowed_is_found_after_files_were_put_back(
    history: list[tuple[list[Change], list[Change], bool, int, Goes, list[Change]]],
) -> None:
    with TemporaryDirectory() as name, closing(Folder(name)) as folder:
        for before, after, is_asked, which, asking, again in history:
            folder.change(before)
            folder.copy()
            folder.change(after)
            if is_asked:
                folder.ask()
            folder.put_back(which, asking)
            folder.change(again)
            folder.ask()
