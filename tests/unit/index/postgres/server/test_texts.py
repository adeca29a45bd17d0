from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from index.postgres.reading.scope_conditions import LONGEST_KEY
from index.postgres.server.texts import ESCAPE, NUL, kept, read
from index.postgres.words import LONGEST, bounded
from index.posts import Evidence
from index.search_scope import Scope
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from index.postgres.store import Store

TEXTS = st.text(st.sampled_from([NUL, ESCAPE, "0", "1", "é", "🌻"]), max_size=8)


@given(TEXTS)
def test_every_text_comes_back_and_none_is_sent_that_the_server_refuses(text: str) -> None:
    assert read(kept(text)) == text
    assert NUL not in kept(text)


@given(TEXTS, TEXTS)
def test_texts_that_differ_are_kept_differently(first: str, second: str) -> None:
    assert (kept(first) == kept(second)) == (first == second)


def test_ids_with_signs_that_the_server_refuses_are_found_again(store: Store) -> None:
    odd = post("bread", f"{NUL}{ESCAPE}")
    put(store, odd)
    assert store.posts([odd.id]) == {odd.id: odd}
    assert store.ids_under(f"notes:{NUL}") == [odd.id]
    assert list(store.every_post()) == [odd]
    with store.writing():
        store.state_evidence([evidence := Evidence(odd.id, odd.id, "marked")])
    assert store.evidence_of([odd.id]) == [evidence]


def test_a_name_and_a_word_of_any_length_are_stored_and_found(store: Store) -> None:
    name, word = "ada " * 4_000, "x" * 300
    put(store, replace(post(f"bread {word}", author=name), source="s" * 9_000))
    assert store.posts_by(author=name) == store.posts_by(source="s" * 9_000) == store.every_id()
    assert len(store.best_matches([{word: 1.0}], Scope(), 9)) == 1
    assert store.count_holding([word]) == {word: 1}
    assert store.names("author", "ada", None) == [name]
    assert store.posts_by(author=f"{name} and another") == []
    assert len(store.row("SELECT author_key FROM posts")[0]) == LONGEST_KEY + 64


def test_a_very_long_name_stays_forgotten(store: Store) -> None:
    name = "by: " + "ada " * 4_000
    store.suppress(name)
    assert store.suppressed_among([name, f"{name}again", None]) == {name}


def test_long_words_that_begin_alike_are_not_the_same() -> None:
    first, second = "z" * LONGEST + "a", "z" * LONGEST + "b"
    assert bounded(first) != bounded(second)
    assert bounded("z" * LONGEST) == "z" * LONGEST
