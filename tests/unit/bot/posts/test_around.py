from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.posts.surroundings import BESIDE, around
from index.clock import utc_now
from index.posts import Post
from index.sqlite.store import Store
from tests.fakes.index.filling import put

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
READER = frozenset({"slack:C1"})


def said(number: int, parent: int = 0, audience: str = "slack:C1") -> Post:
    return Post(
        named(number), "#nets", f"It is said at {number}.", audience=audience,
        posted_at=NOON + timedelta(minutes=number), parent_id=named(parent) if parent else None,
    )  # fmt: skip


def named(number: int) -> str:
    return f"slack:T1/C1/17000000{number:02}.5"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A channel, in which a thread hangs on the fourth message."""
    with closing(Store.open(tmp_path / "pullquote.db", create=True, clock=utc_now)) as opened:
        put(opened, *map(said, range(1, 9)), *(said(number, 4) for number in range(11, 17)))
        yield opened


def numbers(store: Store, number: int) -> tuple[list[int], list[int]]:
    found = around(store, named(number), READER)
    assert found is not None
    assert found.post.id == named(number)
    before, after = ([int(each.id[-4:-2]) for each in part] for part in (found.before, found.after))
    return before, after


def test_in_a_thread_it_is_what_stands_in_the_thread(store: Store) -> None:
    assert numbers(store, 11) == ([4], [12, 13, 14])
    assert numbers(store, 15) == ([12, 13, 14], [16])


def test_in_an_open_channel_it_is_what_replies_to_nothing_and_to_the_message(store: Store) -> None:
    assert numbers(store, 5) == ([2, 3, 4], [6, 7, 8])
    assert numbers(store, 4) == ([1, 2, 3], [5, 6, 7])
    assert numbers(store, 8) == ([5, 6, 7], [])
    put(store, said(9, 8))
    assert numbers(store, 8) == ([5, 6, 7], [9])


def test_what_the_reader_may_not_see_or_changed_is_left_out(store: Store) -> None:
    put(store, said(6, audience="slack:C2"))
    found = around(store, named(5), READER, {named(4)})
    assert found is not None
    assert [each.id for each in found.before] == [named(each) for each in (1, 2, 3)]
    assert [each.id for each in found.after] == [named(7), named(8)]
    assert around(store, named(6), READER) is None
    assert around(store, named(5), READER, {named(5)}) is None
    assert around(store, "slack:T1/C1/404", READER) is None


def test_a_part_of_a_message_stands_where_the_message_does(store: Store) -> None:
    part = Post(
        f"{named(5)}~file", "#nets", "A page.", audience="slack:C1", parent_id=named(5),
        posted_at=NOON + timedelta(minutes=5),
    )  # fmt: skip
    put(store, part)
    found = around(store, part.id, READER)
    assert found is not None
    assert named(5) in {each.id for each in found.before}
    assert len(found.before) <= BESIDE


def test_of_a_page_it_is_the_post_and_what_was_said_below_it(store: Store) -> None:
    page = [Post(f"web:{each}", "page", f"Word {each}.", parent_id=parent)
            for each, parent in ((1, None), (2, "web:1"), (3, "web:1"))]  # fmt: skip
    put(store, *page)
    found = around(store, "web:3", frozenset({"everyone"}))
    assert found is not None
    assert [each.id for each in found.before] == ["web:1", "web:2"]
