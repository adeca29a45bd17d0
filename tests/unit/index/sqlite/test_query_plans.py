"""No statement of SQLite's reads a whole table, but for those that are listed with the reason."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import index
from index.clock import utc_now
from index.errors import PostFormatError
from index.given_posts import GivenPosts
from index.ingest import comparison
from index.ingest.addresses import WebAddress, note_addresses
from index.ingest.erasure import erase
from index.ingest.indexer import Indexer
from index.ingest.marks import put_marks, take_back
from index.ingest.refinement import Refiner
from index.ingest.reindex import reindex
from index.posts import FOLLOWED, Mark, Post
from index.search import keywords
from index.search.search import Search
from index.search.similarity.model_calibration import calibration_of, fit
from index.search_scope import Filters, Scope
from index.sqlite import integrity
from index.sqlite.copies import PostCopies
from index.sqlite.file_guard.stamps import counters
from index.sqlite.store import Store
from index.sqlite_files import connection, copying
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post
from tests.fakes.plans import LISTED, Recorder, calls, scans

if TYPE_CHECKING:
    from collections.abc import Mapping


pytestmark = pytest.mark.slow

FOLDER = Path(index.__file__).parent
NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
PUBLIC = frozenset({"everyone", "slack:T1/C1"})
MANY = PUBLIC | {f"slack:T1/X{number}" for number in range(60)}

CHECKING = ("inspection.py", "integrity.py")
"""What `check` runs is to read everything."""


def said(number: int, text: str = "", **more: Any) -> Post:
    """Return a message of a thread, short enough to be found by those before it."""
    return Post(
        f"slack:T1/C1/17000000{number:02}.5", "#oven", text or f"the oven is lit at {number}",
        title="Ovens", author="Ada", author_id="slack:T1/U1", audience="slack:T1/C1",
        posted_at=NOON + timedelta(seconds=number), titled_by="slack:T1/U2", **more,
    )  # fmt: skip


def told(*posts: Post) -> GivenPosts:
    """Return messages as their channel tells of them."""
    return GivenPosts(posts, FOLLOWED)


def of_a_file(number: int) -> GivenPosts:
    posts = [
        post(
            f"Goats graze behind school {number}, and {each} nets hang in the harbour",
            f"{number}-{each}",
            author=f"Author {each}",
            posted_at=NOON - timedelta(days=each),
            parent=f"{number}-0" if each % 3 else None,
            audience="everyone" if each % 4 else "slack:T1/C2",
        )
        for each in range(12)
    ]
    return GivenPosts(posts, f"/folder/{number}.txt")


def imports(store: Store, indexer: Indexer) -> None:
    files = [of_a_file(number) for number in range(60)]
    indexer.import_posts(files, within=["/folder"])
    torn = GivenPosts(
        [files[1].items[0], PostFormatError("/folder/1.txt", "torn")], files[1].origin
    )
    moved = replace(files[2], origin="/folder/moved.txt")
    for dry_run in (True, False):
        indexer.import_posts([*files[3:], torn, moved], within=["/folder"], dry_run=dry_run)
    indexer.import_posts([GivenPosts([post("Sold bread", "stream")])], audience="slack:T1/C1")
    assert store.holds_any_of(["/folder"])


def messages(store: Store, indexer: Indexer) -> None:
    lines = [said(number) for number in range(9)]
    indexer.import_posts([told(*lines, said(9, parent_id=lines[0].id))], opens=True)
    indexer.import_posts([told(said(2, "the oven is cold"))], opens=True)
    indexer.mark_deleted([lines[3].id])
    assert store.deleted_at_source([lines[3].id])
    indexer.import_posts([GivenPosts([lines[3]])])
    indexer.import_posts([told(lines[3])], opens=True)


def answers(store: Store, indexer: Indexer) -> None:
    asked = said(20, "Where is the oven?")
    replies = [said(21, "It is lit behind the school", parent_id=asked.id, is_accepted=True)]
    indexer.import_posts([told(asked, *replies)], opens=True)
    indexer.import_posts([told(replace(replies[0], is_accepted=False))], opens=True)
    assert store.evidence_of([asked.id])
    assert asked.id in store.every_question()
    mark = Mark(asked.id, replies[0].id, "marked", "slack:T1/U1", "asker")
    with store.writing():
        put_marks(store, [mark])
        assert store.marks_by(["slack:T1/U1"]) == store.every_mark()
        take_back(store, [mark])


def questions(store: Store, search: Search) -> None:
    filters = (
        Filters(),
        Filters(author="author"),
        Filters(source="notes"),
        Filters(since=date(2026, 1, 1)),
        Filters(until=date(2026, 1, 14)),
        Filters(kind="post"),
        Filters(kind="comment"),
        Filters("Ada", author_id="slack:T1/U1"),
        Filters(source="#oven", channel="slack:T1/C1"),
        Filters("author", "notes", date(2026, 1, 1), date(2026, 1, 14), "comment"),
    )
    search.warm_up()
    for audience in (None, PUBLIC, MANY, PUBLIC - {"everyone"}, frozenset[str]()):
        for each in filters:
            search.search("goats sold bread", Scope(audience, each), 10)
        keywords.matches(store, "goats", Scope(audience), 10)


def lists(store: Store) -> None:
    for audience in (None, PUBLIC):
        store.statistics(audience)
        store.posts_by_month(audience)
        store.newest_by("slack:T1/U1", audience, 5)
        for typed in ("", "au thor"):
            store.names("author", typed, audience)
            store.names("source", typed, audience)
        store.posts_by(author="Ada", audience=audience)
        store.posts_by(source="notes", audience=audience)
        store.posts_by(author_id="slack:T1/U1", audience=audience)
        store.posts_by(post="notes:stream", audience=audience)
        store.accounts_called("Ada", audience)
        store.account_names(["slack:T1/U1"], "slack:T1/")
        store.author_names(["slack:T1/U1"], "slack:T1/")
        store.source_names("slack:T1/C1/", None)
        store.source_names("slack:T1/", "slack:C1")
        store.titled_by(["slack:T1/U2"], audience)
    store.newest(PUBLIC, 5)
    store.audiences()
    store.every_suppressed()
    store.every_deleted()
    store.every_title()
    note_addresses(store, [WebAddress("/folder/4.txt")])
    store.forget_note("address:/folder/4.txt")
    store.ids_under("slack:T1/C1/")
    store.ids_brought_in("slack-T1", "/folder")
    store.ids_outside(PUBLIC, "slack:T1/", ["slack:T1/C2"])
    counters(store.connection)
    assert list(store.every_post())


def models(store: Store) -> None:
    def open_encoder(name: str) -> HashingEncoder:
        return HashingEncoder(name)

    reindex(store, open_encoder, "other", full=True)
    fit(store, HashingEncoder("other"), HashingEncoder())
    model = store.active_model()
    assert model is not None
    calibration_of(store, model)


def refine(store: Store) -> None:
    refiner = Refiner(store, HashingEncoder("second"))
    refiner.refine_some(["slack:T1/C1/1700000004.5"])
    assert refiner.refine()


def copies(store: Store) -> None:
    copy = store.path.with_name("copy.db")
    copying.copy(store.path, copy)
    PostCopies().renew(copy)
    with pytest.MonkeyPatch.context() as patch:  # what looks a file through is to read everything
        patch.setattr(integrity, "is_damaged", lambda *_: False)
        assert not PostCopies().loss(store.path, copy)


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[str, ...]]:
    """The plans of all statements that the index has, on a database with posts of all kinds."""
    folder = tmp_path_factory.mktemp("plans")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparison, "BATCH", 100)
        patch.setattr(connection, "Connection", Recorder)
        patch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Recorder))
        with closing(Store.open(folder / "pullquote.db", create=True, clock=utc_now)) as store:
            ask_everything(store, folder / "pullquote.cache")
    return Recorder.plans


def ask_everything(store: Store, cache: Path) -> None:
    encoder = HashingEncoder()
    indexer = Indexer(store, lambda _: encoder, encoder.name)
    search = Search(store, HashingEncoder, cache, "second")
    imports(store, indexer)
    messages(store, indexer)
    answers(store, indexer)
    questions(store, search)
    lists(store)
    store.suppress("slack:T1/U2", "slack:T1/C1/1700000000.5/")
    erase(store, indexer, ["notes:1-1"], cache)
    refine(store)
    questions(store, search)
    store.end_refining()
    models(store)
    copies(store)


def test_no_statement_reads_a_whole_table_without_a_reason(
    plans: Mapping[str, tuple[str, ...]],
) -> None:
    reading = {(sql, step) for sql, plan in plans.items() for step in scans(plan)}
    listed = {
        (sql, step)
        for sql, step in reading
        for begins, read, _ in LISTED
        if sql.startswith(begins) and step == read
    }
    assert reading - listed == set()


def test_nothing_is_listed_that_reads_no_whole_table_any_more(
    plans: Mapping[str, tuple[str, ...]],
) -> None:
    for begins, read, _ in LISTED:
        assert any(sql.startswith(begins) and read in scans(plan) for sql, plan in plans.items())


def test_every_statement_of_the_index_was_looked_at(plans: Mapping[str, tuple[str, ...]]) -> None:
    assert len(plans) > 40
    missing = [
        f"{file.name}:{call.lineno}"
        for file in sorted(FOLDER.rglob("*.py"))
        if file.name not in CHECKING and FOLDER / "postgres" not in file.parents
        for call in calls(file)
        if not any(
            name == file.name and call.lineno <= line <= (call.end_lineno or 0)
            for name, line in Recorder.places
        )
    ]
    assert missing == []
