"""With the bundled model: short lines of a chat are found by what they mean among others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from index.posts import Post
from index.search_scope import Scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.posts import Hit


NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
ASKED = "how do I get my wifi driver running?"
LINES = [
    "good morning everybody, the meeting is moved to Thursday",
    "my wifi stopped working since the upgrade, the driver is not loaded",
    "you have to install the firmware for that card first",
    "just reboot after that and it works",
    "has somebody seen the keys of the shed?",
    "they hang behind the door, as always",
]


def said(place: str) -> list[Post]:
    """Return the lines as said in a place, a minute apart but for the ten before the keys."""
    return [
        Post(f"{place}{at}", "#help", text, posted_at=NOON + timedelta(minutes=at + 10 * (at > 3)))
        for at, text in enumerate(LINES)
    ]


def found(hits: Callable[..., dict[str, Hit]], question: str) -> list[str]:
    return [hit.post.text for hit in hits(question, Scope(), 3).values()]


def test_a_line_is_found_for_what_the_lines_before_it_are_about(
    save: Callable[..., None], hits: Callable[..., dict[str, Hit]]
) -> None:
    save(*said("discord:1/2/"))
    assert LINES[3] in found(hits, ASKED)
    hit = next(each for each in hits(ASKED).values() if each.post.text == LINES[3])
    assert hit.passage.text == LINES[3]
    assert found(hits, "where are the keys of the shed?")[:2] == [LINES[4], LINES[5]]
    assert found(hits, "reboot after that")[0] == LINES[3]


@pytest.mark.parametrize("order", [1, -1])
def test_it_is_all_the_same_whether_the_old_ones_come_first_or_last(
    save: Callable[..., None], hits: Callable[..., dict[str, Hit]], order: int
) -> None:
    for each in said("slack:T1/C1/")[::order]:
        save(each)
    assert set(found(hits, ASKED)) == set(LINES[1:4])


def test_outside_of_a_chat_it_is_not_found_so(
    save: Callable[..., None], hits: Callable[..., dict[str, Hit]]
) -> None:
    save(*said("notes:"))
    assert LINES[3] not in found(hits, ASKED)
