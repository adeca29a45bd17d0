"""The names of a JSON object have no order: in any, an export gives the same posts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.fakes.archives import as_json, payload, unpacked
from tests.fakes.filled import messengers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths

Order = Any
KINDS: Mapping[str, Callable[[], Mapping[str, bytes]]] = {
    "telegram": messengers.telegram,
    "matrix": messengers.matrix,
    "mattermost": messengers.mattermost,
    "zulip": messengers.zulip,
    "discord": lambda: payload("discord"),
    "mastodon": lambda: payload("mastodon"),
    "slack": lambda: payload("slack"),
}


def ordered(value: Any, order: Order) -> Any:
    if isinstance(value, list):
        return [ordered(each, order) for each in value]
    if isinstance(value, dict):
        return {name: ordered(value[name], order) for name in order(list(value))}
    return value


def written(name: str, data: bytes, order: Order) -> bytes:
    if name.endswith(".json"):
        return as_json(ordered(json.loads(data), order))
    if name.endswith(".jsonl"):
        lines = [as_json(ordered(json.loads(line), order)) for line in data.splitlines()]
        return b"\n".join(lines)
    return data


@pytest.mark.parametrize("order", [sorted, reversed])
@pytest.mark.parametrize("kind", KINDS)
def test_an_export_gives_the_same_posts_in_any_order(
    kind: str, order: Order, tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = KINDS[kind]()
    found = read_paths(unpacked(tmp_path / "a", files))
    again = {name: written(name, data, order) for name, data in files.items()}

    assert found.posts
    other = read_paths(unpacked(tmp_path / "a", again))
    assert sorted(other.posts, key=str) == sorted(found.posts, key=str)
    assert other.left_out == found.left_out


@pytest.mark.parametrize("order", [sorted, reversed])
def test_no_dump_of_slack_is_for_everyone_in_any_order(
    order: Order, tmp_path: Path, read_paths: ReadPaths
) -> None:
    said = {"type": "message", "user": "U1", "text": "Psst.", "ts": "1770000001.000100"}
    dumps: list[dict[str, Any]] = [
        {"channel_id": "D0PER", "name": "", "messages": [said]},
        {"channel_id": "G0MPDM", "name": "mpdm-ada--ben-1", "messages": [said]},
        {"name": "", "channel_id": "D1PER", "messages": [said]},
        {"name": "ada", "messages": [said], "channel_id": "D2PER"},
    ]
    files = {f"{at}.json": as_json(ordered(each, order)) for at, each in enumerate(dumps)}
    found = read_paths(unpacked(tmp_path / "a", files))

    assert found.posts == []
    assert found.left_out["direct_messages"] + len(found.errors) == len(dumps)


@pytest.mark.parametrize("order", [list, sorted, reversed])
def test_a_direct_conversation_of_discord_is_refused_in_any_order(
    order: Order, tmp_path: Path, read_paths: ReadPaths
) -> None:
    author = {"id": "11", "name": "ana", "nickname": "Ana Bell", "isBot": False}
    export = {
        "guild": {"id": "0", "name": "Direct Messages", "iconUrl": ""},
        "channel": {"id": "9", "type": "DirectTextChat", "name": "bo", "topic": None},
        "dateRange": {"after": None, "before": None},
        "exportedAt": "2026-06-01T10:00:00+00:00",
        "messages": [
            {"id": "601", "type": "Default", "timestamp": "2026-01-02T10:01:00+00:00",
             "timestampEdited": None, "isPinned": False, "content": "Psst.", "author": author},
        ],
    }  # fmt: skip
    found = read_paths(unpacked(tmp_path / "a", {"a.json": as_json(ordered(export, order))}))

    assert found.posts == []
    assert "direct" in found.error.problem or "private" in found.error.problem


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.ndjson"])
@pytest.mark.parametrize("first", [1, 2, 3, 7, 8])
def test_a_part_of_the_lines_of_mattermost_is_known(
    first: int, name: str, tmp_path: Path, read_paths: ReadPaths
) -> None:
    said = {"create_at": 1770019200000, "message": "Oak."}
    lines: list[dict[str, Any]] = [
        {"type": "version", "version": 1},
        {"type": "team", "team": {"name": "y", "display_name": "Y", "type": "O"}},
        {"type": "channel", "channel": {"team": "y", "name": "keel", "type": "O"}},
        {"type": "channel", "channel": {"team": "y", "name": "wages", "type": "P"}},
        {"type": "user", "user": {"username": "ilse", "nickname": "Ilse"}},
        {"type": "user", "user": {"username": "per", "nickname": "Per"}},
        {"type": "direct_channel", "direct_channel": {"members": ["ilse", "per"]}},
        {"type": "post", "post": {"team": "y", "channel": "wages", "user": "per", **said}},
        {"type": "direct_post",
         "direct_post": {"channel_members": ["ilse", "per"], "user": "per", **said}},
    ]  # fmt: skip
    data = b"\n".join(map(as_json, lines[first:]))
    found = read_paths(unpacked(tmp_path / "a", {name: data}))

    assert found.errors == []
    assert {post.audience for post in found.posts} <= {"mattermost:y/wages"}
    assert len(found.posts) == (first < 8)
    assert found.left_out == {"direct_messages": 1}


RECORDS: list[dict[str, Any]] = [
    {"id": "601", "timestamp": "2026-01-02", "timestampEdited": None, "isPinned": False,
     "content": "The mast is of ash.", "author": {"name": "ana"}},
    {"id": "1", "type": "Create", "actor": "https://m.example/ana", "to": ["https://m.example/bo"],
     "cc": [], "object": {"type": "Note", "content": "<p>The mast is of ash.</p>"}},
    {"id": "1", "type": "Note", "attributedTo": "https://m.example/ana", "to": [], "cc": [],
     "content": "<p>The mast is of ash.</p>"},
    {"type": "m.room.message", "event_id": "$1", "origin_server_ts": 1770019200000,
     "content": {"body": "The mast is of ash.", "msgtype": "m.text"}},
    {"type": "post", "post": {"team": "t", "channel": "p", "user": "bo", "create_at": 1770019200000,
                              "message": "The mast is of ash."}},
    {"id": 1, "type": "message", "from": "Per", "from_id": "user82", "date_unixtime": "1770019200",
     "text": "The mast is of ash."},
    {"id": 1, "sender_id": 5, "rendered_content": "<p>The mast is of ash.</p>",
     "date_sent": 1770019200, "content": "The mast is of ash."},
]  # fmt: skip


@pytest.mark.parametrize("record", RECORDS)
@pytest.mark.parametrize("wrap", [lambda rows: rows, lambda rows: {"items": rows}])
def test_records_of_an_export_are_no_table(
    record: dict[str, Any], wrap: Any, tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = {"a.json": as_json(wrap([record, record]))}
    found = read_paths(unpacked(tmp_path / "a", files))

    assert found.posts == []
    assert "import the export whole" in found.error.problem


TABLES: list[dict[str, Any]] = [
    {"id": 1, "created_at": "2026-01-02", "user": {"login": "ana"}, "body": "The mast is of ash."},
    {"id": 1, "from_id": 5, "owner_id": 5, "date": 1770019200, "text": "The mast is of ash."},
    {"id": 1, "user": "ana", "message": "The mast is of ash.", "created_at": "2026-01-02"},
    {"type": "review", "user": "ana", "message": "The mast is of ash.", "date": "2026-01-02"},
    {"id": "1", "timestamp": "2026-01-02", "content": "The mast is of ash.", "author": "ana"},
    {"id": "1", "content": "The mast is of ash.", "is_pinned": False, "author": "ana"},
    {"actor": "ana", "comment": "The mast is of ash.", "published": "2026-01-02"},
    {"event_id": "7", "speaker": "ana", "comment": "The mast is of ash."},
    {"team": "yard", "channel": "keel", "user": "ana", "comment": "The mast is of ash."},
    {"content": {"rendered": "<p>The mast is of ash.</p>"}, "date": "2026-01-02", "id": 1},
]


@pytest.mark.parametrize("record", TABLES)
def test_records_that_are_of_no_export_stay_a_table(
    record: dict[str, Any], tmp_path: Path, read_paths: ReadPaths
) -> None:
    second = {**record, "id": "2"}
    found = read_paths(unpacked(tmp_path / "a", {"a.json": as_json([record, second])}))

    assert found.errors == []
    assert "The mast is of ash." in {post.text for post in found.posts}
