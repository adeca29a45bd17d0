from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from index.posts import Post
from tests.fakes.archives import as_json, unpacked, zipped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.adapters.sources.conftest import ReadPaths


def said(id_: int, contents: str, attachments: str = "", **fields: Any) -> dict[str, Any]:
    return {
        "ID": id_, "Timestamp": "2026-02-02 08:00:00", "Contents": contents,
        "Attachments": attachments, **fields,
    }  # fmt: skip


CHANNEL = {
    "id": "42", "type": "GUILD_TEXT", "name": "keel", "guild": {"id": "7", "name": "Boat Yard"},
}  # fmt: skip
DIRECT = {"id": "43", "type": "DM", "recipients": ["81", "82"]}
OWNER = {"id": "81", "username": "ilse_k", "global_name": "Ilse"}
MESSAGES = [said(1001, "The keel is oak <:leaf:123>."), said(1002, "", "https://cdn.example/a.png")]
FILES = {
    "README.txt": b"Welcome",
    "Account/user.json": as_json(OWNER),
    "Messages/index.json": as_json({"42": "keel in Boat Yard", "43": "Direct Message with per"}),
    "Messages/c42/channel.json": as_json(CHANNEL),
    "Messages/c42/messages.json": as_json(MESSAGES),
    "Messages/c43/channel.json": as_json(DIRECT),
    "Messages/c43/messages.json": as_json([said(1003, "Psst.")]),
    "Servers/index.json": as_json({"7": "Boat Yard"}),
}


def test_the_owners_messages_on_servers_are_posts_and_that_others_lack_is_said(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    found = read_paths(zipped(tmp_path / "package.zip", FILES))

    assert found.only == Post(
        id="discord:7/42/1001",
        source="#keel",
        text="The keel is oak :leaf:.",
        author="Ilse",
        url="https://discord.com/channels/7/42/1001",
        posted_at=datetime(2026, 2, 2, 8, tzinfo=UTC),
        audience="discord:42",
        author_id="discord:81",
    )
    assert found.left_out == {
        "others_messages": 1, "direct_messages": 1, "wordless": 1, "attachments": 1,
    }  # fmt: skip


def test_an_older_package_with_tables_gives_the_same(tmp_path: Path, read_paths: ReadPaths) -> None:
    rows = "".join(
        f'{m["ID"]},{m["Timestamp"]}+00:00,"{m["Contents"]}",{m["Attachments"]}\n' for m in MESSAGES
    )
    table = f"ID,Timestamp,Contents,Attachments\n{rows}".encode()
    files = {
        "messages/index.json": b"{}",
        "account/user.json": as_json(OWNER),
        "messages/c42/channel.json": as_json(CHANNEL | {"type": 0}),
        "messages/c42/messages.csv": table,
    }
    older = read_paths(unpacked(tmp_path / "older", files))

    assert older.only == read_paths(zipped(tmp_path / "package.zip", FILES)).only
    assert older.left_out == {"others_messages": 1, "wordless": 1, "attachments": 1}


def test_a_field_that_is_not_known_is_named(tmp_path: Path, read_paths: ReadPaths) -> None:
    newer = {**FILES, "Messages/c42/messages.json": as_json([said(1, "Oak.", Hologram="x")])}
    found = read_paths(zipped(tmp_path / "package.zip", newer))

    unknown = "unknown_fields:Discord data packages of 2018 to 2026: 'Hologram'"
    assert found.left_out[unknown] == 1


def test_a_channel_of_which_nothing_is_told_is_refused_as_a_part(
    tmp_path: Path, read_paths: ReadPaths
) -> None:
    files = {name: data for name, data in FILES.items() if not name.endswith("c42/channel.json")}
    found = read_paths(unpacked(tmp_path / "a", files))

    assert found.posts == []
    assert "import the export whole" in found.error.problem
