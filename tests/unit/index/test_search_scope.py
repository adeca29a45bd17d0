from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clock import utc_now
from index.ingest.preparation import prepared
from index.search_scope import Filters, Scope
from index.sqlite.reading.scope_conditions import condition
from index.sqlite.store import Store
from index.text.names import name_key
from tests.fakes.index.encoders import HashingEncoder
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.posts import Post


MIDNIGHT = datetime(2026, 1, 15, tzinfo=UTC)
FAR_EAST = timezone(timedelta(hours=9))
POSTS = [
    post("a", "1", author="Ada Lovelace", posted_at=MIDNIGHT),
    post("b", "2", author="ADÁ", posted_at=MIDNIGHT - timedelta(microseconds=1)),
    post("c", "3", author="Adalbert", source="Été 2025", posted_at=MIDNIGHT),
    post("d", "4", posted_at=(MIDNIGHT + timedelta(hours=23, minutes=59)).astimezone(FAR_EAST)),
    post("e", "5", author="🌻", parent="1", audience="slack:C1"),
    post("f", "6", author="Lovelace, Ada", audience="slack:C2", source="été 2025"),
    post("g", "7", audience="slack:C1", posted_at=MIDNIGHT + timedelta(days=1)),
    post("h", "8", audience="slack:C1' OR 1=1 --", parent="2", author="O'Brien % _"),
]

audiences = st.none() | st.frozensets(
    st.sampled_from([each.audience for each in POSTS] + ["slack:C3"])
)
days = st.none() | st.dates(date(2026, 1, 13), date(2026, 1, 17))
filters = st.builds(
    Filters,
    author=st.none() | st.sampled_from(["ada", "Ada Lovelace", "lovelace", "%", "o'brien", "🌻"]),
    source=st.none() | st.sampled_from(["notes", "NOTES", "ete 2025", "note", "' OR 1"]),
    since=days,
    until=days,
    kind=st.sampled_from([None, "post", "comment"]),
)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store.open(
        tmp_path_factory.mktemp("scope") / "pullquote.db", create=True, clock=utc_now
    )
    with store.writing():
        model = store.add_model("hashing", 256)
        store.activate(model)
        ready = prepared({each.id: (each, "") for each in POSTS}, store, HashingEncoder())
        store.put(ready, model)
    yield store
    store.close()


def selected(store: Store, scope: Scope) -> set[str]:
    sql, values = condition(scope)
    rows = store.connection.execute(f"SELECT id FROM posts WHERE {sql}", values)  # noqa: S608 - ours
    return {row[0] for row in rows}


def is_wanted(each: Post, filters: Filters) -> bool:
    day = each.posted_at and each.posted_at.astimezone(UTC).date()
    return (
        (filters.author is None or name_key(filters.author) in name_key(each.author))
        and (filters.source is None or name_key(filters.source) == name_key(each.source))
        and (filters.since is None or (day is not None and day >= filters.since))
        and (filters.until is None or (day is not None and day <= filters.until))
        and filters.kind in {None, each.kind}
    )


@given(audience=audiences, filters=filters)
def test_a_condition_selects_what_the_audience_may_see_and_the_filters_ask_for(
    stored: Store, audience: frozenset[str] | None, filters: Filters
) -> None:
    wanted = {
        each.id
        for each in POSTS
        if (audience is None or each.audience in audience) and is_wanted(each, filters)
    }
    assert selected(stored, Scope(audience, filters)) == wanted


@given(audience=audiences, filters=filters)
def test_no_filter_ever_widens_what_may_be_seen(
    stored: Store, audience: frozenset[str] | None, filters: Filters
) -> None:
    assert selected(stored, Scope(audience, filters)) <= selected(stored, Scope(audience))


@given(st.text(), st.text())
def test_any_text_in_a_filter_is_only_a_value(stored: Store, author: str, source: str) -> None:
    found = selected(stored, Scope(frozenset({"slack:C1"}), Filters(author=author, source=source)))
    assert found <= {"notes:5", "notes:7"}


def test_nobody_s_audience_sees_nothing(stored: Store) -> None:
    assert selected(stored, Scope(frozenset())) == set()


def test_an_author_is_found_by_whole_words_of_the_name_whatever_case_and_accents(
    stored: Store,
) -> None:
    assert selected(stored, Scope(filters=Filters(author="àda"))) == {
        "notes:1",
        "notes:2",
        "été 2025:6",
    }


def test_a_name_of_signs_only_is_no_post_without_an_author(stored: Store) -> None:
    assert selected(stored, Scope(filters=Filters(author="🌻"))) == {"notes:5"}
    assert selected(stored, Scope(filters=Filters(author="???"))) == set()


def test_days_are_counted_in_utc_from_their_first_moment_to_their_last(stored: Store) -> None:
    day = MIDNIGHT.date()
    assert selected(stored, Scope(filters=Filters(since=day, until=day))) == {
        "notes:1",
        "Été 2025:3",
        "notes:4",
    }


def test_filters_without_a_wish_are_false() -> None:
    assert not Filters()
    assert Filters(kind="post")


@given(st.text())
def test_a_name_is_compared_alike_however_often_it_was_folded(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)
