from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from index.documents import Known
from index.errors import IndexLocked, IndexMismatch, IndexMissing
from index.ingest.preparation import prepared
from index.posts import EVERYONE, Post
from index.sqlite.conditions import audience_key
from index.sqlite.store import Store
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    from index.documents import Prepared


EAST = timezone(timedelta(hours=5, minutes=30))
FULL = Post(
    "web:é 'quoted'", "web", "A text.\n\nwith \x00 and 👩‍👩‍👧", "Title", "Ada", "https://a.example",
    datetime(2026, 1, 15, 12, 0, 0, 5, EAST), "web:0", "slack:C1", "2 mois",
)  # fmt: skip


def ready(store: Store, *posts: Post, origin: str = "") -> list[Prepared]:
    return prepared({each.id: (each, origin) for each in posts}, store, HashingEncoder())


def put(store: Store, *posts: Post, origin: str = "") -> None:
    with store.writing():
        model = store.active_model() or store.add_model("hashing", 256)
        store.activate(model)
        store.put(ready(store, *posts, origin=origin), model)


def rows(store: Store, table: str) -> int:
    count: int = store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
    return count


def test_where_nothing_was_imported_the_index_is_missing(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="no posts in"):
        Store.open(tmp_path / "data" / "pullquote.db")
    assert not (tmp_path / "data").exists()


def test_a_file_that_is_no_database_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"not a database, and long enough to look like one" * 99)
    with pytest.raises(IndexMismatch, match=r"a\.db is damaged or not a database"):
        Store.open(tmp_path / "a.db")


def test_a_folder_in_the_database_s_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IndexMismatch, match="cannot be used"):
        Store.open(tmp_path)


def test_a_file_in_the_folder_s_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(IndexMismatch, match=r"data cannot be used \(File exists\)"):
        Store.open(tmp_path / "data" / "pullquote.db", create=True)


def test_a_post_comes_back_as_it_was_stored(store: Store) -> None:
    put(store, FULL, post("bare"))
    assert store.posts([FULL.id, "notes:1", "notes:404"]) == {
        FULL.id: FULL,
        "notes:1": post("bare"),
    }
    assert list(store.every_post()) == [FULL, post("bare")]


def test_what_is_known_of_a_post_is_its_fingerprint_and_origin(store: Store) -> None:
    put(store, FULL, origin="/a.csv")
    assert store.known([FULL.id, "web:404"]) == {
        FULL.id: Known(FULL.fingerprint, "/a.csv", FULL.audience, FULL.url)
    }


def test_a_passage_s_text_is_what_stands_between_its_offsets(store: Store) -> None:
    put(store, post(f"{'🌻 long ' * 60}.\n\n{'été ' * 90}"))
    passages = store.passages(range(100))
    text = store.posts(["notes:1"])["notes:1"].text
    assert len(passages) == 2
    assert all(each.text == text[each.start : each.end] for each in passages.values())
    assert [each.ordinal for each in passages.values()] == [0, 1]


def test_comments_are_found_by_their_post_with_their_origin(store: Store) -> None:
    comment = post("second", "2", parent="1")
    put(store, post("first"), comment, post("third", "3"), origin="/a.csv")
    assert store.comments_on(["notes:1", "notes:404"]) == [(comment, "/a.csv")]


def test_storing_a_post_again_replaces_all_of_it(store: Store) -> None:
    put(store, FULL)
    put(store, replace(FULL, text="other"))
    assert [store.posts([FULL.id])[FULL.id].text, rows(store, "posts")] == ["other", 1]
    assert (rows(store, "passages"), rows(store, "vectors")) == (1, 1)


def test_passage_ids_are_never_used_again(store: Store) -> None:
    put(store, post("first"))
    with store.writing():
        store.remove(["notes:1"])
    put(store, post("second"))
    assert list(store.passages(range(9))) == [2]


def test_removing_takes_passages_words_and_vectors_along(store: Store) -> None:
    put(store, post("first"), post("second", "2"))
    with store.writing():
        store.remove(["notes:1", "notes:404"])
    terms = store.connection.execute("SELECT term FROM words_in_use").fetchall()
    assert [rows(store, table) for table in ("posts", "passages", "vectors")] == [1, 1, 1]
    assert {term for (term,) in terms} == {"second", audience_key("everyone")}


def test_vectors_of_passages_that_went_meanwhile_are_not_stored(store: Store) -> None:
    put(store, post("first"))
    with store.writing():
        model = store.add_model("other", 256)
        vectors = HashingEncoder().encode_passages(["a", "b"]).astype("float16")
        store.put_vectors(model, [1, 404], vectors)
    found = store.connection.execute("SELECT passage FROM vectors WHERE model = ?", (model.number,))
    assert found.fetchall() == [(1,)]


def test_a_move_changes_only_where_posts_come_from(store: Store) -> None:
    put(store, post("first"), origin="/a.csv")
    with store.writing():
        store.move({"notes:1": "/b.csv"})
    assert store.known(["notes:1"]) == {
        "notes:1": Known(post("first").fingerprint, "/b.csv", EVERYONE, None)
    }


def test_an_error_while_writing_leaves_everything_as_it_was(store: Store) -> None:
    def fail() -> None:
        with store.writing():
            store.remove(["notes:1"])
            raise KeyboardInterrupt

    put(store, post("first"))
    with pytest.raises(KeyboardInterrupt):
        fail()
    assert "notes:1" in store.posts(["notes:1"])
    put(store, post("second", "2"))
    assert rows(store, "posts") == 2


def test_a_full_disk_is_named_and_leaves_everything_as_it_was(store: Store) -> None:
    put(store, post("first"))
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(IndexMismatch, match="database or disk is full"):
        put(store, *(post("word " * 500, str(number)) for number in range(2, 50)))
    assert rows(store, "posts") == 1


def test_a_locked_database_is_told_from_a_broken_one(store: Store) -> None:
    with closing(Store.open(store.path)) as other:
        other.connection.execute("PRAGMA busy_timeout = 10")
        with (
            store.writing(),
            pytest.raises(IndexLocked, match=r"another process is using .*pullquote\.db"),
            other.writing(),
        ):
            pass  # pragma: no cover - never reached
        put(other, post("first"))
    assert rows(store, "posts") == 1


def test_text_that_is_damaged_on_the_disk_is_a_damaged_database(store: Store) -> None:
    put(store, post("first"))
    store.connection.execute("UPDATE posts SET text = CAST(x'ff' AS TEXT)")
    with pytest.raises(IndexMismatch, match="UTF-8"), store.reading():
        store.posts(["notes:1"])


def test_reading_shows_one_state_whatever_others_write(store: Store) -> None:
    put(store, post("first"))
    with closing(Store.open(store.path)) as other:
        with other.reading():
            assert "notes:1" in other.posts(["notes:1"])
            with store.writing():
                store.remove(["notes:1"])
            assert "notes:1" in other.posts(["notes:1"])
        assert other.posts(["notes:1"]) == {}


def test_compacting_gives_the_space_back_and_empties_the_journal(store: Store) -> None:
    put(store, *(post("word " * 500, str(number)) for number in range(50)))
    store.compact()
    before = store.path.stat().st_size
    with store.writing():
        store.remove([f"notes:{number}" for number in range(50)])
    store.compact()
    assert store.path.stat().st_size < before
    assert store.path.with_name("pullquote.db-wal").stat().st_size == 0


def test_compacting_beside_a_reader_says_that_it_could_not(store: Store) -> None:
    put(store, post("first"))
    store.connection.execute("PRAGMA busy_timeout = 10")
    with closing(Store.open(store.path)) as other:
        with other.reading():
            other.posts(["notes:1"])
            with pytest.raises(IndexLocked):
                store.compact()
        store.compact()
    assert store.path.with_name("pullquote.db-wal").stat().st_size == 0


def test_a_copy_of_the_file_is_the_whole_index(store: Store, tmp_path: Path) -> None:
    put(store, FULL)
    store.compact()
    shutil.copy(store.path, tmp_path / "copy.db")
    with closing(Store.open(tmp_path / "copy.db")) as copy:
        assert list(copy.every_post()) == [FULL]
