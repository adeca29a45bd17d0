from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from index.clock import utc_now
from index.errors import IndexLocked
from index.ingest.erasure import erase
from index.posts import Post
from index.sqlite.store import Store
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from index.ingest.indexer import Indexer
    from index.posts import Hit


SECRET = post(
    "Zanzibarian quokkas gather. They hum.", "1", author="Wilhelmina", title="Xylophonics"
)
REPLY = post("A plain reply", "2", parent="1", author="Bob")
OTHERS = [post(f"Nothing special {number}", f"other{number}") for number in range(30)]
TRACES = [b"zanzibar", b"quokka", b"wilhelmina", b"xylophon"]


@pytest.fixture
def folder(store: Store, save: Callable[..., None], hits: Callable[[str], dict[str, Hit]]) -> Path:
    """The data folder, after questions and with a cache."""
    save(SECRET, REPLY, *OTHERS)
    hits("quokkas")
    (store.path.parent / "pullquote.cache").write_bytes(b"of an earlier version")
    return store.path.parent


def traces(folder: Path) -> set[tuple[str, bytes]]:
    return {
        (file.name, trace)
        for file in folder.iterdir()
        for trace in TRACES
        if trace in file.read_bytes().lower()
    }


def test_forgetting_leaves_no_byte_of_the_text_in_any_file(
    folder: Path, store: Store, indexer: Indexer
) -> None:
    assert traces(folder)
    erase(store, indexer, ["notes:1"], folder / "pullquote.cache")
    assert traces(folder) == set()
    store.close()
    assert traces(folder) == set()


@pytest.mark.parametrize("act", ["forget", "edit"])
def test_no_byte_of_a_line_stays_in_what_was_found_by_it(
    store: Store, indexer: Indexer, save: Callable[..., None], hits: Callable[..., Any], act: str
) -> None:
    line, answer = (
        Post(f"slack:T1/C1/{at}", "#zoo", text, posted_at=datetime(2026, 1, 15, 12, at, tzinfo=UTC))
        for at, text in enumerate(["Where do Zanzibarian quokkas gather?", "on the other shore"])
    )
    save(line, answer, *OTHERS)
    assert answer.id in hits("Zanzibarian quokkas")
    assert {trace for _, trace in traces(store.path.parent)} == {b"zanzibar", b"quokka"}
    if act == "edit":
        save(replace(line, text="Where do we all meet?"))
        erase(store, indexer, [OTHERS[0].id], store.path.with_name("pullquote.cache"))
    else:
        erase(store, indexer, [line.id], store.path.with_name("pullquote.cache"))
    assert traces(store.path.parent) == set()
    (vector,) = store.connection.execute(
        "SELECT vector FROM vectors JOIN passages ON passage = passages.id"
        " JOIN posts ON posts.number = post WHERE posts.id = ?",
        (answer.id,),
    ).fetchone()
    indexer.remove([line.id])
    save(replace(answer, id="notes:alone"))
    alone = store.connection.execute("SELECT vector FROM vectors ORDER BY passage DESC").fetchone()
    assert (vector == alone[0]) == (act == "forget")


def test_forgetting_takes_the_cache_file_away(folder: Path, store: Store, indexer: Indexer) -> None:
    assert (folder / "pullquote.cache").exists()
    erase(store, indexer, ["notes:1"], folder / "pullquote.cache")
    assert not (folder / "pullquote.cache").exists()


def test_what_was_forgotten_is_not_found_and_all_else_is(
    folder: Path, store: Store, indexer: Indexer, hits: Callable[[str], dict[str, Hit]]
) -> None:
    erase(store, indexer, ["notes:1"], folder / "pullquote.cache")
    assert set(hits("quokkas that hum")) == {"notes:2", *(each.id for each in OTHERS)}


def test_forgetting_without_a_cache_or_a_known_post_is_fine(store: Store, indexer: Indexer) -> None:
    erase(store, indexer, ["notes:404"], store.path.with_name("pullquote.cache"))
    assert list(store.every_post()) == []


def test_forgetting_beside_a_reader_says_that_it_is_not_done_and_can_be_done_again(
    folder: Path, store: Store, indexer: Indexer
) -> None:
    store.connection.execute("PRAGMA busy_timeout = 10")
    with closing(Store.open(store.path, clock=utc_now)) as other:
        with other.reading():
            other.posts(["notes:1"])
            with pytest.raises(IndexLocked):
                erase(store, indexer, ["notes:1"], folder / "pullquote.cache")
        erase(store, indexer, ["notes:1"], folder / "pullquote.cache")
    assert traces(folder) == set()


@pytest.mark.parametrize(
    ("selected", "ids"),
    [
        ({"author": "WILHELMINA"}, ["notes:1"]),
        ({"author": "Wilhelm"}, []),
        ({"author": "🌻"}, ["web:4"]),
        ({"author": "???"}, []),
        ({"author": ""}, []),
        ({"source": "Web"}, ["web:4"]),
        ({"source": ""}, []),
        ({"post": "notes:1"}, ["notes:1"]),
        ({"post": "notes:404"}, []),
        ({"author_id": "discord:9"}, ["notes:5", "notes:6"]),
        ({"author_id": "discord:9", "audience": frozenset({"everyone"})}, ["notes:5"]),
        ({"author_id": ""}, []),
        ({"author": "Wilhelmina", "audience": frozenset({"discord:7"})}, []),
        ({"post": "notes:6", "audience": frozenset({"discord:7"})}, ["notes:6"]),
        ({"source": "web", "audience": frozenset()}, []),
        ({}, []),
    ],
)
def test_posts_are_named_by_whole_author_source_or_id_and_never_by_a_blank(
    store: Store, save: Callable[..., None], selected: dict[str, Any], ids: list[str]
) -> None:
    posts: list[Post] = [
        SECRET,
        post("anonymous", "3"),
        post("d", "4", source="web", author="🌻"),
        post("e", "5", author_id="discord:9"),
        post("f", "6", author_id="discord:9", audience="discord:7"),
    ]
    save(*posts)
    assert store.posts_by(**selected) == ids
