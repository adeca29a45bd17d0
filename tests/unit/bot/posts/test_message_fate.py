from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from bot.ledger.channels import Channel
from bot.posts.message_fate import MessageFate, message_fate
from index.clock import utc_now
from index.posts import Post
from index.sqlite.store import Store
from tests.fakes.index.filling import put

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NETS = Post("slack:T1/C1/50.5", "#nets", "They hang in the harbour.", author_id="slack:T1/U1")
FILE = Post("slack:T1/C1/50.5~file", "#nets", "A page.")
READ = Channel("slack:T1/C1", "slack", "T1", "#nets", oldest="20.5", newest="90.5")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A channel with one message, which has a file."""
    with closing(Store.open(tmp_path / "pullquote.db", create=True, clock=utc_now)) as opened:
        put(opened, NETS, FILE)
        yield opened


def test_what_is_stored_is_told_with_the_passages_of_its_parts(store: Store) -> None:
    assert message_fate(store, NETS.id, None) == MessageFate("stored", NETS, 2)


@pytest.mark.parametrize(
    ("ts", "record", "kind"),
    [
        ("10.5", READ, "unread"),
        ("30.5", READ, "unknown"),
        ("100.5", READ, "later"),
        ("30.5", Channel("slack:T1/C1", "slack", "T1", "#nets"), "unread"),
        ("30.5", None, "not_watched"),
    ],
)
def test_what_is_not_is_told_by_how_far_its_channel_was_read(
    store: Store, ts: str, record: Channel | None, kind: str
) -> None:
    assert message_fate(store, f"slack:T1/C1/{ts}", record).kind == kind


def test_a_channel_that_cannot_be_read_a_known_reason_and_what_was_removed_are_told(
    store: Store,
) -> None:
    lost = Channel("slack:T1/C1", "slack", "T1", "#nets", error="Slack: not_in_channel")
    found = message_fate(store, "slack:T1/C1/30.5", lost)
    assert found == MessageFate("lost", error=lost.error)
    assert message_fate(store, "slack:T1/C1/30.5", READ, "notices").kind == "notices"
    store.mark_deleted(["slack:T1/C1/30.5"])
    assert message_fate(store, "slack:T1/C1/30.5", READ).kind == "deleted"
    store.suppress("slack:T1/U2")
    by_them = message_fate(store, "slack:T1/C1/30.5", None, author_id="slack:T1/U2")
    assert by_them.kind == "forgotten"
