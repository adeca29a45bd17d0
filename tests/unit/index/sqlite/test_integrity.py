from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from index.clock import utc_now
from index.errors import IndexMismatch
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.sqlite.file_guard.changes import current_version
from index.sqlite.integrity import problem
from index.sqlite.schema import MIGRATIONS
from index.sqlite.store import Store
from tests.fakes.index.damage import damaged, damaged_names, without_id
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.ports import Encoder

READABLE = (
    "SELECT * FROM posts ORDER BY number",
    "SELECT id, post, lower(title_words), lower(text_words), audience_key FROM passages ORDER BY 1",
    "SELECT * FROM every_word ORDER BY term, doc, col, offset",
    "SELECT model, passage, length(vector) FROM vectors ORDER BY model, passage",
)
"""What check answers for; of a vector, a stretch or a note it cannot tell one bit from another.

Words are kept folded, and looked up whatever their case.
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> bytes:
    """A database with posts, comments and audiences, some removed again."""
    words = "The hive hummed along while beekeeper Zoë counted {} swarms at dawn. "
    posts = [post(words.format(n) * (n % 5 + 1), str(n), title=f"Day {n}") for n in range(40)]
    posts += [
        post(f"Re: {n} swarms?", f"c{n}", parent=str(n), audience="slack:C1") for n in range(9)
    ]
    path = tmp_path_factory.mktemp("whole") / "pullquote.db"
    with closing(Store.open(path, create=True, clock=utc_now)) as store:
        Indexer(store, lambda _: encoder, encoder.name).import_posts([GivenPosts(posts)])
        with store.writing():
            store.remove(["notes:1", "notes:c2"])
    return path.read_bytes()


@pytest.fixture
def filled(whole: bytes, tmp_path: Path) -> Path:
    """The whole database, which nobody has open."""
    path = tmp_path / "pullquote.db"
    path.write_bytes(whole)
    return path


def contents(path: Path) -> list[Any]:
    """Return all that can be read of it; None in the place of what cannot."""
    found: list[Any] = []
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        with closing(connection):
            connection.execute(
                "CREATE VIRTUAL TABLE temp.every_word USING fts5vocab('main', 'words', 'instance')"
            )
            found += [connection.execute(query).fetchall() for query in READABLE]
    except (sqlite3.Error, UnicodeDecodeError):
        found.append(None)
    return found


def read_all(path: Path) -> None:
    with closing(Store.open(path, clock=utc_now)) as store, store.guarded():
        list(store.every_post())


def change(path: Path, statement: str) -> str:
    """Make a change that SQLite finds nothing wrong with; return what is said of it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)
    return problem(path)


def test_nothing_is_wrong_with_a_sound_database(filled: Path) -> None:
    assert problem(filled) == ""


def test_nothing_is_wrong_where_nothing_was_imported(tmp_path: Path) -> None:
    assert problem(tmp_path / "pullquote.db") == ""
    assert not list(tmp_path.iterdir())


def test_nothing_is_wrong_with_odd_texts_and_an_older_splitting(
    store: Store, save: Callable[..., None]
) -> None:
    save(*(post(text, str(n)) for n, text in enumerate(["…", "\x00 a", "👩‍👩‍👧", "a\r\n\u2028b"])))
    assert problem(store.path) == ""


@pytest.mark.slow
def test_no_damage_to_what_is_stored_is_called_fine_and_none_is_written_over(
    filled: Path, tmp_path: Path
) -> None:
    whole, sound = contents(filled), filled.read_bytes()
    path = tmp_path / "damaged.db"
    missed = []
    seen = 0
    for what, content in damaged(sound):
        path.write_bytes(content)
        told = problem(path)
        assert path.read_bytes() == content, what
        for end in ("-wal", "-shm"):
            path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
        is_harmed = contents(path) != whole
        seen += is_harmed
        if is_harmed and not told:
            missed.append(what)
        for end in ("-wal", "-shm"):
            path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
    assert missed == []
    assert seen > 60


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE posts SET text = replace(text, 'hummed', 'hammed') WHERE number = 3",
         "the post 'notes:2' is not as it was stored"),
        ("UPDATE posts SET text = CAST(x'ff' AS TEXT) WHERE number = 3", "UTF-8"),
        ("UPDATE posts SET posted_at = 'noon' WHERE number = 3", "'notes:2' is not as it was"),
        ('UPDATE passages SET "end" = "end" + 900 WHERE id = 3', "'notes:2' is not as it was"),
        ("UPDATE passages SET start = -1 WHERE id = 3", "1 passages begin behind their end"),
        ("UPDATE passages SET ordinal = 7 WHERE id = 3", "1 posts have passages out of order"),
        ("UPDATE passages SET text_words = 'bear' WHERE id = 3", "the words are not those"),
        ("UPDATE passages SET audience_key = 'x' WHERE id = 3", "labelled for others"),
        ("UPDATE passages SET post = 404 WHERE id = 3", "row 3 of passages belongs to nothing"),
        ("DELETE FROM vectors WHERE passage = 3", "1 passages have no vector"),
        ("UPDATE vectors SET vector = x'00' WHERE passage = 3", "1 vectors have not the length"),
        ("UPDATE vectors SET vector = CAST(x'0f' || substr(vector, 2) AS BLOB) WHERE passage = 3",
         "1 vectors are none that a model makes"),
        ("INSERT INTO vectors SELECT model, 404, vector FROM vectors LIMIT 1",
         "belongs to nothing in passages"),
        ("UPDATE models SET is_active = 0", "passages have no vector"),
        ("INSERT INTO words (words) VALUES ('delete-all')", "the words are not those"),
        ("UPDATE sqlite_sequence SET seq = 1 WHERE name = 'passages'", "give numbers out again"),
        ("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'removals'", "give numbers out again"),
        ("DROP TABLE stamps", "table stamps is missing"),
        ("DELETE FROM stamps", "1 stamps are missing"),
        ("DELETE FROM state WHERE name = 'identity'", "1 identities are missing"),
        ("DROP TRIGGER passage_removed", "trigger passage_removed is missing"),
        ("DROP INDEX passages_by_post", "index passages_by_post is missing"),
        ("UPDATE vectors SET vector = zeroblob(length(vector)) WHERE passage = 3",
         "1 vectors are none that a model makes"),
        ("PRAGMA application_id = 1", "was not made by Pullquote: move it away"),
        (f"PRAGMA user_version = {len(MIGRATIONS) + 1}", "a newer Pullquote: update this one"),
    ],
)  # fmt: skip
def test_what_does_not_belong_together_is_named(filled: Path, statement: str, told: str) -> None:
    assert told in change(filled, statement)


def test_a_name_that_is_no_text_any_more_is_damage(filled: Path) -> None:
    found = list(damaged_names(filled.read_bytes()))
    assert len(found) > 5
    for what, content in found:
        filled.write_bytes(content)
        assert f"{filled} is damaged (" in problem(filled), what
        with pytest.raises(IndexMismatch, match=r"pullquote\.db is damaged"):
            read_all(filled)
        assert filled.read_bytes() == content, what


def test_a_value_of_another_kind_is_damage(filled: Path) -> None:
    filled.write_bytes(without_id(filled.read_bytes(), "notes:3"))
    assert f"{filled} is damaged (" in problem(filled)
    with pytest.raises(IndexMismatch, match=r"pullquote\.db is damaged"):
        read_all(filled)


def test_whatever_a_damaged_database_leads_to_is_blamed_on_it(filled: Path) -> None:
    filled.write_bytes(without_id(filled.read_bytes(), "notes:3"))
    with closing(Store.open(filled, clock=utc_now)) as store:
        ids = {passage.post_id for passage in store.passages(range(99)).values()}
        with pytest.raises(IndexMismatch, match=r"a value .*: AttributeError"), store.guarded():
            [each.partition(":") for each in ids]


def test_a_fault_over_a_sound_database_stays_one(store: Store) -> None:
    with pytest.raises(KeyError), store.guarded():
        raise KeyError(404)


@pytest.mark.parametrize("create", [False, True])
def test_a_link_that_leads_nowhere_is_named_and_nothing_is_made(
    tmp_path: Path, create: bool
) -> None:
    path = tmp_path / "pullquote.db"
    path.symlink_to("nowhere")
    assert f"{path} is a link that leads nowhere" in problem(path)
    with pytest.raises(IndexMismatch, match="a link that leads nowhere"):
        Store.open(path, create=create, clock=utc_now)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "statement",
    ["DROP TABLE stamps", "DELETE FROM stamps", "DELETE FROM state WHERE name = 'identity'"],
)
def test_what_tells_histories_apart_is_missed_as_damage(filled: Path, statement: str) -> None:
    change(filled, statement)
    with closing(Store.open(filled, clock=utc_now)) as store:
        model = store.active_model()
        assert model is not None
        with pytest.raises(IndexMismatch, match="damaged"), store.reading():
            current_version(store.connection, model)


def test_a_file_without_a_byte_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "pullquote.db"
    path.touch()
    assert f"{path} is empty: put a backup in its place" in problem(path)
    assert path.read_bytes() == b""


def test_a_journal_whose_database_is_gone_is_damage(tmp_path: Path) -> None:
    (tmp_path / "pullquote.db-wal").write_bytes(b"the last posts")
    assert "is gone, but pullquote.db-wal is still there" in problem(tmp_path / "pullquote.db")


def test_what_a_kill_left_in_the_journal_is_looked_at_and_left_there(
    filled: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    journal = copy.with_name("copy.db-wal")
    with closing(Store.open(filled, clock=utc_now)) as store:
        with store.writing():
            store.remove(["notes:3"])
        copy.write_bytes(filled.read_bytes())
        journal.write_bytes(filled.with_name(f"{filled.name}-wal").read_bytes())
    before = copy.read_bytes(), journal.read_bytes()
    assert problem(copy) == ""
    assert (copy.read_bytes(), journal.read_bytes()) == before


def test_an_older_version_s_database_is_only_looked_at_as_a_file(filled: Path) -> None:
    assert change(filled, "PRAGMA user_version = 1") == ""


def test_a_database_that_others_write_to_is_not_called_damaged(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.sqlite_files.inspection.LOCK_SECONDS", 0.01)
    with closing(Store.open(filled, clock=utc_now)) as store, store.writing():
        assert "is being written to all the time: check it again" in problem(filled)
