from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from index.posts import Post
from tests.fakes.index.posts import post

NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
FULL = Post(
    "notes:1", "notes", "text", "title", "Ada", "https://a.example", NOON, "notes:0", "slack:C1", ""
)


@pytest.mark.parametrize(
    ("id_", "source"), [("1", "notes"), ("notes:", "notes"), (":1", "notes"), ("", "notes")]
)
def test_an_id_without_scope_or_name_is_refused(id_: str, source: str) -> None:
    with pytest.raises(ValueError, match="not a scope, a colon and a name"):
        Post(id_, source, "text")


@pytest.mark.parametrize("source", ["", "no:tes"])
def test_a_source_that_cannot_scope_an_id_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match="is empty or holds a colon"):
        Post("notes:1", source, "text")


def test_a_post_without_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no text"):
        post(" \n ")


def test_a_date_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        post("text", posted_at=datetime(2026, 1, 15))  # noqa: DTZ001 - what is refused


def test_what_has_a_parent_is_a_comment() -> None:
    assert (post("text").kind, post("text", "2", parent="1").kind) == ("post", "comment")


@pytest.mark.parametrize(
    "change",
    [
        {"text": "other"}, {"title": "other"}, {"author": None}, {"url": None},
        {"posted_at": NOON + timedelta(seconds=1)}, {"posted_at": None}, {"parent_id": None},
        {"audience": "everyone"}, {"age": "2 mois"}, {"id": "web:1", "source": "web"},
    ],
)  # fmt: skip
def test_the_fingerprint_changes_with_everything_a_reader_sees(change: dict[str, Any]) -> None:
    assert replace(FULL, **change).fingerprint != FULL.fingerprint


def test_the_fingerprint_stays_where_only_the_time_zone_is_another() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=5)))
    assert replace(FULL, posted_at=there).fingerprint == FULL.fingerprint


def test_the_fingerprint_tells_two_fields_apart_that_hold_the_same() -> None:
    assert post("a", title="b").fingerprint != post("b", title="a").fingerprint


@pytest.mark.parametrize("id_", ["discord:1/2/3", "slack:T1/C1/1.0"])
def test_a_message_s_id_is_scoped_by_its_platform(id_: str) -> None:
    assert Post(id_, "#general", "text").id == id_


def test_a_post_without_an_account_keeps_the_fingerprint_it_had_before_there_were_accounts() -> (
    None
):
    fingerprint = Post("notes:1", "notes", "text").fingerprint
    assert fingerprint.startswith("151527d3995ce72b")
