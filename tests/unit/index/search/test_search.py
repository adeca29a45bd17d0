from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from index.clock import utc_now
from index.embedding.encoder import BUNDLED, model_name
from index.given_posts import GivenPosts
from index.ingest.indexer import Indexer
from index.search.search import Search
from index.search_scope import Filters, Scope
from index.sqlite.reading.scope_conditions import audience_key
from index.sqlite.store import Store
from index.sqlite.vectors import changelog
from tests.fakes.index.damage import damage_newest_vector
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.embedding.encoder import OpenEncoder
    from index.posts import Hit


PUBLIC = Scope(frozenset({"everyone"}))
OVEN = post(
    "The oven is lit on Fridays", "1", author="Ada", posted_at=datetime(2026, 1, 5, tzinfo=UTC)
)
GOATS = post("Goats graze behind the school", "2", author="Bob")
REPLY = post("I will bring flour", "3", parent="1", author="Cleo")
PLANS = post("The oven will be sold in secret", "4", audience="slack:C1", source="slack")
POSTS = [OVEN, GOATS, REPLY, PLANS]

Hits = dict[str, "Hit"]


@pytest.fixture
def filled(save: Callable[..., None]) -> None:
    """Posts of every kind."""
    save(*POSTS)


@pytest.fixture
def other(store: Store, open_bundled: OpenEncoder) -> Iterator[Indexer]:
    """Write from another connection, as another process would."""
    with closing(Store.open(store.path, clock=utc_now)) as elsewhere:
        yield Indexer(elsewhere, open_bundled, model_name(BUNDLED))


def test_an_empty_index_finds_nothing(hits: Callable[..., Hits]) -> None:
    assert hits("anything") == {}


@pytest.mark.usefixtures("filled")
def test_the_best_hit_is_the_post_that_says_it(hits: Callable[..., Hits]) -> None:
    hit = next(iter(hits("when is the oven lit?").values()))
    assert hit.post == OVEN
    assert hit.passage.text == OVEN.text
    assert "words" in hit.found_by
    assert [(each.start, each.end) for each in hit.sentences] == [(0, len(OVEN.text))]


@pytest.mark.usefixtures("filled")
def test_scores_fall_and_lie_between_0_and_1(hits: Callable[..., Hits]) -> None:
    scores = [hit.score for hit in hits("goats by the oven").values()]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.usefixtures("filled")
def test_no_more_posts_than_asked_for_are_returned(hits: Callable[..., Hits]) -> None:
    assert len(hits("oven", limit=2)) == 2


def test_a_post_of_many_passages_is_one_hit(
    save: Callable[..., None], hits: Callable[..., Hits]
) -> None:
    save(post("\n\n".join(f"{'the oven is hot ' * 10}{number}." for number in range(9))), GOATS)
    found = hits("hot oven")
    assert list(found) == ["notes:1", "notes:2"]
    assert len({each.start for each in found["notes:1"].sentences}) >= 3


@pytest.mark.usefixtures("filled")
def test_a_private_post_is_found_by_its_readers_only(hits: Callable[..., Hits]) -> None:
    question = "the oven will be sold in secret"
    assert "slack:4" not in hits(question, PUBLIC)
    assert "slack:4" not in hits(question, Scope(frozenset({"everyone", "slack:C2"})))
    assert next(iter(hits(question, Scope(frozenset({"everyone", "slack:C1"}))))) == "slack:4"
    assert next(iter(hits(question))) == "slack:4"


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("scope", "most"), [(Scope(), 5), (PUBLIC, 7)])
def test_what_was_found_is_looked_up_in_a_few_statements(
    save: Callable[..., None], hits: Callable[..., Hits], store: Store, scope: Scope, most: int
) -> None:
    save(*(post(f"The oven is lit on day {number}", f"o{number}") for number in range(300)))
    hits("anything", scope)
    executed: list[str] = []
    store.connection.set_trace_callback(executed.append)
    assert len(hits("on which day is the oven lit?", scope)) > 2
    store.connection.set_trace_callback(None)
    listed = [sql for sql in executed if "posts" in sql and "json_each" in sql]
    # Two of them are of what stands around a comment or a line, one is of what answers.
    assert len(listed) <= most


@pytest.mark.usefixtures("filled")
def test_private_posts_however_many_push_no_public_one_out(
    save: Callable[..., None], hits: Callable[..., Hits]
) -> None:
    question = "when is the oven lit?"
    before = list(hits(question, PUBLIC, 2))
    chatter = [
        post(f"the oven is lit {number}", f"p{number}", audience="slack:C1")
        for number in range(250)
    ]
    save(*chatter)
    assert list(hits(question, PUBLIC, 2)) == before
    assert set(hits(question, PUBLIC)) == {"notes:1", "notes:2", "notes:3"}


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(author="ada"), {"notes:1"}),
        (Filters(source="Slack"), {"slack:4"}),
        (Filters(kind="comment"), {"notes:3"}),
        (Filters(since=date(2026, 1, 5), until=date(2026, 1, 5)), {"notes:1"}),
        (Filters(since=date(2026, 1, 6)), set()),
        (Filters(author="ada", kind="comment"), set()),
    ],
)
@pytest.mark.usefixtures("filled")
def test_filters_narrow_both_halves(
    hits: Callable[..., Hits], filters: Filters, ids: set[str]
) -> None:
    assert set(hits("oven goats flour secret", Scope(None, filters))) == ids


@pytest.mark.usefixtures("filled")
def test_a_filter_shows_nothing_that_the_audience_may_not_see(hits: Callable[..., Hits]) -> None:
    scope = Scope(frozenset({"everyone"}), Filters(source="slack"))
    assert hits("oven sold in secret", scope) == {}


@pytest.mark.usefixtures("filled")
def test_a_comment_is_quoted_without_its_post_s_words(hits: Callable[..., Hits]) -> None:
    assert hits("oven")["notes:3"].passage.text == "I will bring flour"


@pytest.mark.parametrize(
    "question",
    [
        "what's new?",
        "c++",
        "foo:bar",
        "new AND",
        '"',
        "\x00",
        "🎉👩‍👩‍👧",
        "x" * 2000,
        pytest.param("é " * 1000, marks=pytest.mark.slow),
        "?",
    ],
)
@pytest.mark.usefixtures("filled")
def test_every_question_is_answered_with_no_error(hits: Callable[..., Hits], question: str) -> None:
    assert set(hits(question)) <= {each.id for each in POSTS}


@pytest.mark.usefixtures("filled")
def test_what_another_process_adds_is_found_at_the_next_question(
    hits: Callable[..., Hits], other: Indexer
) -> None:
    hits("nets in the harbour")
    other.import_posts([GivenPosts([post("Nets hang in the harbour", "5")])])
    assert next(iter(hits("nets in the harbour"))) == "notes:5"


@pytest.mark.usefixtures("filled")
def test_what_another_process_removes_or_edits_is_gone_at_the_next_question(
    hits: Callable[..., Hits], other: Indexer
) -> None:
    assert "notes:2" in hits("goats")
    other.remove(["notes:2"])
    assert "notes:2" not in hits("goats")
    other.import_posts([GivenPosts([replace(OVEN, text="Nets hang in the harbour")])])
    assert hits("when is the oven lit?")["notes:1"].passage.text == "Nets hang in the harbour"


@pytest.mark.usefixtures("filled")
def test_a_post_that_another_process_makes_private_is_gone_at_the_next_question(
    hits: Callable[..., Hits], other: Indexer
) -> None:
    assert "notes:2" in hits("goats", PUBLIC)
    other.import_posts([GivenPosts([replace(GOATS, audience="slack:C1")])])
    assert "notes:2" not in hits("goats", PUBLIC)


@pytest.mark.usefixtures("filled")
def test_removals_whose_record_is_gone_are_noticed_all_the_same(
    hits: Callable[..., Hits], store: Store
) -> None:
    hits("goats")
    with store.writing():
        store.remove(["notes:2"])
        store.connection.execute("DELETE FROM removals")
    assert set(hits("goats")) == {"notes:1", "notes:3", "slack:4"}


def test_a_passage_that_only_the_words_found_has_its_meaning_compared_too(
    save: Callable[..., None], hits: Callable[..., Hits]
) -> None:
    near = [post("the oven is lit on Fridays", f"n{number}") for number in range(220)]
    save(*near, post("Xyzzy, and goats, nets, bicycles and cheese besides", "far"))
    question = "when is the oven lit on Fridays? xyzzy"
    assert "notes:far" in hits(question, limit=300)


@pytest.mark.usefixtures("filled")
def test_two_searches_of_one_database_agree(
    search: Search, store: Store, open_bundled: OpenEncoder
) -> None:
    again = Search(store, open_bundled, store.path.with_name("other.cache"))
    first, second = (each.search("oven", Scope(), 9) for each in (search, again))
    assert first == second


@pytest.mark.usefixtures("filled")
def test_an_error_half_way_through_a_catch_up_leaves_no_vector_twice(
    hits: Callable[..., Hits],
    store: Store,
    other: Indexer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hits("goats")
    model = store.active_model()
    assert model is not None
    candidates = store.candidates(store.path.with_name("none"))
    candidates.catch_up(model)
    monkeypatch.setattr(changelog, "_BATCH", 1)
    other.import_posts([GivenPosts([post("Nets hang out", "5"), post("Bicycles are mended", "6")])])
    whole = damage_newest_vector(store, b"\x00")
    with pytest.raises(ValueError, match="reshape"):
        hits("nets")
    with pytest.raises(ValueError, match="reshape"):
        candidates.catch_up(model)
    damage_newest_vector(store, whole)
    assert {"notes:5", "notes:6"} <= set(hits("nets and bicycles"))
    candidates.catch_up(model)
    assert candidates.totals(None).all == len(POSTS) + 2


@pytest.mark.parametrize(
    ("comment", "through"), [("I will bring flour", True), ("The oven is lit on Fridays", False)]
)
def test_a_comment_that_its_post_s_words_found_says_so(
    save: Callable[..., None], hits: Callable[..., Hits], comment: str, *, through: bool
) -> None:
    save(OVEN, GOATS, replace(REPLY, text=comment))
    found = hits("when is the oven lit?")
    assert ("post" in found["notes:3"].found_by) is through
    assert "post" not in found["notes:1"].found_by


def test_vectors_that_are_held_for_another_audience_are_read_again_and_show_nothing(
    save: Callable[..., None],
    store: Store,
    hits: Callable[..., Hits],
    caplog: pytest.LogCaptureFixture,
) -> None:
    save(*POSTS[:3], replace(PLANS, audience="everyone"))
    assert "slack:4" in hits("the oven will be sold in secret", PUBLIC)
    # Nothing tells of this change: only the database itself knows.
    store.connection.execute("UPDATE posts SET audience = 'slack:C1' WHERE id = 'slack:4'")
    store.connection.execute(
        "UPDATE passages SET audience_key = ? WHERE post ="
        " (SELECT number FROM posts WHERE id = 'slack:4')",
        (audience_key("slack:C1"),),
    )
    assert "slack:4" not in hits("the oven will be sold in secret", PUBLIC)
    assert set(hits("oven", PUBLIC)) == {"notes:1", "notes:2", "notes:3"}
    assert [record.message for record in caplog.records] == [
        f"the vectors in memory were not those of {store.path}: read again"
    ]


def test_posts_that_others_may_read_by_the_words_alone_are_not_found(
    save: Callable[..., None], store: Store, hits: Callable[..., Hits]
) -> None:
    save(*POSTS)
    # The full-text index and the vectors still say that everybody may read it.
    store.connection.execute("UPDATE posts SET audience = 'slack:C1' WHERE id = 'notes:2'")
    assert "notes:2" not in hits("goats", PUBLIC)
