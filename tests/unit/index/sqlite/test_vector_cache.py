from __future__ import annotations

import shutil
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.documents import Model
from index.ingest.indexer import Indexer
from index.scope import Scope
from index.search.search import Search
from index.sqlite import vector_cache
from index.sqlite.candidates import WORTH_CACHING
from index.sqlite.changelog import Version
from index.sqlite.store import Store
from index.sqlite.vector_index import VectorIndex
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post
from tests.fakes.index.sources import ListSource

if TYPE_CHECKING:
    from pathlib import Path

    from index.posts import Post


MODEL = Model(1, "hashing", 64, 1)
MOMENT = Version("a" * 16, 1, 3, 0, "b" * 16)
POSTS = [
    post("The oven is lit on Fridays", "1"),
    post("Goats graze behind the school", "2", audience="slack:C1"),
    post("Nets hang in the harbour", "3"),
]


def open_encoder(_: str) -> HashingEncoder:
    return HashingEncoder(dimension=64)


def answers(store: Store, file: Path) -> dict[str, float]:
    """Returns what a process that starts now finds."""
    search = Search(store, open_encoder, file)
    hits = search.search("goats in the harbour", Scope(), 20)
    return {hit.post.id: round(hit.score, 5) for hit in hits}


def filled(path: Path, *posts: Post) -> Store:
    store = Store.open(path, create=True)
    Indexer(store, open_encoder, "hashing").import_posts([ListSource(posts)])
    return store


def saved(store: Store, file: Path) -> bytes:
    search = Search(store, open_encoder, file)
    search.search("anything", Scope(), 1)
    search.save()
    return file.read_bytes()


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A whole cache file."""
    file = tmp_path_factory.mktemp("cache") / "cache"
    vector_index = VectorIndex(64)
    vectors = HashingEncoder(dimension=64).encode_passages([each.text for each in POSTS])
    audiences = [each.audience for each in POSTS]
    vector_index.add(np.array([1, 2, 3]), audiences, vectors.astype(np.float16))
    vector_cache.save(file, vector_index, MODEL, MOMENT)
    return file.read_bytes()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_what_was_saved_is_loaded_with_its_moment(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    loaded = vector_cache.load(file, MODEL)
    assert loaded is not None
    vectors, version = loaded
    assert (len(vectors), version) == (3, MOMENT)
    question = HashingEncoder(dimension=64).encode_question("goats")
    assert next(iter(vectors.search(question, 3))) == 2
    assert 2 not in vectors.search(question, 3, audience=frozenset({"everyone"}))


def test_a_missing_cache_is_none(file: Path) -> None:
    assert vector_cache.load(file, MODEL) is None


def test_a_cache_of_another_model_is_none(content: bytes, file: Path) -> None:
    file.write_bytes(content)
    for model in (Model(2, *MODEL[1:]), MODEL._replace(name="other"), MODEL._replace(dimension=8)):
        assert vector_cache.load(file, model) is None


within_a_test = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60
)


@within_a_test
@given(st.data())
def test_a_torn_cache_is_none(content: bytes, file: Path, data: st.DataObject) -> None:
    length = data.draw(st.integers(0, len(content) - 1))
    file.write_bytes(content[:length])
    assert vector_cache.load(file, MODEL) is None


@within_a_test
@given(st.data())
def test_a_cache_with_any_byte_flipped_is_none(
    content: bytes, file: Path, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, 300) | st.integers(0, len(content) - 1))
    damaged = bytearray(content)
    damaged[at] ^= data.draw(st.integers(1, 255))
    file.write_bytes(damaged)
    assert vector_cache.load(file, MODEL) is None


def test_a_cache_with_something_behind_it_is_none(content: bytes, file: Path) -> None:
    file.write_bytes(content + b"\n")
    assert vector_cache.load(file, MODEL) is None


@pytest.mark.parametrize("kind", ["missing", "empty", "torn", "flipped", "foreign"])
def test_answers_stay_right_whatever_became_of_the_cache(
    tmp_path: Path, file: Path, kind: str
) -> None:
    with closing(filled(tmp_path / "a.db", *POSTS)) as store:
        right = answers(store, tmp_path / "no cache")
        content = saved(store, file)
        flipped = bytearray(content)
        flipped[60] ^= 1
        file.write_bytes(
            {
                "missing": content,
                "empty": b"",
                "torn": content[:-100],
                "flipped": bytes(flipped),
                "foreign": b"something else\n" * 100,
            }[kind]
        )
        if kind == "missing":
            file.unlink()
        assert answers(store, file) == right


def test_a_cache_that_is_behind_the_database_catches_up(tmp_path: Path, file: Path) -> None:
    with closing(filled(tmp_path / "a.db", *POSTS[:2])) as store:
        saved(store, file)
        indexer = Indexer(store, open_encoder, "hashing")
        indexer.remove(["notes:1"])
        indexer.import_posts([ListSource(POSTS[2:])])
        assert answers(store, file) == answers(store, tmp_path / "no cache")
        assert set(answers(store, file)) == {"notes:2", "notes:3"}


def test_a_cache_that_is_ahead_of_a_restored_database_is_not_believed(
    tmp_path: Path, file: Path
) -> None:
    store = filled(tmp_path / "a.db", *POSTS[:2])
    store.compact()
    shutil.copy(tmp_path / "a.db", tmp_path / "backup.db")
    Indexer(store, open_encoder, "hashing").import_posts([ListSource(POSTS[2:])])
    saved(store, file)
    store.close()
    with closing(Store.open(tmp_path / "backup.db")) as restored:
        assert set(answers(restored, file)) == {"notes:1", "notes:2"}
        assert answers(restored, file) == answers(restored, tmp_path / "no cache")


def test_a_cache_of_another_database_of_the_same_size_is_not_believed(
    tmp_path: Path, file: Path
) -> None:
    with (
        closing(filled(tmp_path / "a.db", *POSTS[:2])) as store,
        closing(filled(tmp_path / "b.db", POSTS[1], POSTS[0])) as other,
    ):
        saved(other, file)
        assert answers(store, file) == answers(store, tmp_path / "no cache")


def test_a_cache_that_cannot_be_written_costs_no_answer(tmp_path: Path) -> None:
    with closing(filled(tmp_path / "a.db", *POSTS)) as store:
        search = Search(store, open_encoder, tmp_path / "no folder" / "cache")
        search.search("goats", Scope(), 1)
        search.save()
        assert search.search("goats", Scope(), 1)
    assert not (tmp_path / "no folder").exists()


def test_saving_leaves_no_other_file_behind(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "cache").mkdir()  # in the way: the last step fails
    vector_cache.save(folder / "cache", VectorIndex(64), MODEL, MOMENT)
    assert [each.name for each in folder.iterdir()] == ["cache"]


def test_many_changes_are_cached_by_themselves_and_few_are_not(tmp_path: Path, file: Path) -> None:
    with closing(filled(tmp_path / "a.db", *POSTS)) as store:
        search = Search(store, open_encoder, file)
        search.search("goats", Scope(), 1)
        assert not file.exists()
        many = [post(f"text {number}", f"n{number}") for number in range(WORTH_CACHING)]
        Indexer(store, open_encoder, "hashing").import_posts([ListSource(many)])
        search.search("goats", Scope(), 1)
        model = store.active_model()
        assert model is not None
        loaded = vector_cache.load(file, model)
    assert loaded is not None
    assert len(loaded[0]) == WORTH_CACHING + len(POSTS)


def test_an_empty_index_has_nothing_to_cache(store: Store, file: Path) -> None:
    search = Search(store, open_encoder, file)
    assert search.search("goats", Scope(), 1) == []
    search.save()
    assert not file.exists()
