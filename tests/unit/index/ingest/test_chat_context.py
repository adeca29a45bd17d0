from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from index.ingest.chat_context import NEAR, lines_after, said_before
from index.posts import EVERYONE, Post
from tests.fakes.index.filling import put

if TYPE_CHECKING:
    from index.sqlite.store import Store


NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
WIFI = "My wifi card is not found after the update, which driver does it need?"
LINE = "just reboot after that and it works"


def said(text: str, at: int, place: str = "discord:1/2", **more: str) -> Post:
    """Return a message of so many seconds after noon."""
    moment = NOON + timedelta(seconds=at)
    told = Post(f"{place}/{at + 50000}", "#wifi", text, posted_at=moment, audience="discord:2")
    return replace(told, **more)  # type: ignore[arg-type]


def before(store: Store, *posts: Post) -> str | None:
    """Return what was said before the last of these posts."""
    return said_before(posts, store).get(posts[-1].id)


def test_a_short_line_is_found_by_the_three_lines_before_it(store: Store) -> None:
    lines = [said(text, at) for at, text in enumerate(["Hello all", WIFI, "Which one?", "An old"])]
    assert before(store, *lines, said(LINE, 9)) == f"{WIFI}\nWhich one?\nAn old"


def test_the_lines_before_it_may_be_stored_or_come_with_it(store: Store) -> None:
    put(store, said(WIFI, 0), said("Which one?", 5))
    assert before(store, said("An old one", 6), said(LINE, 9)) == f"{WIFI}\nWhich one?\nAn old one"
    edited = said("Which one do you have?", 5)
    assert before(store, edited, said(LINE, 9)) == f"{WIFI}\nWhich one do you have?"


def test_a_line_that_is_about_to_go_helps_no_more(store: Store) -> None:
    put(store, said(WIFI, 0), said("Which one?", 5))
    line = said(LINE, 9)
    assert said_before([line], store, [said(WIFI, 0).id]) == {line.id: "Which one?"}


def test_a_line_before_it_is_one_line_and_not_too_long(store: Store) -> None:
    found = before(store, said("word\n" * 99, 0), said(LINE, 9))
    assert found is not None
    assert "\n" not in found
    assert len(found) <= 152


@pytest.mark.parametrize("text", [WIFI, "thanks a", "ok"])
def test_what_is_long_or_says_nothing_is_found_by_itself(store: Store, text: str) -> None:
    assert before(store, said("The oven is lit.", 0), said(text, 9)) is None


@pytest.mark.parametrize(
    ("earlier", "helps"),
    [
        (said(WIFI, -299), True),
        (said(WIFI, -301), False),
        (said(WIFI, 1), False),
        (said(WIFI, -9, audience=EVERYONE), True),
        (said(WIFI, -9, audience="discord:3"), False),
        (said(WIFI, -9, place="discord:1/3"), False),
        (said(WIFI, -9, place="notes:1/2"), False),
        (replace(said(WIFI, -9), posted_at=None), False),
    ],
)
def test_only_what_its_readers_read_shortly_before_it_in_its_place_helps(
    store: Store, earlier: Post, *, helps: bool
) -> None:
    line = said(LINE, 0)
    assert said_before([earlier, line], store)[line.id] == (WIFI if helps else "")


def test_in_slack_a_thread_and_its_channel_are_two_conversations(store: Store) -> None:
    place, root = "slack:T1/C1", "slack:T1/C1/900"
    reply = said("Which one?", 1, place, parent_id=root)
    put(store, said(WIFI, 0, place), reply, said("Bread is baked on Fridays.", 2, place))
    assert before(store, said(LINE, 9, place, parent_id=root)) == "Which one?"
    assert before(store, said(LINE, 9, place)) == f"{WIFI}\nBread is baked on Fridays."


def test_what_a_line_answers_is_not_said_twice(store: Store) -> None:
    asked = said(WIFI, 0)
    assert before(store, asked, said("Hm", 1), said(LINE, 9, parent_id=asked.id)) == "Hm"


def test_a_post_outside_of_chats_has_no_lines_before_it(store: Store) -> None:
    assert said_before([said(LINE, 0, "notes:1/2")], store) == {}
    put(store, said(WIFI, 0, "notes:1/2"), said(LINE, 9, "notes:1/2"))
    assert lines_after(store, [said(WIFI, 0, "notes:1/2").id]) == {}


def test_a_message_helps_the_short_ones_among_the_next_six(store: Store) -> None:
    lines = [said(LINE, at) for at in range(9)]
    lines[2] = said(WIFI, 2)
    put(store, *lines, said(LINE, 3, "discord:1/20"), origin="/a")
    found = lines_after(store, [lines[0].id])
    assert sorted(found) == [lines[at].id for at in range(1, NEAR + 1) if at != 2]
    assert found[lines[1].id] == (lines[1], "/a")
