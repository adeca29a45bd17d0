from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from index.posts import Post
from tests.fakes.archives import as_json

if TYPE_CHECKING:
    from tests.unit.adapters.sources.conftest import ReadFile

ROOM = "!yard:example.org"


def event(
    id_: str, type_: str = "m.room.message", sender: str = "@ilse:example.org", **content: Any
) -> dict[str, Any]:
    return {
        "type": type_, "sender": sender, "content": content, "event_id": id_, "room_id": ROOM,
        "origin_server_ts": 1770019200000 + len(id_),
    }  # fmt: skip


def said(body: str, **fields: Any) -> dict[str, Any]:
    return {"msgtype": "m.text", "body": body, **fields}


def to(event_id: str) -> dict[str, Any]:
    return {"m.relates_to": {"m.in_reply_to": {"event_id": event_id}}}


EVENTS = [
    {**event("$m", "m.room.member", displayname="Ilse K.", membership="join"),
     "state_key": "@ilse:example.org"},
    event("$1", **said("The keel is ok.")),
    event("$2", sender="@per:example.org",
          **said("> <@ilse:example.org> The keel\n\nElm.", **to("$1"))),
    event("$33", **said("* The keel is oak.", **{
        "m.new_content": said("The keel is oak."),
        "m.relates_to": {"rel_type": "m.replace", "event_id": "$1"}})),
    event("$4", **said("Aye.", **{"m.relates_to": {
        "rel_type": "m.thread", "event_id": "$1", "m.in_reply_to": {"event_id": "$2"}}})),
    event("$5", msgtype="m.image", body="grain.png", url="mxc://a/b"),
    event("$6", msgtype="m.image", body="See the grain.", filename="grain.png", url="mxc://a/b"),
    event("$7", msgtype="m.notice", body="Beep."),
    {**event("$8"), "unsigned": {"redacted_because": {}}},
    event("$9", "m.room.encrypted", algorithm="m.megolm"),
    event("$a", "m.reaction"),
    event("$b", "org.matrix.msc3381.poll.start"),
    event("$c", "com.example.hologram"),
]  # fmt: skip
EXPORT: dict[str, Any] = {
    "room_name": "Boat talk", "room_creator": "@ilse:example.org", "topic": "Keels",
    "export_date": "2/3/2026", "exported_by": "Per", "messages": EVENTS,
}  # fmt: skip


def test_a_message_is_a_post_as_it_was_last_edited(read_file: ReadFile) -> None:
    found = read_file(as_json(EXPORT), "export.json")

    assert found.errors == []
    assert found.posts[0] == Post(
        id=f"matrix:{ROOM}/$1",
        source="Boat talk",
        text="The keel is oak.",
        author="Ilse K.",
        url=f"https://matrix.to/#/{ROOM}/$1",
        posted_at=datetime.fromtimestamp(1770019200.002, UTC),
        author_id="matrix:@ilse:example.org",
    )
    assert [(post.author, post.text, post.parent_id) for post in found.posts[1:]] == [
        ("per", "Elm.", f"matrix:{ROOM}/$1"),
        ("Ilse K.", "Aye.", f"matrix:{ROOM}/$1"),
        ("Ilse K.", "See the grain.", None),
    ]


def test_what_is_no_message_is_counted(read_file: ReadFile) -> None:
    assert read_file(as_json(EXPORT), "export.json").left_out == {
        "notices": 1, "old_versions": 1, "attachments": 2, "bot_messages": 1,
        "deleted_messages": 1, "unreadable_messages": 1, "polls": 1,
        "unknown_fields:Element Web 1.9 to 1.11, JSON: 'com.example.hologram'": 1,
    }  # fmt: skip
