"""Titles of threads go with who gave them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from index.given_posts import GivenPosts
from index.ingest.erasure import erase
from index.posts import Post
from tests.fakes.bytes import traces

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from index.ingest.indexer import Indexer
    from index.sqlite.store import Store


TITLE = "Xylophonics for beginners"
MARKS = (b"xylophon",)
ADA, BOB = "discord:1", "discord:2"


def said(author: str, name: str, text: str, *, titler: str | None = ADA) -> Post:
    """A message in the thread 7 of the server 5."""
    return Post(
        f"discord:5/7/{name}", "#help", text, TITLE, author_id=author,
        parent_id=None if name == "7" else "discord:5/7/7", titled_by=titler,
        audience="discord:6", author=f"name{author[-1]}",
    )  # fmt: skip


ROOT = said(ADA, "7", "How does one begin?")
REPLIES = [said(BOB, "8", "With two sticks."), said(BOB, "9", "Slowly and not too loudly.")]
ELSEWHERE = replace(REPLIES[0], id="discord:5/70/8", title="Bees", titled_by=BOB)


def titles(store: Store) -> dict[str, str]:
    return {each.id: each.title for each in store.every_post()}


def forgets(store: Store, indexer: Indexer, *names: str) -> None:
    store.suppress(*names)
    ids = [each.id for each in store.every_post() if each.author_id in names]
    erase(store, indexer, ids, store.path.with_suffix(".cache"))


@pytest.fixture
def folder(store: Store, save: Callable[..., None]) -> Path:
    """The data folder, with a thread of Ada's that Bob replied in."""
    save(ROOT, *REPLIES, ELSEWHERE)
    return store.path.parent


def test_who_is_forgotten_takes_the_titles_of_their_threads_along(
    folder: Path, store: Store, indexer: Indexer, hits: Callable[..., Any]
) -> None:
    assert "discord:5/7/8" in hits(TITLE)
    assert traces(folder, MARKS)
    forgets(store, indexer, ADA)
    assert titles(store) == {"discord:5/7/8": "", "discord:5/7/9": "", "discord:5/70/8": "Bees"}
    assert traces(folder, MARKS) == set()
    assert "two sticks" in hits("sticks")["discord:5/7/8"].post.text
    alone = replace(REPLIES[0], id="notes:8", source="notes", title="", parent_id=None)
    indexer.import_posts([GivenPosts([alone])])
    query = "SELECT vector FROM vectors JOIN passages ON passage = passages.id"
    query += " JOIN posts ON post = number WHERE posts.id = ?"
    (kept,) = store.connection.execute(query, ("discord:5/7/8",)).fetchone()
    assert kept == store.connection.execute(query, ("notes:8",)).fetchone()[0]


@pytest.mark.parametrize("titler", [ADA, None], ids=["live", "an archive that does not tell"])
def test_a_title_of_who_was_forgotten_never_comes_back(
    folder: Path,
    store: Store,
    indexer: Indexer,
    save: Callable[..., None],
    titler: str | None,
) -> None:
    forgets(store, indexer, ADA)
    later = said(BOB, "10", "Mallets are fine, too.", titler=titler)
    counts = indexer.import_posts(
        [GivenPosts([replace(each, titled_by=titler) for each in REPLIES])]
    )
    save(later)
    assert (counts.changed, counts.unchanged) == (0, 2)
    assert set(titles(store).values()) == {"", "Bees"}
    assert traces(folder, MARKS) == set()


def test_a_title_stays_theirs_who_was_forgotten_whoever_else_is_said_to_have_given_it(
    store: Store, indexer: Indexer, save: Callable[..., None]
) -> None:
    save(ROOT, *REPLIES)
    forgets(store, indexer, ADA)
    indexer.import_posts([GivenPosts([replace(REPLIES[0], titled_by="discord:3")])])
    indexer.import_posts([GivenPosts([replace(each, titled_by=None) for each in REPLIES])])
    assert set(titles(store).values()) == {""}
    assert store.titled_by([ADA]) == ["discord:5/7/"]


def test_a_title_that_comes_before_its_author_is_known_goes_once_they_are(
    store: Store, indexer: Indexer
) -> None:
    store.suppress(ADA)
    indexer.import_posts([GivenPosts([replace(each, titled_by=None) for each in REPLIES])])
    assert set(titles(store).values()) == {TITLE}
    indexer.import_posts([GivenPosts([ROOT])], dry_run=True)
    assert set(titles(store).values()) == {TITLE}
    indexer.import_posts([GivenPosts([ROOT])])
    assert set(titles(store).values()) == {""}


def test_what_was_asked_goes_from_over_the_answer_with_who_asked(
    store: Store, indexer: Indexer, save: Callable[..., None]
) -> None:
    answers = [
        Post(f"slack:T1/answers/{name}", "answers", "By hand.", TITLE, author_id=BOB, titled_by=who)
        for name, who in (("a1", ADA), ("a2", BOB), ("a3", "discord:3"))
    ]
    save(*answers)
    forgets(store, indexer, ADA)
    save(*answers)
    assert [titles(store)[each.id] for each in answers] == ["", TITLE, TITLE]


def test_only_the_thread_of_who_is_forgotten_is_without_a_title(
    folder: Path, store: Store, indexer: Indexer
) -> None:
    assert traces(folder, MARKS)
    forgets(store, indexer, BOB)
    assert titles(store) == {ROOT.id: TITLE}


def test_a_single_thread_can_be_left_without_a_title(
    folder: Path, store: Store, indexer: Indexer, save: Callable[..., None]
) -> None:
    accounts = store.accounts_called("Name1", frozenset({"discord:6"}))
    assert accounts == {ADA: 1}
    places = store.titled_by(accounts, frozenset({"discord:6"}))
    assert store.titled_by(accounts, frozenset({"discord:other"})) == []
    assert places == ["discord:5/7/"]
    forgets(store, indexer, *places)
    assert traces(folder, MARKS) == set()
    save(said(ADA, "11", "I am still here."))
    assert titles(store)["discord:5/7/11"] == ""
    assert set(titles(store).values()) == {"", "Bees"}
    assert traces(folder, MARKS) == set()
