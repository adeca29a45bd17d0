"""What was forgotten stays out, and what cannot be forgotten is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.conftest import Result

    Pullquote = Callable[..., Result]

POSTS = [
    {"id": "1", "text": "The bees swarm in May.", "author": "Mira Lopez"},
    {"id": "2", "text": "The oven is lit on Fridays.", "author": "Max"},
]


def write(*posts: dict[str, str]) -> None:
    Path("feedback.jsonl").write_text("".join(json.dumps(each) + "\n" for each in posts))


@pytest.fixture(autouse=True)
def _feedback(pullquote: Pullquote) -> None:
    write(*POSTS)
    assert pullquote("import", "feedback.jsonl").code == 0


def texts(pullquote: Pullquote) -> list[str]:
    return [post["text"] for post in pullquote("export").lines]


def test_an_author_who_was_forgotten_stays_out_when_the_file_is_imported_again(
    pullquote: Pullquote,
) -> None:
    pullquote("forget", "--author", "MIRA LÓPEZ", "--yes")
    write(*POSTS, {"id": "3", "text": "Wax melts at noon.", "author": "Mira  Lopez"})

    again = pullquote("import", "feedback.jsonl")

    assert again.out.startswith("0 new, 0 changed, 1 unchanged")
    assert "2 left out: forgotten or deleted earlier" in again.out
    assert texts(pullquote) == ["The oven is lit on Fridays."]


def test_who_has_an_account_is_not_taken_for_another_of_that_name(pullquote: Pullquote) -> None:
    pullquote("forget", "--author", "Mira Lopez", "--yes")
    other = {"id": "3", "text": "Wax melts.", "author": "Mira Lopez", "author_id": "slack:T1/U1"}
    write(POSTS[1], other)

    assert pullquote("import", "feedback.jsonl").out.startswith("1 new")


def test_a_post_that_was_forgotten_stays_out_and_a_source_may_come_again(
    pullquote: Pullquote,
) -> None:
    pullquote("forget", "--post", "feedback:1", "--yes")
    assert "1 left out" in pullquote("import", "feedback.jsonl").out
    pullquote("forget", "--source", "feedback", "--yes")
    assert texts(pullquote) == []

    pullquote("import", "feedback.jsonl")
    assert texts(pullquote) == ["The oven is lit on Fridays."]


def test_a_dry_run_names_what_would_go_and_removes_nothing(pullquote: Pullquote) -> None:
    result = pullquote("forget", "--author", "Max", "--dry-run")

    assert result.code == 0
    assert result.out == "Would remove 1 post.\n- feedback:2: The oven is lit on Fridays.\n"
    assert len(texts(pullquote)) == 2


@pytest.mark.parametrize(
    ("option", "typed", "meant"),
    [
        ("--source", "feedbak", ": did you mean 'feedback'?"),
        ("--author", "mira lopes", ": did you mean 'Mira Lopez'?"),
        ("--author", "Quentin", "."),
    ],
)
def test_where_there_is_nothing_of_a_name_the_one_that_was_meant_is_told(
    pullquote: Pullquote, option: str, typed: str, meant: str
) -> None:
    for more in ((), ("--yes",), ("--dry-run",)):
        result = pullquote("forget", option, typed, *more)
        assert (result.code, result.out) == (1, f"There is nothing of {typed!r} here{meant}\n")


def test_a_post_that_is_not_stored_is_told_so(pullquote: Pullquote) -> None:
    for more in ((), ("--yes",), ("--dry-run",)):
        result = pullquote("forget", "--post", "feedback:9", *more)
        assert (result.code, result.out) == (1, "'feedback:9': this post is not stored here.\n")


LEFT = (
    "pullquote.cache.42.tmp", "pullquote.db.abc.tmp", "pullquote.db.abc.tmp-wal",
    "pullquote.db-wal.former",
)  # fmt: skip
"""What a kill leaves of a file on its way: the copy of the vectors that older versions wrote."""


@pytest.mark.parametrize("command", [("forget", "--author", "Max", "--yes"), ("ask", "bees?")])
def test_what_a_kill_left_of_a_file_on_its_way_goes(
    pullquote: Pullquote, command: tuple[str, ...]
) -> None:
    data = Path("data")
    for name in LEFT:
        (data / name).write_bytes(b"bees")
    (data / "notes.tmp").touch()
    (data / "pullquote.cache.old.tmp").mkdir()
    assert pullquote(*command).code == 0
    kept = {"pullquote.db", "notes.tmp"} | ({*LEFT[1:]} if command[0] == "ask" else set())
    assert {each.name for each in data.iterdir()} == kept


def test_where_nobody_can_be_asked_the_option_that_needs_no_answer_is_named(
    pullquote: Pullquote,
) -> None:
    Path("kiln.jsonl").write_text('{"text": "The kiln is hot.", "author": "Ada"}\n')
    pullquote("import", "kiln.jsonl")

    result = pullquote("forget", "--author", "Ada", stdin="")

    assert result.code == 2
    assert "give --yes to remove without asking" in result.err
    assert "The kiln is hot." in pullquote("export").out


def test_what_an_author_wrote_with_others_is_named_with_the_way_to_remove_it(
    pullquote: Pullquote,
) -> None:
    both = {"id": "3", "text": "Hives stand south.", "author": "Max, Mira López"}
    other = {"id": "4", "text": "Smoke calms.", "author": "Mira Lopez Ruiz, Max"}
    write(*POSTS, both, other)
    pullquote("import", "feedback.jsonl")

    forgotten = pullquote("forget", "--author", "Mira Lopez", "--yes")

    assert forgotten.code == 0
    assert "'Max, Mira López' (1)" in forgotten.out
    assert "Ruiz" not in forgotten.out
    assert forgotten.out.endswith("\npullquote forget --author 'Max, Mira López'\n")
    again = pullquote("forget", "--author", "Mira Lopez", "--yes")
    assert (again.code, "nothing" in again.out) == (1, False)
    assert "'Max, Mira López' (1)" in again.out
    pullquote("forget", "--author", "Max, Mira López", "--yes")
    pullquote("import", "feedback.jsonl")
    assert texts(pullquote) == ["The oven is lit on Fridays.", "Smoke calms."]
