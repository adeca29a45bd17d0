from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.ingest.reindex import BATCH, reindex
from index.search.search import Search
from index.search_scope import Scope
from index.sqlite.store import Store
from index.text.parts.passages import split
from tests.fakes.index.encoders import HashingEncoder, InterruptedEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.embedding.encoder import OpenEncoder


POSTS = [post(f"post number{number} about bread", str(number)) for number in range(BATCH + 100)]


class Encoders(dict[str, HashingEncoder]):
    """Two models, of which the second has vectors of another length."""

    def __init__(self) -> None:
        super().__init__(old=HashingEncoder("old", 64), new=InterruptedEncoder("new", 32))


@pytest.fixture
def encoders() -> Encoders:
    return Encoders()


@pytest.fixture
def open_encoder(encoders: Encoders) -> OpenEncoder:
    return encoders.__getitem__


@pytest.fixture
def filled(store: Store, open_encoder: OpenEncoder) -> Store:
    Indexer(store, open_encoder, "old").import_posts([GivenPosts(POSTS, "/posts.csv")])
    return store


def vectors(store: Store) -> list[tuple[str, int]]:
    """Return each model's name and how many vectors it has."""
    return store.connection.execute(
        "SELECT name, count(*) FROM models JOIN vectors ON model = number GROUP BY name"
    ).fetchall()


def texts(store: Store) -> set[str]:
    return {each.text for each in store.passages(range(10_000)).values()}


def kill(*_: int) -> None:
    raise KeyboardInterrupt


def test_an_empty_index_has_nothing_to_make_again(store: Store, open_encoder: OpenEncoder) -> None:
    assert reindex(store, open_encoder, "new") == 0


def test_the_same_model_and_splitting_leave_everything_as_it_is(
    filled: Store, open_encoder: OpenEncoder
) -> None:
    before = list(filled.connection.iterdump())
    assert reindex(filled, open_encoder, "old") == 0
    assert list(filled.connection.iterdump()) == before


def test_another_model_takes_over_with_all_its_vectors(
    filled: Store, open_encoder: OpenEncoder, tmp_path: Path
) -> None:
    assert reindex(filled, open_encoder, "new") == len(POSTS)
    assert vectors(filled) == [("new", len(POSTS))]
    search = Search(filled, open_encoder, tmp_path / "cache")
    assert search.search("number7", Scope(), 1)[0].post.id == "notes:7"


def test_questions_are_answered_throughout_by_the_old_model_and_then_by_the_new(
    filled: Store, open_encoder: OpenEncoder, tmp_path: Path
) -> None:
    answers: list[tuple[str, str]] = []
    with closing(Store.open(filled.path, clock=utc_now)) as other:
        search = Search(other, open_encoder, tmp_path / "cache")

        def ask(*_: int) -> None:
            model = other.active_model()
            (hit,) = search.search("number7", Scope(), 1)
            answers.append((model.name if model else "", hit.post.id))

        ask()
        reindex(filled, open_encoder, "new", progress=ask)
        ask()
    assert answers == [("old", "notes:7")] * 3 + [("new", "notes:7")]


def test_a_kill_in_the_middle_costs_no_answer_and_the_next_call_does_only_the_rest(
    filled: Store, encoders: Encoders, open_encoder: OpenEncoder, tmp_path: Path
) -> None:
    with pytest.raises(KeyboardInterrupt):
        reindex(filled, open_encoder, "new", progress=kill)
    assert vectors(filled) == [("new", BATCH), ("old", len(POSTS))]
    search = Search(filled, open_encoder, tmp_path / "cache")
    assert search.search("number7", Scope(), 1)[0].post.id == "notes:7"
    encoders["new"].seen.clear()
    calls: list[tuple[int, int]] = []
    reindex(filled, open_encoder, "new", progress=lambda *call: calls.append(call))
    assert len(encoders["new"].seen) == len(POSTS) - BATCH
    assert calls == [(len(POSTS), len(POSTS))]
    assert vectors(filled) == [("new", len(POSTS))]


def test_posts_that_come_meanwhile_get_the_new_model_s_vectors_too(
    filled: Store, open_encoder: OpenEncoder
) -> None:
    with closing(Store.open(filled.path, clock=utc_now)) as other:
        indexer = Indexer(other, open_encoder, "old")

        def bring_in(*_: int) -> None:
            indexer.import_posts([GivenPosts([post("a late one", "late")])])

        reindex(filled, open_encoder, "new", progress=bring_in)
    assert vectors(filled) == [("new", len(POSTS) + 1)]


def test_posts_that_go_meanwhile_stay_away(
    filled: Store, encoders: Encoders, open_encoder: OpenEncoder
) -> None:
    new = encoders["new"]
    assert isinstance(new, InterruptedEncoder)
    with closing(Store.open(filled.path, clock=utc_now)) as other:
        indexer = Indexer(other, open_encoder, "old")
        reindex(filled, open_encoder, "new", progress=lambda *_: indexer.remove(["notes:8"]))
        new.interrupt = lambda: indexer.remove(["notes:9"])
        reindex(filled, open_encoder, "new", full=True)
    assert vectors(filled) == [("new", len(POSTS) - 2)]
    assert not {"notes:8", "notes:9"} & {each.id for each in filled.every_post()}


def test_an_edit_in_the_middle_of_a_new_splitting_is_kept(
    filled: Store, encoders: Encoders, open_encoder: OpenEncoder
) -> None:
    reindex(filled, open_encoder, "new")
    new = encoders["new"]
    assert isinstance(new, InterruptedEncoder)
    with closing(Store.open(filled.path, clock=utc_now)) as other:
        indexer = Indexer(other, open_encoder, "old")
        edited = GivenPosts([post("all about cheese", "9")])
        new.interrupt = lambda: indexer.import_posts([edited])
        reindex(filled, open_encoder, "new", full=True)
    assert filled.posts(["notes:9"])["notes:9"].text == "all about cheese"
    assert "all about cheese" in texts(filled)


@pytest.fixture
def split_otherwise(store: Store, open_encoder: OpenEncoder) -> Store:
    """Hold a post whose passages were made by older rules."""
    items = "\n".join(f"👉 {'many words ' * 15}{number}" for number in range(3))
    Indexer(store, open_encoder, "old").import_posts([GivenPosts([post(items)], "/posts.csv")])
    with store.writing():
        store.connection.execute("DELETE FROM passages WHERE ordinal > 0")
        store.connection.execute("UPDATE models SET splitting = splitting - 1")
    return store


@pytest.mark.parametrize("model", ["old", "new"])
def test_passages_of_an_older_splitting_are_made_again(
    split_otherwise: Store, open_encoder: OpenEncoder, model: str
) -> None:
    reindex(split_otherwise, open_encoder, model)
    whole = split_otherwise.posts(["notes:1"])["notes:1"]
    assert texts(split_otherwise) == {whole.text[start:end] for start, end in split(whole.text)}
    assert vectors(split_otherwise) == [(model, 3)]
    assert split_otherwise.known(["notes:1"])["notes:1"].origin == "/posts.csv"
    active = split_otherwise.active_model()
    assert active is not None
    assert active.is_split_as_now


def test_a_new_splitting_that_was_killed_is_done_again(
    split_otherwise: Store, open_encoder: OpenEncoder
) -> None:
    with pytest.raises(KeyboardInterrupt):
        reindex(split_otherwise, open_encoder, "old", progress=kill)
    assert reindex(split_otherwise, open_encoder, "old") == 1
    assert reindex(split_otherwise, open_encoder, "old") == 0


def test_a_full_run_makes_every_passage_again_once_and_keeps_the_order(
    filled: Store, encoders: Encoders, open_encoder: OpenEncoder
) -> None:
    encoders["old"].seen.clear()
    assert reindex(filled, open_encoder, "old", full=True) == len(POSTS)
    assert encoders["old"].seen == [each.text for each in POSTS]
    assert list(filled.every_post()) == POSTS


def test_a_comment_s_vector_keeps_its_context_in_the_new_model(
    store: Store, encoders: Encoders, open_encoder: OpenEncoder
) -> None:
    both = [post("We bake.", title="Bread"), post("I agree", "2", parent="1")]
    Indexer(store, open_encoder, "old").import_posts([GivenPosts(both)])
    reindex(store, open_encoder, "new")
    assert encoders["new"].seen == ["Bread\nWe bake.", "Bread\nI agree"]


def test_a_search_in_another_process_follows_the_switch(
    filled: Store, open_encoder: OpenEncoder, hits_elsewhere: Callable[[str], str]
) -> None:
    assert hits_elsewhere("number7") == "notes:7"
    reindex(filled, open_encoder, "new")
    assert hits_elsewhere("number8") == "notes:8"


@pytest.fixture
def hits_elsewhere(
    filled: Store, open_encoder: OpenEncoder, tmp_path: Path
) -> Callable[[str], str]:
    """Ask on a connection of its own."""
    search = Search(Store.open(filled.path, clock=utc_now), open_encoder, tmp_path / "cache")
    return lambda text: search.search(text, Scope(), 1)[0].post.id
