from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.errors import IndexLocked, IndexMismatch, IndexMissing
from index.sqlite import erasure
from index.sqlite.quantization import packed
from index.sqlite.reading.scope_conditions import audience_key
from index.sqlite.store import Store
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray


FULL = replace(post("a text", "full"), title="Title", audience="slack:C1")


def rows(store: Store, table: str) -> int:
    count: int = store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
    return count


def test_where_nothing_was_imported_the_index_is_missing(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="no posts in"):
        Store.open(tmp_path / "data" / "pullquote.db", clock=utc_now)
    assert not (tmp_path / "data").exists()


def test_a_file_that_is_no_database_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"not a database, and long enough to look like one" * 99)
    with pytest.raises(IndexMismatch, match=r"a\.db is damaged or not a database"):
        Store.open(tmp_path / "a.db", clock=utc_now)


def test_a_folder_in_the_database_s_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IndexMismatch, match="is no file, but a folder"):
        Store.open(tmp_path, clock=utc_now)


def test_a_file_in_the_folder_s_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(IndexMismatch, match=r"data cannot be used \(File exists\)"):
        Store.open(tmp_path / "data" / "pullquote.db", create=True, clock=utc_now)


def test_storing_a_post_again_replaces_all_of_it(store: Store) -> None:
    put(store, FULL)
    put(store, replace(FULL, text="other"))
    assert [store.posts([FULL.id])[FULL.id].text, rows(store, "posts")] == ["other", 1]
    assert (rows(store, "passages"), rows(store, "vectors")) == (1, 1)


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


def test_a_full_disk_is_named_and_leaves_everything_as_it_was(store: Store) -> None:
    put(store, post("first"))
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(IndexMismatch, match="is full: make room there"):
        put(store, *(post("word " * 500, str(number)) for number in range(2, 50)))
    assert rows(store, "posts") == 1


def test_a_locked_database_is_told_from_a_broken_one(store: Store) -> None:
    with closing(Store.open(store.path, clock=utc_now)) as other:
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
    with closing(Store.open(store.path, clock=utc_now)) as other:
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
    with closing(Store.open(store.path, clock=utc_now)) as other:
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
    with closing(Store.open(tmp_path / "copy.db", clock=utc_now)) as copy:
        assert list(copy.every_post()) == [FULL]


def test_the_vectors_of_a_batch_are_brought_to_8_bits_at_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    heights: list[int] = []

    def noting(vectors: NDArray[np.float16]) -> NDArray[np.uint8]:
        heights.append(len(vectors))
        return packed(vectors)

    monkeypatch.setattr("index.sqlite.store.packed", noting)
    put(store, *(post(f"bread {number}", f"{number}") for number in range(9)))
    assert heights == [9]
    assert rows(store, "vectors") == 9


def test_words_are_merged_whenever_a_good_part_of_them_is_new(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "FEWEST", 3)
    pieces = []
    for number in range(20):
        put(store, post(f"goat {number}", f"{number}"))
        store.merge_words()
        query = "SELECT count(DISTINCT segid) FROM words_idx"
        pieces.append(store.connection.execute(query).fetchone()[0])
    assert [at + 1 for at, count in enumerate(pieces) if count == 1] == [1, 3, 6, 9, 12, 15, 18]
    assert store.count_holding(["goat"]) == {"goat": 20}
