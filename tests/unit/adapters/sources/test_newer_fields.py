"""A field that is newer than its reader is named, also where a message has no other word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.fakes.archives import as_json, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths

FRESH: Final[dict[str, Any]] = {"fresh": {"text": "Said anew."}}
PUBLIC: Final = "https://www.w3.org/ns/activitystreams#Public"


def slack() -> Mapping[str, bytes]:
    said = {"type": "message", "ts": "1712345678.000100", "user": "U1", "text": "", **FRESH}
    return {
        "users.json": as_json([{"id": "U1", "team_id": "T1"}]),
        "channels.json": as_json([{"id": "C1", "name": "keel"}]),
        "keel/2024-04-05.json": as_json([said]),
    }


def discord() -> Mapping[str, bytes]:
    said = {"id": "601", "type": "Default", "content": "", "author": {"id": "1"}, **FRESH}
    channel = {"id": "600", "type": "GuildTextChat", "name": "keel"}
    export = {"guild": {"id": "500"}, "channel": channel, "messages": [said]}
    return {"keel.json": as_json(export)}


def mastodon() -> Mapping[str, bytes]:
    note = {"id": "https://a.example/1", "to": [PUBLIC], "content": "", **FRESH}
    outbox = {"type": "OrderedCollection", "orderedItems": [{"type": "Create", "object": note}]}
    return {"actor.json": as_json({"name": "Ada"}), "outbox.json": as_json(outbox)}


def twitter() -> Mapping[str, bytes]:
    tweets = as_json([{"tweet": {"id_str": "1", "full_text": "", **FRESH}}])
    return {"data/tweets.js": b"window.YTD.tweets.part0 = " + tweets}


def monthly_tweets() -> Mapping[str, bytes]:
    tweets = as_json([{"id_str": "1", "text": "", **FRESH}])
    return {"data/js/tweets/2013_05.js": b"Grailbird.data.tweets_2013_05 = " + tweets}


def telegram() -> Mapping[str, bytes]:
    said = {"id": 1, "type": "message", "text": "", **FRESH}
    chat = {"name": "Boats", "type": "private_group", "id": 1, "messages": [said]}
    return {"result.json": as_json(chat)}


@pytest.mark.parametrize("files", [slack, discord, mastodon, twitter, monthly_tweets, telegram])
def test_a_new_field_is_named_where_a_message_has_no_other_word(
    files: Any, tmp_path: Path, read_paths: ReadPaths
) -> None:
    found = read_paths(unpacked(tmp_path / "a", files()))
    assert (found.posts, found.errors) == ([], [])
    assert [kind.rpartition(": ")[2] for kind in found.left_out] == ["'fresh'", "wordless"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ({"m.poll": {"question": {"m.text": "Oak?"}, "fresh": "x"}}, "poll.fresh"),
        ({"m.poll": {"question": {"m.text": "Oak?", "fresh": "x"}}}, "poll.question.fresh"),
        ({"org.matrix.msc3381.poll.start": {
            "question": {"body": "Oak?"}, "answers": [{"id": "a", "body": "Yes", "fresh": "x"}]}},
         "poll.answers.fresh"),
        ({"body": "* b", "msgtype": "m.text", "m.new_content": {"body": "b", "fresh": "x"},
          "m.relates_to": {"rel_type": "m.replace", "event_id": "$0"}}, "new_content.fresh"),
    ],
)  # fmt: skip
def test_a_new_field_of_a_matrix_poll_or_edit_is_named(
    content: dict[str, Any], name: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    is_poll = "m.relates_to" not in content
    event = {
        "type": "m.poll.start" if is_poll else "m.room.message", "event_id": "$1",
        "sender": "@ada:a.example", "origin_server_ts": 1, "room_id": "!a", "content": content,
    }  # fmt: skip
    files = {"export.json": as_json({"room_name": "Boats", "messages": [event]})}
    found = read_paths(unpacked(tmp_path / "a", files))
    named = [kind.rpartition(": ")[2] for kind in found.left_out if "unknown" in kind]
    assert named == [repr(name)]
