"""What apps wrote in an export is read where it is wanted, and counted elsewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.fakes.archives import as_json, unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths

ALERT: Final = "The pump of lock 3 runs hot."
AT: Final = 1704103260


def slack_message(**more: object) -> dict[str, Any]:
    alert = {"type": "message", "subtype": "bot_message", "bot_id": "B1", "ts": f"{AT}.000200"}
    return {**alert, "username": "Pumps", "text": ALERT, **more}


def slack() -> Mapping[str, bytes]:
    return {
        "users.json": as_json([{"id": "U1", "team_id": "T1", "name": "ada"}]),
        "channels.json": as_json([{"id": "C1", "name": "alerts"}]),
        "alerts/2024-01-01.json": as_json([slack_message()]),
    }


def slackdump() -> Mapping[str, bytes]:
    dump = {"channel_id": "C1", "name": "alerts", "messages": [slack_message()]}
    return {"C1.json": as_json(dump)}


def discord() -> Mapping[str, bytes]:
    author = {"id": "5", "name": "Pumps", "discriminator": "4417", "isBot": True}
    when = "2024-01-01T10:01:00+00:00"
    message = {"id": "1", "type": "Default", "timestamp": when, "content": ALERT, "author": author}
    channel = {"id": "2", "type": "GuildTextChat", "name": "alerts"}
    export = {"guild": {"id": "7", "name": "Yard"}, "channel": channel, "messages": [message]}
    return {"a.json": as_json(export)}


def discord_page() -> Mapping[str, bytes]:
    page = (
        "<html><body><div class=chatlog><div class=chatlog__message-group><span"
        ' class=chatlog__author title="Pumps#4417">Pumps</span>'
        "<span class=chatlog__author-tag>BOT</span><div class=chatlog__message-container"
        ' data-message-id="1192"><div class=chatlog__message><span'
        f" class=chatlog__markdown-preserve>{ALERT}</span></div></div></div></div></body></html>"
    )
    return {"Yard - alerts [2].html": page.encode()}


def matrix() -> Mapping[str, bytes]:
    event = {"type": "m.room.message", "sender": "@pumps:x.example", "event_id": "$1"}
    place = {"room_id": "!r:x.example", "origin_server_ts": AT * 1000}
    content = {"content": {"msgtype": "m.notice", "body": ALERT}}
    named = {
        "type": "m.room.member", "state_key": "@pumps:x.example",
        "content": {"displayname": "Pumps"},
    }  # fmt: skip
    return {
        "export.json": as_json(
            {"room_name": "alerts", "messages": [named, event | place | content]}
        )
    }


def mattermost() -> Mapping[str, bytes]:
    props = {"from_webhook": "true", "webhook_display_name": "Pumps"}
    post = {
        "team": "t", "channel": "c", "user": "ada", "message": ALERT, "props": props,
        "create_at": AT * 1000,
    }  # fmt: skip
    lines = [{"type": "version", "version": 1}, {"type": "post", "post": post}]
    return {"export.jsonl": "\n".join(map(json.dumps, lines)).encode()}


def zulip() -> Mapping[str, bytes]:
    realm = {
        "zerver_userprofile": [{"id": 1, "full_name": "Pumps", "is_bot": True}],
        "zerver_stream": [{"id": 1, "name": "alerts", "invite_only": False}],
        "zerver_recipient": [{"id": 1, "type_id": 1, "type": 2}],
    }
    message = {"id": 1, "sender": 1, "recipient": 1, "content": ALERT, "date_sent": AT}
    return {
        "realm.json": as_json(realm),
        "messages-000001.json": as_json({"zerver_message": [message]}),
    }


@pytest.mark.parametrize(
    "export", [slack, slackdump, discord, discord_page, matrix, mattermost, zulip]
)
def test_what_apps_wrote_is_read_under_their_names_where_it_is_wanted(
    export: Any, tmp_path: Path, read_paths: ReadPaths
) -> None:
    folder = unpacked(tmp_path / "export", export())
    without, found = read_paths(folder), read_paths(folder, with_apps=True)

    assert without.posts == []
    assert {kind.partition(":")[0] for kind in without.left_out} & {
        "bot_messages",
        "channels_of_apps",
    }
    assert [(each.text, each.author) for each in found.posts] == [(ALERT, "Pumps")]
    assert not any(kind.startswith(("bot_", "channels_of")) for kind in found.left_out)


@pytest.mark.parametrize(
    "kept_out", [{"reactions": [{"name": "no_entry_sign", "users": [""]}]}, {"subtype": "bot_add"}]
)
def test_what_is_kept_out_or_a_notice_is_none_of_it(
    kept_out: dict[str, Any], tmp_path: Path, read_paths: ReadPaths
) -> None:
    day = {"alerts/2024-01-01.json": as_json([slack_message(**kept_out)])}
    assert read_paths(unpacked(tmp_path, {**slack(), **day}), with_apps=True).posts == []
