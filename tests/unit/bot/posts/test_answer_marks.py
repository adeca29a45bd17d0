from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.posts.answer_marks import (
    LONGEST_NAMED,
    Marked,
    Marker,
    check_answer,
    mark_answer,
    uncheck_answer,
)
from index.clock import utc_now
from index.posts import EVERYONE, Evidence
from index.sqlite.store import Store
from tests.fakes.index.filling import put
from tests.fakes.index.posts import post

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADA, BEN = "slack:T1/U1", "slack:T1/U2"
PUBLIC = frozenset({EVERYONE})
ASKED = post("Where do the nets hang?", "q", author_id=ADA)
BACK = post("In which month?", "b", parent="q", author_id=BEN)
MONTH = post("In May.", "m", parent="b", author_id=ADA)
ANSWER = post("In the harbour.", "a", parent="m", author_id=BEN)
ADMIN = Marker("slack:T1/U9", is_admin=True, audience=PUBLIC)
ASKER = Marker(ADA, is_admin=False, audience=PUBLIC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A thread in which the answer replies to a reply to a reply to the question."""
    with closing(Store.open(tmp_path / "pullquote.db", create=True, clock=utc_now)) as opened:
        put(opened, ASKED, BACK, MONTH, ANSWER)
        yield opened


def marks(store: Store, question: str = ASKED.id) -> list[Evidence]:
    return [each for each in store.evidence_of([question]) if each.kind == "marked"]


def test_the_asker_s_own_question_is_found_however_far_up(store: Store) -> None:
    assert mark_answer(store, ANSWER.id, ASKER) == Marked("done", ASKED.text)
    assert marks(store) == [Evidence(ASKED.id, ANSWER.id, "marked")]
    assert mark_answer(store, ANSWER.id, ASKER) == Marked("undone", ASKED.text)
    assert marks(store) == []


def test_for_an_admin_it_is_the_nearest_question(store: Store) -> None:
    assert mark_answer(store, MONTH.id, ADMIN) == Marked("done", BACK.text)
    assert mark_answer(store, BACK.id, ADMIN) == Marked("done", ASKED.text)


def test_where_nothing_above_asks_it_is_what_the_thread_began_with(store: Store) -> None:
    root = post("The nets are gone.", "r", author_id=ADA)
    put(store, root, post("They hang in the harbour.", "s", parent="r", author_id=BEN))
    assert mark_answer(store, "notes:s", ASKER) == Marked("done", root.text)


def test_somebody_else_s_question_is_not_theirs_to_mark(store: Store) -> None:
    other = Marker("slack:T1/U3", is_admin=False, audience=PUBLIC)
    assert mark_answer(store, ANSWER.id, other) == Marked("not_yours")


def test_what_is_not_stored_or_hidden_cannot_be_marked(store: Store) -> None:
    put(store, post("Hidden?", "h", audience="slack:C1"), post("Aye.", "i", parent="h"))
    put(store, post("A secret.", "j", parent="q", audience="slack:C1"))
    assert mark_answer(store, "notes:404", ADMIN) == Marked("not_stored")
    assert mark_answer(store, "notes:j", ADMIN) == Marked("not_stored")
    assert mark_answer(store, "notes:i", ADMIN) == Marked("no_question")
    assert mark_answer(store, ASKED.id, ADMIN) == Marked("no_question")


def test_a_long_question_is_named_by_its_beginning(store: Store) -> None:
    put(store, post(f"Where {'do the nets ' * 50}hang?", "q", author_id=ADA))
    assert len(mark_answer(store, ANSWER.id, ASKER).question) <= LONGEST_NAMED + 2


def test_of_an_admin_who_was_forgotten_no_account_is_kept_with_a_mark(store: Store) -> None:
    store.suppress(ADMIN.account)
    assert mark_answer(store, BACK.id, ADMIN) == Marked("done", ASKED.text)
    check_answer(store, BACK.id, ADMIN)
    kept = store.marks_on([BACK.id])
    assert {(each.kind, each.account, each.standing) for each in kept} == {
        ("marked", "", "admin"),
        ("checked", "", "admin"),
    }
    uncheck_answer(store, BACK.id, ADMIN.account)
    assert mark_answer(store, BACK.id, ADMIN) == Marked("undone", ASKED.text)
    assert store.marks_on([BACK.id]) == []


def test_who_was_forgotten_and_is_trusted_by_their_account_alone_marks_nothing(
    store: Store,
) -> None:
    account = "slack:T1/U3"
    store.suppress(account)
    alone = Marker(account, audience=PUBLIC, trusted=frozenset({account}))
    assert mark_answer(store, BACK.id, alone) == Marked("not_yours")
    check_answer(store, BACK.id, alone)
    assert store.marks_on([BACK.id]) == []
